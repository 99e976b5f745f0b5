"""What the missions abroad cost, year by year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from bitacora.money import Money
from bitacora.records.events import Evento
from bitacora.records.unknown import NoInformado
from bitacora.tallies.meetings import HELD, MeetingState, last_day, meeting_state
from bitacora.tallies.zones import COLOMBIA

T = TypeVar("T")
MISSION = "mision_saliente"


@dataclass(frozen=True, slots=True)
class CurrencyCost(Generic[T]):
    """The sum of the missions that tell their cost in one currency."""

    total: Money
    missions: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class MissionYear:
    """The missions that ended in a year, those without result first, then the last first.

    ``costs`` has a sum for each currency, by its code; ``free`` are those that cost nothing,
    ``untold`` those whose cost nobody tells: neither is in any sum.
    """

    year: int
    missions: tuple[Evento, ...]
    costs: tuple[CurrencyCost[Evento], ...]
    free: tuple[Evento, ...]
    untold: tuple[Evento, ...]

    @property
    def told(self) -> int:
        """How many tell their cost, zero included."""
        return len(self.missions) - len(self.untold)


def mission_years(
    events: Iterable[Evento], as_of: date, zone: str = COLOMBIA
) -> tuple[MissionYear, ...]:
    """The missions that are over, by the year in which they ended, the last year first.

    What is still to come has no cost yet, and what was cancelled is told apart.
    """
    by_year: dict[int, list[Evento]] = {}
    for event in events:
        if event.tipo == MISSION and meeting_state(event, as_of, zone) in HELD:
            by_year.setdefault(last_day(event).year, []).append(event)
    return tuple(_year(year, by_year[year]) for year in sorted(by_year, reverse=True))


def cancelled_missions(
    events: Iterable[Evento], as_of: date, zone: str = COLOMBIA
) -> tuple[Evento, ...]:
    """The missions that were not made, the last first."""
    found = [
        event
        for event in events
        if event.tipo == MISSION and meeting_state(event, as_of, zone) is MeetingState.CANCELADO
    ]
    return tuple(sorted(found, key=lambda event: (event.fecha_inicio, event.id), reverse=True))


def cost_of(event: Evento) -> Money | None:
    """What an event cost in money; None where nobody tells it, or where it cost nothing."""
    return cost_told(None if isinstance(event.costo, NoInformado) else event.costo, event.moneda)


def cost_told(amount: Decimal | None, currency: str | None) -> Money | None:
    """An amount that can be added: None without amount, without currency, or of nothing."""
    return Money(amount, currency) if amount and currency else None


def is_free(event: Evento) -> bool:
    """Whether it is known to have cost nothing, which is not the same as not knowing."""
    return event.costo == 0


def _year(year: int, missions: list[Evento]) -> MissionYear:
    missions.sort(key=lambda event: (not event.resultado, event.fecha_inicio, event.id))
    missions.reverse()
    return MissionYear(
        year,
        tuple(missions),
        costs_by_currency((event, cost_of(event)) for event in missions),
        tuple(event for event in missions if is_free(event)),
        tuple(event for event in missions if cost_of(event) is None and not is_free(event)),
    )


def costs_by_currency(priced: Iterable[tuple[T, Money | None]]) -> tuple[CurrencyCost[T], ...]:
    """The sums of what missions cost, one for each currency, by its code.

    Those without a cost to add (None) are in no sum.
    """
    by_currency: dict[str, list[tuple[T, Money]]] = {}
    for mission, cost in priced:
        if cost is not None:
            by_currency.setdefault(cost.currency, []).append((mission, cost))
    return tuple(_sum(by_currency[currency]) for currency in sorted(by_currency))


def _sum(priced: Sequence[tuple[T, Money]]) -> CurrencyCost[T]:
    first, *rest = (cost for _, cost in priced)
    return CurrencyCost(sum(rest, start=first), tuple(mission for mission, _ in priced))
