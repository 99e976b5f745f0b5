"""Where a date falls in the term of a strategy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bitacora.quarters import Period, PeriodKind
from bitacora.records.strategy import Estrategia
from bitacora.register import Register
from bitacora.tallies.belonging import current_strategy


class TermState(StrEnum):
    """Whether a strategy is in force at a date."""

    VIGENTE = "vigente"
    TERMINADA = "terminada"
    POR_EMPEZAR = "por_empezar"
    NO_INFORMADA = "no_informada"


@dataclass(frozen=True, slots=True)
class Moment:
    """A date inside a term: the quarter it falls in, with the place of quarter and year."""

    quarter: Period
    quarter_number: int
    quarters: int
    year_number: int
    years: int


def term_state(strategy: Estrategia, as_of: date) -> TermState:
    """Whether the strategy is in force, over, or still to begin, as far as its years tell."""
    if strategy.first_year is not None and as_of.year < strategy.first_year:
        return TermState.POR_EMPEZAR
    if strategy.last_year is not None and as_of.year > strategy.last_year:
        return TermState.TERMINADA
    return TermState.VIGENTE if strategy.years else TermState.NO_INFORMADA


def moment_in(strategy: Estrategia, as_of: date) -> Moment | None:
    """Where the date falls in the term; None outside it, or where its years are not known."""
    if strategy.years is None or term_state(strategy, as_of) is not TermState.VIGENTE:
        return None
    first, last = strategy.years
    years, passed = last - first + 1, as_of.year - first
    quarter = Period.containing(as_of, PeriodKind.TRIMESTRAL)
    number = passed * 4 + (as_of.month - 1) // 3 + 1
    return Moment(quarter, number, years * 4, passed + 1, years)


def strategies_in_order(register: Register, as_of: date) -> tuple[Estrategia, ...]:
    """The current strategy, then the others from the latest to the earliest."""
    current = current_strategy(register, as_of)
    others = sorted(
        (item for item in register.all(Estrategia) if item != current),
        key=lambda item: (-(item.first_year or 0), -(item.last_year or 0), item.id),
    )
    return (current, *others) if current else ()
