"""The bytes of a spreadsheet read into a book, whatever program wrote them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree as xml

import python_calamine as calamine

from bitacora.authoring.importing.cells import Book, Cell, Mark, Sheet, Value
from bitacora.authoring.importing.compound_file import is_whole
from bitacora.authoring.importing.marks import Marks, SheetMarks
from bitacora.authoring.importing.ods_marks import ods_marks
from bitacora.authoring.importing.text_table import read_text_table, tidy
from bitacora.authoring.importing.xls_marks import xls_marks
from bitacora.authoring.importing.xlsx_marks import xlsx_marks

MAX_BYTES = 15_000_000
MAX_UNPACKED = 300_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 300
ZIP, OLE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF"
SAVE_AS = "Ábralo en Excel o en LibreOffice y guárdelo como «Libro de Excel (.xlsx)»."
BROKEN = (
    xml.ParseError,
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,
)
ERRORS = (
    calamine.CalamineError,
    calamine.PasswordError,
    calamine.XmlError,
    calamine.ZipError,
    calamine.WorksheetNotFound,
)


def read_book(raw: bytes, name: str) -> Book:
    """The book that the bytes of a file hold; ``ValueError``, in words for people, when they hold
    none. ``name`` is that of the file: what it holds is seen in the bytes."""
    if not raw.strip():
        raise ValueError(f"«{name}» está vacío. Guarde de nuevo la hoja de cálculo.")
    if len(raw) > MAX_BYTES:
        raise ValueError(
            f"«{name}» pesa más de {MAX_BYTES // 1_000_000} MB. Quítele imágenes y hojas que no se "
            "importan, y guárdelo de nuevo."
        )
    if raw.startswith(PDF):
        raise ValueError(f"«{name}» es un PDF. Pida la hoja de cálculo de donde salió.")
    if raw.startswith((ZIP, OLE)):
        return _workbook(raw, name)
    start = raw[:400].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith(b"<"):
        raise ValueError(
            f"«{name}» es una página web guardada con nombre de hoja de cálculo. {SAVE_AS}"
        )
    return read_text_table(raw, name)


def _workbook(raw: bytes, name: str) -> Book:
    marks = _marks(raw, name)
    try:
        book = calamine.load_workbook(BytesIO(raw))
        sheets = tuple(
            _sheet(book, data, marks.sheets.get(data.name, SheetMarks()))
            for data in book.sheets_metadata
            if data.typ is calamine.SheetTypeEnum.WorkSheet
        )
    except calamine.PasswordError:
        raise ValueError(
            f"«{name}» tiene contraseña. Quítesela (Archivo, Información, Proteger libro) y "
            "guárdelo de nuevo."
        ) from None
    except (*ERRORS, ValueError, OSError):
        raise ValueError(f"«{name}» no se puede leer: {_why(raw)} {SAVE_AS}") from None
    return Book(name, sheets, first_day=marks.first_day)


def _why(raw: bytes) -> str:
    if b"word/document.xml" in raw:
        return "es un documento de Word."
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return "tiene contraseña."
    return "está dañado, o no es una hoja de cálculo."


def _marks(raw: bytes, name: str) -> Marks:
    """What calamine does not tell: formats, errors, formulas without result, hidden rows."""
    try:
        if raw.startswith(OLE):
            return xls_marks(raw) if is_whole(raw) else _broken()
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            if sum(item.file_size for item in archive.infolist()) > MAX_UNPACKED:
                return _broken()
            names = set(archive.namelist())
            if "content.xml" in names:
                return ods_marks(archive)
            return xlsx_marks(archive) if "xl/workbook.xml" in names else Marks()
    except (*BROKEN, ValueError):
        raise ValueError(f"«{name}» no se puede leer: {_why(raw)} {SAVE_AS}") from None


def _broken() -> Marks:
    raise ValueError


def _sheet(
    book: calamine.CalamineWorkbook, data: calamine.SheetMetadata, marks: SheetMarks
) -> Sheet:
    sheet = book.get_sheet_by_name(data.name)
    values = sheet.to_python(skip_empty_area=False, nrows=MAX_ROWS + 1)
    if len(values) > MAX_ROWS or any(len(row) > MAX_COLUMNS for row in values[:1]):
        values, too_big = [row[:MAX_COLUMNS] for row in values[:MAX_ROWS]], True
    else:
        too_big = False
    rows = [
        [_cell(row, column, value, marks) for column, value in enumerate(line, start=1)]
        for row, line in enumerate(values, start=1)
    ]
    _spread_down(rows, [*marks.merged, *_merged(sheet)])
    remark = (f"Solo se leyeron {MAX_ROWS} filas y {MAX_COLUMNS} columnas de «{data.name}».",)
    visible = data.visible is calamine.SheetVisibleEnum.Visible and not marks.hidden
    frozen = tuple(tuple(row) for row in rows)
    return Sheet(data.name, frozen, visible, marks.hidden_rows, remark if too_big else ())


def _merged(sheet: calamine.CalamineSheet) -> Iterable[tuple[int, int, int, int]]:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        yield top + 1, left + 1, bottom + 1, right + 1


def _spread_down(rows: list[list[Cell]], merged: Iterable[tuple[int, int, int, int]]) -> None:
    """A cell merged over several rows is worth the same in each of them, in its first column."""
    for top, left, bottom, _ in merged:
        if not (0 < top <= len(rows) and 0 < left <= len(rows[top - 1])):
            continue
        first = rows[top - 1][left - 1]
        for row in range(top + 1, min(bottom, len(rows)) + 1):
            if left <= len(rows[row - 1]) and rows[row - 1][left - 1].is_empty:
                spread = Cell(row, left, first.value, first.mark, first.currency)
                rows[row - 1][left - 1] = spread


def _cell(row: int, column: int, found: object, marks: SheetMarks) -> Cell:
    mark, currency = marks.of(row, column)
    value = None if mark in (Mark.ERROR, Mark.UNCOMPUTED) else _value(found)
    if mark is Mark.UNCOMPUTED and _value(found) not in (None, Decimal(0)):
        mark, value = Mark.PLAIN, _value(found)
    return Cell(row, column, value, mark, currency)


def _value(found: object) -> Value:
    if isinstance(found, bool):
        return found
    if isinstance(found, int | float):
        # Fifteen figures are what spreadsheets keep: 0.1 + 0.2 is 0.3 to whoever looks at it.
        text = f"{found:.15g}"
        return Decimal(text) if "n" not in text else None
    if isinstance(found, datetime):
        return found if found.hour or found.minute or found.second else found.date()
    if isinstance(found, date | time | timedelta):
        return found
    return tidy(str(found)) or None
