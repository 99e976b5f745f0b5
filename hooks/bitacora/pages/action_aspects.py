"""The sixteen aspects of a project, each with what the record answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bitacora.pages.cells import cell, full_moment
from bitacora.pages.escape import inline
from bitacora.pages.presenter import UNKNOWN, Presenter
from bitacora.records.actions import Accion
from bitacora.records.codes import CodigoAspecto
from bitacora.records.indicators import Indicador
from bitacora.records.unknown import NO_INFORMADO
from bitacora.spanish import count_of

View = dict[str, Any]


def aspect_rows(presenter: Presenter, action: Accion) -> list[list[str]]:
    """Number, aspect with its meaning, answer; what the record lacks shows as «No informado»."""
    view = presenter.view(action)
    aspects = [
        code
        for code in presenter.edition.lists.all("aspectos_proyecto")
        if isinstance(code, CodigoAspecto)
    ]
    return [
        [str(number), _name(aspect), _answer(presenter, action, view, aspect.campo)]
        for number, aspect in enumerate(aspects, 1)
    ]


def _name(aspect: CodigoAspecto) -> str:
    meaning = aspect.definicion or ""
    return f'**{inline(aspect.nombre)}** <br><span class="card__meta">{inline(meaning)}</span>'


def _answer(presenter: Presenter, action: Accion, view: View, field: str) -> str:
    special = SPECIAL.get(field)
    if special:
        return special(presenter, action, view)
    value = view.get(field)
    return cell(value) if value else UNKNOWN


def _budget(presenter: Presenter, action: Accion, view: View) -> str:
    if not action.presupuesto:
        return UNKNOWN
    how_many = count_of(len(action.presupuesto), "partida", "partidas")
    return f"[{how_many} del presupuesto](#presupuesto)"


def _actors(presenter: Presenter, action: Accion, view: View) -> str:
    named = [f"{item['actor']} ({item['rol'].lower()})" for item in view["actores"]]
    return cell(named) if named else UNKNOWN


def _times(presenter: Presenter, action: Accion, view: View) -> str:
    if action.fecha_inicio is NO_INFORMADO and action.fecha_fin is NO_INFORMADO:
        return UNKNOWN
    return cell(
        [
            f"Empieza: {full_moment(action.fecha_inicio)}",
            f"Termina: {full_moment(action.fecha_fin)}",
        ]
    )


def _milestones(presenter: Presenter, action: Accion, view: View) -> str:
    parts = []
    if action.hitos:
        parts.append(f"[{count_of(len(action.hitos), 'hito', 'hitos')}](#hitos)")
    measured = presenter.edition.register.naming(action, Indicador, "accion")
    if measured:
        parts.append(f"[{count_of(len(measured), 'indicador', 'indicadores')}](#indicadores)")
    return cell(parts) if parts else UNKNOWN


def _risks(presenter: Presenter, action: Accion, view: View) -> str:
    told = [
        f'{item["riesgo"]} <br><span class="card__meta">Mitigación: {item["mitigacion"]}</span>'
        for item in view["riesgos"]
    ]
    return cell(told) if told else UNKNOWN


SPECIAL: dict[str, Callable[[Presenter, Accion, View], str]] = {
    "presupuesto": _budget,
    "actores": _actors,
    "fecha_inicio": _times,
    "hitos": _milestones,
    "riesgos": _risks,
}
"""Fields whose answer is more than their value."""
