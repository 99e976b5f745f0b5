"""What a spreadsheet holds: cells that know their place, rows, sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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


class Trait(StrEnum):
    """Something besides its value by which a cell says more, or less, than its value alone."""

    STRUCK = "struck"
    RAISED = "raised"
    LINKED = "linked"
    ZERO_UNSEEN = "zero_unseen"


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks to who has the sheet open: what its format says, the currency that it names
    («$» where it is a bare sign), how many decimals it shows (None where it shows them all), its
    traits."""

    mark: Mark = Mark.PLAIN
    currency: str | None = None
    decimals: int | None = None
    traits: frozenset[Trait] = frozenset()


PLAIN_LOOK = Look()


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells merged into one: top, left, bottom, right, from 1."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def shown(self) -> str:
        """As spreadsheets name them: «C2:C3»."""
        return f"{letters(self.left)}{self.top}:{letters(self.right)}{self.bottom}"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its row and column from 1, its value, its look, the merged cells of which it is
    one."""

    row: int
    column: int
    value: Value
    look: Look = PLAIN_LOOK
    merge: Merge | None = None

    @property
    def mark(self) -> Mark:
        """What its format says of its value."""
        return self.look.mark

    @property
    def currency(self) -> str | None:
        """The currency that its format names; «$» where it is a bare sign."""
        return self.look.currency

    def has(self, trait: Trait) -> bool:
        """Whether it has a trait."""
        return trait in self.look.traits

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

    @property
    def name(self) -> str:
        """Its place as spreadsheets name it: «D7»."""
        return f"{letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows are as long as they are in the file; the rows and columns that it does
    not show, the comments of its cells by row and column; whether it has more rows than these."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    visible: bool = True
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    cut_short: bool = False

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
    dates; ``separator`` is what parts the cells of a text table, where nothing has a type."""

    name: str
    sheets: tuple[Sheet, ...]
    separator: str = ""
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
