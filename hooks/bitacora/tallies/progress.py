"""How an indicator stands at the end of a quarter: its rows, its state, its value, its progress."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.records.accumulation import Acumulacion
from bitacora.records.indicators import Avance, EstadoDato, Indicador
from bitacora.records.unknown import NoInformado
from bitacora.register import Register
from bitacora.tallies.belonging import strategy_of
from bitacora.tallies.due import due_periods, without_row
from bitacora.tallies.formulas import flow_progress, level_progress, value_to_date
from bitacora.tallies.goals import Goals, goals_at, last_day

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
    ``to_date`` and ``ratio`` count all periods up to it, whose rows are ``until``. None is «not
    known», never zero. ``due`` are all the periods of the term that must be reported; ``pending``
    those that end in the quarter and have no row. ``goals`` are those that judge the quarter.
    """

    indicator: Indicador
    quarter: Period
    standing: Standing
    rows: tuple[Avance, ...]
    value: Decimal | None
    to_date: Decimal | None
    ratio: Decimal | None
    goals: Goals
    until: tuple[Avance, ...] = ()
    due: tuple[Period, ...] = ()
    pending: tuple[Period, ...] = ()


def rows_in_force(rows: Iterable[Avance]) -> tuple[Avance, ...]:
    """For each period the row of the highest version, in the order of the periods."""
    last: dict[Period, Avance] = {}
    for row in rows:
        if row.periodo not in last or row.version > last[row.periodo].version:
            last[row.periodo] = row
    return tuple(last[period] for period in sorted(last))


def progress_at(
    register: Register, lists: CodeLists, indicator: Indicador, quarter: Period, as_of: date
) -> Progress:
    """How an indicator stands at the end of a quarter, with what was known at a date."""
    rows = rows_known(register, indicator, as_of)
    here = tuple(row for row in rows if row.periodo.quarter == quarter)
    until = tuple(row for row in rows if row.periodo.end <= quarter.end)
    due = due_periods(indicator, strategy_of(register, indicator), lists)
    pending = tuple(period for period in without_row(due, until) if period.quarter == quarter)
    values = tuple(row.valor for row in here if row.valor is not None)
    kind, goals = accumulation(indicator), goals_at(indicator, last_day(quarter, as_of))
    return Progress(
        indicator,
        quarter,
        _standing(here, pending, as_of),
        here,
        value_to_date(kind, values) if kind else (values[-1] if values else None),
        _to_date(kind, until),
        _ratio(indicator, kind, until, goals),
        goals,
        until,
        due,
        pending,
    )


def rows_known(register: Register, indicator: Indicador, as_of: date) -> tuple[Avance, ...]:
    """The rows in force of an indicator among those written by a date."""
    rows = register.naming(indicator, Avance, "indicador")
    return rows_in_force(row for row in rows if row.actualizado <= as_of)


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


def known_baseline(indicator: Indicador) -> Decimal | None:
    """The baseline, or None where no source tells it."""
    return None if isinstance(indicator.linea_base, NoInformado) else indicator.linea_base


def _ratio(
    indicator: Indicador, kind: Acumulacion | None, rows: tuple[Avance, ...], goals: Goals
) -> Decimal | None:
    if kind is None or not rows:
        return None
    if kind is Acumulacion.FLUJO:
        return flow_progress(*flow_pairs(rows, goals))
    to_date = _to_date(kind, rows)
    if to_date is None or goals.term is None:
        return None
    return level_progress(
        kind, to_date, known_baseline(indicator), goals.term, indicator.tolerancia
    )


def flow_pairs(rows: Iterable[Avance], goals: Goals) -> tuple[list[Decimal], list[Decimal]]:
    """The values of these rows with the goals of their periods, where both are known."""
    pairs = [(row.valor, goals.of_flow(row.periodo)) for row in rows]
    both = [(value, goal) for value, goal in pairs if value is not None and goal is not None]
    return [value for value, _ in both], [goal for _, goal in both]
