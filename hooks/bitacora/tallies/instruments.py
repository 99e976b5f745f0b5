"""The term and the state of an instrument at a date: computed, never typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bitacora.records.partial_date import PartialDate
from bitacora.records.relations import Hermanamiento, Renovacion

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


ALIVE = frozenset(
    {InstrumentState.VIGENTE, InstrumentState.POR_VENCER, InstrumentState.SIN_ACTIVIDAD}
)
"""What is in force, whatever else is said of it."""


@dataclass(frozen=True, slots=True)
class Term:
    """Until when something lasts: an end, no end at all, or an end that nobody tells.

    ``renewal`` is the renewal that set it, if any did.
    """

    end: PartialDate | None = None
    endless: bool = False
    renewal: Renovacion | None = None

    def is_over(self, as_of: date) -> bool:
        """Whether the end has passed."""
        return self.end is not None and self.end.last < as_of

    def is_near(self, as_of: date) -> bool:
        """Whether the end comes within 180 days."""
        return self.end is not None and as_of <= self.end.last <= as_of + SOON


def term_of(instrument: Hermanamiento, as_of: date) -> Term:
    """The term known at a date: that of the last renewal until then, else that of the signature."""
    known = [item for item in instrument.renovaciones if item.fecha.first <= as_of]
    if not known:
        return Term(instrument.vence, instrument.vigencia_indefinida)
    last = max(known, key=lambda item: item.fecha.last)
    return Term(last.vence, last.vence is None, last)


def last_activity(
    instrument: Hermanamiento, as_of: date, happened: Iterable[PartialDate] = ()
) -> PartialDate | None:
    """The last time something is known to have been done by a date: its own activities, and what
    happened under it (see ``tallies.happened``)."""
    return latest((*(item.fecha for item in instrument.actividades), *happened), as_of)


def latest(moments: Iterable[PartialDate | None], as_of: date) -> PartialDate | None:
    """The last of the moments that have come by a date."""
    come = (moment for moment in moments if moment is not None and moment.first <= as_of)
    return max(come, key=lambda moment: (moment.last, moment.first), default=None)


def months_before(day: date, months: int) -> date:
    """The first day of the month so many months before."""
    month = day.year * 12 + day.month - 1 - months
    return date(month // 12, month % 12 + 1, 1)


def is_idle(last: PartialDate | None, since: PartialDate | None, as_of: date) -> bool:
    """Nothing known in the last 24 months, though it began before them."""
    limit = months_before(as_of, IDLE_MONTHS)
    known = last or since
    return known is not None and known.last < limit


def state_of(
    instrument: Hermanamiento, as_of: date, happened: Iterable[PartialDate] = ()
) -> InstrumentState:
    """The state at a date. What is ended, in process or unknown stays so; a date that passed
    makes it expired; then nearness of the end; then idleness."""
    if instrument.terminado is not None or instrument.estado == InstrumentState.TERMINADO:
        return InstrumentState.TERMINADO
    if instrument.estado == InstrumentState.EN_GESTION:
        return InstrumentState.EN_GESTION
    term = term_of(instrument, as_of)
    if term.is_over(as_of):
        return InstrumentState.VENCIDO
    if instrument.estado == InstrumentState.NO_INFORMADO:
        return InstrumentState.NO_INFORMADO
    if term.is_near(as_of):
        return InstrumentState.POR_VENCER
    if is_idle(last_activity(instrument, as_of, happened), instrument.firmado, as_of):
        return InstrumentState.SIN_ACTIVIDAD
    return InstrumentState.VIGENTE
