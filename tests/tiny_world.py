"""The tiny world of the tests: whole, valid, invented; copied in order to be broken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from shutil import copytree

from bitacora.edition import Review, review

WORLD = Path(__file__).parent / "world" / "data"
AS_OF = date(2026, 7, 15)
SHOWN = "data"

Change = Mapping[str, str]
"""In ``archivo``, put ``pone`` where ``busca`` stands (once); without ``busca``, ``pone`` is the
whole file. ``codificacion`` says how its text becomes bytes, if not as UTF-8."""


def changed_world(folder: Path, changes: Iterable[Change]) -> Path:
    """A copy of the world in a new folder inside ``folder``, with the changes made."""
    data = copytree(WORLD, folder / SHOWN)
    for change in changes:
        file = data / change["archivo"]
        before = file.read_text(encoding="utf-8") if file.is_file() else ""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(changed_text(before, change).encode(change.get("codificacion", "utf-8")))
    return data


def changed_text(before: str, change: Change) -> str:
    """The text of a file after a change."""
    if "busca" not in change:
        return change["pone"]
    assert before.count(change["busca"]) == 1, f"{change['busca']!r} is not there once"
    return before.replace(change["busca"], change["pone"])


def review_with(folder: Path, changes: Iterable[Change]) -> Review:
    """The review of the world with these changes."""
    return review(changed_world(folder, changes), SHOWN, AS_OF)
