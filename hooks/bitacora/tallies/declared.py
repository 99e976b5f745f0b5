"""The rows that a declared total is set against."""

from __future__ import annotations

from bitacora.records.kinds import BY_FOLDER, BY_NAME, Kind
from bitacora.register import Register

NOT_COUNTED = "no_es_hermanamiento"
"""The flag of a row that stands in a table though it is not of those the source counts."""


def table_named(table: str) -> Kind | None:
    """The kind that people mean by a table: its folder, its word, or its plural; None if none."""
    word = table.strip().lower()
    known = {kind.plural: kind for kind in BY_NAME.values()}
    return BY_FOLDER.get(word) or BY_NAME.get(word) or known.get(word)


def rows_counted(register: Register, table: str) -> int | None:
    """How many public records the table has; None if there is no such table."""
    kind = table_named(table)
    if kind is None:
        return None
    return sum(
        item.is_public and NOT_COUNTED not in item.banderas for item in register.all(kind.model)
    )
