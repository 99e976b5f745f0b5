"""The formats and errors of an old .xls workbook (BIFF8)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from bitacora.authoring.importing.cells import Mark
from bitacora.authoring.importing.compound_file import stream_of
from bitacora.authoring.importing.marks import (
    EPOCH_1900,
    EPOCH_1904,
    Marks,
    SheetMarks,
    format_mark,
)
from bitacora.authoring.importing.xlsx_marks import BUILT_IN, Style

BOF, EOF, DATE_1904, SHEET, FORMAT, XF = 0x809, 0x0A, 0x22, 0x85, 0x41E, 0xE0
FORMULA, NUMBER, RK, MANY_RK, BOOL_OR_ERROR, ROW = 0x06, 0x203, 0x27E, 0xBD, 0x205, 0x208
HIDDEN_ROW = 0x20
Record = tuple[int, bytes]


@dataclass(slots=True)
class _Globals:
    styles: list[Style] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=lambda: dict(BUILT_IN))
    sheets: dict[int, str] = field(default_factory=dict)
    old_dates: bool = False


def xls_marks(raw: bytes) -> Marks:
    """The marks of each sheet; ``ValueError`` where the file is of another kind or broken."""
    try:
        stream = stream_of(raw, ("Workbook",))
        found = _globals(stream)
        sheets = {
            name: _sheet(_records(stream, start), found.styles)
            for start, name in found.sheets.items()
        }
    except (struct.error, IndexError) as error:
        raise ValueError(str(error)) from None
    return Marks(sheets, EPOCH_1904 if found.old_dates else EPOCH_1900)


def _records(stream: bytes, start: int) -> Iterator[Record]:
    """The records from a BOF to its EOF; those of a chart inside are passed over."""
    depth = 0
    while start + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, start)
        body = stream[start + 4 : start + 4 + size]
        start += 4 + size
        if kind == BOF:
            depth += 1
        elif kind == EOF:
            depth -= 1
            if depth == 0:
                return
        elif depth == 1:
            yield kind, body


def _globals(stream: bytes) -> _Globals:
    found = _Globals()
    for kind, body in _records(stream, 0):
        if kind == FORMAT:
            found.codes[struct.unpack_from("<H", body)[0]] = _text(body[2:], wide_count=True)
        elif kind == XF:
            code = found.codes.get(struct.unpack_from("<HH", body)[1], "")
            found.styles.append(format_mark(code))
        elif kind == SHEET:
            found.sheets[struct.unpack_from("<I", body)[0]] = _text(body[6:], wide_count=False)
        elif kind == DATE_1904:
            found.old_dates = body[:1] == b"\x01"
    return found


def _text(body: bytes, wide_count: bool) -> str:
    start = 2 if wide_count else 1
    count = int.from_bytes(body[:start], "little")
    wide = body[start] & 1
    raw = body[start + 1 : start + 1 + count * (2 if wide else 1)]
    return raw.decode("utf-16-le" if wide else "latin-1")


def _sheet(records: Iterator[Record], styles: list[Style]) -> SheetMarks:
    cells: dict[tuple[int, int], Style] = {}
    hidden: set[int] = set()
    for kind, body in records:
        if kind == ROW and struct.unpack_from("<I", body, 12)[0] & HIDDEN_ROW:
            hidden.add(struct.unpack_from("<H", body)[0] + 1)
        for row, column, style, is_error in _cells(kind, body):
            mark = styles[style] if style < len(styles) else (Mark.PLAIN, None)
            cells[(row + 1, column + 1)] = (Mark.ERROR, None) if is_error else mark
    return SheetMarks(
        {place: mark for place, mark in cells.items() if mark != (Mark.PLAIN, None)},
        (),
        frozenset(hidden),
    )


def _cells(kind: int, body: bytes) -> Iterator[tuple[int, int, int, bool]]:
    if kind in (NUMBER, RK):
        yield (*struct.unpack_from("<HHH", body), False)
    elif kind == BOOL_OR_ERROR:
        yield (*struct.unpack_from("<HHH", body), body[7] == 1)
    elif kind == FORMULA:
        failed = body[12:14] == b"\xff\xff" and body[6] == 2
        yield (*struct.unpack_from("<HHH", body), failed)
    elif kind == MANY_RK:
        row, first = struct.unpack_from("<HH", body)
        for index in range((len(body) - 6) // 6):
            yield row, first + index, struct.unpack_from("<H", body, 4 + index * 6)[0], False
