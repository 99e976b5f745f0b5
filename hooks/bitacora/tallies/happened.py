"""What happened under an instrument or in a network, told by other records, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bitacora.records.events import Evento
from bitacora.records.networks import Red
from bitacora.records.partial_date import PartialDate
from bitacora.records.relations import Hermanamiento
from bitacora.records.resources import Recurso
from bitacora.register import Register
from bitacora.tallies.instruments import (
    InstrumentState,
    Term,
    last_activity,
    state_of,
    term_of,
)
from bitacora.tallies.meetings import HELD, last_day, meeting_state
from bitacora.tallies.memberships import (
    PAYS,
    last_participation,
    membership_state,
    membership_term,
)

Relation = Hermanamiento | Red
MOVED = frozenset({"desembolso", "ejecucion"})
"""The flows of money or support that was really delivered; a promise is no activity."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an instrument or a membership stands: its state, its term, its last sign of life."""

    state: InstrumentState
    term: Term
    last: PartialDate | None


def standing_of(register: Register, relation: Relation, as_of: date) -> Standing:
    """How a relation stands at a date, by its own record and by those that name it."""
    happened = happened_under(register, relation, as_of)
    if isinstance(relation, Red):
        return Standing(
            membership_state(relation, as_of, happened),
            membership_term(relation, as_of),
            last_participation(relation, as_of, happened),
        )
    return Standing(
        state_of(relation, as_of, happened),
        term_of(relation, as_of),
        last_activity(relation, as_of, happened),
    )


def happened_under(register: Register, relation: Relation, as_of: date) -> tuple[PartialDate, ...]:
    """When something is known to have happened by a date: events that ended and were not
    cancelled, contributions that were delivered. Paying a fee is no activity of a network."""
    return tuple(_moments(register, relation, as_of))


def _moments(register: Register, relation: Relation, as_of: date) -> Iterator[PartialDate]:
    field = relation.kind
    for event in register.naming(relation, Evento, field):
        if meeting_state(event, as_of) in HELD:
            yield on_day(last_day(event))
    for item in register.naming(relation, Recurso, field):
        fee = isinstance(relation, Red) and item.rol == PAYS
        if item.tipo_flujo in MOVED and not fee and item.fecha.first <= as_of:
            yield item.fecha


def on_day(day: date) -> PartialDate:
    """A day as a date that may be less precise."""
    return PartialDate(day.year, day.month, day.day)
