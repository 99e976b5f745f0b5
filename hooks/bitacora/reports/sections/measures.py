"""What is said of an indicator that lags, beside what its last report announced."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bitacora.records.indicators import Avance
from bitacora.records.institution import Dependencia
from bitacora.records.reports import Explicacion
from bitacora.records.unknown import NoInformado
from bitacora.reports.content import Medida, Renglon
from bitacora.reports.view import View
from bitacora.tallies.lights import MEASURED, RED

UNDER_WAY = "en_curso"
"""The code of «resultados_medida» for what is not finished yet."""


def measure_of(view: View, line: Renglon, rows: Sequence[Avance]) -> Medida | None:
    """The cause and the remedy of a red line, with the remedy announced before and whether it
    worked; of a line that is not red, only what was announced while it was. Else None."""
    before = view.previous.renglon(line.indicador) if view.previous else None
    red = line.luz_vigente in RED
    remedy, until = _announced(before)
    if not red and not remedy and (before is None or before.luz_vigente not in RED):
        return None
    told = explanation_of(view, line.indicador)
    return Medida(
        causa=_cause(told, rows) if red else None,
        accion_correctiva=_remedy(told, rows) if red else None,
        dependencia=_unit(view, told, line) if red else None,
        fecha=_deadline(told, rows) if red else None,
        medida_anterior=remedy,
        fecha_anterior=until,
        luz_anterior=before.luz_vigente if before else None,
        resultado_anterior=told.resultado_anterior if told else None,
        balance_anterior=told.balance_anterior if told else None,
    )


def _announced(before: Renglon | None) -> tuple[str | None, date | None]:
    """The remedy that the report before announced, or was still following, with its date.

    What is reported each half-year must not lose its remedy in the quarter between.
    """
    old = before.medida if before else None
    if before is None or old is None:
        return None, None
    if old.accion_correctiva:
        return old.accion_correctiva, old.fecha
    unsaid = old.resultado_anterior is None and before.luz not in MEASURED
    if unsaid or old.resultado_anterior == UNDER_WAY:
        return old.medida_anterior, old.fecha_anterior
    return None, None


def explanation_of(view: View, indicator: str) -> Explicacion | None:
    """What the office wrote of an indicator for this report."""
    told = view.record.explicaciones if view.record else ()
    return next((item for item in told if item.indicador == indicator), None)


def unit_name(view: View, unit: str | NoInformado | None) -> str | None:
    """The name of a unit, which stays in the report when the unit is renamed."""
    if unit is None or isinstance(unit, NoInformado):
        return None
    found = view.register.get(Dependencia, unit)
    return found.nombre if found else unit


def _cause(told: Explicacion | None, rows: Sequence[Avance]) -> str | None:
    if told and told.causa:
        return told.causa
    return next((row.dificultades for row in reversed(rows) if row.dificultades), None)


def _remedy(told: Explicacion | None, rows: Sequence[Avance]) -> str | None:
    if told and told.accion_correctiva:
        return told.accion_correctiva
    return next((row.accion_correctiva for row in reversed(rows) if row.accion_correctiva), None)


def _deadline(told: Explicacion | None, rows: Sequence[Avance]) -> date | None:
    """The date of the remedy that is shown: never one's remedy with the other's date."""
    if told and told.accion_correctiva:
        return told.fecha
    return next(
        (row.accion_correctiva_fecha for row in reversed(rows) if row.accion_correctiva), None
    )


def _unit(view: View, told: Explicacion | None, line: Renglon) -> str | None:
    return unit_name(view, told.dependencia) if told and told.dependencia else line.responsable
