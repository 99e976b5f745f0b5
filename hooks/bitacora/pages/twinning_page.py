"""The page of an instrument: who signs, until when, what for, what has been done with it."""

from __future__ import annotations

from bitacora.artefacts import Artefact
from bitacora.pages.activity_cost import activity_cost
from bitacora.pages.cells import NOTHING, short_moment
from bitacora.pages.contributions_under import contributions_under
from bitacora.pages.escape import inline
from bitacora.pages.instrument_timeline import shown_timeline
from bitacora.pages.mentions import grouped, mentions
from bitacora.pages.presenter import UNKNOWN, Presenter, plain_value, spoken_moment
from bitacora.pages.record_page import record_page
from bitacora.pages.situations import standing, standing_chip, standing_words
from bitacora.pages.writing import Writer
from bitacora.records.relations import Actividad, Hermanamiento
from bitacora.records.resources import Recurso
from bitacora.spanish import number
from bitacora.tallies.happened import Standing
from bitacora.tallies.instruments import InstrumentState

ACTIVITIES = ("Qué se hizo", "Fecha", "Quién lo hizo", "Costo", "Qué dejó", "Evidencia")
OWN_SECTION = frozenset({"recurso", "evento"})
"""The kinds that name an instrument and are told by its timeline or its money."""


def instrument_page(writer: Writer, presenter: Presenter, record: Hermanamiento) -> Artefact:
    """The page of one instrument."""
    edition = presenter.edition
    now = standing(edition, record)
    others = [one for one in mentions(presenter, record) if one.kind.name not in OWN_SECTION]
    values = {
        "chip": standing_chip(edition, now, record),
        "frase": _sentence(now, record),
        "vencimiento": _end(now),
        "renovaciones": _renewals(presenter, record),
        "orden": number(record.orden_en_fuente) if record.orden_en_fuente else None,
        "linea": shown_timeline(presenter, record),
        "encabezado_actividades": ACTIVITIES,
        "actividades": [_activity(presenter, done) for done in _latest_first(record)],
        "recursos": contributions_under(
            presenter,
            edition.register.naming(record, Recurso, "hermanamiento"),
            "#dinero-y-especie",
        ),
        "menciones": grouped(presenter, others),
    }
    word = standing_words(edition, now, record)
    return record_page(writer, presenter, record, "hermanamiento", values, state=word)


def _sentence(now: Standing, record: Hermanamiento) -> str:
    """What the chip does not say, as finished text."""
    last = f"Última actividad conocida: {spoken_moment(now.last)}." if now.last else ""
    none = "No se conoce todavía ninguna actividad."
    end = plain_value(now.term.end) if now.term.end else ""
    ended = plain_value(record.terminado) if record.terminado else ""
    words = {
        InstrumentState.POR_VENCER: f"Vence: {end}. {last or none}",
        InstrumentState.VENCIDO: f"Venció: {end}. No se conoce una prórroga. {last}",
        InstrumentState.SIN_ACTIVIDAD: _idle(now),
        InstrumentState.TERMINADO: f"Terminó: {ended}."
        if ended
        else "La oficina lo declara terminado; no se conoce la fecha.",
        InstrumentState.EN_GESTION: f"Todavía no se ha firmado. {last}",
        InstrumentState.NO_INFORMADO: f"La fuente no dice si sigue en pie. {last}",
        InstrumentState.VIGENTE: last or none,
    }
    return inline(words[now.state])


def _idle(now: Standing) -> str:
    if now.last is None:
        return "No se conoce ninguna actividad desde que se firmó."
    return "No se conoce nada que se haya hecho en los últimos 24 meses."


def _end(now: Standing) -> str:
    """Until when it lasts."""
    if now.term.endless:
        return "No vence"
    if now.term.end is None:
        return UNKNOWN
    return inline(spoken_moment(now.term.end))


def _renewals(presenter: Presenter, record: Hermanamiento) -> list[str]:
    """Each renewal with the end it set."""
    views = [presenter.view(renewal) for renewal in record.renovaciones]
    return [
        f"{view['fecha']}: {_until(view['vence'])}{'. ' + view['acto'] if view['acto'] else ''}"
        for view in views
    ]


def _until(end: str | None) -> str:
    return f"hasta {end}" if end else "sin término"


def _latest_first(record: Hermanamiento) -> list[Actividad]:
    return sorted(record.actividades, key=lambda done: done.fecha.last, reverse=True)


def _activity(presenter: Presenter, done: Actividad) -> tuple[str, ...]:
    view = presenter.view(done)
    return (
        view["descripcion"],
        short_moment(done.fecha),
        view["quien"] or NOTHING,
        activity_cost(presenter, done),
        view["resultado"] or UNKNOWN,
        view["evidencia"] or view["evento"] or NOTHING,
    )
