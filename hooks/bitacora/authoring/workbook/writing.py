"""A workbook as the bytes of an .xlsx file: the same workbook, the same bytes."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO

import xlsxwriter  # type: ignore[import-untyped]

from bitacora.authoring.workbook.heights import height_of
from bitacora.authoring.workbook.how_to import NAME as HOW_TO
from bitacora.authoring.workbook.looks import Looks
from bitacora.authoring.workbook.sheet_writing import HEAD_ROW, KEY_ROW, Places, write_sheet
from bitacora.authoring.workbook.sheets import Workbook

FORMAT = 1
"""The number of the form that ``importar.py`` reads; a change of the form changes it."""
WIDE, LETTERS = 96, 108
"""How wide the column of instructions is, and how many letters of a sentence fit in it."""
IDENTITY, LISTS = "_bitacora", "_listas"


def workbook_bytes(workbook: Workbook) -> bytes:
    """The file of a workbook."""
    held = BytesIO()
    # Texts of the data are never taken for formulas or links.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(held, options)
    book.set_properties(
        {
            "title": workbook.title,
            "author": workbook.entity,
            "comments": "Libro para llenar, hecho con Bitácora.",
            # The date of the edition: the hour in which it was made would change its bytes.
            "created": datetime.combine(workbook.day, time(0)),
        }
    )
    looks = Looks(book)
    _instructions(book, looks, workbook)
    sheets = [book.add_worksheet(sheet.name) for sheet in workbook.sheets]
    places = _lists(book, workbook)
    for worksheet, sheet in zip(sheets, workbook.sheets, strict=True):
        write_sheet(worksheet, sheet, looks, places)
    _identity(book, workbook)
    book.close()
    return held.getvalue()


def _instructions(book: xlsxwriter.Workbook, looks: Looks, workbook: Workbook) -> None:
    sheet = book.add_worksheet(HOW_TO)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 3)
    sheet.set_column(1, 1, WIDE)
    sheet.write_string(0, 0, workbook.title, looks.title)
    row = 2
    for chapter, lines in workbook.how_to:
        sheet.write_string(row, 0, chapter, looks.chapter)
        sheet.write_blank(row, 1, None, looks.chapter)
        for line in lines:
            row += 1
            sheet.write_string(row, 0, "•", looks.paragraph)
            sheet.write_string(row, 1, line, looks.paragraph)
            sheet.set_row(row, height_of([(line, LETTERS)]))
        row += 2
    sheet.protect("", {"format_columns": True})
    sheet.set_paper(1)
    sheet.fit_to_pages(1, 0)


def _lists(book: xlsxwriter.Workbook, workbook: Workbook) -> Places:
    """Write the drop-down lists, a column each; where each one stands."""
    sheet = book.add_worksheet(LISTS)
    places: Places = {}
    for column, (name, choices) in enumerate(workbook.choices.items()):
        sheet.write_string(0, column, name)
        for row, choice in enumerate(choices, 1):
            sheet.write_string(row, column, choice)
        letter = xlsxwriter.utility.xl_col_to_name(column, col_abs=True)
        if choices:
            places[name] = f"='{LISTS}'!{letter}$2:{letter}${len(choices) + 1}"
    sheet.protect("")
    sheet.hide()
    return places


def _identity(book: xlsxwriter.Workbook, workbook: Workbook) -> None:
    """Write what tells the importer which workbook this is."""
    sheet = book.add_worksheet(IDENTITY)
    rows: list[tuple[str, ...]] = [
        ("formato", str(FORMAT)),
        ("clase", workbook.kind),
        ("trimestre", workbook.quarter.text if workbook.quarter else ""),
        ("entidad", workbook.entity),
        ("fecha", workbook.day.isoformat()),
    ]
    first = HEAD_ROW + 2
    for one in workbook.sheets:
        last = HEAD_ROW + 1 + len(one.rows) + one.spare
        numbers = (str(KEY_ROW + 1), str(HEAD_ROW + 1), str(first), str(last))
        rows.append(("hoja", one.name, *numbers, one.unit))
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write_string(place, column, text)
    sheet.protect("")
    sheet.very_hidden()
