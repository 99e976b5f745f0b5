"""What the registers tell of a quarter besides its sections: who took part, papers, self-checks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bitacora.records.record import Bloque
from bitacora.reports.content.measured import Filas


class Participacion(Bloque):
    """An actor that took part in the quarter; ``filas`` are the contributions, events, calls and
    actions through which it did. ``sector`` is that of its type («SSC»)."""

    id: str
    nombre: str
    tipo: str
    sector: str
    filas: Filas


class DocumentoInforme(Bloque):
    """A document dated in the quarter."""

    id: str
    titulo: str
    tipo: str
    autor: str | None
    fecha: str


class CuentaRespuesta(Bloque):
    """How many factors of a self-check have an answer; None is «not in the check»."""

    respuesta: str | None
    cuantas: int


class CambioRespuesta(Bloque):
    """A factor whose answer is another than in the self-check before."""

    factor: str
    antes: str | None
    ahora: str | None


class AutoevaluacionInforme(Bloque):
    """A self-check done in the quarter, set against the one before (``anterior``, its name)."""

    id: str
    nombre: str
    fecha: date
    quienes: str
    respuestas: tuple[CuentaRespuesta, ...]
    anterior: str | None = None
    cambios: tuple[CambioRespuesta, ...] = ()


class CostoMisiones(Bloque):
    """What the missions of a quarter cost in one currency."""

    moneda: str
    total: Decimal
    filas: Filas


class Misiones(Bloque):
    """The missions abroad of a quarter that were not cancelled: how many, how many of them tell
    their cost, the sums of those, one a currency."""

    cuantas: int
    con_costo: int
    costos: tuple[CostoMisiones, ...] = ()


class ConvocatoriaInforme(Bloque):
    """A call by its deadline."""

    id: str
    titulo: str
    oferente: str
    categoria: str
    cierre: date


class CuotaInforme(Bloque):
    """A payment to a network in the quarter, mostly its fee; ``recurso`` is the row that says
    so."""

    red: str
    nombre: str
    recurso: str
    concepto: str
    monto: Decimal
    moneda: str
    precision: str
    fecha: str
