"""The content of a report: every figure with the rows that make it, ready to be frozen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bitacora.quarters import Period
from bitacora.records.record import Bloque
from bitacora.reports.content.happened import (
    Aporte,
    Cambio,
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
from bitacora.reports.content.measured import (
    Destacado,
    EjeInforme,
    Renglon,
)
from bitacora.reports.content.registers import (
    AutoevaluacionInforme,
    ConvocatoriaInforme,
    CuotaInforme,
    DocumentoInforme,
    Misiones,
    Participacion,
)


class Contenido(Bloque):
    """All that a report says, in the order of its sections.

    ``periodo`` is the quarter («2026-T3»); ``corte`` the date from which everything is seen.
    ``aportes_sin_trimestre`` are those of its year dated with the year alone: no quarter can have
    them; ``cumplidos`` what the report before told as not done, done since. The last ones are
    None in a report that was closed before they were told.
    """

    periodo: str
    corte: date
    entidad: str
    demostracion: bool
    dependencia: str
    contacto: str | None
    resumen: str | None
    en_meta_desde: Decimal
    en_riesgo_desde: Decimal
    ejes: tuple[EjeInforme, ...]
    destacados: tuple[Destacado, ...]
    renglones: tuple[Renglon, ...]
    informe_anterior: str | None
    cambios: tuple[Cambio, ...]
    aportes: tuple[Aporte, ...]
    sumas: tuple[SumaAportes, ...]
    vinculos: tuple[Vinculo, ...]
    encuentros: tuple[Encuentro, ...]
    postulaciones: tuple[Postulacion, ...]
    practicas: tuple[NovedadPractica, ...]
    pendientes: tuple[Pendiente, ...]
    preguntas: tuple[PreguntaInforme, ...]
    compromisos: tuple[CompromisoInforme, ...]
    enmiendas: tuple[EnmiendaInforme, ...]
    fuentes: tuple[str, ...]
    metodo: tuple[str, ...]
    aportes_sin_trimestre: tuple[Aporte, ...] = ()
    cumplidos: tuple[Pendiente, ...] = ()
    misiones: Misiones | None = None
    cerradas_sin_postular: tuple[ConvocatoriaInforme, ...] | None = None
    por_cerrar: tuple[ConvocatoriaInforme, ...] | None = None
    cuotas: tuple[CuotaInforme, ...] | None = None
    participaciones: tuple[Participacion, ...] | None = None
    documentos: tuple[DocumentoInforme, ...] | None = None
    autoevaluaciones: tuple[AutoevaluacionInforme, ...] | None = None

    @property
    def period(self) -> Period:
        """Its quarter."""
        return Period.parse(self.periodo)

    def renglon(self, indicator: str) -> Renglon | None:
        """The line of an indicator, or None."""
        return next((item for item in self.renglones if item.indicador == indicator), None)
