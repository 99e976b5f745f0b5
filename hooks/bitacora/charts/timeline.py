"""Where each period stands across a chart, with the words under it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from bitacora.charts.drawing import element, label, pct
from bitacora.quarters import Period

MANY = 16
"""Above this many periods only the years are named: the words would not fit on a phone."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Periods in order, spread by the month in which each ends: a gap in time is a gap in the
    drawing. ``left`` and ``right`` are the places of the first and the last, in percent."""

    periods: tuple[Period, ...]
    left: Decimal
    right: Decimal

    @property
    def months(self) -> int:
        """From the end of the first period to the end of the last."""
        return _end(self.periods[-1]) - _end(self.periods[0])

    @property
    def step(self) -> Decimal:
        """The width of the shortest distance between two neighbours, in percent."""
        ends = [_end(period) for period in self.periods]
        gaps = [after - before for before, after in pairwise(ends)]
        shortest = min((gap for gap in gaps if gap), default=1)
        return (self.right - self.left) * shortest / max(self.months, 1)

    def at(self, period: Period) -> Decimal:
        """The place of a period, in percent."""
        elapsed = _end(period) - _end(self.periods[0])
        return self.left + (self.right - self.left) * elapsed / max(self.months, 1)

    def ticks(self, floor: int) -> tuple[str, int]:
        """A mark and a word for each period below ``floor``, the year under the first of each;
        with the height they take."""
        parts, year = [], 0
        named = len(self.periods) <= MANY
        for period in self.periods:
            place, its_year = pct(self.at(period)), period.end.year
            parts.append(element("line", "ch-axis", x1=place, x2=place, y1=floor, y2=floor + 4))
            part = period.text.partition("-")[2]
            if named and part:
                words = label("ch-soft", part, x=place, y=floor + 17, text_anchor="middle")
                parts.append(words)
            if its_year != year:
                low = floor + (33 if named and part else 17)
                text = period.text if period.months > 12 else str(its_year)
                parts.append(label("ch-soft", text, x=place, y=low, text_anchor="middle"))
            year = its_year
        return "".join(parts), 38 if named else 22


def _end(period: Period) -> int:
    return period.first + period.months
