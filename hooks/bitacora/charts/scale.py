"""A scale of round numbers that always holds zero."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

ENOUGH = 5
"""How many steps a scale has at most."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from ``low`` to ``high`` by ``step``, drawn between ``floor`` and ``roof`` pixels."""

    low: Decimal
    high: Decimal
    step: Decimal
    floor: int
    roof: int

    @classmethod
    def of(cls, values: Iterable[Decimal], floor: int, roof: int) -> Scale:
        """The scale that holds these values with zero."""
        found = [Decimal(0), *values]
        least, most = min(found), max(found)
        step = _round_step((most - least) / ENOUGH)
        low = (least / step).to_integral_value(ROUND_FLOOR) * step
        high = (most / step).to_integral_value(ROUND_CEILING) * step
        return cls(low, max(high, low + step), step, floor, roof)

    def at(self, value: Decimal) -> Decimal:
        """How far down a value stands, in pixels."""
        part = (value - self.low) / (self.high - self.low)
        return self.floor - part * (self.floor - self.roof)

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """The round numbers of the scale, from the lowest."""
        count = int((self.high - self.low) / self.step)
        return tuple(self.low + self.step * place for place in range(count + 1))


def _round_step(raw: Decimal) -> Decimal:
    """The next of 1, 2, 5, 10, 20, 50…, or of 0.1, 0.2, 0.5…"""
    if raw <= 0:
        return Decimal(1)
    unit = Decimal(1).scaleb(raw.adjusted())
    return next(size for size in (unit, unit * 2, unit * 5, unit * 10) if size >= raw)
