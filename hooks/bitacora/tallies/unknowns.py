"""How much the data say they do not know."""

from __future__ import annotations

from dataclasses import dataclass

from bitacora.records.fields import leaves
from bitacora.records.kinds import KINDS, Kind
from bitacora.records.unknown import NO_INFORMADO
from bitacora.register import Register


@dataclass(frozen=True, slots=True)
class Unknowns:
    """Of the values written for a kind of record, how many are «no informado»."""

    kind: Kind
    records: int
    values: int
    unknown: int


def unknowns(register: Register) -> tuple[Unknowns, ...]:
    """The count of each kind that has records; absent optional fields are not counted."""
    return tuple(_count(register, kind) for kind in KINDS if register.by_kind.get(kind.name))


def _count(register: Register, kind: Kind) -> Unknowns:
    records = register.by_kind[kind.name].values()
    values = [leaf.value for record in records for leaf in leaves(record)]
    unknown = sum(value in (NO_INFORMADO, NO_INFORMADO.value) for value in values)
    return Unknowns(kind, len(records), len(values), unknown)
