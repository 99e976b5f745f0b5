"""Plain data as text that is the same everywhere: one form for each number, one for each object."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TypeAlias

Value: TypeAlias = "str | bool | int | Decimal | list[Value] | dict[str, Value] | None"


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
