"""The content of a yearly report, put together from those of its quarters."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bitacora.records.record import Bloque
from bitacora.reports.content.followed import CuentasTrimestre, RenglonSeguido, TrimestreInforme
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
from bitacora.reports.content.registers import (
    AutoevaluacionInforme,
    CuotaInforme,
    DocumentoInforme,
    Misiones,
    Participacion,
)


class RenglonAnual(RenglonSeguido):
    """An indicator along a year.

    ``valor_anio`` is what the year amounts to: the sum of its quarters for an accumulated
    indicator, the last known level for the level kinds; None for the others, whose periods do not
    make a value of the year. ``con_valor`` says from how many quarters.
    """

    meta_anio: Decimal | None
    valor_anio: Decimal | None
    con_valor: int


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
    misiones: Misiones
    cuotas: tuple[CuotaInforme, ...]
    participaciones: tuple[Participacion, ...]
    documentos: tuple[DocumentoInforme, ...]
    autoevaluaciones: tuple[AutoevaluacionInforme, ...]

    @property
    def faltan(self) -> tuple[str, ...]:
        """The quarters of the year of which no report is out."""
        return tuple(item.periodo for item in self.informes if item.estado is None)
