"""A table kept as text (CSV) read into a book, as spreadsheet programs write it."""

from __future__ import annotations

import codecs
import csv
import re
import unicodedata
from collections import Counter
from pathlib import PurePosixPath

from bitacora.authoring.importing.cells import Book, Cell, Sheet

SEPARATORS = (";", ",", "\t", "|")
NAMES = {";": "punto y coma", ",": "comas", "\t": "tabulaciones", "|": "barras"}
MAX_ROWS = 20_000
_SPACES = re.compile("[ \u00a0\u2000-\u200a\u202f\u205f\u3000\t]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b-\x1f\x7f]")
_DECLARED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def read_text_table(raw: bytes, name: str) -> Book:
    """The book of one sheet that a text holds; ``ValueError``, in words, where it is no text."""
    text, remarks = _decoded(raw, name)
    declared = _DECLARED.match(text)
    text = text[declared.end() :] if declared else text
    separator = declared[1] if declared else _separator(text)
    rows = _rows(text, separator)
    if len(rows) > MAX_ROWS:
        raise ValueError(f"«{name}» tiene más de {MAX_ROWS} filas. Divídalo en varios.")
    skipped = 1 if declared else 0
    cells = [()] * skipped + [
        tuple(
            Cell(number, column, tidy(value) or None) for column, value in enumerate(row, start=1)
        )
        for number, row in enumerate(rows, start=1 + skipped)
    ]
    remarks += (f"Las columnas están separadas por {NAMES.get(separator, separator)}.",)
    return Book(name, (Sheet(PurePosixPath(name).stem, tuple(cells)),), separator, remarks=remarks)


def tidy(text: str) -> str:
    """A text in NFC without characters that nobody sees, with plain single spaces; its line breaks
    stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").split("\n")
    kept = [_SPACES.sub(" ", _UNSEEN.sub("", line)).strip() for line in lines]
    return unicodedata.normalize("NFC", "\n".join(kept).strip())


def _decoded(raw: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    for mark, coding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if raw.startswith(mark):
            try:
                return raw.removeprefix(mark).decode(coding), ()
            except UnicodeDecodeError:
                raise _not_text(name) from None
    if b"\x00" in raw:
        raise _not_text(name)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        raise _not_text(name) from None
    found = re.search(r"\w*[^\W\x00-\x7f]\w*", text)
    seen = f"; por ejemplo, leyó «{found.group()}»" if found else ""
    return text, (f"El archivo está en Windows-1252, el de Excel en español{seen}.",)


def _not_text(name: str) -> ValueError:
    return ValueError(
        f"«{name}» no es una hoja de cálculo ni una tabla de texto que se pueda leer. Ábralo en "
        "Excel o en LibreOffice y guárdelo como «Libro de Excel (.xlsx)»."
    )


def _separator(text: str) -> str:
    """The separator that parts most rows into the same number of cells."""

    def score(separator: str) -> tuple[int, int]:
        # Quotes that do not balance are told when the table is read, not here.
        rows = list(csv.reader(text.splitlines(), delimiter=separator))
        widths = Counter(len(row) for row in rows[:500] if any(cell.strip() for cell in row))
        del widths[1]
        if not widths:
            return 0, 0
        width, times = max(widths.items(), key=lambda item: (item[1] * (item[0] - 1), item[0]))
        return times * (width - 1), width

    return max(SEPARATORS, key=score)


def _rows(text: str, separator: str) -> list[list[str]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator, strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(reader)
    except csv.Error:
        raise ValueError(
            f"Cerca de la fila {len(rows) + 1} hay unas comillas sin cerrar, o algo escrito "
            "después de ellas, y no se sabe dónde termina cada celda. Abra el archivo en Excel o "
            "en LibreOffice, revise esa fila y guárdelo como «Libro de Excel (.xlsx)»."
        ) from None
    return rows
