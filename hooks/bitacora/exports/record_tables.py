"""The tables of records: one for each kind, one for each list of blocks inside a kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel

from bitacora.canonical import Value
from bitacora.edition import Edition
from bitacora.exports.table import DEMONSTRATION, Column, Group, Table, column_of, flat_table
from bitacora.reading.code_lists import CodeLists
from bitacora.records.about import about
from bitacora.records.field_order import in_order
from bitacora.records.fields import FieldShape
from bitacora.records.kinds import KINDS, Kind
from bitacora.records.plain import value_of
from bitacora.records.record import Registro
from bitacora.records.values import Ref, Whole

Path = tuple[str, ...]


def record_tables(edition: Edition) -> Iterator[Table]:
    """Every kind in its order, each followed by the tables of its blocks; empty ones too, so that
    an address never comes and goes with the data."""
    for kind in KINDS:
        records = edition.register.all(kind.model)
        yield _kind_table(kind, records, edition)
        for shape in in_order(kind.model):
            if shape.block is not None and shape.many:
                yield _block_table(kind, shape, records, edition)


def _kind_table(kind: Kind, records: tuple[Registro, ...], edition: Edition) -> Table:
    found = list(_columns(kind.model, edition.lists))
    demonstration = edition.entity.demostracion
    rows: list[tuple[Value, ...]] = [
        (*(value_of(_at(record, path)) for path, _ in found), demonstration) for record in records
    ]
    return Table(
        name=kind.folder,
        title=kind.plural[0].upper() + kind.plural[1:],
        description=about(kind).what,
        group=Group.RECORDS,
        columns=(*(column for _, column in found), DEMONSTRATION),
        rows=tuple(rows),
        nested=tuple(value_of(record) for record in records),
        key=("id",),
        updated=last_update(records),
    )


def last_update(records: Iterable[Registro]) -> date | None:
    """The last day on which one of these records was brought up to date; None if there is none."""
    return max((record.actualizado for record in records), default=None)


def _columns(
    model: type[BaseModel], lists: CodeLists, base: Path = ()
) -> Iterator[tuple[Path, Column]]:
    """The columns of a model, single blocks opened; lists of blocks have a table of their own."""
    for shape in in_order(model):
        path = (*base, shape.name)
        if path == (DEMONSTRATION.name,):
            continue  # every table ends with it
        if shape.value_type is not None:
            prefix = "".join(f"{step}_" for step in base)
            yield path, column_of(shape, shape.value_type, lists, prefix)
        elif shape.block is not None and not shape.many:
            yield from _columns(shape.block, lists, path)


def _at(record: BaseModel, path: Path) -> Any:
    value: Any = record
    for step in path:
        value = None if value is None else getattr(value, step)
    return value


def _block_table(
    kind: Kind, shape: FieldShape, records: tuple[Registro, ...], edition: Edition
) -> Table:
    assert shape.block is not None
    parent = Column(
        kind.name.replace("-", "_"),
        f"Ficha a la que pertenece: {kind.singular}.",
        Ref(kind=kind.name),
        required=True,
        reference=(kind.folder, "id"),
    )
    index = Column("indice", "Lugar en la ficha, desde 1.", Whole(low=1), required=True)
    found = list(_columns(shape.block, edition.lists))
    rows = tuple(
        (
            record.id,
            place,
            *(value_of(_at(block, path)) for path, _ in found),
            edition.entity.demostracion,
        )
        for record in records
        for place, block in enumerate(getattr(record, shape.name), start=1)
    )
    words = shape.name.replace("_", " ")
    return flat_table(
        f"{kind.folder}-{shape.name.replace('_', '-')}",
        (f"{kind.plural[0].upper()}{kind.plural[1:]}: {words}", shape.description),
        Group.PARTS,
        (parent, index, *(column for _, column in found), DEMONSTRATION),
        rows,
        (parent.name, index.name),
        last_update(record for record in records if getattr(record, shape.name)),
    )
