"""Who does what abroad: each unit of the administration with its initiatives, kind by kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bitacora.records.actions import Accion
from bitacora.records.indicators import Indicador
from bitacora.records.institution import Dependencia
from bitacora.records.kinds import BY_NAME, Kind
from bitacora.records.practices import BuenaPractica
from bitacora.records.record import Ficha, Registro
from bitacora.records.unknown import NoInformado
from bitacora.register import Register, in_reading_order

CARRIES_OUT, REPORTS, ANSWERS = "ejecuta", "reporta", "responde"
KINDS: tuple[Kind, ...] = tuple(
    BY_NAME[name]
    for name in (
        "accion",
        "indicador",
        "hermanamiento",
        "red",
        "evento",
        "recurso",
        "oportunidad",
        "buena-practica",
        "compromiso",
    )
)
"""The kinds of initiative, in the order of the columns of the matrix."""
ROLES = {"accion": CARRIES_OUT, "indicador": REPORTS}
"""What a unit does in a kind of initiative, where it is more than answering for it."""
OWN = "propia"


@dataclass(frozen=True, slots=True)
class Initiative:
    """Something done abroad with the unit that has a part in it; ``unit`` is empty where the
    record says that nobody knows which."""

    unit: str
    kind: Kind
    role: str
    record: Registro


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in its place in the administration: ``depth`` is how many units it is part of."""

    unit: Dependencia
    depth: int
    found: Mapping[str, tuple[Registro, ...]]

    def count(self, kind: Kind) -> int:
        """How many initiatives of a kind it has."""
        return len(self.found.get(kind.name, ()))

    @property
    def total(self) -> int:
        """How many initiatives it has."""
        return sum(map(len, self.found.values()))


def role_in(kind: Kind) -> str:
    """What a unit does in the initiatives of a kind."""
    return ROLES.get(kind.name, ANSWERS)


def initiatives(register: Register) -> tuple[Initiative, ...]:
    """Every initiative, once for each unit that has a part in it, kind by kind."""
    return tuple(
        Initiative(unit, kind, role_in(kind), record)
        for kind in KINDS
        for record in in_reading_order(_of_the_units(register.all(kind.model)))
        for unit in _units(record)
    )


def _of_the_units(records: Iterable[Registro]) -> Iterator[Registro]:
    """Without the practices of other governments, which nobody here carries out."""
    for record in records:
        if not isinstance(record, BuenaPractica) or record.origen == OWN:
            yield record


def _units(record: Registro) -> tuple[str, ...]:
    if isinstance(record, Accion):
        named = tuple(unit for unit in record.responsables if not isinstance(unit, NoInformado))
        return tuple(dict.fromkeys(named)) or ("",)
    if isinstance(record, Indicador):
        reports = record.responsable_reporte
        return ("" if isinstance(reports, NoInformado) else reports,)
    return (record.responsable,) if isinstance(record, Ficha) else ()


def unit_matrix(register: Register) -> tuple[UnitRow, ...]:
    """A row for each unit, those that are part of another right after it."""
    found: dict[str, dict[str, list[Registro]]] = {}
    for item in initiatives(register):
        found.setdefault(item.unit, {}).setdefault(item.kind.name, []).append(item.record)
    return tuple(
        UnitRow(
            unit,
            depth,
            {kind: tuple(records) for kind, records in found.get(unit.id, {}).items()},
        )
        for unit, depth in units_in_order(register)
    )


def units_in_order(register: Register) -> Iterator[tuple[Dependencia, int]]:
    """Every unit, each followed by those that are part of it, with how deep it stands."""
    units = register.all(Dependencia)
    tops = (unit for unit in units if register.get(Dependencia, unit.padre) is None)
    for unit in in_reading_order(tops):
        yield from _branch(register, unit, 0)


def _branch(register: Register, unit: Dependencia, depth: int) -> Iterator[tuple[Dependencia, int]]:
    yield unit, depth
    for part in register.naming(unit, Dependencia, "padre"):
        yield from _branch(register, part, depth + 1)


def without_unit(register: Register) -> tuple[Initiative, ...]:
    """The initiatives of which nobody tells which unit carries them out or reports them."""
    return tuple(item for item in initiatives(register) if not item.unit)
