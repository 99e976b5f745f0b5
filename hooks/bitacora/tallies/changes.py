"""What changed last in the data, by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bitacora.records.kinds import KINDS, Kind
from bitacora.records.record import Registro
from bitacora.register import Register, in_reading_order


@dataclass(frozen=True, slots=True)
class Changed:
    """The records of a kind whose data were revised on a day."""

    kind: Kind
    records: tuple[Registro, ...]


@dataclass(frozen=True, slots=True)
class DayOfChanges:
    """A day with what was revised on it."""

    day: date
    changed: tuple[Changed, ...]


def last_changes(register: Register, days: int) -> tuple[DayOfChanges, ...]:
    """The last days on which records were revised, newest first."""
    found: dict[date, dict[str, list[Registro]]] = {}
    for kind in KINDS:
        for record in register.all(kind.model):
            found.setdefault(record.actualizado, {}).setdefault(kind.name, []).append(record)
    latest = sorted(found, reverse=True)[:days]
    return tuple(DayOfChanges(day, _by_kind(found[day])) for day in latest)


def _by_kind(found: dict[str, list[Registro]]) -> tuple[Changed, ...]:
    return tuple(
        Changed(kind, in_reading_order(found[kind.name])) for kind in KINDS if kind.name in found
    )
