"""Amounts in another currency, only by a rate of their own date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from bitacora.money import Money
from bitacora.records.partial_date import PartialDate
from bitacora.records.resources import Tasa
from bitacora.tallies.contributions import ContributionSum

WHOLE = Decimal(1)
_WIDE = Context(prec=60)
Pair = tuple[str, str, PartialDate]


@dataclass(frozen=True, slots=True)
class Conversion:
    """An amount in a target currency with the rate that made it; both None where no rate serves."""

    target: str
    value: Money | None = None
    rate: Tasa | None = None


@dataclass(frozen=True, slots=True)
class ConvertedSum:
    """The part of a sum that could be converted: of how many of its rows; None if of none."""

    target: str
    total: Money | None
    converted: int
    rows: int


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates by what they convert and when."""

    by_pair: Mapping[Pair, Tasa]

    @property
    def targets(self) -> tuple[str, ...]:
        """The currencies to which some rate leads."""
        return tuple(sorted({target for _, target, _ in self.by_pair}))

    def rate(self, currency: str, target: str, moment: PartialDate) -> Tasa | None:
        """The rate of exactly that day, else the average of its month, else of its year. A date
        known by its month or its year alone has no day to look for, and no other date serves."""
        for date in dict.fromkeys((moment, _month(moment), PartialDate(moment.year))):
            found = self.by_pair.get((currency, target, date))
            if found is not None:
                return found
        return None

    def conversions(self, amount: Money, moment: PartialDate) -> tuple[Conversion, ...]:
        """The amount in every target currency but its own."""
        return tuple(
            self._convert(amount, target, moment)
            for target in self.targets
            if target != amount.currency
        )

    def _convert(self, amount: Money, target: str, moment: PartialDate) -> Conversion:
        rate = self.rate(amount.currency, target, moment)
        if rate is None:
            return Conversion(target)
        exact = _WIDE.multiply(amount.amount, rate.valor)
        # No rate is known to the cent: the unit is as far as a conversion goes.
        value = exact.quantize(WHOLE, ROUND_HALF_UP, _WIDE)
        return Conversion(target, Money(value, target), rate)

    def converted(self, done: ContributionSum) -> tuple[ConvertedSum, ...]:
        """A sum in every target currency but its own, by the rows that have a rate."""
        return tuple(
            self._converted(done, target) for target in self.targets if target != done.key.currency
        )

    def _converted(self, done: ContributionSum, target: str) -> ConvertedSum:
        found = [
            self._convert(Money(row.monto, row.moneda), target, row.fecha).value
            for row in done.rows
        ]
        values = [value for value in found if value is not None]
        total = sum(values[1:], start=values[0]) if values else None
        return ConvertedSum(target, total, len(values), len(found))


def rates_of(records: Iterable[Tasa]) -> Rates:
    """The table of these rates; of two for one date the first stays (a rule tells of both)."""
    table: dict[Pair, Tasa] = {}
    for record in records:
        table.setdefault((record.de, record.a, record.fecha), record)
    return Rates(table)


def _month(moment: PartialDate) -> PartialDate:
    return PartialDate(moment.year, moment.month)
