"""The content of the report of a whole term: the road of a strategy so far."""

from __future__ import annotations

from bitacora.records.record import Bloque
from bitacora.reports.content.followed import CuentasTrimestre, RenglonSeguido, TrimestreInforme


class EjeVigencia(Bloque):
    """An axis along the term, with its indicators by light in each quarter; the one without id
    holds the indicators that hang from no axis."""

    id: str | None
    nombre: str | None
    cuentas: tuple[CuentasTrimestre, ...]


class InformeVigencia(Bloque):
    """The road of a strategy: ``informes`` are all the quarters of its term, with or without
    report; the counts with the cells cover the same quarters, in the same order. A term whose
    years are not known has no quarters."""

    estrategia: str
    nombre: str
    inicio: int | None
    fin: int | None
    informes: tuple[TrimestreInforme, ...]
    cuentas: tuple[CuentasTrimestre, ...]
    ejes: tuple[EjeVigencia, ...]
    renglones: tuple[RenglonSeguido, ...]
