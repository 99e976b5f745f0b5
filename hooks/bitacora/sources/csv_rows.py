"""The rows of a CSV text, each with the line where it begins."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not blank: its first physical line, its cells without outer spaces."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows up to the end, or up to the line of the row whose quotes do not balance."""

    rows: tuple[Row, ...]
    broken_line: int | None = None


def choose_separator(text: str) -> str:
    """The separator that gives the header most names; the comma when two give as many."""
    return max(SEPARATORS, key=lambda separator: _header_width(text, separator))


def split_rows(text: str, separator: str) -> Rows:
    """All rows of `text`, blank ones left out."""
    rows: list[Row] = []
    line = 1
    reader = _reader(text, separator)
    try:
        for cells in reader:
            row = Row(line, tuple(cell.strip() for cell in cells))
            if any(row.cells):
                rows.append(row)
            line = reader.line_num + 1
    except csv.Error:
        return Rows(tuple(rows), line)
    return Rows(tuple(rows))


def _header_width(text: str, separator: str) -> int:
    try:
        for cells in _reader(text, separator):
            named = sum(any(char.isalnum() for char in cell) for cell in cells)
            if named:
                return named
    except csv.Error:
        # Quotes do not balance: the bare count still tells which separator was meant.
        return text.lstrip().partition("\n")[0].count(separator) + 1
    return 0


def _reader(text: str, separator: str) -> csv._reader:  # type: ignore[name-defined]
    return csv.reader(_lines(text), delimiter=separator, strict=True, skipinitialspace=True)


def _lines(text: str) -> Iterator[str]:
    # Not splitlines(): that breaks lines at signs that no spreadsheet takes for a new line.
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end + 1
        yield text[start:end]
        start = end
