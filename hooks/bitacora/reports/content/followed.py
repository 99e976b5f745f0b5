"""Indicators along several quarters, with the reports they come from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bitacora.records.record import Bloque


class TrimestreInforme(Bloque):
    """A quarter with its report: ``estado`` is a code of «estados_informe», None where no report
    of it is out; ``version`` is 0 while the report is open."""

    periodo: str
    estado: str | None = None
    version: int = 0
    corte: date | None = None


class CuentaLuz(Bloque):
    """How many indicators have a light."""

    luz: str
    cuantos: int


class CuentasTrimestre(Bloque):
    """The indicators of a quarter by light, each exactly once, in the order of the lights; only
    lights that someone has. Empty where no report is out."""

    periodo: str
    cuentas: tuple[CuentaLuz, ...] = ()

    @property
    def total(self) -> int:
        """How many indicators were counted."""
        return sum(item.cuantos for item in self.cuentas)


class CeldaTrimestre(Bloque):
    """An indicator in a quarter; ``luz`` is None where no report of the quarter tells of it."""

    periodo: str
    luz: str | None = None
    situacion: str | None = None
    valor: Decimal | None = None
    a_la_fecha: Decimal | None = None
    corregido: bool = False


class RenglonSeguido(Bloque):
    """An indicator along several quarters, as the last of their reports told of it.

    ``hasta`` is the quarter of that report. ``luz`` is the last light that came from a value, of
    the quarter ``luz_periodo``; where there was none, the last light.
    """

    indicador: str
    codigo: str
    nombre: str
    unidad: str | None
    eje: str | None
    acumulacion: str | None
    linea_base: Decimal | None
    meta: Decimal | None
    meta_texto: str | None
    hasta: str
    luz: str
    luz_periodo: str
    a_la_fecha: Decimal | None
    avance: Decimal | None
    trimestres: tuple[CeldaTrimestre, ...]
