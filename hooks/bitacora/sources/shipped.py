"""Files that ship with the project, as text."""

from __future__ import annotations

from importlib.resources import files


def shipped_text(path: str) -> str:
    """The text of a file of the package; ``path`` is relative to it."""
    return files("bitacora").joinpath(path).read_text(encoding="utf-8")
