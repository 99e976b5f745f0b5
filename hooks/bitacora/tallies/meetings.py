"""The state of a mission, a visit or a meeting at a date: computed, never typed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from bitacora.records.events import Evento
from bitacora.tallies.zones import COLOMBIA, end_of, moment_in, start_of, zone_or_colombia


class MeetingState(StrEnum):
    """The codes of «situaciones_evento»."""

    PROGRAMADO = "programado"
    EN_CURSO = "en_curso"
    CON_RESULTADO = "con_resultado"
    SIN_RESULTADO = "sin_resultado"
    CANCELADO = "cancelado"


AHEAD = frozenset({MeetingState.PROGRAMADO, MeetingState.EN_CURSO})
"""What is still to come or is happening."""
HELD = frozenset({MeetingState.CON_RESULTADO, MeetingState.SIN_RESULTADO})
"""What took place and is over."""


def last_day(event: Evento) -> date:
    """The last day of an event."""
    return event.fecha_fin or event.fecha_inicio


def meeting_state(event: Evento, at: date, zone: str = COLOMBIA) -> MeetingState:
    """How an event stands on a day (at its first moment) or at a moment.

    ``zone`` is that of the entity, in which the hours of its events are told.
    """
    there = zone_or_colombia(zone)
    moment = moment_in(at, there)
    if event.cancelado is not None and event.cancelado <= moment.date():
        return MeetingState.CANCELADO
    if moment < start_of(event.fecha_inicio, event.hora_inicio, there):
        return MeetingState.PROGRAMADO
    if moment < end_of(last_day(event), event.hora_fin, there):
        return MeetingState.EN_CURSO
    return MeetingState.CON_RESULTADO if event.resultado else MeetingState.SIN_RESULTADO
