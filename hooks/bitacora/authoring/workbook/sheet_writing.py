"""One sheet to fill, cell by cell: headings, protection, what each cell admits, its print."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from itertools import pairwise
from math import ceil
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from bitacora.authoring.workbook.choices import UNKNOWN
from bitacora.authoring.workbook.heights import height_of
from bitacora.authoring.workbook.looks import Look, Looks, form_of_rule, form_of_value
from bitacora.authoring.workbook.sheets import (
    Cell,
    CellValue,
    Column,
    Row,
    Rule,
    Sheet,
    Validation,
)
from bitacora.canonical import canonical

Places = dict[str, str]
KEY_ROW, HEAD_ROW = 3, 4
"""Counted from zero."""
LEGAL_PAPER = 5
ONE_PAGE = 180
"""How many characters wide a page may be and still be read."""
TITLE_HEIGHT = 24
ROW_LINES = 2
"""How many lines a row shows at least, so that what is typed has room."""
MOST_FIGURES = 15
"""A spreadsheet keeps no more figures of a number."""
HELP_LENGTH, REFUSAL_LENGTH = 250, 220
ALLOWED = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "sort": True,
    "autofilter": True,
}
CRITERIA = {Rule.NUMBER: "decimal", Rule.WHOLE: "integer", Rule.DAY: "date", Rule.HOUR: "time"}
FIELD = re.compile(r"\{([a-z_]+)\}")


def write_sheet(
    worksheet: Worksheet, sheet: Sheet, looks: Looks, places: Mapping[str, str]
) -> None:
    """Write all of a sheet; ``places`` tells where each drop-down list stands."""
    worksheet.write_string(0, _first(sheet), sheet.title, looks.title)
    for line, words in enumerate(sheet.words, 1):
        worksheet.write_string(line, _first(sheet), words, looks.words)
    for place, column in enumerate(sheet.columns):
        _heading(worksheet, place, column, looks)
    spare = Row(tuple(Cell() for _ in sheet.columns))
    worksheet.set_row(HEAD_ROW, _heading_height(sheet))
    worksheet.set_row(0, TITLE_HEIGHT)
    for number, row in enumerate((*sheet.rows, *(spare,) * sheet.spare), HEAD_ROW + 1):
        worksheet.set_row(number, _height(sheet, row))
        for place, cell in enumerate(row.cells):
            _cell(worksheet, number, place, cell, sheet.columns, row.mark, looks)
            _admits(worksheet, number, place, cell.validation, places)
    _columns_admit(worksheet, sheet, places)
    worksheet.set_row(KEY_ROW, None, None, {"hidden": True})
    worksheet.freeze_panes(HEAD_ROW + 1, sheet.frozen)
    worksheet.protect("", ALLOWED)
    _print(worksheet, sheet)


def _first(sheet: Sheet) -> int:
    """The first column that people see."""
    return next(place for place, column in enumerate(sheet.columns) if not column.hidden)


def _heading_height(sheet: Sheet) -> int:
    told = ((column, f"{column.heading} *\n{column.help}") for column in sheet.columns)
    return height_of((words, column.width) for column, words in told if not column.hidden)


def _height(sheet: Sheet, row: Row) -> int:
    pairs = zip(row.cells, sheet.columns, strict=True)
    return height_of(
        (
            (str(cell.value), column.width)
            for cell, column in pairs
            if isinstance(cell.value, str) and not column.hidden
        ),
        least=ROW_LINES,
    )


def _heading(worksheet: Worksheet, place: int, column: Column, looks: Looks) -> None:
    worksheet.set_column(place, place, column.width, None, {"hidden": column.hidden})
    worksheet.write_string(KEY_ROW, place, column.field)
    look = looks.head_to_fill if column.fill else looks.head
    name = f"{column.heading} *" if column.required else column.heading
    if column.help:
        parts = (looks.bold, name, looks.small, f"\n{column.help}")
        worksheet.write_rich_string(HEAD_ROW, place, *parts, look)
    else:
        worksheet.write_string(HEAD_ROW, place, name, look)


def _cell(
    worksheet: Worksheet,
    number: int,
    place: int,
    cell: Cell,
    columns: tuple[Column, ...],
    mark: str,
    looks: Looks,
) -> None:
    column = columns[place]
    locked = cell.locked or not column.fill
    rule = column.validation.rule if column.validation else None
    form = form_of_value(cell.value) if cell.value is not None else form_of_rule(rule)
    look = looks.cell(Look(form, column.fill, bool(mark), locked))
    if cell.formula:
        fields = {each.field: at for at, each in enumerate(columns)}
        formula = FIELD.sub(lambda it: xl_rowcol_to_cell(number, fields[it[1]]), cell.formula)
        worksheet.write_formula(number, place, formula, look, "")
    else:
        _value(worksheet, number, place, cell.value, look)
    if cell.note:
        size = {"x_scale": 3, "y_scale": 2.5, "author": "", "font_size": 10}
        worksheet.write_comment(number, place, cell.note, size)


def _value(worksheet: Worksheet, number: int, place: int, value: CellValue, look: Any) -> None:
    if value is None or value == "":
        worksheet.write_blank(number, place, None, look)
    elif isinstance(value, date):
        worksheet.write_datetime(number, place, datetime.combine(value, time(0)), look)
    elif isinstance(value, str):
        worksheet.write_string(number, place, value, look)
    elif len(Decimal(value).normalize().as_tuple().digits) > MOST_FIGURES:
        worksheet.write_string(number, place, canonical(value), look)
    else:
        worksheet.write_number(number, place, value, look)


def _columns_admit(worksheet: Worksheet, sheet: Sheet, places: Mapping[str, str]) -> None:
    """What each column admits, in the rows whose own cell says nothing else."""
    for place, column in enumerate(sheet.columns):
        if not column.fill or column.validation is None:
            continue
        own = [
            HEAD_ROW + 1 + at for at, row in enumerate(sheet.rows) if row.cells[place].validation
        ]
        first, last = HEAD_ROW + 1, HEAD_ROW + len(sheet.rows) + sheet.spare
        for low, high in _between(first, last, own):
            options = _options(column.validation, places, xl_rowcol_to_cell(low, place))
            worksheet.data_validation(low, place, high, place, options)


def _between(first: int, last: int, taken: list[int]) -> list[tuple[int, int]]:
    """The stretches of rows without those that are taken."""
    ends = [first - 1, *taken, last + 1]
    return [(low + 1, high - 1) for low, high in pairwise(ends) if high - low > 1]


def _admits(
    worksheet: Worksheet,
    number: int,
    place: int,
    validation: Validation | None,
    places: Mapping[str, str],
) -> None:
    if validation is not None:
        options = _options(validation, places, xl_rowcol_to_cell(number, place))
        worksheet.data_validation(number, place, number, place, options)


def _options(validation: Validation, places: Mapping[str, str], first: str) -> dict[str, Any]:
    """What Excel checks, for cells of which ``first`` is the first."""
    words = {
        "input_message": validation.help[:HELP_LENGTH],
        "error_title": "Revise este dato",
        "error_message": validation.refusal[:REFUSAL_LENGTH],
    }
    if validation.choices in places:
        strict = validation.rule is Rule.LIST
        source = {"validate": "list", "source": places[validation.choices], "show_error": strict}
        return {**words, **source}
    if validation.rule is Rule.NUMBER_OR_UNKNOWN:
        formula = f'=OR(ISNUMBER({first}),LOWER({first})="{UNKNOWN.lower()}")'
        return {**words, "validate": "custom", "value": formula}
    if validation.rule is Rule.LENGTH:
        bound = {"criteria": "<=", "value": validation.high}
        return {**words, "validate": "length", **bound}
    if validation.rule in CRITERIA:
        return {**words, "validate": CRITERIA[validation.rule], **_bounds(validation)}
    return {**words, "validate": "any", "show_error": False}


def _bounds(validation: Validation) -> dict[str, Any]:
    low, high = validation.low, validation.high
    if validation.rule is Rule.HOUR:
        return {"criteria": "between", "minimum": time(0), "maximum": time(23, 59)}
    if isinstance(low, date) and isinstance(high, date):
        low, high = datetime.combine(low, time(0)), datetime.combine(high, time(0))
    return {"criteria": "between", "minimum": low, "maximum": high}


def _print(worksheet: Worksheet, sheet: Sheet) -> None:
    worksheet.set_landscape()
    worksheet.set_paper(LEGAL_PAPER)
    worksheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    wide = sum(column.width for column in sheet.columns if not column.hidden)
    worksheet.fit_to_pages(ceil(wide / ONE_PAGE), 0)
    worksheet.repeat_rows(HEAD_ROW)
    worksheet.repeat_columns(_first(sheet), sheet.frozen - 1)
    worksheet.print_area(0, 0, HEAD_ROW + len(sheet.rows), len(sheet.columns) - 1)
    worksheet.set_footer(f"&L&8{sheet.title.replace('&', '&&')}&R&8Página &P de &N")
