"""What a reminder is made from, for the office or for the public."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bitacora.checks.rule import World
from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.records.institution import Entidad
from bitacora.register import Register
from bitacora.reports.calendar_entries import Announcement
from bitacora.reports.published import Published
from bitacora.tallies.zones import COLOMBIA


@dataclass(frozen=True, slots=True)
class Desk:
    """The data as they lie before whoever asks.

    ``closed`` are the quarters with a closing act. ``withheld`` are those of which the public may
    not know anything yet: of them it is told how much must be reported, never how much already
    is; the office asks with none.
    """

    world: World
    calendar: tuple[Announcement, ...] = ()
    closed: frozenset[Period] = frozenset()
    withheld: frozenset[Period] = frozenset()

    @property
    def register(self) -> Register:
        """Every record that may be told of."""
        return self.world.register

    @property
    def lists(self) -> CodeLists:
        """The code lists."""
        return self.world.lists

    @property
    def as_of(self) -> date:
        """The day on which it is asked."""
        return self.world.as_of

    @property
    def zone(self) -> str:
        """The zone in which the entity reads hours."""
        entity = self.register.all(Entidad)
        return entity[0].zona_horaria if entity else COLOMBIA

    @property
    def office(self) -> str:
        """The unit that answers for the international action; empty without an entity."""
        entity = self.register.all(Entidad)
        return entity[0].dependencia_internacional if entity else ""


def public_desk(
    register: Register,
    lists: CodeLists,
    as_of: date,
    calendar: tuple[Announcement, ...],
    reports: Iterable[Published],
) -> Desk:
    """The desk of an edition: its public register, what it announces, what is out."""
    published = tuple(reports)
    return Desk(
        World(register, lists, as_of),
        calendar,
        frozenset(one.quarter for one in published if one.act is not None),
        frozenset(one.quarter for one in calendar) - {one.quarter for one in published},
    )
