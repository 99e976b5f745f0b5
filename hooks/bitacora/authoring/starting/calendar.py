"""The dates with which a new site begins: its first quarter, when that is published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bitacora.quarters import Period, PeriodKind

NOTICE = timedelta(weeks=4)
"""How long before it is published a report must be announced."""
AFTER_THE_QUARTER = timedelta(days=25)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class FirstQuarter:
    """The first quarter of which a site can report, with the day on which it may be published."""

    quarter: Period
    published: date

    @property
    def record_id(self) -> str:
        """The identity of its report."""
        return self.quarter.text.lower()

    @property
    def due(self) -> date:
        """From when its figures can be asked for."""
        return self.quarter.end + timedelta(days=1)


def first_quarter(today: date, years: tuple[int, int] | None) -> FirstQuarter:
    """The quarter that runs today, or the nearest one within the years of the strategy."""
    day = today
    if years is not None:
        day = min(max(today, date(years[0], 1, 1)), date(years[1], 12, 31))
    return _report(Period.containing(day, PeriodKind.TRIMESTRAL), today)


def following(first: FirstQuarter) -> FirstQuarter:
    """The next quarter, announced when the figures of the first are asked for."""
    return _report(first.quarter.next(), first.due)


def _report(quarter: Period, announced: date) -> FirstQuarter:
    return FirstQuarter(quarter, _working(max(quarter.end + AFTER_THE_QUARTER, announced + NOTICE)))


def _working(day: date) -> date:
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day
