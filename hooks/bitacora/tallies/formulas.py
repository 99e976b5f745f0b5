"""The formulas of progress, one for each kind of accumulation.

The names are those usual in Colombian public follow-up. Values are exact decimals; progress is a
ratio (1 is the whole goal) and is None where it has no meaning, never 0 in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bitacora.records.indicators import Acumulacion

ONE = Decimal(1)


def value_to_date(kind: Acumulacion, values: Sequence[Decimal]) -> Decimal | None:
    """What the values of the periods, in their order, amount to: their sum for ``acumulado``, else
    the last one. None without values."""
    if not values:
        return None
    return sum(values, Decimal(0)) if kind is Acumulacion.ACUMULADO else values[-1]


def ratio(part: Decimal, whole: Decimal) -> Decimal | None:
    """part ÷ whole, or None when the whole is zero."""
    return part / whole if whole else None


def level_progress(
    kind: Acumulacion,
    to_date: Decimal,
    baseline: Decimal | None,
    goal: Decimal,
    tolerance: Decimal | None = None,
) -> Decimal | None:
    """Progress towards the goal of the term, as a ratio.

    acumulado Σv ÷ m; stock v ÷ m; capacidad (v − b) ÷ (m − b); reduccion (b − v) ÷ (b − m);
    mantenimiento 1 within the tolerance of m, else 0. ``flujo`` is ``flow_progress``.
    """
    if kind in (Acumulacion.ACUMULADO, Acumulacion.STOCK):
        return ratio(to_date, goal)
    if kind is Acumulacion.MANTENIMIENTO:
        return ONE if abs(to_date - goal) <= (tolerance or Decimal(0)) else Decimal(0)
    if baseline is None:
        return None
    if kind is Acumulacion.CAPACIDAD:
        return ratio(to_date - baseline, goal - baseline)
    return ratio(baseline - to_date, baseline - goal)


def flow_progress(values: Sequence[Decimal], goals: Sequence[Decimal]) -> Decimal | None:
    """For ``flujo``: the mean over the periods due of value ÷ goal, each capped at 1."""
    shares = [ratio(value, goal) for value, goal in zip(values, goals, strict=True)]
    known = [min(share, ONE) for share in shares if share is not None]
    return sum(known, Decimal(0)) / len(known) if known else None
