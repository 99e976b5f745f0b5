"""Who does what abroad as a table: a row for each unit with each of its initiatives."""

from __future__ import annotations

from bitacora.canonical import Value
from bitacora.edition import Edition
from bitacora.exports.record_tables import last_update
from bitacora.exports.table import DEMONSTRATION, Column, Group, Table, flat_table
from bitacora.records.institution import Dependencia
from bitacora.records.values import Label, Ref, Slug, Text
from bitacora.register import kind_named
from bitacora.tallies.initiative_states import state_of_initiative
from bitacora.tallies.unit_matrix import Initiative, initiatives

NAME = "matriz-dependencias"
WORDS = (
    "Quién hace qué",
    "Una fila por cada dependencia y cada iniciativa internacional en la que tiene parte.",
)
NO_UNIT = "sin-dependencia"
COLUMNS = (
    Column("clave", "Clase, iniciativa y dependencia: dice qué fila es.", Label(), required=True),
    Column(
        "dependencia",
        "Dependencia; vacía si la fuente no dice cuál.",
        Ref(kind="dependencia"),
        reference=(kind_named("dependencia").folder, "id"),
    ),
    Column("dependencia_nombre", "Nombre de la dependencia.", Text()),
    Column("tipo", "Clase de iniciativa: accion, indicador, hermanamiento…", Label(), True),
    Column("id", "Identificador de la iniciativa en la tabla de su clase.", Slug(), True),
    Column("nombre", "Nombre de la iniciativa.", Text(max_length=1000), required=True),
    Column("papel", "Qué hace la dependencia: ejecuta, reporta o responde.", Label(), True),
    Column("estado", "Cómo está en la fecha de la edición; los indicadores no tienen.", Text()),
    DEMONSTRATION,
)


def unit_matrix_table(edition: Edition) -> Table:
    """The matrix of an edition, kind by kind."""
    found = initiatives(edition.register)
    return flat_table(
        NAME,
        WORDS,
        Group.COMPUTED,
        COLUMNS,
        tuple(_row(edition, item) for item in found),
        ("clave",),
        last_update(item.record for item in found),
    )


def _row(edition: Edition, item: Initiative) -> tuple[Value, ...]:
    unit = edition.register.get(Dependencia, item.unit)
    zone = edition.entity.zona_horaria
    state = state_of_initiative(edition.register, item.record, edition.as_of, zone)
    return (
        f"{item.kind.name}:{item.record.id}:{item.unit or NO_UNIT}",
        item.unit or None,
        unit.nombre if unit else None,
        item.kind.name,
        item.record.id,
        item.record.title,
        item.role,
        edition.lists.name(*state) if state else None,
        edition.entity.demostracion,
    )
