"""The content of a report, as plain frozen records."""

from bitacora.reports.content.happened import (
    ActividadVinculo,
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
    Comparacion,
    Destacado,
    EjeInforme,
    Filas,
    Medida,
    MetaCambiada,
    Punto,
    Renglon,
)
from bitacora.reports.content.whole import Contenido

__all__ = [
    "ActividadVinculo",
    "Aporte",
    "Cambio",
    "Comparacion",
    "CompromisoInforme",
    "Contenido",
    "Destacado",
    "EjeInforme",
    "Encuentro",
    "EnmiendaInforme",
    "Filas",
    "Medida",
    "MetaCambiada",
    "NovedadPractica",
    "Pendiente",
    "Postulacion",
    "PreguntaInforme",
    "Punto",
    "Renglon",
    "SumaAportes",
    "Vinculo",
]
