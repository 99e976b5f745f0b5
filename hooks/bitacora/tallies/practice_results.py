"""What changed with a practice, where both values are known."""

from __future__ import annotations

from decimal import Decimal

from bitacora.records.practices import BuenaPractica, Medicion
from bitacora.records.unknown import NoInformado


def change_of(measured: Medicion) -> Decimal | None:
    """The value after minus the value before; None while one of them is not known."""
    before, after = measured.antes, measured.despues
    if isinstance(before, NoInformado) or isinstance(after, NoInformado):
        return None
    return after - before


def is_measured(practice: BuenaPractica) -> bool:
    """Whether some result of a practice is known before and after."""
    return any(change_of(measured) is not None for measured in practice.mediciones)
