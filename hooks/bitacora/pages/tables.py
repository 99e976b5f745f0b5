"""Rows of records as several pages list them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from bitacora.edition import Edition
from bitacora.pages.cells import PERCENT, advance, cell, goal_shown, quantity, state_chip, stretch
from bitacora.pages.escape import inline
from bitacora.pages.last_values import light_in_list
from bitacora.pages.presenter import Presenter
from bitacora.quarters import Period, PeriodKind
from bitacora.records.actions import Accion
from bitacora.records.indicators import Indicador
from bitacora.records.record import Registro
from bitacora.records.strategy import Eje, Estrategia, Objetivo, Resultado
from bitacora.records.unknown import NoInformado
from bitacora.spanish import join_y
from bitacora.tallies.belonging import axes_of, axis_of, indicators_serving
from bitacora.tallies.progress import Progress, progress_at
from bitacora.tallies.terms import strategies_in_order

Rows = list[list[str]]
R = TypeVar("R", bound=Registro)


@dataclass(frozen=True)
class Group(Generic[R]):
    """The records of one axis (or of none) in one strategy (or in none)."""

    strategy: Estrategia | None
    axis: Eje | None
    records: tuple[R, ...]


def action_rows(presenter: Presenter, actions: Iterable[Accion]) -> Rows:
    """Code, name, state, dates, who carries it out."""
    return [
        [
            inline(action.codigo),
            presenter.link(action),
            state_chip(presenter, action),
            stretch(action),
            cell(presenter.view(action)["responsables"]),
        ]
        for action in actions
    ]


def indicator_rows(presenter: Presenter, indicators: Iterable[Indicador]) -> Rows:
    """Code, name with unit, last light, baseline, goal, value to date, progress."""
    return [_indicator_row(presenter, indicator) for indicator in indicators]


def _indicator_row(presenter: Presenter, indicator: Indicador) -> list[str]:
    progress = progress_today(presenter.edition, indicator)
    return [
        inline(indicator.codigo),
        f"{presenter.link(indicator)}{unit_note(indicator)}",
        light_in_list(presenter.edition, indicator),
        quantity(indicator.linea_base, indicator.unidad),
        goal_shown(indicator),
        quantity(progress.to_date, indicator.unidad),
        advance(progress),
    ]


def unit_note(indicator: Indicador) -> str:
    """The unit under an indicator's name; nothing for percentages, or where no source says it."""
    if isinstance(indicator.unidad, NoInformado) or indicator.unidad == PERCENT:
        return ""
    return f' <br><span class="card__meta">{inline(indicator.unidad)}</span>'


def progress_today(edition: Edition, indicator: Indicador) -> Progress:
    """How an indicator stands in the quarter of the edition's date."""
    quarter = Period.containing(edition.as_of, PeriodKind.TRIMESTRAL)
    return progress_at(edition.register, edition.lists, indicator, quarter, edition.as_of)


def objective_rows(presenter: Presenter, objectives: Iterable[Objetivo]) -> Rows:
    """Number, objective, goal of the development plan, how many actions and indicators."""
    register = presenter.edition.register
    return [
        [
            inline(objective.numero),
            presenter.link(objective),
            presenter.view(objective)["meta_plan_desarrollo"],
            str(len(register.naming(objective, Accion, "objetivo"))),
            str(len(indicators_serving(register, objective))),
        ]
        for objective in objectives
    ]


def result_rows(presenter: Presenter, results: Iterable[Resultado]) -> Rows:
    """The expected result with when it is due, as computed and as the source writes it."""
    return [
        [
            inline(result.descripcion),
            result_years(presenter, result),
            inline(result.texto_original) if result.texto_original else "—",
            cell(presenter.view(result)["fuente"]),
        ]
        for result in results
    ]


def result_years(presenter: Presenter, result: Resultado) -> str:
    """When a result is due, in words."""
    parts = []
    if result.anio_inicio and result.anio_fin and result.anio_inicio != result.anio_fin:
        parts.append(f"{result.anio_inicio} a {result.anio_fin}")
    elif result.anios:
        parts.append(join_y([str(year) for year in result.anios]))
    elif result.anio_inicio or result.anio_fin:
        parts.append(str(result.anio_inicio or result.anio_fin))
    if result.recurrencia:
        recurrence = presenter.edition.lists.name("recurrencias", result.recurrencia)
        parts.append(inline(recurrence.lower()))
    if result.y_siguientes:
        parts.append("y los años siguientes")
    return ", ".join(parts) or "—"


def under_axes(edition: Edition, records: Iterable[R]) -> tuple[Group[R], ...]:
    """Records under their axis, the strategy in force first; those without axis at the end.

    An axis without any stays in its place, where its strategy has some: its silence is news.
    """
    register = edition.register
    under: dict[str, list[R]] = {}
    for record in records:
        axis = axis_of(register, record)
        under.setdefault(axis.id if axis else "", []).append(record)
    groups = [
        Group(strategy, axis, tuple(under.get(axis.id, ())))
        for strategy in strategies_in_order(register, edition.as_of)
        for axes in [axes_of(register, strategy)]
        if any(axis.id in under for axis in axes)
        for axis in axes
    ]
    loose = [Group[R](None, None, tuple(under[""]))] if "" in under else []
    return (*groups, *loose)
