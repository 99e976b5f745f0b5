"""How an indicator stands at the end of a quarter: its rows, its state, its value, its progress."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.records.codes import CodigoPeriodicidad
from bitacora.records.indicators import Acumulacion, Avance, EstadoDato, Indicador
from bitacora.records.strategy import Estrategia
from bitacora.records.unknown import NoInformado
from bitacora.register import Register
from bitacora.tallies.belonging import strategy_of
from bitacora.tallies.formulas import flow_progress, level_progress, value_to_date

GRACE = timedelta(days=30)
"""How long after its end a period may still be reported without being late."""


class Standing(StrEnum):
    """What is known of an indicator in a quarter. These are the only groups; each is shown."""

    REPORTADO = "reportado"
    PRELIMINAR = "preliminar"
    SIN_DATO = "sin_dato"
    NO_APLICA = "no_aplica"
    SIN_REPORTE = "sin_reporte"
    POR_REPORTAR = "por_reportar"
    NO_CORRESPONDE = "no_corresponde"


@dataclass(frozen=True, slots=True)
class Progress:
    """An indicator at the end of a quarter.

    ``rows`` are the rows in force (last version) of the periods that end in the quarter;
    ``to_date`` and ``ratio`` count all periods up to it. None is «not known», never zero.
    """

    indicator: Indicador
    quarter: Period
    standing: Standing
    rows: tuple[Avance, ...]
    value: Decimal | None
    to_date: Decimal | None
    ratio: Decimal | None


def rows_in_force(rows: Iterable[Avance]) -> tuple[Avance, ...]:
    """For each period the row of the highest version, in the order of the periods."""
    last: dict[Period, Avance] = {}
    for row in rows:
        if row.periodo not in last or row.version > last[row.periodo].version:
            last[row.periodo] = row
    return tuple(last[period] for period in sorted(last))


def due_periods(
    indicator: Indicador, strategy: Estrategia | None, lists: CodeLists
) -> tuple[Period, ...]:
    """The periods in which an indicator must be reported during the term of its strategy."""
    if strategy is None or isinstance(indicator.periodicidad, NoInformado):
        return ()
    first = strategy.vigencia_inicio * 12
    length = (strategy.vigencia_fin - strategy.vigencia_inicio + 1) * 12
    if length <= 0:
        return ()  # A term that ends before it starts: a check tells of it.
    listed = lists.lists.get("periodicidades", {}).get(indicator.periodicidad)
    months = listed.meses if isinstance(listed, CodigoPeriodicidad) else None
    if months is None or months > length:
        return (Period(first, length),)
    return tuple(Period(first + step, months) for step in range(0, length - months + 1, months))


def progress_at(
    register: Register, lists: CodeLists, indicator: Indicador, quarter: Period, as_of: date
) -> Progress:
    """How an indicator stands at the end of a quarter, seen from the date of the edition."""
    rows = rows_in_force(register.naming(indicator, Avance, "indicador"))
    here = tuple(row for row in rows if row.periodo.quarter == quarter)
    until = tuple(row for row in rows if row.periodo.end <= quarter.end)
    pending = _pending(register, lists, indicator, quarter, here)
    values = tuple(row.valor for row in here if row.valor is not None)
    kind = accumulation(indicator)
    return Progress(
        indicator,
        quarter,
        _standing(here, pending, as_of),
        here,
        value_to_date(kind, values) if kind else (values[-1] if values else None),
        _to_date(kind, until),
        _ratio(indicator, kind, until),
    )


def pending_periods(register: Register, lists: CodeLists, progress: Progress) -> tuple[Period, ...]:
    """The periods that end in the quarter, had to be reported, and have no row."""
    return _pending(register, lists, progress.indicator, progress.quarter, progress.rows)


def _pending(
    register: Register,
    lists: CodeLists,
    indicator: Indicador,
    quarter: Period,
    rows: tuple[Avance, ...],
) -> tuple[Period, ...]:
    reported = {row.periodo for row in rows}
    due = due_periods(indicator, strategy_of(register, indicator), lists)
    return tuple(period for period in due if period.quarter == quarter and period not in reported)


def accumulation(indicator: Indicador) -> Acumulacion | None:
    """The kind of accumulation, or None where no source says it."""
    known = indicator.acumulacion
    return None if isinstance(known, NoInformado) else Acumulacion(known)


def _standing(rows: tuple[Avance, ...], pending: tuple[Period, ...], as_of: date) -> Standing:
    if any(row.valor is not None for row in rows):
        last = [row for row in rows if row.valor is not None][-1]
        preliminary = last.estado_dato == EstadoDato.PRELIMINAR
        return Standing.PRELIMINAR if preliminary else Standing.REPORTADO
    if any(row.estado_dato == EstadoDato.SIN_DATO for row in rows):
        return Standing.SIN_DATO
    if rows:
        return Standing.NO_APLICA
    if not pending:
        return Standing.NO_CORRESPONDE
    late = any(period.end + GRACE < as_of for period in pending)
    return Standing.SIN_REPORTE if late else Standing.POR_REPORTAR


def _to_date(kind: Acumulacion | None, rows: tuple[Avance, ...]) -> Decimal | None:
    values = [row.valor for row in rows if row.valor is not None]
    if kind is None:
        return values[-1] if values else None
    return value_to_date(kind, values)


def goal_for(indicator: Indicador, period: Period) -> Decimal | None:
    """The goal of a period where the indicator sets one, else the goal of the term."""
    for goal in indicator.metas_por_periodo:
        if goal.periodo == period:
            return goal.meta
    return None if isinstance(indicator.meta, NoInformado) else indicator.meta


def _ratio(
    indicator: Indicador, kind: Acumulacion | None, rows: tuple[Avance, ...]
) -> Decimal | None:
    known = [row for row in rows if row.valor is not None]
    if kind is None or not known:
        return None
    if kind is Acumulacion.FLUJO:
        pairs = [(row.valor, goal_for(indicator, row.periodo)) for row in known]
        whole = [(v, g) for v, g in pairs if v is not None and g is not None]
        return flow_progress([v for v, _ in whole], [g for _, g in whole])
    to_date = _to_date(kind, rows)
    if to_date is None or isinstance(indicator.meta, NoInformado):
        return None
    base = None if isinstance(indicator.linea_base, NoInformado) else indicator.linea_base
    return level_progress(kind, to_date, base, indicator.meta, indicator.tolerancia)
