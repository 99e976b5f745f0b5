"""The content of a yearly report, put together from those of its quarters."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bitacora.records.record import Bloque
from bitacora.reports.content.happened import (
    Aporte,
    CompromisoInforme,
    Encuentro,
    EnmiendaInforme,
    NovedadPractica,
    Pendiente,
    Postulacion,
    PreguntaInforme,
    SumaAportes,
    Vinculo,
)
from bitacora.reports.content.measured import EjeInforme, Filas


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


class RenglonAnual(Bloque):
    """An indicator along a year.

    ``hasta`` is the last quarter of the year whose report tells of it; ``a_la_fecha`` with
    ``avance`` are those of that quarter. ``luz`` is the last light of the year that came from a
    value, of the quarter ``luz_periodo``; where there was none, the last light. ``valor_anio`` is
    what the year amounts to: the sum of its quarters for an accumulated indicator, the last known
    level for the level kinds; None for the others, whose periods do not make a value of the year.
    ``con_valor`` says from how many quarters.
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
    meta_anio: Decimal | None
    valor_anio: Decimal | None
    con_valor: int
    hasta: str
    luz: str
    luz_periodo: str
    a_la_fecha: Decimal | None
    avance: Decimal | None
    trimestres: tuple[CeldaTrimestre, ...]


class InformeAnual(Bloque):
    """All that a yearly report says.

    ``informes`` are its four quarters, with those that have no report; ``corte`` is that of the
    last. ``vinculos``, ``pendientes`` are those of the last report, the first with what was done
    along the whole year. ``sin_trimestre`` are the rows of ``aportes`` dated with the year alone.
    """

    anio: int
    corte: date
    entidad: str
    demostracion: bool
    dependencia: str
    contacto: str | None
    informes: tuple[TrimestreInforme, ...]
    ejes: tuple[EjeInforme, ...]
    cuentas: tuple[CuentasTrimestre, ...]
    renglones: tuple[RenglonAnual, ...]
    aportes: tuple[Aporte, ...]
    sin_trimestre: Filas
    sumas: tuple[SumaAportes, ...]
    vinculos: tuple[Vinculo, ...]
    encuentros: tuple[Encuentro, ...]
    postulaciones: tuple[Postulacion, ...]
    practicas: tuple[NovedadPractica, ...]
    pendientes: tuple[Pendiente, ...]
    preguntas: tuple[PreguntaInforme, ...]
    compromisos: tuple[CompromisoInforme, ...]
    enmiendas: tuple[EnmiendaInforme, ...]

    @property
    def faltan(self) -> tuple[str, ...]:
        """The quarters of the year of which no report is out."""
        return tuple(item.periodo for item in self.informes if item.estado is None)
