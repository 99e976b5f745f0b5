"""The goals of an indicator as they were in force at a date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from bitacora.quarters import Period
from bitacora.records.accumulation import Acumulacion
from bitacora.records.indicators import CambioMeta, Indicador
from bitacora.records.unknown import NoInformado
from bitacora.tallies.formulas import LEVELS
from bitacora.tallies.marks import Goals as Goals
from bitacora.tallies.marks import holds as holds


def goals_at(indicator: Indicador, as_of: date) -> Goals:
    """The goals in force at a date: a change that begins later has not happened yet."""
    term = None if isinstance(indicator.meta, NoInformado) else indicator.meta
    periods = {goal.periodo: goal.meta for goal in indicator.metas_por_periodo}
    # From the last to come back to the first to come: that one tells what is in force.
    for change in reversed(changes_in_order(indicator.cambios_meta)):
        if change.desde <= as_of:
            continue
        if change.periodo is None:
            term = change.meta_anterior
        else:
            periods[change.periodo] = change.meta_anterior
    return Goals(term, tuple((period, periods[period]) for period in sorted(periods)))


def last_day(quarter: Period, cutoff: date) -> date:
    """The day whose goals judge a quarter: its last one, or the cut-off before it. What is decided
    afterwards judges the quarters to come, also when this one is told again."""
    return min(quarter.end, cutoff)


def changes_in_order(changes: Iterable[CambioMeta]) -> tuple[CambioMeta, ...]:
    """Changes of goals from the first to the last."""
    return tuple(sorted(changes, key=lambda change: change.desde))


def goal_after(indicator: Indicador, change: CambioMeta) -> Decimal | None:
    """The goal that a change put in force."""
    goals = goals_at(indicator, change.desde)
    return goals.term if change.periodo is None else goals.of(change.periodo)


def goal_of_year(indicator: Indicador, goals: Goals, quarter: Period) -> Decimal | None:
    """The goal of the year of a quarter: the one set for the year; else, for ``acumulado``, the sum
    of those that cover it, for levels the one at its end. None where nothing sets it."""
    year = Period(quarter.first - quarter.first % 12, 12)
    if (own := goals.of(year)) is not None:
        return own
    inside = [(stretch, goal) for stretch, goal in goals.periods if holds(year, stretch)]
    if indicator.acumulacion == Acumulacion.ACUMULADO:
        whole = sum(stretch.months for stretch, _ in inside) == year.months
        return sum((goal for _, goal in inside), Decimal(0)) if whole else None
    if indicator.acumulacion in LEVELS and inside and inside[-1][0].end == year.end:
        return inside[-1][1]
    return None


def goal_of_quarter(
    indicator: Indicador, goals: Goals, quarter: Period, months: int | None
) -> Decimal | None:
    """The goal of what is reported in a quarter: the sum (``acumulado``) or the last of the goals
    that end in it. What adds up, or starts anew, over longer stretches than a report (of so many
    ``months``) has no goal of its own for the quarter."""
    ending = [(stretch, goal) for stretch, goal in goals.periods if stretch.quarter == quarter]
    if indicator.acumulacion not in LEVELS:
        longest = max(quarter.months, months or quarter.months)
        ending = [(stretch, goal) for stretch, goal in ending if stretch.months <= longest]
    if not ending:
        return None
    if indicator.acumulacion == Acumulacion.ACUMULADO:
        return sum((goal for _, goal in ending), Decimal(0))
    return ending[-1][1]
