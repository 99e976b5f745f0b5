"""What a cell of a report shows: figures with their unit, differences, what nobody told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bitacora.pages.cells import HUNDRED, NOTHING, PERCENT, quantity, short_day, short_moment
from bitacora.pages.escape import inline
from bitacora.quarters import Period
from bitacora.records.accumulation import Acumulacion
from bitacora.records.partial_date import parse_partial_date
from bitacora.reports.content import Renglon
from bitacora.spanish import number, percent

BREAK = " <br>"
FROM_BASELINE = (Acumulacion.CAPACIDAD, Acumulacion.REDUCCION)
"""The kinds whose progress is counted from the baseline."""


def under(*parts: str) -> str:
    """Finished lines under each other in one cell; empty ones are left out."""
    return BREAK.join(part for part in parts if part) or NOTHING


def small(words: str) -> str:
    """Finished words in small letters."""
    return f'<span class="card__meta">{words}</span>' if words else ""


def untold(words: str) -> str:
    """What nobody told, said as such."""
    return f'<span class="unknown">{inline(words)}</span>'


def told(text: str | None, otherwise: str) -> str:
    """A text, or that nobody told it."""
    return inline(text) if text else untold(otherwise)


def measured(value: Decimal | None, unit: str | None) -> str:
    """A figure in the unit of its indicator; a dash where it is not known."""
    return quantity(value, unit or "")


def expected(value: Decimal | None, unit: str | None) -> str:
    """A figure that was computed, with two decimals at most."""
    if value is None:
        return NOTHING
    return percent(value, 2) if unit == PERCENT else number(value, 2)


def ratio(value: Decimal | None) -> str:
    """A share of the whole as a percentage: more than 100 % is shown as it is."""
    return NOTHING if value is None else percent(value * HUNDRED, 1)


def fulfilled(value: Decimal) -> str:
    """A share of what was expected. What falls just short of a whole percentage, where the lights
    change, is not rounded up to it: what is at risk with 89,96 % does not read «90 %»."""
    exact = value * HUNDRED
    for places in (1, 2, 3):
        shown = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if shown <= exact or shown != shown.to_integral_value():
            break
    return percent(shown, places)


def advanced(line: Renglon) -> str:
    """The progress towards the goal, in words for what is kept or not; of what starts anew in
    each period it is a mean, and says so."""
    if line.avance is not None and line.acumulacion == Acumulacion.MANTENIMIENTO:
        return "Dentro del margen" if line.avance else "Fuera del margen"
    if line.avance is not None and line.acumulacion == Acumulacion.FLUJO:
        return under(ratio(line.avance), small("en promedio"))
    return ratio(line.avance)


def reached(line: Renglon) -> str:
    """How much of what was expected was reached, in words; empty where it is not computed. From
    a baseline it is the change that was expected, not the level: 14 days where 27 were expected
    is more than all of it."""
    if line.cumplimiento is None:
        return ""
    if line.acumulacion == Acumulacion.MANTENIMIENTO:
        return "dentro del margen" if line.cumplimiento else "fuera del margen"
    if line.acumulacion not in FROM_BASELINE:
        return f"{fulfilled(line.cumplimiento)} de lo esperado"
    if line.cumplimiento < 0:
        return "está peor que la línea base"
    return f"{fulfilled(line.cumplimiento)} del cambio esperado"


def change(value: Decimal, unit: str | None = None) -> str:
    """A difference with its sign: «+3», «-2», «igual»; between percentages, in points."""
    if not value:
        return "igual"
    sign = "+" if value > 0 else ""
    points = " puntos" if unit == PERCENT else ""
    return inline(f"{sign}{number(value)}{points}")


def points(value: Decimal) -> str:
    """A difference between two shares, in percentage points."""
    rounded = (value * HUNDRED).quantize(Decimal("0.1"))
    if not rounded:
        return "igual"
    sign = "+" if rounded > 0 else ""
    return inline(f"{sign}{number(rounded, 1)} puntos")


def quarter_name(text: str) -> str:
    """A quarter short enough for a cell: «T3 de 2026»; other periods in words."""
    year, _, part = text.partition("-")
    return f"{part} de {year}" if part.startswith("T") else Period.parse(text).spoken


def day(value: date | None) -> str:
    """A day, or a dash."""
    return NOTHING if value is None else short_day(value)


def moment(text: str | None) -> str:
    """A date as precise as the report has it («2026», «2026-03»); other words as they are."""
    if text is None:
        return NOTHING
    try:
        return short_moment(parse_partial_date(text))
    except ValueError:
        return inline(text)


def listed(items: Sequence[str]) -> str:
    """Finished items under each other, or a dash."""
    return BREAK.join(items) if items else NOTHING
