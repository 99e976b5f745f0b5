"""What a workbook says of its cells besides their values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bitacora.authoring.importing.cells import PLAIN_LOOK, Look, Merge, Trait

Place = tuple[int, int]
"""A row and a column, from 1."""
EPOCH_1900, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """The looks of the cells of one sheet that are not plain, its merged cells, what is hidden,
    its comments, whether it shows its zeros, the formulas with a saved result."""

    cells: Mapping[Place, Look] = field(default_factory=dict)
    merged: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    comments: Mapping[Place, str] = field(default_factory=dict)
    zeros_unseen: bool = False
    formulas: Mapping[Place, str] = field(default_factory=dict)

    def of(self, row: int, column: int) -> Look:
        """The look of a cell."""
        look = self.cells.get((row, column), PLAIN_LOOK)
        return with_trait(look, Trait.ZERO_UNSEEN) if self.zeros_unseen else look


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a workbook, by sheet, with day 0 of its serial dates and what is to be said of
    the whole book."""

    sheets: Mapping[str, SheetMarks] = field(default_factory=dict)
    first_day: date = EPOCH_1900
    remarks: tuple[str, ...] = ()


def with_trait(look: Look, *traits: Trait) -> Look:
    """The same look with more traits."""
    return replace(look, traits=look.traits | frozenset(traits)) if traits else look
