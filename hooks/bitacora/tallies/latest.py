"""The last value that is known of an indicator."""

from __future__ import annotations

from datetime import date

from bitacora.records.indicators import Avance, Indicador
from bitacora.register import Register
from bitacora.tallies.progress import rows_known


def last_value(register: Register, indicator: Indicador, as_of: date) -> Avance | None:
    """The row in force of the latest period with a value, among those written by a date."""
    told = [row for row in rows_known(register, indicator, as_of) if row.valor is not None]
    return told[-1] if told else None
