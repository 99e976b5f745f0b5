"""Values of records in the cells of a table."""

from __future__ import annotations

from decimal import Decimal

from bitacora.canonical import Value, canonical

SEPARATOR = "|"
WORDS = {True: "sí", False: "no"}


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
