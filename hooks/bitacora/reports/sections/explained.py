"""What there is to know of a line besides its figures."""

from __future__ import annotations

from collections.abc import Sequence

from bitacora.quarters import Period
from bitacora.records.accumulation import Acumulacion
from bitacora.spanish import join_y
from bitacora.tallies.fulfilment import Fulfilment
from bitacora.tallies.goals import Goals
from bitacora.tallies.lights import MEASURED, Light
from bitacora.tallies.progress import Progress, accumulation, known_baseline

LONGEST = 3
"""How many missing periods are named one by one."""

NOTHING_EXPECTED = "Todavía no se esperaba ningún avance."
FALLEN_BACK = "Todavía no se esperaba ningún avance, pero está peor que al empezar."
UNKNOWN_TERMS = "No se sabe cada cuánto se reporta: no se puede decir si le tocaba."


def explained(
    progress: Progress, found: Fulfilment, goals: Goals, gaps: Sequence[Period]
) -> str | None:
    """Why there is no light, else what the light does not tell; None where there is nothing."""
    told = [found.reason] if found.reason else []
    if not progress.due and not progress.rows:
        told.append(UNKNOWN_TERMS)
    if found.light in MEASURED:
        told += _of_the_light(progress, found, gaps)
    if progress.value is not None:
        told += _of_the_goal(progress, goals)
    return " ".join(told) or None


def _of_the_light(progress: Progress, found: Fulfilment, gaps: Sequence[Period]) -> list[str]:
    kind = accumulation(progress.indicator)
    told = []
    if found.share is None and found.light is not Light.CUMPLIDO:
        told.append(FALLEN_BACK if found.light is Light.ATRASADO else NOTHING_EXPECTED)
    values = [row for row in progress.rows if row.valor is not None]
    if kind is Acumulacion.FLUJO and len(values) > 1:
        told.append(f"La luz mira los {len(values)} periodos del trimestre.")
    missing = gaps if kind is Acumulacion.ACUMULADO else _of_quarter(progress, gaps)
    if missing:
        told.append(_missing(missing, kind))
    return told


def _of_quarter(progress: Progress, gaps: Sequence[Period]) -> tuple[Period, ...]:
    return tuple(period for period in gaps if period.quarter == progress.quarter)


def _missing(gaps: Sequence[Period], kind: Acumulacion | None) -> str:
    if len(gaps) > LONGEST:
        what = f"Faltan los datos de {len(gaps)} periodos"
    elif len(gaps) > 1:
        what = f"Faltan los datos {join_y([_of(period) for period in gaps])}"
    else:
        what = f"Falta el dato {_of(gaps[0])}"
    adds = kind is Acumulacion.ACUMULADO
    return f"{what}: la suma puede ser mayor." if adds else f"{what}."


def _of(period: Period) -> str:
    """«de marzo de 2026», «de 2026», but «del primer trimestre de 2026»."""
    numbered = 1 < period.months < 12
    return f"{'del' if numbered else 'de'} {period.spoken}"


def _of_the_goal(progress: Progress, goals: Goals) -> list[str]:
    """A goal that surprises, with what the office says of it."""
    goal, said = goals.term, progress.indicator.justificacion_meta
    if goal == 0:
        return [said or "La meta es cero y nadie explica por qué."]
    if goal is not None and goal == known_baseline(progress.indicator):
        keeps = accumulation(progress.indicator) is Acumulacion.MANTENIMIENTO
        silent = [] if keeps else ["La meta es igual a la línea base y nadie explica por qué."]
        return [said] if said else silent
    return []
