"""The rows that feed a report, as plain data: every value, goal, date, state behind its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.records.indicators import Avance, Indicador
from bitacora.records.kinds import BY_MODEL
from bitacora.records.partial_date import PartialDate
from bitacora.records.plain import value_of
from bitacora.records.record import Registro
from bitacora.records.strategy import Estrategia
from bitacora.register import Register
from bitacora.reports.closings.act import Entradas, Fila
from bitacora.reports.closings.facts import MODELS, Fact, facts
from bitacora.tallies.belonging import axis_of, strategy_of
from bitacora.tallies.due import reporting_months
from bitacora.tallies.goals import goals_at, last_day
from bitacora.tallies.reporting import report_at

ROW = (
    "periodo",
    "version",
    "estado_dato",
    "valor",
    "numerador",
    "denominador",
    "fecha_corte",
    "accion_correctiva_fecha",
    "actualizado",
)
CARD = ("linea_base", "tolerancia", "acumulacion", "periodicidad", "sentido", "medidas_nivel")
TERM = ("vigencia_inicio", "vigencia_fin", "fecha_inicio", "semaforo")
MEASURED: tuple[type[Registro], ...] = (Avance, Indicador, Estrategia)
FOLDERS = tuple(sorted(BY_MODEL[model].folder for model in (*MEASURED, *MODELS)))
"""All that an act keeps rows of."""


@dataclass(frozen=True, slots=True)
class Input:
    """One row that feeds a report: its folder, its plain data, the record it comes from.

    ``path`` leads to what the row tells inside its record; empty where the row is the record
    itself, field by field. ``surely`` says that it is a fact which can only be of this quarter;
    ``as_known``, that another one which comes to light later breaks nothing.
    """

    folder: str
    fila: Fila
    record: Registro
    path: tuple[str | int, ...] = ()
    surely: bool = False
    as_known: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from any other row."""
        return self.folder, self.fila["id"]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report covers: the public data, its quarter, the date it is seen from."""

    register: Register
    lists: CodeLists
    quarter: Period
    cutoff: date


def inputs(scope: Scope) -> tuple[Input, ...]:
    """All that feeds the report of a quarter, sorted by folder and id.

    A progress row counts from the day it was written down (rows are only added); what happened,
    from the day it happened; a goal is the one that judges the quarter.
    """
    known = [row for row in scope.register.all(Avance) if row.actualizado <= scope.cutoff]
    dated = (fact for fact in facts(scope.register, scope.quarter) if _counts(fact, scope))
    found = [*_measured(scope, known), *(_input(fact, scope.quarter) for fact in dated)]
    return tuple(sorted(found, key=lambda item: item.key))


def every_row(scope: Scope) -> tuple[Input, ...]:
    """The same whatever its date: where to look for a row that is no longer among the inputs."""
    found = [*_rows(scope.register.all(Avance)), *_cards(scope, scope.register.all(Indicador))]
    found += [_term(strategy) for strategy in scope.register.all(Estrategia)]
    dated = facts(scope.register, scope.quarter)
    return (*found, *(_input(fact, scope.quarter) for fact in dated))


def as_entries(rows: Iterable[Input]) -> Entradas:
    """The plain data of rows, by folder, as an act keeps them: a folder without rows says that
    there were none."""
    found: dict[str, list[Fila]] = {folder: [] for folder in FOLDERS}
    for row in rows:
        found[row.folder].append(row.fila)
    return {folder: tuple(found[folder]) for folder in FOLDERS}


def _measured(scope: Scope, known: Iterable[Avance]) -> Iterator[Input]:
    report = report_at(scope.register, scope.lists, scope.quarter, scope.cutoff)
    covered = {item.indicator.id: item.indicator for item in report.standings}
    until = (row for row in known if row.periodo.end <= scope.quarter.end)
    yield from _rows(row for row in until if row.indicador in covered)
    yield from _cards(scope, covered.values())
    plans = (strategy_of(scope.register, item) for item in covered.values())
    for strategy in {plan.id: plan for plan in plans if plan}.values():
        yield _term(strategy)


def _rows(rows: Iterable[Avance]) -> Iterator[Input]:
    for row in rows:
        yield Input("avances", {"id": row.id, "indicador": row.indicador, **_fields(row, ROW)}, row)


def _cards(scope: Scope, indicators: Iterable[Indicador]) -> Iterator[Input]:
    last = last_day(scope.quarter, scope.cutoff)
    for item in indicators:
        goals = goals_at(item, last)
        axis, plan = axis_of(scope.register, item), strategy_of(scope.register, item)
        fila = {
            "id": item.id,
            "codigo": item.codigo,
            "nombre": item.nombre,
            "unidad": value_of(item.unidad),
            "eje": axis.id if axis else None,
            "estrategia": plan.id if plan else None,
            "meta": goals.term,
            "metas_por_periodo": [
                {"periodo": period.text, "meta": goal} for period, goal in goals.periods
            ],
            "cambios_meta": [
                _fields(change, ("desde", "meta_anterior", "periodo"))
                for change in item.cambios_meta
                if change.desde <= last
            ],
            "meses": reporting_months(item, scope.lists),
        }
        yield Input("indicadores", {**fila, **_fields(item, CARD)}, item)


def _term(strategy: Estrategia) -> Input:
    return Input("estrategia", {"id": strategy.id, **_fields(strategy, TERM)}, strategy)


def _fields(item: object, names: Iterable[str]) -> Fila:
    return {name: value_of(getattr(item, name)) for name in names}


def _input(fact: Fact, quarter: Period) -> Input:
    surely = False
    if fact.when is not None:
        first, last = _ends(fact.when)
        surely = quarter.start <= first and last <= quarter.end
    folder = BY_MODEL[type(fact.record)].folder
    return Input(folder, fact.fila, fact.record, fact.path, surely, fact.as_known)


def _counts(fact: Fact, scope: Scope) -> bool:
    """Whether a fact may fall in the quarter: one dated with its year alone may, in each."""
    if fact.when is None:
        return True
    first, last = _ends(fact.when)
    return first <= min(scope.quarter.end, scope.cutoff) and last >= scope.quarter.start


def _ends(when: PartialDate | date) -> tuple[date, date]:
    return (when.first, when.last) if isinstance(when, PartialDate) else (when, when)
