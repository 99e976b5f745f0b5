"""The figures of indicators counted again from the rows of a closing act.

Nothing here needs more than Python itself: readers run this very module to check a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bitacora.quarters import Period
from bitacora.records.accumulation import Acumulacion
from bitacora.tallies.expected import expected_at
from bitacora.tallies.formulas import (
    FROM_BASELINE,
    flow_fulfilment,
    flow_progress,
    fulfilment,
    level_progress,
    light_of,
    light_unexpected,
    value_to_date,
)
from bitacora.tallies.marks import Goals

Plain = Mapping[str, Any]
FIGURES = ("valor", "a_la_fecha", "avance", "esperado", "cumplimiento", "luz")
"""What is counted again; the light only where a value was set against what was expected."""
SILENT = frozenset(
    {
        "sin_dato",
        "sin_reporte",
        "por_reportar",
        "no_aplica",
        "sin_periodicidad",
        "sin_meta",
        "sin_calculo",
    }
)
"""The lights that say why there is nothing to count."""

USUAL = {"en_meta": Decimal("0.9"), "en_riesgo": Decimal("0.7")}
"""The thresholds of an indicator without strategy."""


@dataclass(frozen=True, slots=True)
class Row:
    """The row in force of a period; None is «no value»."""

    period: Period
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Card:
    """An indicator with all that its figures need."""

    kind: Acumulacion | None
    goals: Goals
    baseline: Decimal | None
    tolerance: Decimal | None
    due: tuple[Period, ...]
    thresholds: tuple[Decimal, Decimal]


def recounted(entries: Plain, quarter: Period, indicator: str) -> dict[str, object]:
    """The figures of an indicator at the end of a quarter, from the rows of the act; the light is
    None where a closed report has one of the ``SILENT``."""
    card = _card(entries, indicator)
    rows = _in_force(entries["avances"], indicator)
    here = [row for row in rows if row.period.quarter == quarter]
    until = [row for row in rows if row.period.end <= quarter.end]
    to_date = _amount(card.kind, until)
    progress = _progress(card, until, to_date)
    expected = _expected(card, here, quarter)
    countable = any(row.value is not None for row in here) and _is_countable(card, here)
    share = _share(card, here, to_date, progress, expected) if countable else None
    light = _light(card, quarter, to_date, progress, expected, share) if countable else None
    return {
        "valor": _amount(card.kind, here),
        "a_la_fecha": to_date,
        "avance": progress,
        "esperado": expected,
        "cumplimiento": share,
        "luz": light,
    }


def number(value: object) -> Decimal | None:
    """A figure of the act as an exact number; None for no value, or one that is not known."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return Decimal(value)


def _card(entries: Plain, indicator: str) -> Card:
    fila = next(it for it in entries["indicadores"] if it["id"] == indicator)
    plans = [it for it in entries["estrategia"] if it["id"] == fila["estrategia"]]
    known = {kind.value for kind in Acumulacion}
    goals = ((Period.parse(it["periodo"]), Decimal(it["meta"])) for it in fila["metas_por_periodo"])
    lights = plans[0]["semaforo"] if plans else USUAL
    return Card(
        Acumulacion(fila["acumulacion"]) if fila["acumulacion"] in known else None,
        Goals(number(fila["meta"]), tuple(sorted(goals))),
        number(fila["linea_base"]),
        number(fila["tolerancia"]),
        _due(fila, plans[0]) if plans and fila["periodicidad"] != "no_informado" else (),
        (Decimal(lights["en_meta"]), Decimal(lights["en_riesgo"])),
    )


def _due(fila: Plain, plan: Plain) -> tuple[Period, ...]:
    """The periods that must be reported during the term, from the one in which it begins."""
    first, last = plan["vigencia_inicio"], plan["vigencia_fin"]
    if "no_informado" in (first, last):
        return ()
    whole, months = (last - first + 1) * 12, fila["meses"]
    if whole <= 0:
        return ()
    if months is None or months > whole:
        return (Period(first * 12, whole),)
    begin = date.fromisoformat(plan["fecha_inicio"] or f"{first}-01-01")
    periods = (Period(first * 12 + step, months) for step in range(0, whole - months + 1, months))
    return tuple(period for period in periods if period.end >= begin)


