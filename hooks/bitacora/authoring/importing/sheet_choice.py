"""Which sheets of a book an import reads."""

from __future__ import annotations

from collections.abc import Iterable

from bitacora.authoring.importing.cells import Book, Sheet
from bitacora.spanish import join_y


def sheets_wanted(book: Book, wanted: str, skipped: list[str]) -> Iterable[Sheet]:
    """The sheet that is asked for, or all those that are seen; what is to be said of hidden ones is
    added to ``skipped``. ``ValueError``, in words, where there is none of that name.

    A hidden sheet is read only where somebody asks for it by its name: who hid it did not mean it
    to be published, unlike the rows of a table that a filter leaves out of sight."""
    if wanted:
        chosen = _chosen(book, wanted)
        if not chosen.visible:
            skipped.append(f"La hoja «{chosen.name}» está oculta; se leyó porque usted la pidió.")
        return [chosen]
    for sheet in book.sheets:
        if not sheet.visible and not sheet.is_blank:
            skipped.append(hidden_told(sheet))
    return [sheet for sheet in book.sheets if sheet.visible]


def hidden_told(sheet: Sheet) -> str:
    """What is said of a hidden sheet that was not read."""
    return f"La hoja «{sheet.name}» está oculta y no se leyó; para leerla: --hoja «{sheet.name}»."


def _chosen(book: Book, wanted: str) -> Sheet:
    """A sheet by its name, or by its number among those that are seen."""
    for sheet in book.sheets:
        if sheet.name.strip().lower() == wanted.strip().lower():
            return sheet
    seen = [sheet for sheet in book.sheets if sheet.visible]
    if wanted.isdecimal() and 0 < int(wanted) <= len(seen):
        return seen[int(wanted) - 1]
    names = join_y([f"«{sheet.name}»" for sheet in book.sheets])
    raise ValueError(f"No hay una hoja «{wanted}». Las hojas son: {names}.")
