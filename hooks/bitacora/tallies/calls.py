"""The state of a call to apply to, with what came of applying, at a date: computed, never typed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from bitacora.records.events import Oportunidad
from bitacora.tallies.zones import COLOMBIA, end_of, moment_in, start_of, zone_or_colombia

SOON = timedelta(days=15)
WAITING = "en_espera"
"""The code of «desenlaces_postulacion» of an application without an answer."""


class CallState(StrEnum):
    """The codes of «situaciones_oportunidad»."""

    POR_ABRIR = "por_abrir"
    ABIERTA = "abierta"
    POR_CERRAR = "por_cerrar"
    CERRADA = "cerrada"


OPEN = frozenset({CallState.ABIERTA, CallState.POR_CERRAR})
"""What may be applied to."""


def closing_moment(call: Oportunidad, zone: str = COLOMBIA) -> datetime:
    """The exact moment a call closes, in its own zone (``zone``, the entity's, if it names none).

    Without an hour it is the end of its day.
    """
    return end_of(call.cierre, call.cierre_hora, zone_or_colombia(call.zona or zone))


def call_state(call: Oportunidad, at: date, zone: str = COLOMBIA) -> CallState:
    """How a call stands on a day (at its first moment in the entity's zone) or at a moment."""
    there = zone_or_colombia(call.zona or zone)
    moment = moment_in(at, zone_or_colombia(zone)).astimezone(there)
    if moment >= closing_moment(call, zone):
        return CallState.CERRADA
    if call.apertura is not None and moment < start_of(call.apertura, None, there):
        return CallState.POR_ABRIR
    near = call.cierre - moment.date() <= SOON
    return CallState.POR_CERRAR if near else CallState.ABIERTA


def application(call: Oportunidad, day: date) -> str | None:
    """What was known on a day of the entity's application: a code of «desenlaces_postulacion»;
    None if it had not applied."""
    if call.postulada is None or call.postulada > day:
        return None
    if call.desenlace is None or (call.desenlace_fecha is not None and call.desenlace_fecha > day):
        return WAITING
    return call.desenlace


def applied_to(calls: Iterable[Oportunidad], day: date) -> tuple[Oportunidad, ...]:
    """The calls the entity had applied to by a day, the last first."""
    found = [call for call in calls if application(call, day) is not None]
    return tuple(sorted(found, key=lambda call: (str(call.postulada), call.id), reverse=True))


def let_pass(
    calls: Iterable[Oportunidad], day: date, zone: str = COLOMBIA
) -> tuple[Oportunidad, ...]:
    """The calls that closed without an application of the entity, the last first."""
    found = [
        call
        for call in calls
        if call_state(call, day, zone) is CallState.CERRADA and application(call, day) is None
    ]
    return tuple(sorted(found, key=lambda call: (call.cierre, call.id), reverse=True))
