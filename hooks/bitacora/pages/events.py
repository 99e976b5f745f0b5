"""The agenda: what is coming, what took place, a page for each mission, visit or meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.catalogue import catalogue
from bitacora.pages.cells import NOTHING, short_day
from bitacora.pages.commitment_rows import HEAD as PROMISES
from bitacora.pages.commitment_rows import commitment_rows, situation_figures, situation_meanings
from bitacora.pages.contribution_rows import HEAD as GIVEN
from bitacora.pages.contribution_rows import contribution_rows
from bitacora.pages.count_tables import Table, counted, crossed
from bitacora.pages.escape import inline
from bitacora.pages.event_cells import (
    CODELIST,
    cost,
    days,
    event_chip,
    event_name,
    hours_with_zone,
    in_states,
    payer,
    place,
    state_of_event,
    when_short,
    who,
)
from bitacora.pages.mentions import grouped, mentions
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.reports.cells import told
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.accountability import Compromiso
from bitacora.records.events import Evento
from bitacora.records.resources import Recurso
from bitacora.records.unknown import NoInformado
from bitacora.spanish import long_date, sort_key
from bitacora.tallies.breakdown import breakdown
from bitacora.tallies.meetings import AHEAD, HELD, MeetingState, last_day
from bitacora.tallies.missions import MISSION

HEAD = PageHead(
    "eventos/index.md",
    "Misiones y eventos",
    kind="Listado",
    description="Lo que viene y lo que ya se hizo: misiones, visitas y encuentros con el mundo.",
)
COMING = ("Qué y dónde", "Cuándo", "Para qué", "Quiénes van", "Cómo está")
DONE = ("Qué y dónde", "Cuándo", "Para qué", "Qué dejó", "Cómo está")
CANCELLED = ("Qué y dónde", "Cuándo era", "Se canceló", "Por qué")
OWN_SECTION = frozenset({"compromiso", "recurso"})
"""The kinds that name an event and have a section of its page to themselves."""


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The agenda, then the page of each event."""
    presenter = Presenter(edition)
    yield writer.page(HEAD, "agenda_eventos", _index(presenter))
    for event in edition.register.all(Evento):
        yield _page(writer, presenter, event)


def _index(presenter: Presenter) -> dict[str, object]:
    edition = presenter.edition
    found = edition.register.all(Evento)
    states = [state_of_event(edition, event).value for event in found]
    coming = in_states(edition, found, AHEAD)
    held = in_states(edition, found, HELD)[::-1]
    off = in_states(edition, found, frozenset({MeetingState.CANCELADO}))[::-1]
    return {
        "gobierno": inline(edition.entity.nombre_corto),
        "hay": bool(found),
        "catalogo": catalogue(edition, "evento", "misiones y eventos"),
        "hoy": long_date(edition.as_of),
        "cifras": situation_figures(edition, CODELIST, states, ""),
        "proximo": _next(presenter, coming),
        "encabezado_viene": COMING,
        "viene": [_coming(presenter, event) for event in coming],
        "encabezado_hecho": DONE,
        "hecho": [
            (str(year), [_held(presenter, event) for event in held if last_day(event).year == year])
            for year in dict.fromkeys(last_day(event).year for event in held)
        ],
        "encabezado_cancelado": CANCELLED,
        "cancelado": [_off(presenter, event) for event in off],
        "por_clase": _by_kind(edition, found),
        "por_pais": _by_country(edition, found),
        "hay_misiones": any(event.tipo == MISSION for event in found),
        "situaciones": situation_meanings(edition, CODELIST),
    }


def _next(presenter: Presenter, coming: Sequence[Evento]) -> str:
    """The first of what is coming, in a sentence; empty where there is nothing."""
    edition = presenter.edition
    for event in coming:
        where = inline(place(edition, event))
        what = f"{presenter.link(event)} ({where}), {days(event)}"
        going_on = state_of_event(edition, event) is MeetingState.EN_CURSO
        return f"{'Está pasando ahora' if going_on else 'Lo próximo'}: {what}"
    return ""


def _coming(presenter: Presenter, event: Evento) -> list[str]:
    edition = presenter.edition
    purpose = None if isinstance(event.proposito, NoInformado) else event.proposito
    return [
        event_name(presenter, event),
        when_short(event),
        told(purpose, "No consta para qué."),
        who(event),
        event_chip(edition, event),
    ]


def _held(presenter: Presenter, event: Evento) -> list[str]:
    purpose = None if isinstance(event.proposito, NoInformado) else event.proposito
    return [
        event_name(presenter, event),
        when_short(event),
        told(purpose, "No consta para qué."),
        told(event.resultado, "Nadie ha contado qué dejó."),
        event_chip(presenter.edition, event),
    ]


def _off(presenter: Presenter, event: Evento) -> list[str]:
    return [
        event_name(presenter, event),
        when_short(event),
        short_day(event.cancelado) if event.cancelado else NOTHING,
        told(event.motivo_cancelacion, "Nadie ha dicho por qué."),
    ]


def _by_kind(edition: Edition, found: Sequence[Evento]) -> Table:
    return crossed(
        breakdown(
            [(event.tipo, state_of_event(edition, event).value) for event in found],
            [
                code.codigo
                for code in edition.lists.all("tipos_evento")
                if any(event.tipo == code.codigo for event in found)
            ],
            [code.codigo for code in edition.lists.all(CODELIST)],
        ),
        "Clase",
        lambda code: inline(edition.lists.name("tipos_evento", code)),
        lambda code: inline(edition.lists.name(CODELIST, code)),
    )


def _by_country(edition: Edition, found: Sequence[Evento]) -> Table:
    def name(code: str) -> str:
        return edition.lists.name("paises", code)

    codes = [event.pais for event in found]
    order = sorted(set(codes), key=lambda code: (-codes.count(code), sort_key(name(code))))
    return counted([(name(code), codes.count(code)) for code in order], ("País", "Cuántos"))


def _page(writer: Writer, presenter: Presenter, event: Evento) -> Artefact:
    edition = presenter.edition
    state = state_of_event(edition, event)
    promised = edition.register.naming(event, Compromiso, "evento")
    paid = edition.register.naming(event, Recurso, "evento")
    others = [group for group in mentions(presenter, event) if group.kind.name not in OWN_SECTION]
    values = {
        "estado": state.value,
        "chip": event_chip(edition, event),
        "dias": days(event),
        "horas": hours_with_zone(edition, event),
        "terminado": state in HELD,
        "es_mision": event.tipo == MISSION,
        "costo": cost(edition, event),
        "paga": payer(event),
        "ninguno": event.sin_compromisos,
        "encabezado_compromisos": PROMISES,
        "compromisos": commitment_rows(presenter, promised),
        "encabezado_aportes": GIVEN,
        "aportes": contribution_rows(presenter, paid),
        "menciones": grouped(presenter, others),
    }
    word = edition.lists.name(CODELIST, state.value)
    return record_page(writer, presenter, event, "evento", values, state=word)
