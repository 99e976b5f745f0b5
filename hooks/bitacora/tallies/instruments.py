"""The state of an instrument or a membership at a date: computed, never typed."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from bitacora.records.networks import Red
from bitacora.records.relations import Hermanamiento

SOON = timedelta(days=180)
IDLE_MONTHS = 24


class InstrumentState(StrEnum):
    """The states of an instrument; each one has its place in every count."""

    EN_GESTION = "en_gestion"
    VIGENTE = "vigente"
    POR_VENCER = "por_vencer"
    VENCIDO = "vencido"
    SIN_ACTIVIDAD = "sin_actividad"
    TERMINADO = "terminado"
    NO_INFORMADO = "no_informado"


def last_activity(instrument: Hermanamiento) -> date | None:
    """The last day on which something is known to have been done."""
    return max((item.fecha.last for item in instrument.actividades), default=None)


def months_before(day: date, months: int) -> date:
    """The first day of the month so many months before."""
    month = day.year * 12 + day.month - 1 - months
    return date(month // 12, month % 12 + 1, 1)


def is_idle(last: date | None, since: date | None, as_of: date) -> bool:
    """Nothing known in the last 24 months, though it began before them."""
    limit = months_before(as_of, IDLE_MONTHS)
    if last is not None:
        return last < limit
    return since is not None and since < limit


def state_of(instrument: Hermanamiento, as_of: date) -> InstrumentState:
    """The state at a date. What is ended, in process or unknown stays so; a date that passed
    makes it expired; then nearness of the end; then idleness."""
    if instrument.terminado is not None or instrument.estado == InstrumentState.TERMINADO:
        return InstrumentState.TERMINADO
    if instrument.estado == InstrumentState.EN_GESTION:
        return InstrumentState.EN_GESTION
    if instrument.vence is not None and instrument.vence.last < as_of:
        return InstrumentState.VENCIDO
    if instrument.estado == InstrumentState.NO_INFORMADO:
        return InstrumentState.NO_INFORMADO
    if instrument.vence is not None and instrument.vence.last <= as_of + SOON:
        return InstrumentState.POR_VENCER
    since = instrument.firmado.last if instrument.firmado else None
    if is_idle(last_activity(instrument), since, as_of):
        return InstrumentState.SIN_ACTIVIDAD
    return InstrumentState.VIGENTE


def membership_state(network: Red, as_of: date) -> InstrumentState:
    """The state of a membership at a date."""
    declared = InstrumentState(network.estado)
    if declared is not InstrumentState.VIGENTE:
        return declared
    last = network.ultima_actividad.last if network.ultima_actividad else None
    since = network.adhesion.last if network.adhesion else None
    return InstrumentState.SIN_ACTIVIDAD if is_idle(last, since, as_of) else declared
