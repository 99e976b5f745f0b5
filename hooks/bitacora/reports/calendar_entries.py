"""The announced dates of reports, with every change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from bitacora.quarters import Period
from bitacora.records.reports import CambioFecha, Informe
from bitacora.register import Register


@dataclass(frozen=True, slots=True)
class Announcement:
    """When the report of a quarter is to be published; nothing of what it says."""

    quarter: Period
    announced: date
    day: date
    hour: time
    changes: tuple[CambioFecha, ...]


def calendar_of(register: Register) -> tuple[Announcement, ...]:
    """Every announcement, the latest quarter first."""
    records = sorted(register.all(Informe), key=lambda item: item.periodo, reverse=True)
    return tuple(
        Announcement(
            item.periodo,
            item.anunciado,
            item.publicacion,
            item.publicacion_hora,
            item.cambios_fecha,
        )
        for item in records
    )
