"""Fields of records as plain data: exact, canonical, the same in every file."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from pydantic import BaseModel

from bitacora.canonical import Value
from bitacora.quarters import Period
from bitacora.records.field_order import in_order
from bitacora.records.partial_date import PartialDate
from bitacora.records.unknown import NoInformado


def value_of(value: object) -> Value:
    """A field of a record as plain data: lists and blocks stay nested, dates become ISO text."""
    if value is None or isinstance(value, bool | int | Decimal):
        return value
    if isinstance(value, BaseModel):
        return {shape.name: value_of(getattr(value, shape.name)) for shape in in_order(type(value))}
    if isinstance(value, tuple):
        return [value_of(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, str | PartialDate | Period | NoInformado):
        return str(value)
    raise TypeError(f"no open form for {type(value).__name__}")
