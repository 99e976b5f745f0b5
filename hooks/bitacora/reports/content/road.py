"""The content of the report of a whole term: the road of a strategy so far."""

from __future__ import annotations

from decimal import Decimal

from bitacora.records.record import Bloque
from bitacora.reports.content.yearly import CeldaTrimestre, CuentasTrimestre, TrimestreInforme


class EjeVigencia(Bloque):
    """An axis along the term, with its indicators by light in each quarter; the one without id
    holds the indicators that hang from no axis."""

    id: str | None
    nombre: str | None
    cuentas: tuple[CuentasTrimestre, ...]


class RenglonVigencia(Bloque):
    """An indicator along the term, as its last report told of it.

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


class InformeVigencia(Bloque):
    """The road of a strategy: ``informes`` are all the quarters of its term, with or without
    report; the counts with the cells cover the same quarters, in the same order."""

    estrategia: str
    nombre: str
    inicio: int
    fin: int
    informes: tuple[TrimestreInforme, ...]
    cuentas: tuple[CuentasTrimestre, ...]
    ejes: tuple[EjeVigencia, ...]
    renglones: tuple[RenglonVigencia, ...]
