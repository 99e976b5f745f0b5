"""What an indicator was expected to be worth at a date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bitacora.quarters import Period
from bitacora.records.accumulation import Acumulacion
from bitacora.tallies.formulas import ZERO, straight_line
from bitacora.tallies.marks import Goals, ended, holds

BY_PERIOD, BY_LINE = "metas_por_periodo", "linea_recta"


def expected_at(
    kind: Acumulacion,
    goals: Goals,
    baseline: Decimal | None,
    due: Sequence[Period],
    day: date,
) -> Decimal | None:
    """The value expected at the end of a day, in the unit of the indicator; None where nothing
    tells it. For ``flujo`` see ``Goals.of_flow``."""
    if kind is Acumulacion.ACUMULADO:
        return _expected_sum(goals, due, day)
    if kind is Acumulacion.MANTENIMIENTO:
        return goals.term
    return None if kind is Acumulacion.FLUJO else _expected_level(goals, baseline, due, day)


def way_of(kind: Acumulacion, goals: Goals) -> str | None:
    """How the expected value is found; None where the goal of the term holds in each period."""
    if kind is Acumulacion.MANTENIMIENTO:
        return None
    if goals.periods:
        return BY_PERIOD
    return None if kind is Acumulacion.FLUJO else BY_LINE


def _expected_sum(goals: Goals, due: Sequence[Period], day: date) -> Decimal | None:
    """Each goal less those of shorter stretches inside it, prorated over the periods due that only
    it covers; the goal of the term is the longest stretch of all."""
    total, told = ZERO, False
    covered: set[Period] = set()
    finer: list[tuple[Period, Decimal]] = []
    for stretch, goal in sorted(goals.periods, key=lambda pair: (pair[0].months, pair[0])):
        inside = [period for period in due if holds(stretch, period) and period not in covered]
        rest = goal - sum((part for other, part in finer if holds(stretch, other)), ZERO)
        part = _prorated(rest, inside, day)
        total += part if part is not None else (rest if stretch.end <= day else ZERO)
        covered.update(inside)
        finer = [pair for pair in finer if not holds(stretch, pair[0])] + [(stretch, goal)]
        told = True
    free = [period for period in due if period not in covered]
    if goals.term is not None and free:
        left = goals.term - sum((part for _, part in finer), ZERO)
        total += _prorated(max(left, ZERO) if told else left, free, day) or ZERO
        told = True
    return total if told else None


def _prorated(goal: Decimal, due: Sequence[Period], day: date) -> Decimal | None:
    return straight_line(ZERO, goal, ended(due, day), len(due))


def _expected_level(
    goals: Goals, baseline: Decimal | None, due: Sequence[Period], day: date
) -> Decimal | None:
    """On the straight lines that join the baseline, the goals of the periods (levels at the end of
    each), the goal of the term; None before the first level that is known."""
    marks = [(ended(due, stretch.end), goal) for stretch, goal in goals.periods]
    steps, now = len(due), ended(due, day)
    if goals.term is not None and (not marks or marks[-1][0] < steps):
        marks.append((steps, goals.term))
    if baseline is not None:
        marks.insert(0, (0, baseline))
    before = [mark for mark in marks if mark[0] <= now]
    after = [mark for mark in marks if mark[0] > now]
    if not due or not before:
        return None
    (start, low) = before[-1]
    if not after:
        return low
    end, high = after[0]
    return straight_line(low, high, now - start, end - start)
