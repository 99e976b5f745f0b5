"""Counts by group and state in which every record appears exactly once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

UNCLASSIFIED = "Sin clasificar"


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A table of counts: ``cells[group][column]``, with the total of each row and of all."""

    groups: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def totals(self) -> tuple[int, ...]:
        """The total of each group."""
        return tuple(sum(row) for row in self.cells)

    @property
    def total(self) -> int:
        """How many records were counted."""
        return sum(self.totals)


def breakdown(
    pairs: Iterable[tuple[str | None, str]], groups: Sequence[str], columns: Sequence[str]
) -> Breakdown:
    """Count (group, column) pairs; a record without group goes to «Sin clasificar».

    A group or a column that was not announced is added at the end rather than lost. Announced
    groups stay even when empty; columns that nobody falls into are left out.
    """
    rows = [(group or UNCLASSIFIED, column) for group, column in pairs]
    if not rows:
        return Breakdown((), (), ())
    frame = pd.DataFrame(rows, columns=["group", "column"])
    counts = pd.crosstab(frame["group"], frame["column"])
    shown_groups = [*groups, *_others(groups, counts.index)]
    present = {str(column) for column in counts.columns}
    shown_columns = [column for column in columns if column in present]
    shown_columns += _others(columns, counts.columns)
    table = counts.reindex(index=shown_groups, columns=shown_columns, fill_value=0)
    return Breakdown(
        tuple(shown_groups),
        tuple(shown_columns),
        tuple(tuple(int(cell) for cell in row) for row in table.to_numpy()),
    )


def _others(announced: Sequence[str], found: Iterable[object]) -> list[str]:
    return sorted(str(item) for item in found if str(item) not in announced)
