"""Everything that waits, in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bitacora.pending.desk import Desk
from bitacora.pending.progress import progress
from bitacora.pending.promises import actions, commitments, events, milestones, questions
from bitacora.pending.relations import calls, instruments, networks
from bitacora.pending.reports import explanations, measures, reports
from bitacora.pending.revisions import revisions
from bitacora.pending.things import Pending
from bitacora.records.institution import Dependencia
from bitacora.spanish import SortKey, sort_key

Reminder = Callable[[Desk], Iterator[Pending]]
REMINDERS: tuple[Reminder, ...] = (
    progress,
    reports,
    explanations,
    measures,
    questions,
    commitments,
    actions,
    milestones,
    instruments,
    networks,
    calls,
    events,
    revisions,
)


def pending_of(desk: Desk) -> tuple[Pending, ...]:
    """What waits, the earliest first."""
    found = (thing for reminder in REMINDERS for thing in reminder(desk))
    return tuple(sorted(found, key=lambda thing: thing.order))


def by_unit(desk: Desk, found: Iterable[Pending]) -> dict[str, tuple[Pending, ...]]:
    """What waits for each unit, the units by name; what nobody answers for at the end."""
    groups: dict[str, list[Pending]] = {}
    for thing in found:
        groups.setdefault(thing.unit, []).append(thing)

    def order(unit: str) -> tuple[bool, SortKey, str]:
        return (not unit, sort_key(unit_name(desk, unit)), unit)

    return {unit: tuple(groups[unit]) for unit in sorted(groups, key=order)}


def unit_name(desk: Desk, unit: str) -> str:
    """How people call a unit."""
    found = desk.register.get(Dependencia, unit)
    return found.nombre if found else (unit or "Sin dependencia")
