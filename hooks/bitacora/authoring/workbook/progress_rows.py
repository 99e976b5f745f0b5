"""The rows of a sheet of progress: what is known of an indicator, the cells that wait."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bitacora.authoring.workbook.progress_columns import (
    AGAIN,
    CORRECTION,
    KEYS,
    PARTS,
    state_validation,
)
from bitacora.authoring.workbook.sheets import READ_ONLY, Cell, CellValue, Column, Row
from bitacora.authoring.workbook.validations import day_validation
from bitacora.checks.rule import World
from bitacora.checks.units import is_percent
from bitacora.period_words import MONTHS
from bitacora.quarters import Period, PeriodKind
from bitacora.records.accumulation import Acumulacion
from bitacora.records.indicators import Avance, Indicador
from bitacora.spanish import sentence_case
from bitacora.tallies.goals import Goals, goals_at, last_day
from bitacora.tallies.progress import rows_in_force
from bitacora.tallies.slots import Slot

REPORTED = "reportado"
PERCENT_FORMULA = (
    '=IF(OR({numerador}="",{denominador}="",{denominador}=0),"",'
    "ROUND(100*{numerador}/{denominador},2))"
)
UNTOLD = "no informado"


def row_of(world: World, quarter: Period, slot: Slot, columns: Sequence[Column]) -> Row:
    """A slot as a row under these columns."""
    keys = _keys(slot)
    shown = iter(_shown(world, quarter, slot))
    cells = tuple(
        keys[column.field]
        if column.field in KEYS
        else next(shown)
        if column.field == READ_ONLY
        else _waiting(slot, column)
        for column in columns
    )
    return Row(cells, mark=REPORTED if slot.row else "")


def _keys(slot: Slot) -> dict[str, Cell]:
    version = slot.row.version + 1 if slot.row else 1
    period = slot.row.periodo if slot.row else slot.period
    values: tuple[CellValue, ...] = (slot.indicator.id, period.text, version, slot.unit)
    return {name: Cell(value) for name, value in zip(KEYS, values, strict=True)}


def _shown(world: World, quarter: Period, slot: Slot) -> tuple[Cell, ...]:
    """The cells of KNOWN, in its order."""
    item = slot.indicator
    goals = goals_at(item, last_day(quarter, world.as_of))
    last = _last(world, slot)
    return (
        Cell(item.codigo),
        Cell(item.nombre, note=note_of(item)),
        Cell(sentence_case(slot.period.spoken)),
        Cell(_situation(quarter, slot)),
        Cell(str(item.unidad).replace("_", " ")),
        Cell(_goal(item, goals, slot.period)),
        Cell(goals.term),
        Cell(last.valor if last else None),
        Cell(sentence_case(_short(last.periodo)) if last else None),
    )


def _short(period: Period) -> str:
    if period.kind is PeriodKind.MENSUAL:
        return f"{MONTHS[period.start.month - 1]} de {period.start.year}"
    return period.text


def _last(world: World, slot: Slot) -> Avance | None:
    if slot.row is not None and slot.row.valor is not None:
        return slot.row
    rows = rows_in_force(world.register.naming(slot.indicator, Avance, "indicador"))
    told = [row for row in rows if row.valor is not None and row.periodo.end <= slot.period.end]
    return told[-1] if told else None


def _situation(quarter: Period, slot: Slot) -> str:
    if slot.row is not None:
        version = f", versión {slot.row.version}" if slot.row.version > 1 else ""
        return f"Ya reportado{version}. Llénela solo para corregir."
    if slot.optional:
        return "Solo si ya se cumplió."
    return "Atrasado" if slot.period.quarter < quarter else "Por reportar"


def _goal(indicator: Indicador, goals: Goals, period: Period) -> Decimal | None:
    if indicator.acumulacion == Acumulacion.FLUJO:
        return goals.of_flow(period)
    if indicator.acumulacion == Acumulacion.MANTENIMIENTO:
        return goals.term
    return goals.of(period)


def note_of(indicator: Indicador) -> str:
    """What a person needs to know of an indicator in order to report it."""
    told = (
        ("Cómo se calcula", str(indicator.formula)),
        ("Numerador", str(indicator.numerador or "")),
        ("Denominador", str(indicator.denominador or "")),
        ("Con qué se prueba", "; ".join(map(str, indicator.medio_verificacion))),
        ("Se busca", str(indicator.sentido)),
        ("Los periodos", _ADDED.get(str(indicator.acumulacion), "")),
        ("Línea base", f"{indicator.linea_base} ({indicator.linea_base_anio})"),
    )
    lines = (f"{name}: {text}" for name, text in told if text)
    return "\n".join(lines).replace("no_informado", UNTOLD)


_ADDED = {
    "acumulado": "escriba solo lo de este periodo; el sitio los suma",
    "flujo": "cada periodo vale por sí mismo",
    "capacidad": "escriba el nivel al final del periodo",
    "reduccion": "escriba el nivel al final del periodo",
    "stock": "escriba cuántos hay al final del periodo",
    "mantenimiento": "escriba el nivel al final del periodo",
}


def _waiting(slot: Slot, column: Column) -> Cell:
    """A cell to fill, with what only its row knows."""
    percent = is_percent(slot.indicator.unidad)
    if column.field == "valor" and percent:
        return Cell(formula=PERCENT_FORMULA)
    if column.field in PARTS and not percent:
        return Cell(locked=True)
    if column.field == CORRECTION and slot.row is None:
        return Cell(locked=True)
    if column.field == "estado_dato" and slot.row is not None:
        return Cell(validation=state_validation(AGAIN))
    if column.field == "fecha_corte":
        days = f"Lo usual es el último día del periodo: {slot.period.end}."
        return Cell(validation=day_validation(days, slot.period.start, slot.until))
    return Cell()
