"""Initiatives as pages list them: a link with the state beside it."""

from __future__ import annotations

from bitacora.edition import Edition
from bitacora.pages.chips import chip
from bitacora.pages.contribution_rows import contribution_amount
from bitacora.pages.presenter import Presenter
from bitacora.records.kinds import Kind
from bitacora.records.record import Registro
from bitacora.records.resources import Recurso
from bitacora.tallies.initiative_states import State, state_of_initiative

WORDS = {
    "accion": "Acciones",
    "indicador": "Indicadores",
    "hermanamiento": "Instrumentos",
    "red": "Redes",
    "evento": "Eventos",
    "recurso": "Aportes",
    "oportunidad": "Convocatorias",
    "buena-practica": "Prácticas",
    "compromiso": "Compromisos",
}
"""What each kind of initiative is called, short enough for the head of a column."""
ONE = {
    "accion": "acción",
    "indicador": "indicador",
    "hermanamiento": "instrumento",
    "red": "red",
    "evento": "evento",
    "recurso": "aporte",
    "oportunidad": "convocatoria",
    "buena-practica": "práctica",
    "compromiso": "compromiso",
}
"""What a single initiative of each kind is called."""


def section_of(kind: Kind) -> str:
    """The anchor of the section of a unit's page that lists the initiatives of a kind."""
    return kind.folder


def initiative_state(edition: Edition, record: Registro) -> State | None:
    """How an initiative stands at the date of the edition."""
    zone = edition.entity.zona_horaria
    return state_of_initiative(edition.register, record, edition.as_of, zone)


def initiative_line(presenter: Presenter, record: Registro) -> str:
    """A link to an initiative, what it is worth where it is money, how it stands."""
    state = initiative_state(presenter.edition, record)
    parts = [presenter.link(record)]
    if isinstance(record, Recurso):
        parts.append(contribution_amount(presenter, record))
    if state:
        parts.append(chip(state[1], presenter.edition.lists.name(*state)))
    return " · ".join(parts)
