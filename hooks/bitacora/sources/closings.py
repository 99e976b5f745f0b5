"""The closing acts on disk: their text, by the quarter each is named after."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = "cierres"


@dataclass(frozen=True, slots=True)
class ClosingText:
    """One file of ``data/cierres``: its quarter («2026-T3»), its name for people, its bytes (None
    where it could not be opened)."""

    quarter: str
    shown: str
    raw: bytes | None


def read_closings(folder: Path, shown: str) -> tuple[ClosingText, ...]:
    """The acts of a data folder, sorted by quarter; none where there is no such folder."""
    closings = folder / FOLDER
    if not closings.is_dir():
        return ()
    paths = sorted(path for path in closings.iterdir() if path.suffix == ".json")
    return tuple(
        ClosingText(path.stem, f"{shown}/{FOLDER}/{path.name}", _bytes(path)) for path in paths
    )


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
