"""Rows of a text table that their own separator may have parted: «62,5» between commas is two
cells, and the first one would pass for the whole figure."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType

from bitacora.authoring.importing.cells import Book, letters
from bitacora.authoring.importing.columns import Columns
from bitacora.authoring.importing.outcomes import Refusal
from bitacora.authoring.importing.tables import Table
from bitacora.records.fields import shape_of
from bitacora.records.kinds import BY_FOLDER
from bitacora.records.values import LongText, Number, Text, Whole

REMEDY = (
    'Escriba la cifra o el texto entre comillas («"62,5"»), o abra la tabla en Excel o en '
    "LibreOffice y guárdela como «Libro de Excel (.xlsx)»."
)


def split_figures(book: Book, table: Table, columns: Columns, folder: str) -> Iterator[Refusal]:
    """The refusals of the rows with more cells than headings, or with what may be the decimals of
    a figure alone where words go; only in text tables."""
    if not book.separator:
        return
    width = len(table.sheet.rows[table.top - 1])
    for row in table.rows:
        cells = table.sheet.rows[row - 1]
        spare = cells[width:]
        if any(not cell.is_empty for cell in spare) or (spare and book.separator == ","):
            yield Refusal(
                table.sheet.name,
                f"fila {row}",
                "",
                f"La fila tiene {len(cells)} celdas y el encabezado {width}: el separador pudo "
                "haber partido una cifra o un texto.",
                REMEDY,
                row,
            )
        elif book.separator == ",":
            yield from _decimals_apart(table, columns, folder, row)


def _decimals_apart(table: Table, columns: Columns, folder: str, row: int) -> Iterator[Refusal]:
    fields = {column.number: column.field for column in columns.columns}
    for number, name in fields.items():
        beside = table.sheet.cell(row, number + 1)
        wordy = _is(fields.get(number + 1, ""), folder, Text | LongText)
        if _is(name, folder, Number | Whole) and wordy and beside.text.isdecimal():
            figure = table.sheet.cell(row, number).text
            yield Refusal(
                table.sheet.name,
                f"fila {row}, columnas {letters(number)} y {letters(number + 1)}",
                name,
                f"«{figure}» y «{beside.text}» pueden ser una sola cifra que la coma partió: "
                f"{figure},{beside.text}.",
                REMEDY,
                row,
            )


def _is(field: str, folder: str, kind: UnionType | type) -> bool:
    shape = shape_of(BY_FOLDER[folder].model, field) if field.isidentifier() else None
    return shape is not None and isinstance(shape.value_type, kind)
