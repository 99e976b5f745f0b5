"""The rows that a declared total is set against."""

from __future__ import annotations

from bitacora.records.documents import Conteo
from bitacora.records.kinds import BY_FOLDER, BY_NAME, Kind
from bitacora.records.record import Registro
from bitacora.register import Register

NOT_COUNTED = "no_es_hermanamiento"
"""The flag of a row that stands in a table though it is not of those the source counts."""


def table_named(table: str) -> Kind | None:
    """The kind that people mean by a table: its folder, its word, or its plural; None if none."""
    word = table.strip().lower()
    known = {kind.plural: kind for kind in BY_NAME.values()}
    return BY_FOLDER.get(word) or BY_NAME.get(word) or known.get(word)


def rows_counted(register: Register, declared: Conteo) -> int | None:
    """How many public records stand against a declared total: those of its table, and of the kind
    of instrument and the state it speaks of; None if there is no such table."""
    kind = table_named(declared.tabla)
    if kind is None:
        return None
    return sum(
        item.is_public and NOT_COUNTED not in item.banderas and _is_of(item, declared)
        for item in register.all(kind.model)
    )


def _is_of(item: Registro, declared: Conteo) -> bool:
    wanted = {"tipo_instrumento": declared.tipo_instrumento, "estado": declared.estado}
    return all(getattr(item, name, None) == code for name, code in wanted.items() if code)
