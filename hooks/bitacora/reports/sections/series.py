"""The series of an indicator, period by period, as it was known at the cut-off."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bitacora.quarters import Period
from bitacora.records.accumulation import Acumulacion
from bitacora.records.indicators import Avance
from bitacora.reports.content import Punto
from bitacora.reports.view import View
from bitacora.tallies.due import without_row
from bitacora.tallies.expected import expected_at
from bitacora.tallies.formulas import value_to_date
from bitacora.tallies.goals import Goals
from bitacora.tallies.progress import (
    GRACE,
    Progress,
    Standing,
    accumulation,
    known_baseline,
)


def series(view: View, progress: Progress, goals: Goals) -> tuple[Punto, ...]:
    """One point for each period due or reported up to the quarter, in their order."""
    told = {row.periodo: row for row in progress.until}
    over = [period for period in progress.due if period.end <= view.quarter.end]
    silent = without_row(over, progress.until)
    return tuple(
        _point(view, progress, goals, period, told.get(period))
        for period in sorted({*told, *silent})
    )


def _point(
    view: View, progress: Progress, goals: Goals, period: Period, row: Avance | None
) -> Punto:
    kind = accumulation(progress.indicator)
    value = row.valor if row else None
    flow = kind is Acumulacion.FLUJO
    goal = goals.of_flow(period) if flow else goals.of(period)
    return Punto(
        periodo=period.text,
        valor=value,
        a_la_fecha=_to_date(kind, progress.until, period) if value is not None else None,
        meta_periodo=goal,
        esperado=goal if flow else _expected(progress, kind, goals, period),
        estado_dato=row.estado_dato if row else _silence(view, period),
        corregido=row is not None and row.version > 1,
    )


def _to_date(kind: Acumulacion | None, rows: Sequence[Avance], period: Period) -> Decimal | None:
    values = [row.valor for row in rows if row.periodo <= period and row.valor is not None]
    return value_to_date(kind or Acumulacion.STOCK, values)


def _expected(
    progress: Progress, kind: Acumulacion | None, goals: Goals, period: Period
) -> Decimal | None:
    if kind is None:
        return None
    base = known_baseline(progress.indicator)
    return expected_at(kind, goals, base, progress.due, period.end)


def _silence(view: View, period: Period) -> str:
    late = period.end + GRACE < view.cutoff
    return (Standing.SIN_REPORTE if late else Standing.POR_REPORTAR).value
