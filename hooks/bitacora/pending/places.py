"""Where a record is written, as people look it up."""

from __future__ import annotations

from bitacora.pending.desk import Desk
from bitacora.records.record import Registro


def place_of(desk: Desk, record: Registro, *steps: str | int) -> str:
    """The file of a record, with the line of a field of it."""
    place = desk.register.where(record).place(*steps)
    return f"{place.archivo}:{place.linea}"
