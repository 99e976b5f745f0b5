"""The data dictionary: what each column of each table means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bitacora.canonical import Value
from bitacora.exports.list_tables import list_name
from bitacora.exports.table import DEMONSTRATION, Column, Group, Table, flat_table
from bitacora.records.values import Text, YesNo

COLUMNS = (
    Column("tabla", "Tabla en la que está el campo.", Text(), required=True),
    Column("campo", "Nombre de la columna.", Text(), required=True),
    Column("descripcion", "Qué contiene.", Text()),
    Column("tipo", "Clase de valor: texto, número, fecha…", Text(), required=True),
    Column("obligatorio", "Si toda fila debe traerlo.", YesNo(), required=True),
    Column(
        "admite_no_informado",
        "Si puede decir «no_informado»: se sabe que falta; no es vacío ni cero.",
        YesNo(),
        required=True,
    ),
    Column("repetible", "Si una celda puede traer varios, separados por «|».", YesNo(), True),
    Column("lista", "Tabla con los códigos que admite.", Text()),
    Column("referencia", "Tabla y columna a las que apunta.", Text()),
    DEMONSTRATION,
)


def dictionary(tables: Sequence[Table], demonstration: bool, made: date) -> Table:
    """The dictionary of these tables, in their order; ``made`` is the date of the edition."""
    rows = tuple(_row(table, column, demonstration) for table in tables for column in table.columns)
    words = ("Diccionario de datos", "Qué significa cada columna de cada tabla.")
    key = ("tabla", "campo")
    return flat_table("diccionario", words, Group.DICTIONARY, COLUMNS, rows, key, made)


def _row(table: Table, column: Column, demonstration: bool) -> tuple[Value, ...]:
    return (
        table.name,
        column.name,
        column.description or None,
        column.value_type.name,
        column.required,
        column.unknown,
        column.many,
        list_name(column.codelist) if column.codelist else None,
        ".".join(column.reference) or None,
        demonstration,
    )
