"""What the writer of the files must know of each field: whether it repeats, how it is written."""

from __future__ import annotations

from pydantic import BaseModel

from bitacora.canonical import Value
from bitacora.records.field_order import in_order
from bitacora.records.fields import FieldShape
from bitacora.records.fieldtypes import FieldType
from bitacora.records.values import CodeOf, LongText, Mail, Number, Source, Text, Whole, YesNo

CLASSES: tuple[tuple[tuple[type[FieldType], ...], str], ...] = (
    ((Number, Whole), "numero"),
    ((CodeOf,), "codigo"),
    ((YesNo,), "si_no"),
    ((Mail,), "correo"),
    ((LongText,), "parrafos"),
    ((Text, Source), "renglon"),
)
"""How the values of a type are written; all others are text as it stands."""


def file_shape(model: type[BaseModel]) -> list[Value]:
    """The fields of a file in their order, those of its blocks inside."""
    return [_shape(shape) for shape in in_order(model) if shape.name != "id"]


def _shape(shape: FieldShape) -> Value:
    known: dict[str, Value] = {"nombre": shape.name}
    if shape.required:
        known["obligatorio"] = True
    if shape.many:
        known["lista"] = True
    if shape.block is not None:
        return {**known, "bloque": file_shape(shape.block)}
    kind = shape.value_type
    found = next((name for types, name in CLASSES if isinstance(kind, types)), "texto")
    return {**known, "clase": found}
