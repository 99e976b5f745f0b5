"""How an indicator goes against what was expected at the end of a quarter."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bitacora.records.accumulation import Acumulacion
from bitacora.records.indicators import Indicador
from bitacora.records.strategy import Semaforo
from bitacora.records.unknown import NoInformado
from bitacora.tallies.expected import expected_at, way_of
from bitacora.tallies.formulas import (
    FROM_BASELINE,
    LEVELS,
    flow_fulfilment,
    fulfilment,
    light_of,
    light_unexpected,
)
from bitacora.tallies.goals import Goals
from bitacora.tallies.lights import Light
from bitacora.tallies.progress import (
    Progress,
    Standing,
    accumulation,
    flow_pairs,
    known_baseline,
)

SILENT = {
    Standing.SIN_DATO: Light.SIN_DATO,
    Standing.SIN_REPORTE: Light.SIN_REPORTE,
    Standing.POR_REPORTAR: Light.POR_REPORTAR,
    Standing.NO_APLICA: Light.NO_APLICA,
    Standing.NO_CORRESPONDE: Light.NO_APLICA,
}
"""The lights of the standings that have no value to set against anything."""


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """What was expected at the end of the quarter, how (``way``), which share of it was reached,
    the light; ``reason`` says, in Spanish, why there is no light where there is none."""

    expected: Decimal | None
    way: str | None
    share: Decimal | None
    light: Light
    reason: str | None = None


def fulfilment_of(progress: Progress, lights: Semaforo) -> Fulfilment:
    """What was expected of an indicator, and its light."""
    goals = progress.goals
    kind = accumulation(progress.indicator)
    expected = expected_in(progress, kind, goals)
    way = way_of(kind, goals) if kind and expected is not None else None
    if progress.standing in SILENT:
        return Fulfilment(expected, way, None, _silent(progress))
    missing = _what_is_missing(progress, kind, goals)
    if missing or kind is None:
        return Fulfilment(expected, way, None, *(missing or NO_KIND))
    if kind is Acumulacion.FLUJO:
        share = flow_fulfilment(*flow_pairs(progress.rows, goals))
    elif kind is Acumulacion.MANTENIMIENTO:
        share = progress.ratio
    else:
        share = _share(progress, kind, goals, expected)
    return Fulfilment(expected, way, share, *_light(progress, kind, goals, expected, share, lights))


def expected_in(progress: Progress, kind: Acumulacion | None, goals: Goals) -> Decimal | None:
    """The value expected at the end of the quarter; of a flow, the goal of the last period that has
    a value, else of the last one due."""
    if kind is None:
        return None
    if kind is not Acumulacion.FLUJO:
        base = known_baseline(progress.indicator)
        return expected_at(kind, goals, base, progress.due, progress.quarter.end)
    told = [row.periodo for row in progress.rows if row.valor is not None]
    ending = [period for period in progress.due if period.quarter == progress.quarter]
    return goals.of_flow((told or ending)[-1]) if told or ending else None


def closes_term(progress: Progress) -> bool:
    """Whether the last period due of the term ends in the quarter."""
    return bool(progress.due) and progress.due[-1].quarter == progress.quarter


def is_falling(indicator: Indicador, kind: Acumulacion, goals: Goals) -> bool:
    """Whether the value gets better as it goes down."""
    base, goal = known_baseline(indicator), goals.term
    down = base is not None and goal is not None and goal < base
    return kind is Acumulacion.REDUCCION or (kind in FROM_BASELINE and down)


NO_KIND = (Light.SIN_CALCULO, "No se sabe cómo se suman los periodos.")
NO_GOAL = (Light.SIN_META, "Ninguna fuente trae la meta en cifras.")
NO_BASELINE = (Light.SIN_CALCULO, "No se conoce la línea base: no hay desde dónde medir.")
ZERO_GOAL = (Light.SIN_CALCULO, "La meta es cero: no se puede dividir por ella.")
SAME_GOAL = (Light.SIN_CALCULO, "La meta es igual a la línea base: no hay camino que medir.")
NO_PERIODS = (Light.SIN_CALCULO, "No se sabe cada cuánto se reporta: no hay con qué comparar.")


def _silent(progress: Progress) -> Light:
    """Where nobody says how often it is reported, nobody knows either whether it was due."""
    unknown = isinstance(progress.indicator.periodicidad, NoInformado)
    if unknown and progress.standing is Standing.NO_CORRESPONDE:
        return Light.SIN_PERIODICIDAD
    return SILENT[progress.standing]


def _what_is_missing(
    progress: Progress, kind: Acumulacion | None, goals: Goals
) -> tuple[Light, str] | None:
    """Why no light can be computed from the value, or None."""
    base, goal = known_baseline(progress.indicator), goals.term
    if kind is None:
        return NO_KIND
    if kind is Acumulacion.FLUJO:
        _, flows = flow_pairs(progress.rows, goals)
        if not flows:
            return NO_GOAL
        return None if sum(flows) else ZERO_GOAL
    by_term = kind is Acumulacion.MANTENIMIENTO or not goals.periods
    if goal is None and by_term:
        return NO_GOAL
    if goal == 0 and kind in (Acumulacion.ACUMULADO, Acumulacion.STOCK):
        return ZERO_GOAL
    if kind in FROM_BASELINE and base is None:
        return NO_BASELINE
    return SAME_GOAL if kind in FROM_BASELINE and goal == base else None


def _share(
    progress: Progress, kind: Acumulacion, goals: Goals, expected: Decimal | None
) -> Decimal | None:
    if progress.to_date is None or expected is None:
        return None
    base = known_baseline(progress.indicator)
    return fulfilment(kind, progress.to_date, expected, base, goals.term)


def _light(
    progress: Progress,
    kind: Acumulacion,
    goals: Goals,
    expected: Decimal | None,
    share: Decimal | None,
    lights: Semaforo,
) -> tuple[Light, str | None]:
    closing = closes_term(progress)
    light = light_of(kind, progress.ratio, share, closing, lights.en_meta, lights.en_riesgo)
    if light is not None:
        return light, None
    if expected is None or progress.to_date is None:
        unknown = kind in LEVELS and known_baseline(progress.indicator) is None
        return NO_BASELINE if unknown else NO_PERIODS
    falling = is_falling(progress.indicator, kind, goals)
    return light_unexpected(progress.to_date, expected, falling), None
