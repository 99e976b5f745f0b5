"""The bytes of a spreadsheet read into a book, whatever program wrote them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from types import TracebackType
from xml.etree import ElementTree as xml
from xml.parsers import expat

import python_calamine as calamine

from bitacora.authoring.importing.cells import Book, Cell, Mark, Merge, Sheet, Value
from bitacora.authoring.importing.compound_file import is_whole
from bitacora.authoring.importing.formulas import stale
from bitacora.authoring.importing.marks import Marks, SheetMarks
from bitacora.authoring.importing.ods_marks import ods_marks
from bitacora.authoring.importing.text_table import read_text_table, tidy
from bitacora.authoring.importing.xls_marks import xls_marks
from bitacora.authoring.importing.xlsx_marks import book_part, xlsx_marks

MAX_BYTES = 15_000_000
MAX_UNPACKED = 300_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 300
ZIP, OLE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF"
SAVE_AS = "Ábralo en Excel o en LibreOffice y guárdelo como «Libro de Excel (.xlsx)»."
BROKEN = (
    xml.ParseError,
    expat.ExpatError,
    ArithmeticError,
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    LookupError,
    NotImplementedError,
    RuntimeError,
)
PANIC = "PanicException"
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
    # A page may be kept in two bytes a letter, or whole in one file.
    start = raw[:800].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    if start.startswith((b"<", b"mime-version:")):
        raise ValueError(
            f"«{name}» es una página web guardada con nombre de hoja de cálculo. {SAVE_AS}"
        )
    return read_text_table(raw, name)


def _workbook(raw: bytes, name: str) -> Book:
    marks = _marks(raw, name)
    try:
        with _NoPanic():
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
    return Book(name, sheets, first_day=marks.first_day, remarks=marks.remarks)


class _NoPanic:
    """The library that reads the values panics over some damaged files, with what is no error of
    Python and has no name to be caught by: a ``ValueError`` takes its place."""

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if kind is not None and kind.__name__ == PANIC:
            raise ValueError(str(error)) from None


def _why(raw: bytes) -> str:
    if b"xl/workbook.bin" in raw:
        return "es un libro binario de Excel (.xlsb), que guarda los formatos de otra manera."
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
            path = book_part(archive)
            # Without its formats a percentage would be read as another figure.
            return xlsx_marks(archive, path) if path in names else _broken()
    except (*BROKEN, ValueError):
        raise ValueError(f"«{name}» no se puede leer: {_why(raw)} {SAVE_AS}") from None


def _broken() -> Marks:
    raise ValueError


def _sheet(
    book: calamine.CalamineWorkbook, data: calamine.SheetMetadata, marks: SheetMarks
) -> Sheet:
    sheet = book.get_sheet_by_name(data.name)
    values = sheet.to_python(skip_empty_area=False, nrows=MAX_ROWS + 1)
    wide = any(len(row) > MAX_COLUMNS for row in values[:1])
    rows = [
        [_cell(row, column, value, marks) for column, value in enumerate(line[:MAX_COLUMNS], 1)]
        for row, line in enumerate(values[:MAX_ROWS], start=1)
    ]
    _doubt_stale(rows, marks)
    _spread_down(rows, [*marks.merged, *_merged(sheet)])
    remark = (f"De «{data.name}» solo se leyeron {MAX_COLUMNS} columnas.",)
    visible = data.visible is calamine.SheetVisibleEnum.Visible and not marks.hidden
    frozen = tuple(tuple(row) for row in rows)
    return Sheet(
        data.name,
        frozen,
        visible,
        marks.hidden_rows,
        marks.hidden_columns,
        marks.comments,
        remark if wide else (),
        len(values) > MAX_ROWS,
    )


def _doubt_stale(rows: list[list[Cell]], marks: SheetMarks) -> None:
    """A saved result that is not that of its formula is none."""

    def cell(row: int, column: int) -> Cell:
        inside = row <= len(rows) and column <= len(rows[row - 1])
        return rows[row - 1][column - 1] if inside else Cell(row, column, None)

    for row, column in stale(marks.formulas, cell):
        old = rows[row - 1][column - 1]
        look = replace(old.look, mark=Mark.UNCOMPUTED)
        rows[row - 1][column - 1] = replace(old, value=None, look=look)


def _merged(sheet: calamine.CalamineSheet) -> Iterable[Merge]:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        yield Merge(top + 1, left + 1, bottom + 1, right + 1)


def _spread_down(rows: list[list[Cell]], merged: Iterable[Merge]) -> None:
    """A cell merged over several rows is worth the same in each of them, in its first column."""
    for merge in merged:
        top, left = merge.top, merge.left
        if not (0 < top <= len(rows) and 0 < left <= len(rows[top - 1])):
            continue
        first = rows[top - 1][left - 1]
        rows[top - 1][left - 1] = replace(first, merge=merge)
        for row in range(top + 1, min(merge.bottom, len(rows)) + 1):
            if left <= len(rows[row - 1]) and rows[row - 1][left - 1].is_empty:
                rows[row - 1][left - 1] = replace(first, row=row, merge=merge)


def _cell(row: int, column: int, found: object, marks: SheetMarks) -> Cell:
    look = marks.of(row, column)
    value = None if look.mark in (Mark.ERROR, Mark.UNCOMPUTED) else _value(found)
    return Cell(row, column, value, look)


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
