"""A record with every field explained, for a person to fill in."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import StringIO

from pydantic import BaseModel

from bitacora.authoring.field_tables import spoken_type
from bitacora.quarters import Period, PeriodKind
from bitacora.reading.code_lists import CodeLists
from bitacora.records.about import about
from bitacora.records.field_order import in_order
from bitacora.records.fields import FieldShape
from bitacora.records.kinds import Kind
from bitacora.records.values import CodeOf

HOW_TO = (
    "Llene los campos obligatorios; donde el campo lo admite, «no_informado» dice que no se sabe.",
    "Para usar uno opcional, quite el «#» con que empieza su renglón.",
)
MOST_CODES = 20
REPORT_ID = re.compile(r"[0-9]{4}-t[1-4]")


def known_of(kind: Kind, record_id: str, as_of: date) -> Mapping[str, str]:
    """The values that a new record begins with: a report is named after its quarter, and begins as
    a draft announced today. A report with another name is a ValueError, in words."""
    if kind.name != "informe":
        return {}
    if not REPORT_ID.fullmatch(record_id):
        raise ValueError(
            f"Un informe se llama como su trimestre, y «{record_id}» no es uno. Escriba, por "
            f"ejemplo, «{Period.containing(as_of, PeriodKind.TRIMESTRAL).text.lower()}»."
        )
    return {
        "periodo": record_id.upper(),
        "estado": "borrador",
        "anunciado": as_of.isoformat(),
    }


def yaml_skeleton(
    kind: Kind, lists: CodeLists, as_of: date, schema: str, known: Mapping[str, str] | None = None
) -> str:
    """The text of a YAML file: required fields first and empty but for those already ``known``,
    optional ones as comments.

    ``schema`` is the path from the file to its JSON Schema.
    """
    given = {"actualizado": as_of.isoformat(), **(known or {})}
    fields = [shape for shape in in_order(kind.model) if shape.name != "id"]
    lines = [f"# yaml-language-server: $schema={schema}"]
    lines += [f"# {line}" for line in (about(kind).what, *HOW_TO)]
    lines += ["", "# Obligatorios"]
    for shape in fields:
        if shape.required:
            lines += ["", *_explained(shape, lists), *_field(shape, given)]
    lines += ["", "# Opcionales"]
    for shape in fields:
        if not shape.required:
            commented = [f"#{line}" for line in _field(shape, given)]
            lines += ["", *_explained(shape, lists), *commented]
    return "\n".join(lines) + "\n"


def _explained(shape: FieldShape, lists: CodeLists) -> Iterator[str]:
    yield f"# {shape.description} [{_type(shape)}]"
    if isinstance(shape.value_type, CodeOf):
        codes = list(lists.lists.get(shape.value_type.codelist, {}))
        more = f"… y {len(codes) - MOST_CODES} más" if len(codes) > MOST_CODES else ""
        yield f"# Códigos: {', '.join(codes[:MOST_CODES])}{more}"


def _type(shape: FieldShape) -> str:
    return spoken_type(shape).replace("`", "")


def _field(shape: FieldShape, given: Mapping[str, str]) -> Iterator[str]:
    if shape.name in given:
        yield f"{shape.name}: {given[shape.name]}"
        return
    yield f"{shape.name}:"
    if shape.block is not None:
        yield from _block(shape.block, shape.many)
    elif shape.many:
        yield "  -"


def _block(model: type[BaseModel], many: bool) -> Iterator[str]:
    for place, shape in enumerate(in_order(model)):
        start = "  - " if many and place == 0 else "    " if many else "  "
        must = "; obligatorio" if shape.required else ""
        yield f"{start}{shape.name}: # {shape.description} [{_type(shape)}{must}]"


def table_file(kind: Kind, as_of: date) -> str:
    """The file of the data folder where a new row belongs; those of progress go by quarter."""
    if not kind.derived_id:
        return f"{kind.folder}.csv"
    return f"{kind.folder}/{Period.containing(as_of, PeriodKind.TRIMESTRAL)}.csv"


def table_columns(kind: Kind) -> tuple[str, ...]:
    """The columns that a new table of the kind should have."""
    return tuple(
        shape.name
        for shape in in_order(kind.model)
        if shape.block is None and not (shape.name == "id" and kind.derived_id)
    )


def table_row(kind: Kind, record_id: str, as_of: date, columns: Sequence[str]) -> str:
    """A header with a row to fill in; the record's id stands in its column, or in the first of
    those that make it."""
    identity = kind.derived_id[0] if kind.derived_id else "id"
    known = {identity: record_id, "actualizado": as_of.isoformat()}
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerow([known.get(column, "") for column in columns])
    return text.getvalue()


def column_notes(kind: Kind, columns: Sequence[str]) -> list[str]:
    """What goes in each column, a line each; required ones say so."""
    shapes = {shape.name: shape for shape in in_order(kind.model)}
    return [
        f"{name}: {shape.description} [{_type(shape)}{'; obligatorio' if shape.required else ''}]"
        for name in columns
        if (shape := shapes.get(name)) is not None
    ]
