"""The data as they were known at a date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bitacora.records.indicators import Avance
from bitacora.register import Register, make_register


def known_at(register: Register, cutoff: date) -> Register:
    """The register without the progress rows that came later: rows are only ever added."""
    if all(row.actualizado <= cutoff for row in register.all(Avance)):
        return register
    return register.only(lambda item: not isinstance(item, Avance) or item.actualizado <= cutoff)


def as_if_known(register: Register, cutoff: date, rows: Iterable[Avance]) -> Register:
    """The register as known at a date, with these later rows as if they had come by then."""
    late = {row.id for row in rows}
    known = (
        item
        for item in register.located
        if not isinstance(item.record, Avance)
        or item.record.actualizado <= cutoff
        or item.record.id in late
    )
    return make_register(
        replace(item, record=item.record.model_copy(update={"actualizado": cutoff}))
        if isinstance(item.record, Avance) and item.record.actualizado > cutoff
        else item
        for item in known
    )