def _in_force(filas: Iterable[Plain], indicator: str) -> list[Row]:
    last: dict[Period, Plain] = {}
    for fila in filas:
        period = Period.parse(fila["periodo"])
        if fila["indicador"] == indicator and (
            period not in last or fila["version"] > last[period]["version"]
        ):
            last[period] = fila
    return [Row(period, number(last[period]["valor"])) for period in sorted(last)]


def _amount(kind: Acumulacion | None, rows: Sequence[Row]) -> Decimal | None:
    values = [row.value for row in rows if row.value is not None]
    if kind is None:
        return values[-1] if values else None
    return value_to_date(kind, values)


def _pairs(rows: Iterable[Row], goals: Goals) -> tuple[list[Decimal], list[Decimal]]:
    pairs = [(row.value, goals.of_flow(row.period)) for row in rows]
    both = [(value, goal) for value, goal in pairs if value is not None and goal is not None]
    return [value for value, _ in both], [goal for _, goal in both]


def _progress(card: Card, rows: Sequence[Row], to_date: Decimal | None) -> Decimal | None:
    if card.kind is None or to_date is None:
        return None
    if card.kind is Acumulacion.FLUJO:
        return flow_progress(*_pairs(rows, card.goals))
    if card.goals.term is None:
        return None
    return level_progress(card.kind, to_date, card.baseline, card.goals.term, card.tolerance)


def _expected(card: Card, here: Sequence[Row], quarter: Period) -> Decimal | None:
    if card.kind is None:
        return None
    if card.kind is not Acumulacion.FLUJO:
        return expected_at(card.kind, card.goals, card.baseline, card.due, quarter.end)
    told = [row.period for row in here if row.value is not None]
    ending = [period for period in card.due if period.quarter == quarter]
    return card.goals.of_flow((told or ending)[-1]) if told or ending else None


def _is_countable(card: Card, here: Sequence[Row]) -> bool:
    """Whether there is a way to measure, a goal, a baseline where the way starts from one."""
    goal, base, kind = card.goals.term, card.baseline, card.kind
    if kind is None:
        return False
    if kind is Acumulacion.FLUJO:
        return bool(sum(_pairs(here, card.goals)[1]))
    if goal is None and (kind is Acumulacion.MANTENIMIENTO or not card.goals.periods):
        return False
    if goal == 0 and kind in (Acumulacion.ACUMULADO, Acumulacion.STOCK):
        return False
    return kind not in FROM_BASELINE or (base is not None and goal != base)


def _share(
    card: Card,
    here: Sequence[Row],
    to_date: Decimal | None,
    progress: Decimal | None,
    expected: Decimal | None,
) -> Decimal | None:
    if card.kind is Acumulacion.FLUJO:
        return flow_fulfilment(*_pairs(here, card.goals))
    if card.kind is Acumulacion.MANTENIMIENTO:
        return progress
    if card.kind is None or to_date is None or expected is None:
        return None
    return fulfilment(card.kind, to_date, expected, card.baseline, card.goals.term)


def _light(
    card: Card,
    quarter: Period,
    to_date: Decimal | None,
    progress: Decimal | None,
    expected: Decimal | None,
    share: Decimal | None,
) -> str | None:
    if card.kind is None:
        return None
    closing = bool(card.due) and card.due[-1].quarter == quarter
    light = light_of(card.kind, progress, share, closing, *card.thresholds)
    if light is not None or expected is None or to_date is None:
        return light.value if light else None
    goal, base = card.goals.term, card.baseline
    down = base is not None and goal is not None and goal < base
    falling = card.kind is Acumulacion.REDUCCION or (card.kind in FROM_BASELINE and down)
    return light_unexpected(to_date, expected, falling).value
