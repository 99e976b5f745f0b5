"""Which periods an indicator must report during the term of its strategy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.records.codes import CodigoPeriodicidad
from bitacora.records.indicators import Avance, EstadoDato, Indicador
from bitacora.records.strategy import Estrategia
from bitacora.records.unknown import NoInformado
from bitacora.tallies.marks import holds


def term_of(strategy: Estrategia) -> Period | None:
    """The years of a term; None for one without known years, and for one that ends before it
    starts (a check tells of it)."""
    if strategy.years is None:
        return None
    first, last = strategy.years
    return Period(first * 12, (last - first + 1) * 12) if last >= first else None


def days_of(strategy: Estrategia) -> tuple[date, date] | None:
    """The first and the last day of a term, the first one as declared, else 1 January; None
    without known years."""
    if strategy.years is None:
        return None
    first, last = strategy.years
    return strategy.fecha_inicio or date(first, 1, 1), date(last, 12, 31)


def reporting_months(indicator: Indicador, lists: CodeLists) -> int | None:
    """How many months one report covers; None where unknown, or reported only once."""
    listed = lists.lists.get("periodicidades", {}).get(str(indicator.periodicidad))
    return listed.meses if isinstance(listed, CodigoPeriodicidad) else None


def due_periods(
    indicator: Indicador, strategy: Estrategia | None, lists: CodeLists
) -> tuple[Period, ...]:
    """The periods in which an indicator must be reported, from the one in which the term begins.

    One reported once, or less often than the term lasts, has the whole term as its only period.
    """
    if strategy is None or isinstance(indicator.periodicidad, NoInformado):
        return ()
    term, days = term_of(strategy), days_of(strategy)
    months = reporting_months(indicator, lists)
    if term is None or days is None:
        return ()
    if months is None or months > term.months:
        return (term,)
    return _divided(term, months, days[0])


@lru_cache(maxsize=128)
def _divided(term: Period, months: int, start: date) -> tuple[Period, ...]:
    """A term in periods of so many months, without those over before the start: the same for most
    indicators of a site."""
    steps = range(0, term.months - months + 1, months)
    periods = (Period(term.first + step, months) for step in steps)
    return tuple(period for period in periods if period.end >= start)


def without_row(due: Iterable[Period], rows: Iterable[Avance]) -> tuple[Period, ...]:
    """The periods due that no row reports. A task of the whole term may be reported in the shorter
    period in which it was done."""
    found = tuple(row.periodo for row in rows)
    return tuple(period for period in due if not any(holds(period, told) for told in found))


def without_value(
    due: Iterable[Period], rows: Iterable[Avance], quarter: Period
) -> tuple[Period, ...]:
    """The periods due that ended by the quarter, of which no value is known; those with nothing to
    measure do not count."""
    over = [period for period in due if period.end <= quarter.end]
    told = [row for row in rows if row.valor is not None or row.estado_dato == EstadoDato.NO_APLICA]
    return without_row(over, told)
