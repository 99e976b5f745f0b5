"""Messy spreadsheets as the programs really write them, made from a table of cases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter  # type: ignore[import-untyped]

Case = Mapping[str, Any]
SAVED = Path(__file__).parent / "cases" / "importing" / "guardados"


def made(case: Case) -> bytes:
    """The bytes of a case: a text in its encoding, a workbook, or one that a program saved."""
    if "guardado" in case:
        return (SAVED / str(case["guardado"])).read_bytes()
    if "texto" in case:
        text = str(case["texto"]).replace("\n", "\r\n" if case.get("windows") else "\n")
        return text.encode(case.get("codifica", "utf-8"))
    if case.get("con") == "openpyxl":
        return _openpyxl(case)
    return _xlsxwriter(case)


def _xlsxwriter(case: Case) -> bytes:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, **case.get("libro", {})})
    for name, rows in case["hojas"].items():
        sheet = book.add_worksheet(name)
        for row, values in enumerate(rows):
            for column, value in enumerate(values or ()):
                _write(book, sheet, row, column, value)
        for place in case.get("unidas", {}).get(name, ()):
            sheet.merge_range(place, "")
            first = place.split(":")[0]
            column, row = ord(first[0]) - 65, int(first[1:]) - 1
            _write(book, sheet, row, column, rows[row][column])
        for number in case.get("filas_ocultas", {}).get(name, ()):
            sheet.set_row(number - 1, None, None, {"hidden": True})
        if name in case.get("hojas_ocultas", ()):
            sheet.hide()
    book.close()
    return file.getvalue()


def _write(book: Any, sheet: Any, row: int, column: int, value: Any) -> None:
    if isinstance(value, dict):
        style = book.add_format({"num_format": value["f"]}) if "f" in value else None
        if "error" in value:
            sheet.write_formula(row, column, "=1/0", None, value["error"])
        elif "formula" in value:
            sheet.write_formula(row, column, value["formula"], style, value["v"])
        elif isinstance(value["v"], dt.date):
            sheet.write_datetime(row, column, value["v"], style)
        else:
            sheet.write_number(row, column, value["v"], style)
    elif isinstance(value, dt.datetime | dt.date):
        sheet.write_datetime(row, column, value, book.add_format({"num_format": "dd/mm/yyyy"}))
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif value is not None:
        sheet.write_string(row, column, value)


def _openpyxl(case: Case) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, rows in case["hojas"].items():
        sheet = book.create_sheet(name)
        for row, values in enumerate(rows, start=1):
            for column, value in enumerate(values or (), start=1):
                cell = sheet.cell(row, column)
                if isinstance(value, dict):
                    cell.value = value.get("formula", value.get("v"))
                    cell.number_format = value.get("f", "General")
                elif value is not None:
                    cell.value = value
        for place in case.get("unidas", {}).get(name, ()):
            sheet.merge_cells(place)
        if name in case.get("hojas_ocultas", ()):
            sheet.sheet_state = "hidden"
    file = BytesIO()
    book.save(file)
    return file.getvalue()
