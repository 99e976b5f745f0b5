"""What stands beside the figures of a table and is easy not to see: hidden rows and columns,
comments, values of other workbooks, columns without heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bitacora.authoring.importing.cells import Cell, Trait, letters
from bitacora.authoring.importing.planning import TablePlan
from bitacora.authoring.importing.telling_rows import row_numbers, short
from bitacora.spanish import join_y

MOST = 12


def unseen_told(table: TablePlan) -> Iterator[str]:
    """The rows and columns that were read and the sheet does not show: what a filter leaves out of
    sight is as much a datum as the rest, and who filtered her table did not erase it."""
    sheet = table.table.sheet
    rows = sorted(set(table.table.rows) & sheet.hidden_rows)
    if rows:
        yield (
            f"Están ocultas y también se leyeron: {row_numbers(rows)}. Lo que un filtro esconde "
            "sigue en la hoja: si una fila no va, bórrela."
        )
    columns = [
        f"{letters(it.number)} («{short(it.heading.shown, 40)}»)"
        for it in table.columns.columns
        if it.field and it.number in sheet.hidden_columns
    ]
    if columns and not table.table.own:
        several = len(columns) > 1
        which = "Están ocultas y también se leyeron" if several else "Está oculta y también se leyó"
        yield f"{which}: {'columnas' if several else 'columna'} {join_y(columns)}."


def beside_told(table: TablePlan) -> Iterator[str]:
    """Comments, values of other workbooks, columns without heading."""
    linked = [cell.name for cell in _read_cells(table) if cell.has(Trait.LINKED)]
    if linked:
        yield (
            f"Vienen de otro libro: {_some(linked)}. Se leyó el resultado que quedó guardado: "
            "compruebe que esté al día."
        )
    places = _places(table)
    for (row, column), text in sorted(table.table.sheet.comments.items()):
        if (row, column) in places:
            said = f": «{short(text)}»" if text else ""
            yield f"El comentario de {letters(column)}{row} no se importa{said}."
    nameless = [letters(column) for column in table.table.nameless]
    if nameless:
        yield f"Tienen datos y no tienen encabezado, y no se importan: columna {_some(nameless)}."


def _read_cells(table: TablePlan) -> Iterator[Cell]:
    columns = [it.number for it in table.columns.columns if it.field]
    for row in table.table.rows:
        yield from (table.table.sheet.cell(row, column) for column in columns)


def _places(table: TablePlan) -> set[tuple[int, int]]:
    rows = (table.table.top, *table.table.rows)
    return {(row, it.number) for row in rows for it in table.columns.columns}


def _some(names: Iterable[str]) -> str:
    found = list(names)
    more = len(found) - MOST
    return join_y(found) if more <= 0 else f"{', '.join(found[:MOST])} y {more} más"
