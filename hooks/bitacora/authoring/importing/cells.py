"""What a spreadsheet holds: cells that know their place, rows, sheets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = str | bool | Decimal | date | datetime | time | timedelta | None


class Mark(StrEnum):
    """What the format of a cell, or the way it was made, says of its value."""

    PLAIN = "plain"
    PERCENT = "percent"
    MONTH = "month"
    YEAR = "year"
    ERROR = "error"
    UNCOMPUTED = "uncomputed"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its row and column from 1, its value, what its format says, the currency that its
    format names."""

    row: int
    column: int
    value: Value
    mark: Mark = Mark.PLAIN
    currency: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it; an error or a formula without result is something."""
        return self.value is None and self.mark not in (Mark.ERROR, Mark.UNCOMPUTED)

    @property
    def text(self) -> str:
        """The value as people see it, more or less."""
        return shown(self.value)

    @property
    def where(self) -> str:
        """Its place in words: «fila 7, columna D»."""
        return f"fila {self.row}, columna {letters(self.column)}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows are as long as they are in the file; ``by_hand`` says that it is text
    (a CSV), where nothing has a type."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    visible: bool = True
    hidden_rows: frozenset[int] = frozenset()
    remarks: tuple[str, ...] = ()

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place from 1; an empty one beyond the edges."""
        if 0 < row <= len(self.rows) and 0 < column <= len(self.rows[row - 1]):
            return self.rows[row - 1][column - 1]
        return Cell(row, column, None)

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return all(cell.is_empty for row in self.rows for cell in row)


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook, or a text table as a book of one sheet; ``first_day`` is day 0 of its serial
    dates; ``typed`` is false for a text table."""

    name: str
    sheets: tuple[Sheet, ...]
    typed: bool = True
    first_day: date = date(1899, 12, 30)
    remarks: tuple[str, ...] = ()


def letters(column: int) -> str:
    """The letters of a column from 1: 1 is A, 28 is AB."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def shown(value: Value) -> str:
    """A value in a few words for people."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "VERDADERO" if value else "FALSO"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
