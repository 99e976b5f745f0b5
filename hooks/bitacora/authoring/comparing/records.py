"""The records that the public sees before and after, one by one; the code lists too."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.authoring.comparing.addresses import moved
from bitacora.authoring.comparing.change import (
    CHANGED,
    GONE,
    NEW,
    ListChange,
    RecordChange,
)
from bitacora.authoring.comparing.side import Side
from bitacora.authoring.comparing.values import field_changes
from bitacora.records.kinds import KINDS, Kind
from bitacora.tallies.site_addresses import record_address


def record_changes(before: Side, after: Side) -> tuple[RecordChange, ...]:
    """What happened to each record, kind by kind; one that cannot be read on either side cannot be
    compared, so that it is passed over."""
    return tuple(it for kind in KINDS for it in _of_kind(kind, before, after))


def _of_kind(kind: Kind, before: Side, after: Side) -> Iterator[RecordChange]:
    was, now = before.register.by_kind[kind.name], after.register.by_kind[kind.name]
    renamed = dict(_renamed(kind, before, after))
    for name in sorted({*was, *now} - set(renamed.values())):
        old, new = was.get(name), now.get(name)
        if old is not None and name in renamed:
            heir = now[renamed[name]]
            fields = field_changes(old, heir, (before, after))
            yield RecordChange(kind, heir.id, after.title(heir), CHANGED, fields)
            continue
        if old is None and new is not None and not before.is_unread(kind, name):
            yield RecordChange(kind, name, after.title(new), NEW)
        elif new is None and old is not None and not after.is_unread(kind, name):
            yield RecordChange(kind, name, before.title(old), GONE)
        elif old is not None and new is not None and old != new:
            fields = field_changes(old, new, (before, after))
            yield RecordChange(kind, name, after.title(new), CHANGED, fields)


def _renamed(kind: Kind, before: Side, after: Side) -> Iterator[tuple[str, str]]:
    """The old id with the new one of each record whose old address leads to the new one."""
    was, now = before.register.by_kind[kind.name], after.register.by_kind[kind.name]
    moves = moved(after.register)
    new = {record_address(record): name for name, record in now.items() if name not in was}
    for name, record in was.items():
        heir = new.get(moves.get(record_address(record), ""))
        if name not in now and heir is not None:
            yield name, heir


def hidden_changes(before: Side, after: Side) -> int:
    """How many records differ that the public sees on neither side: drafts, what is withheld."""
    count = 0
    for kind in KINDS:
        was, now = (side.found.register.by_kind[kind.name] for side in (before, after))
        seen = {name for side in (before, after) for name in side.register.by_kind[kind.name]}
        count += sum(was.get(name) != now.get(name) for name in {*was, *now} - seen)
    return count


def list_changes(before: Side, after: Side) -> tuple[ListChange, ...]:
    """What differs in the code lists: those of the project are the same on both sides."""
    return tuple(_lists(before, after))


def _lists(before: Side, after: Side) -> Iterator[ListChange]:
    was, now = before.found.lists.lists, after.found.lists.lists
    for name in sorted({*was, *now}):
        old, new = was.get(name, {}), now.get(name, {})
        if old == new:
            continue
        yield ListChange(
            name,
            tuple(it.nombre for code, it in new.items() if code not in old),
            tuple(it.nombre for code, it in new.items() if code in old and old[code] != it),
            tuple(it.nombre for code, it in old.items() if code not in new),
        )
