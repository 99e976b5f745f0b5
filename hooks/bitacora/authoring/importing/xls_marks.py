"""What an old .xls workbook (BIFF8) says of its cells besides their values."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bitacora.authoring.importing.cells import PLAIN_LOOK, Look, Mark, Trait
from bitacora.authoring.importing.compound_file import stream_of
from bitacora.authoring.importing.marks import (
    EPOCH_1900,
    EPOCH_1904,
    Marks,
    Place,
    SheetMarks,
    with_trait,
)
from bitacora.authoring.importing.number_formats import BUILT_IN, format_look

BOF, EOF, DATE_1904, SHEET, FORMAT, XF, FONT = 0x809, 0x0A, 0x22, 0x85, 0x41E, 0xE0, 0x31
FORMULA, NUMBER, RK, MANY_RK, BOOL_OR_ERROR, ROW = 0x06, 0x203, 0x27E, 0xBD, 0x205, 0x208
SHARED_TEXT, TEXT, NOTE, COLUMNS, WINDOW = 0xFD, 0x204, 0x1C, 0x7D, 0x23E
NEVER_CALCULATED, ENGINE, OTHER_BOOKS = 0x5E, 0x1C1, 0x1AE
HIDDEN_ROW, HIDDEN_COLUMN, STRUCK_FONT, ZEROS_SEEN = 0x20, 0x01, 0x08, 0x10
TEXTS, EXTENT = 0xFC, 0x200
MOST_ROWS, MOST_COLUMNS = 65_536, 256
NO_SUCH_FONT = 4
"""Fonts are numbered without this number."""
OWN_SHEETS, ADDED_FUNCTIONS = 0x401, 0x3A01
"""Where a list of other books says that it is of this one, or of functions."""
LINKS = (
    "El libro tiene enlaces a otros libros. De las fórmulas que los usan se leyó el resultado que "
    "quedó guardado: compruebe que esté al día."
)
Record = tuple[int, bytes]


PARTLY_STRUCK = (
    "El libro usa letra tachada. Si algún texto tiene tachada solo una parte, en un .xls no se ve "
    "y se leyó entero: compruébelo, o guárdelo como «Libro de Excel (.xlsx)» e importe ese."
)


@dataclass(slots=True)
class _Globals:
    fonts: list[tuple[bool, bool]] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=lambda: dict(BUILT_IN))
    sheets: dict[int, str] = field(default_factory=dict)
    old_dates: bool = False
    calculated: bool = False
    linked: bool = False

    @property
    def raises(self) -> bool:
        """Whether some font is above or below its line: inside which texts is not looked at."""
        return any(raised for _, raised in self.fonts)


def xls_marks(raw: bytes) -> Marks:
    """The marks of each sheet; ``ValueError`` where the file is of another kind or broken."""
    try:
        stream = stream_of(raw, ("Workbook",))
        found = _globals(stream)
        sheets = {
            name: _sheet(_records(stream, start), found) for start, name in found.sheets.items()
        }
    except (struct.error, IndexError) as error:
        raise ValueError(str(error)) from None
    strikes = any(struck for struck, _ in found.fonts)
    remarks = (*([LINKS] if found.linked else ()), *([PARTLY_STRUCK] if strikes else ()))
    return Marks(sheets, EPOCH_1904 if found.old_dates else EPOCH_1900, remarks)


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
        if kind == FONT:
            struck = bool(struct.unpack_from("<H", body, 2)[0] & STRUCK_FONT)
            found.fonts.append((struck, struct.unpack_from("<H", body, 8)[0] in (1, 2)))
        elif kind == FORMAT:
            found.codes[struct.unpack_from("<H", body)[0]] = _text(body[2:], wide_count=True)
        elif kind == XF:
            found.looks.append(_look(found, *struct.unpack_from("<HH", body)))
        elif kind == SHEET:
            found.sheets[struct.unpack_from("<I", body)[0]] = _text(body[6:], wide_count=False)
        elif kind == DATE_1904:
            found.old_dates = body[:1] == b"\x01"
        elif kind == TEXTS and struct.unpack_from("<I", body, 4)[0] > len(stream):
            raise ValueError("more texts than bytes")
        elif kind == ENGINE:
            found.calculated = any(body[4:8])
        elif kind == OTHER_BOOKS:
            known = (OWN_SHEETS, ADDED_FUNCTIONS)
            found.linked |= struct.unpack_from("<H", body, 2)[0] not in known
    return found


def _look(found: _Globals, font: int, code: int) -> Look:
    look = format_look(found.codes.get(code, ""))
    number = font - (font > NO_SUCH_FONT)
    struck = number < len(found.fonts) and found.fonts[number][0]
    return with_trait(look, Trait.STRUCK) if struck else look


def _text(body: bytes, wide_count: bool) -> str:
    start = 2 if wide_count else 1
    count = int.from_bytes(body[:start], "little")
    wide = body[start] & 1
    raw = body[start + 1 : start + 1 + count * (2 if wide else 1)]
    return raw.decode("utf-16-le" if wide else "latin-1")


def _sheet(records: Iterator[Record], book: _Globals) -> SheetMarks:
    cells: dict[Place, Look] = {}
    rows: set[int] = set()
    columns: set[int] = set()
    comments: dict[Place, str] = {}
    zeros_unseen = never = False
    for kind, body in records:
        if kind == ROW and struct.unpack_from("<I", body, 12)[0] & HIDDEN_ROW:
            rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == COLUMNS and struct.unpack_from("<H", body, 8)[0] & HIDDEN_COLUMN:
            first, last = struct.unpack_from("<HH", body)
            columns |= set(range(first + 1, last + 2))
        elif kind == NOTE:
            row, column = struct.unpack_from("<HH", body)
            comments[(row + 1, column + 1)] = ""
        elif kind == EXTENT and not _is_possible(body):
            # The library that reads the values would make room for all of them.
            raise ValueError("a sheet larger than any")
        elif kind == WINDOW:
            zeros_unseen = not struct.unpack_from("<H", body)[0] & ZEROS_SEEN
        never |= kind == NEVER_CALCULATED
        for row, column, style, mark in _cells(kind, body, never, book):
            look = book.looks[style] if style < len(book.looks) else PLAIN_LOOK
            look = replace(look, mark=mark) if mark is not Mark.PLAIN else look
            if book.raises and kind in (SHARED_TEXT, TEXT):
                look = with_trait(look, Trait.RAISED)
            if look != PLAIN_LOOK:
                cells[(row + 1, column + 1)] = look
    return SheetMarks(
        cells,
        (),
        frozenset(rows),
        frozenset(columns),
        comments=comments,
        zeros_unseen=zeros_unseen,
    )


def _is_possible(extent: bytes) -> bool:
    first, last, left, right = struct.unpack_from("<IIHH", extent)
    return bool(first <= last <= MOST_ROWS and left <= right <= MOST_COLUMNS)


def _cells(
    kind: int, body: bytes, never: bool, book: _Globals
) -> Iterator[tuple[int, int, int, Mark]]:
    """Row, column and style of the cells of a record; the mark of those without a result."""
    if kind in (NUMBER, RK, SHARED_TEXT, TEXT):
        yield (*struct.unpack_from("<HHH", body), Mark.PLAIN)
    elif kind == BOOL_OR_ERROR:
        yield (*struct.unpack_from("<HHH", body), Mark.ERROR if body[7] == 1 else Mark.PLAIN)
    elif kind == FORMULA:
        yield (*struct.unpack_from("<HHH", body), _result(body, never, book))
    elif kind == MANY_RK:
        row, first = struct.unpack_from("<HH", body)
        for index in range((len(body) - 6) // 6):
            style = struct.unpack_from("<H", body, 4 + index * 6)[0]
            yield row, first + index, style, Mark.PLAIN


def _result(body: bytes, never: bool, book: _Globals) -> Mark:
    """What the saved result of a formula is: an error, none because nobody calculated it, or one
    to be read. A program that calculates nothing saves an empty text and names no engine."""
    special = body[12:14] == b"\xff\xff"
    if special and body[6] == 2:
        return Mark.ERROR
    empty = special and body[6] == 3
    return Mark.UNCOMPUTED if never or (empty and not book.calculated) else Mark.PLAIN
