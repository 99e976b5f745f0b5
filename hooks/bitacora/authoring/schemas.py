"""JSON Schemas of the data files, with which an editor completes fields or marks faults."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from annotated_types import MinLen
from pydantic import BaseModel

from bitacora.edition import shipped_lists
from bitacora.reading.code_lists import CodeLists, read_code_lists
from bitacora.records.about import about
from bitacora.records.codes import CodigoLista
from bitacora.records.field_order import in_order
from bitacora.records.fields import FieldShape
from bitacora.records.fieldtypes import FieldType, ListOf
from bitacora.records.kinds import KINDS, Kind
from bitacora.records.unknown import NO_INFORMADO
from bitacora.records.values import CodeOf
from bitacora.sources import Sources

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest draft that the editors' YAML plug-ins understand whole."""


def project_lists() -> CodeLists:
    """The code lists as they ship, before any office adds to them."""
    return read_code_lists(shipped_lists(), Sources((), ()))[0]


def schema_files(lists: CodeLists) -> Iterator[tuple[str, str]]:
    """The name of each schema file with its text, kind by kind."""
    for kind in KINDS:
        text = json.dumps(_kind_schema(kind, lists), ensure_ascii=False, indent=2)
        yield f"{kind.name}.json", text + "\n"


def _kind_schema(kind: Kind, lists: CodeLists) -> Schema:
    words = {"title": kind.singular.capitalize(), "description": about(kind).what}
    # The identity of a YAML record is the name of its file.
    return {"$schema": DRAFT, **words, **_block_schema(kind.model, lists, without=("id",))}


def _block_schema(
    model: type[BaseModel], lists: CodeLists, without: tuple[str, ...] = ()
) -> Schema:
    fields = [shape for shape in in_order(model) if shape.name not in without]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [shape.name for shape in fields if shape.required],
        "properties": {shape.name: _field_schema(model, shape, lists) for shape in fields},
    }


def _field_schema(model: type[BaseModel], shape: FieldShape, lists: CodeLists) -> Schema:
    words = {"title": shape.name.replace("_", " ").capitalize(), "description": shape.description}
    one = _one(shape, lists)
    found = _list(model, shape, one) if shape.many else one
    if not shape.required:
        # A key left without a value counts as absent.
        found = {"anyOf": [found, {"type": "null"}]}
    return {**words, **found}


def _one(shape: FieldShape, lists: CodeLists) -> Schema:
    if shape.block is not None:
        return _block_schema(shape.block, lists)
    return _value_schema(shape.value_type or FieldType(), lists)


def _list(model: type[BaseModel], shape: FieldShape, one: Schema) -> Schema:
    metadata = model.model_fields[shape.name].metadata
    least = [mark.min_length for mark in metadata if isinstance(mark, MinLen)]
    several: Schema = {"type": "array", "items": one, **({"minItems": least[0]} if least else {})}
    if not any(isinstance(mark, ListOf) for mark in metadata):
        return several
    # A single value, or several in one line separated by bars, is read as a list too.
    return {"anyOf": [several, {"type": ["string", "integer"]}]}


def _value_schema(kind: FieldType, lists: CodeLists) -> Schema:
    schema = _code_schema(kind, lists) if isinstance(kind, CodeOf) else kind.schema()
    if not kind.unknown:
        return schema
    return {"anyOf": [schema, {"enum": [NO_INFORMADO.value]}]}


def _code_schema(kind: CodeOf, lists: CodeLists) -> Schema:
    codes = lists.lists.get(kind.codelist, {})
    # YAML reads a code of figures as a number; both spellings are the same code.
    numbers = [int(code) for code in codes if code.isdecimal() and str(int(code)) == code]
    known: Schema = {
        "enum": [*codes, *numbers],
        "enumDescriptions": [code.nombre for code in codes.values()]
        + [lists.name(kind.codelist, str(number)) for number in numbers],
    }
    described = lists.lists.get("listas", {}).get(kind.codelist)
    if isinstance(described, CodigoLista) and described.cerrada:
        return known
    return {"anyOf": [known, {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]*$"}]}
