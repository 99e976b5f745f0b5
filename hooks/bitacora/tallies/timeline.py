"""The life of an instrument in order of time: signed, renewed, used, paid, ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from bitacora.records.events import Evento
from bitacora.records.partial_date import PartialDate
from bitacora.records.relations import Actividad, Hermanamiento, Renovacion
from bitacora.records.resources import Recurso
from bitacora.register import Register
from bitacora.tallies.happened import on_day
from bitacora.tallies.instruments import term_of


class Step(IntEnum):
    """What an entry tells; of several on one day, the lower comes first."""

    SIGNED = 0
    RENEWED = 1
    ACTIVITY = 2
    EVENT = 3
    MONEY = 4
    EXPIRES = 5
    ENDED = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on one date. ``about`` is what tells it; ``event`` the meeting in which an
    activity was done, where both are on record."""

    step: Step
    moment: PartialDate
    about: Renovacion | Actividad | Evento | Recurso | None = None
    event: Evento | None = None

    @property
    def place(self) -> tuple[date, int]:
        """Where it stands: a year alone comes before its months, a month before its days; but
        what ends, ends on its last day."""
        ends = self.step in (Step.EXPIRES, Step.ENDED)
        return (self.moment.last if ends else self.moment.first), self.step


def timeline(register: Register, instrument: Hermanamiento, as_of: date) -> tuple[Entry, ...]:
    """Everything that is known of an instrument, the earliest first; what is still to come stands
    at its date. A meeting that an activity names is told once, with the activity."""
    found = [
        *_life(instrument, as_of),
        *_activities(register, instrument),
        *_meetings(register, instrument),
        *(
            Entry(Step.MONEY, item.fecha, item)
            for item in register.naming(instrument, Recurso, "hermanamiento")
        ),
    ]
    return tuple(sorted(found, key=lambda entry: entry.place))


def meetings_apart(register: Register, instrument: Hermanamiento) -> tuple[Evento, ...]:
    """The meetings under an instrument that none of its activities tells."""
    told = {done.evento for done in instrument.actividades}
    found = register.naming(instrument, Evento, "hermanamiento")
    return tuple(event for event in found if event.id not in told)


def _life(instrument: Hermanamiento, as_of: date) -> Iterator[Entry]:
    if instrument.firmado:
        yield Entry(Step.SIGNED, instrument.firmado)
    for renewal in instrument.renovaciones:
        yield Entry(Step.RENEWED, renewal.fecha, renewal)
    if instrument.terminado:
        yield Entry(Step.ENDED, instrument.terminado)
        return
    end = term_of(instrument, as_of).end
    if end:
        yield Entry(Step.EXPIRES, end)


def _activities(register: Register, instrument: Hermanamiento) -> Iterator[Entry]:
    for done in instrument.actividades:
        yield Entry(Step.ACTIVITY, done.fecha, done, register.get(Evento, done.evento))


def _meetings(register: Register, instrument: Hermanamiento) -> Iterator[Entry]:
    for event in meetings_apart(register, instrument):
        yield Entry(Step.EVENT, on_day(event.fecha_inicio), event)
