"""Messy spreadsheets as the programs really write them, made from a table of cases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import xlsxwriter  # type: ignore[import-untyped]

Case = Mapping[str, Any]
SAVED = Path(__file__).parent / "cases" / "importing" / "guardados"


def made(case: Case) -> bytes:
    """The bytes of a case: a text in its encoding, a workbook, or one that a program saved; with
    some of its bytes changed, where the case says so."""
    raw = _made(case)
    for before, after in case.get("cambia_bytes", ()):
        assert bytes.fromhex(before) in raw
        raw = raw.replace(bytes.fromhex(before), bytes.fromhex(after))
    parts = {name: _replacing(*texts) for name, texts in case.get("cambia_partes", {}).items()}
    return changed(raw, parts) if parts else raw


def _replacing(before: str, after: str) -> Callable[[bytes], bytes]:
    def replaced(part: bytes) -> bytes:
        assert before.encode() in part
        return part.replace(before.encode(), after.encode())

    return replaced


def _made(case: Case) -> bytes:
    if "guardado" in case:
        return (SAVED / str(case["guardado"])).read_bytes()
    if "paquete" in case:
        return _package(case["paquete"])
    if "texto" in case:
        text = str(case["texto"]).replace("\n", "\r\n" if case.get("windows") else "\n")
        return text.encode(case.get("codifica", "utf-8"))
    if case.get("con") == "openpyxl":
        return _openpyxl(case)
    raw = _xlsxwriter(case)
    return calculated(raw) if case.get("calculado") else raw


def _package(parts: Mapping[str, str]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return file.getvalue()


def calculated(raw: bytes) -> bytes:
    """The workbook as a spreadsheet program leaves it: it no longer asks to be calculated."""
    return changed(raw, {"xl/workbook.xml": lambda part: part.replace(b' fullCalcOnLoad="1"', b"")})


def changed(raw: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """A packaged workbook with some of its parts changed."""
    file = BytesIO()
    with ZipFile(BytesIO(raw)) as before, ZipFile(file, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, changes[name](part) if name in changes else part)
    return file.getvalue()


def _xlsxwriter(case: Case) -> bytes:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, **case.get("libro", {})})
    for name, rows in case["hojas"].items():
        sheet = book.add_worksheet(name)
        bold = book.add_format({"bold": True})
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
        for letter in case.get("columnas_ocultas", {}).get(name, ()):
            sheet.set_column(f"{letter}:{letter}", None, None, {"hidden": True})
        for place, text in case.get("comentarios", {}).get(name, {}).items():
            sheet.write_comment(place, text, {"author": "Ana"})
        if name in case.get("ceros_ocultos", ()):
            sheet.hide_zero()
        if "fila_lejana" in case:
            number, *values = case["fila_lejana"]
            sheet.write_row(number - 1, 0, values)
        for row in range(len(rows), len(rows) + case.get("filas_con_solo_formato", 0)):
            sheet.write_blank(row, 0, None, bold)
        if name in case.get("hojas_ocultas", ()):
            sheet.hide()
    book.close()
    return file.getvalue()


def _write(book: Any, sheet: Any, row: int, column: int, value: Any) -> None:
    if isinstance(value, dict):
        looks = {"num_format": value["f"]} if "f" in value else {}
        looks |= {"font_strikeout": True} if value.get("tachado") else {}
        style = book.add_format(looks) if looks else None
        if "partes" in value:
            sheet.write_rich_string(row, column, *_runs(book, value["partes"]))
        elif isinstance(value.get("v"), str) and "formula" not in value:
            sheet.write_string(row, column, value["v"], style)
        elif "error" in value:
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


def _runs(book: Any, parts: Sequence[Any]) -> list[Any]:
    """The runs of a text: a plain one as its text, another as {sobre: …} or {tachado: …}."""
    looks = {"sobre": {"font_script": 1}, "tachado": {"font_strikeout": True}}
    runs: list[Any] = []
    for part in parts:
        if isinstance(part, dict):
            ((kind, text),) = part.items()
            runs += [book.add_format(looks[kind]), text]
        else:
            runs.append(part)
    return runs


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
