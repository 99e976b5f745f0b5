"""Which records answer to each code of a list: an ODS, a global agenda."""

from __future__ import annotations

from collections.abc import Mapping

from bitacora.records.fields import leaves
from bitacora.records.record import Registro
from bitacora.records.values import CodeOf
from bitacora.register import Register, in_reading_order

Served = Mapping[str, Mapping[str, tuple[Registro, ...]]]
"""For each code, for each kind of record, who answers to it in reading order."""


def served(register: Register, codelist: str) -> Served:
    """Every record that names a code of the list, by code, then by kind."""
    found: dict[str, dict[str, dict[str, Registro]]] = {}
    for item in register.located:
        record = item.record
        for leaf in leaves(record):
            if isinstance(leaf.value_type, CodeOf) and leaf.value_type.codelist == codelist:
                kinds = found.setdefault(str(leaf.value), {})
                kinds.setdefault(record.kind, {})[record.id] = record
    return {
        code: {kind: in_reading_order(records.values()) for kind, records in kinds.items()}
        for code, kinds in found.items()
    }
