"""A chart as pages show it: the drawing, or the reason for its absence, with its table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a chart as plain text; ``numbers`` are the columns (from 0) with figures."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its message, its unit with its source, its table.

    Texts are plain, not escaped; ``svg`` is finished markup of one line. Where ``svg`` is None the
    chart would have misled, so ``why_not`` says why in a sentence; the table stays.
    """

    svg: str | None
    title: str
    note: str
    why_not: str
    table: Table


def not_drawn(title: str, why_not: str, table: Table, note: str = "") -> Chart:
    """A chart that would mislead: only its table, with the reason."""
    return Chart(None, title, note, why_not, table)
