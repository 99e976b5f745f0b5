"""A workbook before it is written: its sheets, columns, cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bitacora.quarters import Period

CellValue = str | int | Decimal | date | None
READ_ONLY = "-"
"""What stands in the row of field names above a column that is only for reading."""
WITHIN = " · "
"""What stands between a code, or an id, and its name in a cell."""


class Rule(StrEnum):
    """What a cell to fill admits."""

    NUMBER = "number"
    NUMBER_OR_UNKNOWN = "number_or_unknown"
    WHOLE = "whole"
    DAY = "day"
    HOUR = "hour"
    LENGTH = "length"
    LIST = "list"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Validation:
    """What Excel checks as a cell is filled: bounds or a list, the help shown, the refusal.

    ``choices`` names a list of the workbook. ADVICE offers a list and refuses nothing.
    """

    rule: Rule
    help: str = ""
    refusal: str = ""
    low: Decimal | date | int | None = None
    high: Decimal | date | int | None = None
    choices: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its value or its formula (``{valor}`` stands for the cell of that field in the
    same row), a note, and what it admits where that differs from its column."""

    value: CellValue = None
    note: str = ""
    formula: str = ""
    validation: Validation | None = None
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``field`` is the name in the model, or READ_ONLY; ``fill`` says that people write
    in it; ``hidden`` ones are keys for the program."""

    field: str
    heading: str
    help: str = ""
    width: int = 14
    fill: bool = False
    hidden: bool = False
    required: bool = False
    validation: Validation | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by the place of their column; ``mark`` gives all of it a tint."""

    cells: tuple[Cell, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet to fill. ``frozen`` is how many columns stay in sight; ``spare`` how many empty
    rows follow."""

    name: str
    title: str
    words: tuple[str, str]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    frozen: int
    unit: str = ""
    spare: int = 0


@dataclass(frozen=True, slots=True)
class Workbook:
    """A whole workbook, with the drop-down lists that its sheets name."""

    kind: str
    entity: str
    day: date
    title: str
    how_to: tuple[tuple[str, tuple[str, ...]], ...]
    sheets: tuple[Sheet, ...]
    quarter: Period | None = None
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
