"""A sheet of a workbook drawn as a page: its widths, its colours, a list open under its cell.

It is a drawing, made from the workbook and from nothing else; it says so at its foot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet

from bitacora.spanish import number

AnyCell = Cell | MergedCell
MARK, SHEET = "_bitacora", "hoja"
"""The sheet where a workbook says of itself, and the rows of it that name the sheets to fill in."""
LETTER, POINT, ROW = 7, 4 / 3, 20
"""Pixels of a letter's width, of a point, of a row that has no height of its own."""
USUAL = 9
"""The width of a column, in letters, that has none of its own."""
KNOWN = 4
"""How many columns of what is known stay in sight before the first to fill in."""
BELOW = 4
"""Empty rows below, over which the list opens."""
FOOT = "Dibujo de la hoja, hecho a partir del libro."
STYLE = """
body { margin: 0; font: 14.67px Carlito, Calibri, "Liberation Sans", sans-serif; color: #1f2933; }
article { width: 1000px; overflow: hidden; background: #fff; }
table { border-collapse: collapse; table-layout: fixed; }
th { background: #e9ecef; border: 1px solid #c8ced3; color: #52606d; font-weight: 400; }
th:first-child { width: 34px; }
td { border: 1px solid #dfe3e6; padding: 1px 4px; vertical-align: top; overflow: hidden; }
td.free { white-space: nowrap; overflow: visible; border-color: transparent; }
td.edge { border-right: 2px solid #7b8794; }
td.chosen { outline: 2px solid #1e6f45; outline-offset: -1px; }
td.chosen { position: relative; overflow: visible; }
td.chosen i { position: absolute; left: 100%; top: 0; width: 20px; height: 20px;
  border: 1px solid #7b8794; background: #fff; text-align: center;
  font: normal 10px/20px sans-serif; }
ul { position: absolute; left: -1px; top: 100%; z-index: 1; min-width: 100%;
  margin: 1px 0; padding: 2px 0; list-style: none;
  background: #fff; border: 1px solid #7b8794; box-shadow: 1px 2px 4px #0003; }
li { padding: 1px 6px; white-space: nowrap; }
footer { display: flex; gap: 4px; align-items: center; background: #e9ecef; padding: 0 34px; }
footer span { padding: 4px 12px; border: 1px solid #c8ced3; border-top: 0; background: #f6f7f8; }
footer span.here { background: #fff; font-weight: 700; }
footer em { margin-left: auto; color: #52606d; font-style: normal; }
"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn of a sheet: the columns in sight, those that stay put, the cell chosen with
    the list that opens under it."""

    sheet: Worksheet
    columns: tuple[int, ...]
    frozen: int
    chosen: str
    choices: tuple[str, ...]


def sheet_page(path: Path) -> str:
    """The first sheet to fill in of a workbook that the project made, as HTML."""
    book = load_workbook(path)
    told = next(row for row in book[MARK].iter_rows(values_only=True) if row[0] == SHEET)
    sheet, first = book[str(told[1])], int(str(told[4]))
    drawn = _drawn(book, sheet, first)
    rows = range(1, sheet.max_row + 1 + BELOW)
    shown = "".join(_row(drawn, row) for row in rows if not sheet.row_dimensions[row].hidden)
    heads = "".join(f"<th>{get_column_letter(column)}</th>" for column in drawn.columns)
    widths = "".join(f'<col style="width:{_width(sheet, it)}px">' for it in drawn.columns)
    tabs = "".join(
        f'<span class="{"here" if it is sheet else ""}">{escape(it.title)}</span>'
        for it in book
        if it.sheet_state == "visible"
    )
    return (
        f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style><main><article>'
        f'<table style="width:{sum(_width(sheet, it) for it in drawn.columns) + 34}px">'
        f'<colgroup><col style="width:34px">{widths}</colgroup>'
        f"<tr><th></th>{heads}</tr>{shown}</table>"
        f"<footer>{tabs}<em>{FOOT}</em></footer></article></main>\n"
    )


def _drawn(book: Workbook, sheet: Worksheet, first: int) -> Drawn:
    seen = [it for it in range(1, sheet.max_column + 1) if not _is_hidden(sheet, it)]
    still = column_index_from_string(re.sub(r"\d", "", str(sheet.freeze_panes)))
    begins = next(it for it in seen if not sheet.cell(first, it).protection.locked)
    frozen = [it for it in seen if it < still]
    known = [it for it in seen if still <= it < begins][-KNOWN:]
    columns = (*frozen, *known, *(it for it in seen if it >= begins))
    chosen = f"{get_column_letter(begins)}{first}"
    choices = tuple(_choices(book, sheet, chosen))
    return Drawn(sheet, columns, max(frozen, default=0), chosen, choices)


def _choices(book: Workbook, sheet: Worksheet, cell: str) -> Iterator[str]:
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list" and cell in rule.sqref:
            place, _, cells = str(rule.formula1).rpartition("!")
            for (one,) in book[place.strip("'")][cells.replace("$", "")]:
                yield str(one.value)


def _is_hidden(sheet: Worksheet, column: int) -> bool:
    return any(group.hidden for group in _groups(sheet, column))


def _width(sheet: Worksheet, column: int) -> int:
    return round(next((group.width for group in _groups(sheet, column)), USUAL) * LETTER)


def _groups(sheet: Worksheet, column: int) -> Iterator[ColumnDimension]:
    """What is told of the column, which may be told of its neighbours too."""
    for group in sheet.column_dimensions.values():
        if (group.min or 0) <= column <= (group.max or 0):
            yield group


def _row(drawn: Drawn, row: int) -> str:
    height = drawn.sheet.row_dimensions[row].height
    cells = "".join(_cell(drawn, drawn.sheet.cell(row, column)) for column in drawn.columns)
    tall = round(height * POINT) if height else ROW
    return f'<tr style="height:{tall}px"><th>{row}</th>{cells}</tr>'


def _cell(drawn: Drawn, cell: AnyCell) -> str:
    chosen = cell.coordinate == drawn.chosen
    told = {
        "free": not cell.fill.fill_type,
        "edge": cell.column == drawn.frozen and cell.fill.fill_type,
        "chosen": chosen,
    }
    names = " ".join(name for name, is_so in told.items() if is_so)
    style = f"font-size:{round(cell.font.sz * POINT, 2)}px"
    if cell.fill.fill_type:
        style += f";background:#{cell.fill.fgColor.rgb[2:]}"
    if cell.font.b:
        style += ";font-weight:700"
    return f'<td class="{names}" style="{style}">{_text(cell)}{_open(drawn, chosen)}</td>'


def _text(cell: AnyCell) -> str:
    value = cell.value
    if isinstance(value, int | float):
        return number(Decimal(str(value)))
    return escape(str(value or "")).replace("\n", "<br>")


def _open(drawn: Drawn, chosen: bool) -> str:
    if not chosen or not drawn.choices:
        return ""
    return f"<i>▼</i><ul>{''.join(f'<li>{escape(it)}</li>' for it in drawn.choices)}</ul>"
