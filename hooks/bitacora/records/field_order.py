"""The order in which people meet the fields of a record."""

from __future__ import annotations

from pydantic import BaseModel

from bitacora.records.fields import FieldShape, shapes
from bitacora.records.record import Ficha, Registro

SHARED = frozenset(Ficha.model_fields)
"""What every kind has: it says where the record comes from, not what it is."""


def in_order(model: type[BaseModel]) -> tuple[FieldShape, ...]:
    """The fields of a model: its identity, what it says, then what every record shares."""
    fields = shapes(model)
    if not issubclass(model, Registro):
        return fields
    own = [shape for shape in fields if shape.name not in SHARED]
    shared = [shape for shape in fields if shape.name in SHARED and shape.name != "id"]
    identity = [shape for shape in fields if shape.name == "id"]
    return (*identity, *own, *shared)
