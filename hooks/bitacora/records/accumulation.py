"""How the values of an indicator's periods make its value to date: the six kinds."""

from __future__ import annotations

from enum import StrEnum


class Acumulacion(StrEnum):
    """A kind of accumulation; what each one computes is told in ``tallies.formulas``."""

    ACUMULADO = "acumulado"
    FLUJO = "flujo"
    CAPACIDAD = "capacidad"
    STOCK = "stock"
    REDUCCION = "reduccion"
    MANTENIMIENTO = "mantenimiento"
