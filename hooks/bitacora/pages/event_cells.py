"""What tables show of a mission, a visit or a meeting: when, where, at what cost, how it stands."""

from __future__ import annotations

from collections.abc import Iterable

from bitacora.edition import Edition
from bitacora.hours import spoken_hour, zone_words
from bitacora.pages.amounts import money
from bitacora.pages.cells import short_day
from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import small, told, under, untold
from bitacora.records.events import Evento
from bitacora.records.unknown import NoInformado
from bitacora.spanish import long_date
from bitacora.tallies.meetings import MeetingState, last_day, meeting_state
from bitacora.tallies.missions import cost_of, is_free

CODELIST = "situaciones_evento"
VIRTUAL = "virtual"


def state_of_event(edition: Edition, event: Evento) -> MeetingState:
    """How an event stands at the date of the edition."""
    return meeting_state(event, edition.as_of, edition.entity.zona_horaria)


def event_chip(edition: Edition, event: Evento) -> str:
    """How an event stands, as a chip."""
    state = state_of_event(edition, event)
    return chip(state.value, edition.lists.name(CODELIST, state.value))


def event_name(presenter: Presenter, event: Evento, *, kind: bool = True) -> str:
    """The link to an event with what it is (unless all are the same) and where under it."""
    where = place(presenter.edition, event)
    name = presenter.edition.lists.name("tipos_evento", event.tipo)
    return under(presenter.link(event), small(inline(f"{name}. {where}" if kind else where)))


def who(event: Evento) -> str:
    """The posts that take part, in one line; who they are is not known where nobody says it."""
    return told("; ".join(event.delegacion), "No consta quiénes.")


def place(edition: Edition, event: Evento) -> str:
    """Where an event takes place, as plain text; what is held over the internet has no city."""
    country = edition.lists.name("paises", event.pais)
    if event.presencialidad == VIRTUAL:
        return f"Por internet, desde {country}"
    return f"{event.ciudad}, {country}"


def when_short(event: Evento) -> str:
    """The days of an event, short enough for a table, with its hours."""
    last = last_day(event)
    until = "" if last == event.fecha_inicio else f" a {short_day(last)}"
    return under(f"{short_day(event.fecha_inicio)}{until}", small(hours(event)))


def days(event: Evento) -> str:
    """The days of an event in a sentence: «el 21 de noviembre de 2026», «del … al …»."""
    last = last_day(event)
    if last == event.fecha_inicio:
        return f"el {long_date(last)}"
    return f"del {long_date(event.fecha_inicio)} al {long_date(last)}"


def hours(event: Evento) -> str:
    """When an event begins or ends on its days; empty where no hour is known."""
    begins = spoken_hour(event.hora_inicio) if event.hora_inicio else ""
    ends = spoken_hour(event.hora_fin) if event.hora_fin else ""
    if begins and ends:
        return f"{begins} a {ends}"
    return begins or (f"hasta las {ends}" if ends else "")


def hours_with_zone(edition: Edition, event: Evento) -> str:
    """The hours of an event, with whose hours they are; empty where none is known."""
    told_hours = hours(event)
    zone = inline(zone_words(edition.entity.zona_horaria))
    return f"{told_hours}, {zone}" if told_hours else ""


def cost(edition: Edition, event: Evento) -> str:
    """What an event cost; nothing is not the same as not known."""
    if is_free(event):
        return "Sin costo"
    amount = cost_of(event)
    if amount is None:
        return untold("No informado")
    return inline(money(edition.lists, amount.amount, amount.currency))


def payer(event: Evento) -> str:
    """Who pays, as the office tells it."""
    who = None if isinstance(event.paga, NoInformado) else event.paga
    return told(who, "No consta quién paga.")


def in_states(
    edition: Edition, events: Iterable[Evento], states: frozenset[MeetingState]
) -> list[Evento]:
    """The events in these states, by date."""
    found = [event for event in events if state_of_event(edition, event) in states]
    return sorted(found, key=lambda event: (event.fecha_inicio, last_day(event), event.id))
