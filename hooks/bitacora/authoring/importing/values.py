"""Values of records as the texts in which data files write them."""

from __future__ import annotations

from decimal import Decimal

from bitacora.canonical import Value, canonical
from bitacora.records.plain import value_of
from bitacora.records.record import Registro

Written = str | list["Written"] | dict[str, "Written"] | None


def written(value: object) -> Written:
    """A field of a record as its canonical text; a list of texts, or a block of them."""
    return _text(value_of(value))


def _text(value: Value) -> Written:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "sí" if value else "no"
    if isinstance(value, int | Decimal):
        return canonical(value)
    if isinstance(value, list):
        return [_text(item) for item in value]
    return {name: _text(item) for name, item in value.items() if item not in (None, [])}


def fields_of(record: Registro) -> dict[str, Written]:
    """All the fields of a record that hold something, as their texts."""
    model = type(record)
    found = {name: written(getattr(record, name)) for name in model.model_fields}
    return {name: text for name, text in found.items() if text not in (None, [], {})}
