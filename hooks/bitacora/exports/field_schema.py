"""A column described in the terms of Frictionless Table Schema, version 1."""

from __future__ import annotations

from bitacora.canonical import Value
from bitacora.exports.list_tables import list_name
from bitacora.exports.table import Column, Group, Table
from bitacora.exports.values import SEPARATOR, WORDS
from bitacora.records.unknown import NO_INFORMADO
from bitacora.records.values import (
    Day,
    Mail,
    Moment,
    Number,
    Pattern,
    Slug,
    WebAddress,
    Whole,
    Year,
    YesNo,
)


def table_schema(table: Table) -> dict[str, Value]:
    """The schema of a table: its fields, its key, the tables its cells point to."""
    schema: dict[str, Value] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""] if table.group is Group.LISTS else ["", NO_INFORMADO.value],
        "primaryKey": list(table.key),
    }
    keys = [_foreign_key(column, table) for column in table.columns if _points(column)]
    return {**schema, "foreignKeys": keys} if keys else schema


def _field(column: Column) -> Value:
    described: dict[str, Value] = {
        "name": column.name,
        "title": column.name.replace("_", " ").capitalize(),
        "description": column.description,
        **_type(column),
    }
    constraints: dict[str, Value] = _pattern(column)
    # «no_informado» counts as missing, so a column that admits it may lack a value.
    if column.required and not column.unknown:
        constraints = {"required": True, **constraints}
    if constraints:
        described["constraints"] = constraints
    if column.many:
        described["separador"] = SEPARATOR
    return described


def _type(column: Column) -> dict[str, Value]:
    """The type of a cell; lists, codes, months and quarters are text to a table."""
    kind = column.value_type
    if column.many:
        return {"type": "string", "format": "default"}
    if isinstance(kind, YesNo):
        words: dict[str, Value] = {"trueValues": [WORDS[True]], "falseValues": [WORDS[False]]}
        return {"type": "boolean", "format": "default", **words}
    if isinstance(kind, Year):
        return {"type": "year", "format": "default"}
    if isinstance(kind, Whole):
        return {"type": "integer", "format": "default"}
    if isinstance(kind, Number):
        return {"type": "number", "format": "default"}
    if isinstance(kind, Day):
        return {"type": "date", "format": "default"}
    if isinstance(kind, WebAddress | Mail):
        return {"type": "string", "format": "uri" if isinstance(kind, WebAddress) else "email"}
    return {"type": "string", "format": "default"}


def _pattern(column: Column) -> dict[str, Value]:
    if column.many:
        return {}
    if isinstance(column.value_type, Moment):
        return {"pattern": "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"}
    if isinstance(column.value_type, Slug | Pattern):
        return {"pattern": str(column.value_type.schema()["pattern"])[1:-1]}
    return {}


def _points(column: Column) -> bool:
    """Whether a table can check where it points: a cell with several values it cannot."""
    return bool(column.reference or column.codelist) and not column.many


def _foreign_key(column: Column, table: Table) -> Value:
    target, field = column.reference or (list_name(column.codelist), "codigo")
    reference: dict[str, Value] = {
        # The standard names a table that points to itself by nothing.
        "resource": "" if target == table.name else target,
        "fields": field,
    }
    return {"fields": column.name, "reference": reference}
