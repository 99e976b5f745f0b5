"""The lights of a report: the only groups, each shown."""

from __future__ import annotations

from enum import StrEnum


class Light(StrEnum):
    """How an indicator goes against what was expected; the values are codes of «luces»."""

    CUMPLIDO = "cumplido"
    EN_META = "en_meta"
    EN_RIESGO = "en_riesgo"
    ATRASADO = "atrasado"
    SIN_REPORTE = "sin_reporte"
    SIN_DATO = "sin_dato"
    POR_REPORTAR = "por_reportar"
    NO_APLICA = "no_aplica"
    SIN_PERIODICIDAD = "sin_periodicidad"
    SIN_META = "sin_meta"
    SIN_CALCULO = "sin_calculo"


MEASURED = (Light.CUMPLIDO, Light.EN_META, Light.EN_RIESGO, Light.ATRASADO)
"""The lights that come from a value set against what was expected."""

RED = frozenset({Light.ATRASADO, Light.SIN_REPORTE})
"""The lights that ask for a cause, a remedy, a unit, a date."""
