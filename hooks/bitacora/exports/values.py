"""Values of records as open data: exact, canonical, the same in every file."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from pydantic import BaseModel

from bitacora.quarters import Period
from bitacora.records.field_order import in_order
from bitacora.records.partial_date import PartialDate
from bitacora.records.unknown import NoInformado

Value: TypeAlias = "str | bool | int | Decimal | list[Value] | dict[str, Value] | None"

SEPARATOR = "|"
WORDS = {True: "sí", False: "no"}


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
    if isinstance(value, str | PartialDate | Period | NoInformado):
        return str(value)
    raise TypeError(f"no open form for {type(value).__name__}")


def cell(value: Value) -> str:
    """A value in one cell of a table; the parts of a list are joined by bars."""
    if isinstance(value, list):
        return SEPARATOR.join(_part(cell(item)) for item in value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return WORDS[value]
    return canonical(value) if isinstance(value, int | Decimal) else str(value)


def _part(text: str) -> str:
    # A bar or a backslash of the text itself must not be taken for the joint.
    return text.replace("\\", "\\\\").replace(SEPARATOR, f"\\{SEPARATOR}")


def canonical(value: Decimal | int) -> str:
    """A number as ``1234567.89``: no exponent, no final zeros, never a minus zero."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def json_text(value: Value, indent: str = "") -> str:
    """JSON with numbers exact to the last figure, which binary fractions would not keep."""
    if isinstance(value, dict):
        inner = indent + "  "
        rows = [f"{inner}{json_text(key)}: {json_text(item, inner)}" for key, item in value.items()]
        return _wrapped("{", rows, "}", indent)
    if isinstance(value, list):
        inner = indent + "  "
        return _wrapped("[", [f"{inner}{json_text(item, inner)}" for item in value], "]", indent)
    if isinstance(value, Decimal):
        return canonical(value)
    return json.dumps(value, ensure_ascii=False)


def _wrapped(start: str, rows: list[str], end: str, indent: str) -> str:
    body = ",\n".join(rows)
    return f"{start}\n{body}\n{indent}{end}" if rows else f"{start}{end}"
