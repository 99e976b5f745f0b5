"""The goals of a term set against its periods.

Nothing here needs more than Python itself: readers run this very module to check a report.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bitacora.quarters import Period


@dataclass(frozen=True, slots=True)
class Goals:
    """The goal of the term and those of its periods, in the order of the periods; None is «not
    known»."""

    term: Decimal | None
    periods: tuple[tuple[Period, Decimal], ...]

    def of(self, period: Period) -> Decimal | None:
        """The goal set for exactly this period."""
        return next((goal for stretch, goal in self.periods if stretch == period), None)

    def of_flow(self, period: Period) -> Decimal | None:
        """The goal that each period must reach by itself: its own, else that of the shortest
        stretch that holds it, else that of the term."""
        holding = [(s.months, s, goal) for s, goal in self.periods if holds(s, period)]
        return min(holding)[2] if holding else self.term


def holds(outer: Period, inner: Period) -> bool:
    """Whether a period lies whole inside another (or is it)."""
    last = inner.first + inner.months
    return outer.first <= inner.first and last <= outer.first + outer.months


def ended(due: Iterable[Period], day: date) -> int:
    """How many of these periods have ended by a day."""
    return sum(1 for period in due if period.end <= day)
