"""The workbook that the project itself hands out, read without guessing."""

from __future__ import annotations

from bitacora.authoring.importing.cells import Book, Sheet
from bitacora.authoring.importing.tables import Heading, Table
from bitacora.records.kinds import BY_FOLDER

INDEX = "_bitacora"
READ_ONLY = "-"


def own_tables(book: Book) -> list[tuple[Table, str]] | None:
    """The tables of a workbook of ours, with their kind; None for any other book."""
    index = next((sheet for sheet in book.sheets if sheet.name == INDEX), None)
    if index is None:
        return None
    rows = [[cell.text for cell in row] for row in index.rows]
    told = {row[0]: row[1] for row in rows if len(row) > 1}
    kind = told.get("clase", "")
    if kind not in BY_FOLDER:
        return None
    sheets = {sheet.name: sheet for sheet in book.sheets}
    found = []
    for row in rows:
        if row[:1] == ["hoja"] and row[1] in sheets:
            fields, first = (int(text) if text.isdecimal() else 0 for text in (row[2], row[4]))
            found.append((_table(sheets[row[1]], fields, first), kind))
    return found


def _table(sheet: Sheet, fields: int, first: int) -> Table:
    """The table below the hidden row with the names of the fields; columns to read only are out."""
    names = sheet.rows[fields - 1] if 0 < fields <= len(sheet.rows) else ()
    headings = tuple(
        Heading(cell.column, (cell.text,), cell.text)
        for cell in names
        if cell.text and cell.text != READ_ONLY
    )
    columns = [heading.column for heading in headings]
    rows = tuple(
        row
        for row in range(first, len(sheet.rows) + 1)
        if any(not sheet.cell(row, column).is_empty for column in columns)
    )
    return Table(sheet, fields, headings, rows, (), (), own=True)
