"""Counts as tables of finished cells, with their denominators."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bitacora.pages.escape import inline
from bitacora.spanish import NO_BREAK_SPACE, number
from bitacora.tallies.breakdown import UNCLASSIFIED, Breakdown

Namer = Callable[[str], str]
"""From the key of a group to what people read, already escaped."""


@dataclass(frozen=True, slots=True)
class Table:
    """A head with its rows; no rows, no table."""

    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def share(part: int, whole: int) -> str:
    """A count with its denominator: «3 de 14»."""
    return f"{number(part)} de {number(whole)}"


def crossed(
    found: Breakdown, corner: str, row_name: Namer = inline, column_name: Namer = inline
) -> Table:
    """Groups against columns, with the total of each row and of each column."""
    if not found.groups:
        return Table()
    rows = [
        (_named(row_name, group), *(number(cell) for cell in cells), _whole(total, found.total))
        for group, cells, total in zip(found.groups, found.cells, found.totals, strict=True)
    ]
    sums = [sum(column) for column in zip(*found.cells, strict=True)]
    last = ("**Total**", *(number(total) for total in sums), number(found.total))
    names = tuple(_named(column_name, column) for column in found.columns)
    return Table((corner, *names, "Total"), (*rows, last))


def _whole(part: int, whole: int) -> str:
    # A narrow column of figures would break it in two lines.
    return share(part, whole).replace(" ", NO_BREAK_SPACE)


def counted(counts: Iterable[tuple[str, int]], head: Sequence[str], name: Namer = inline) -> Table:
    """One row for each group: its name and its count over the sum of all."""
    pairs = list(counts)
    whole = sum(count for _, count in pairs)
    rows = tuple((_named(name, key), share(count, whole)) for key, count in pairs)
    return Table(tuple(head), rows)


def _named(name: Namer, key: str) -> str:
    return UNCLASSIFIED if key == UNCLASSIFIED else name(key)
