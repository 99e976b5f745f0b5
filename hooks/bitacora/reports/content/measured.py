"""The figures of a report: its numbers, its axes, a line for each indicator."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bitacora.records.record import Bloque

Filas = tuple[str, ...]
"""Rows that make a figure, as «clase:id» (``avance:ventas-2026-t3-v1``)."""


class EjeInforme(Bloque):
    """An axis as the report names it."""

    id: str
    nombre: str


class Destacado(Bloque):
    """One of the five numbers of the heading, with that of the report before."""

    clave: str
    valor: Decimal | None
    de: Decimal | None = None
    unidad: str = ""
    anterior: Decimal | None = None
    anterior_de: Decimal | None = None
    filas: Filas = ()


class Punto(Bloque):
    """One period of an indicator's series, as it was known at the cut-off."""

    periodo: str
    valor: Decimal | None
    a_la_fecha: Decimal | None
    meta_periodo: Decimal | None
    esperado: Decimal | None
    estado_dato: str
    corregido: bool = False


class Comparacion(Bloque):
    """An indicator against an earlier quarter; ``motivo`` says why where it cannot be compared."""

    periodo: str
    valor: Decimal | None = None
    diferencia: Decimal | None = None
    avance: Decimal | None = None
    diferencia_avance: Decimal | None = None
    luz: str = ""
    motivo: str = ""


class MetaCambiada(Bloque):
    """A goal that changed before the cut-off, with the act that allowed it."""

    desde: date
    antes: Decimal
    ahora: Decimal | None
    periodo: str | None
    acto: str
    motivo: str


class Medida(Bloque):
    """What is said of an indicator that lags: missing parts are None, and the page says so."""

    causa: str | None
    accion_correctiva: str | None
    dependencia: str | None
    fecha: date | None
    medida_anterior: str | None = None
    fecha_anterior: date | None = None
    luz_anterior: str | None = None
    resultado_anterior: str | None = None
    balance_anterior: str | None = None


class Renglon(Bloque):
    """An indicator at the end of the quarter. Ratios: 1 is the whole; None is «not known».

    ``valor`` is that of the quarter, ``a_la_fecha`` counts all periods until it; ``avance`` is the
    progress towards the goal of the term, ``cumplimiento`` what was reached of what was expected
    (the light is read from it); ``esperado`` is the value expected at the end of the quarter.
    ``cifras_corregidas`` names the figures that differ from those of an earlier version.
    ``niveles`` are codes of «niveles_resultado»: empty where nobody says what level it measures,
    None in a report closed before they were told.
    """

    indicador: str
    codigo: str
    nombre: str
    unidad: str | None
    eje: str | None
    responsable: str | None
    acumulacion: str | None
    periodicidad: str | None
    linea_base: Decimal | None
    meta: Decimal | None
    meta_texto: str | None
    meta_anio: Decimal | None
    meta_trimestre: Decimal | None
    valor: Decimal | None
    a_la_fecha: Decimal | None
    avance: Decimal | None
    esperado: Decimal | None
    via_esperado: str | None
    cumplimiento: Decimal | None
    situacion: str
    luz: str
    luz_declarada: str | None = None
    motivo_luz: str | None = None
    faltan: tuple[str, ...] = ()
    corregido: bool = False
    cifras_corregidas: tuple[str, ...] = ()
    filas: Filas = ()
    filas_a_la_fecha: Filas = ()
    evidencias: tuple[str, ...] = ()
    trimestre_anterior: Comparacion | None = None
    anio_anterior: Comparacion | None = None
    metas_cambiadas: tuple[MetaCambiada, ...] = ()
    medida: Medida | None = None
    serie: tuple[Punto, ...] = ()
    explicacion: str | None = None
    niveles: tuple[str, ...] | None = None

    @property
    def luz_vigente(self) -> str:
        """The light that counts: the declared one where there is one."""
        return self.luz_declarada or self.luz
