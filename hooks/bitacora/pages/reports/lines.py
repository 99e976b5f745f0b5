"""The table of a report's indicators, axis by axis."""

from __future__ import annotations

from typing import Any

from bitacora.pages.cells import NOTHING, PERCENT
from bitacora.pages.escape import inline
from bitacora.pages.reports.cells import (
    advanced,
    change,
    day,
    expected,
    listed,
    measured,
    quarter_name,
    reached,
    small,
    under,
    untold,
)
from bitacora.pages.reports.lights import axis_names, light_chip, under_axes
from bitacora.pages.reports.sheet import CORRECTED, Sheet, anchored
from bitacora.quarters import Period
from bitacora.reports.content import Comparacion, MetaCambiada, Renglon
from bitacora.spanish import NO_BREAK_SPACE
from bitacora.tallies.breakdown import UNCLASSIFIED
from bitacora.tallies.lights import Light

HEAD = (
    "Indicador y luz",
    "En el trimestre",
    "A la fecha",
    "Avance",
    "Línea base y metas",
    "Frente a antes",
    "Evidencia",
)
NUMBERS = (1, 2, 3)


def line_groups(sheet: Sheet) -> list[dict[str, Any]]:
    """For each axis its heading with its lines; a silent axis says so."""
    names = axis_names(sheet.content)
    return [
        {
            "titulo": sheet.record("eje", axis, names[axis]) if axis else UNCLASSIFIED,
            "filas": [_row(sheet, line) for line in sorted(lines, key=_not_due)],
        }
        for axis, lines in under_axes(sheet.content)
    ]


def _not_due(line: Renglon) -> bool:
    """Those that had nothing to report come last, so that what there is to judge comes first."""
    return line.luz_vigente == Light.NO_APLICA


def rows_anchor(line: Renglon) -> str:
    """Where the rows of a line stand in the page of rows."""
    return anchored("indicador", line.indicador)


def name_cell(sheet: Sheet, line: Renglon) -> str:
    """The name with its unit under it."""
    unit = "" if line.unidad in (None, PERCENT) else inline(line.unidad or "")
    return under(sheet.record("indicador", line.indicador, line.nombre), small(unit))


def _row(sheet: Sheet, line: Renglon) -> list[str]:
    return [
        under(name_cell(sheet, line), light_cell(sheet, line)),
        _value(sheet, line),
        _to_date(sheet, line),
        advanced(line) + _mark(line, "avance"),
        _goals(sheet, line),
        compared(line),
        _evidence(sheet, line),
    ]


def light_cell(sheet: Sheet, line: Renglon) -> str:
    """The light; one set by hand with the computed one, its reason; what there is to know."""
    explained = small(inline(line.explicacion)) if line.explicacion else ""
    light = light_chip(sheet.lists, line.luz_vigente) + _mark(line, "luz")
    return under(light, by_hand(sheet, line), explained)


def by_hand(sheet: Sheet, line: Renglon) -> str:
    """That a light was set by hand, what the computation says, the reason; empty if it was not."""
    if not line.luz_declarada:
        return ""
    reason = inline(line.motivo_luz) if line.motivo_luz else untold("No da el motivo.")
    computed = light_chip(sheet.lists, line.luz)
    return f"{small('La luz la puso la oficina. El cálculo da:')} {computed} {small(reason)}"


def _value(sheet: Sheet, line: Renglon) -> str:
    shown = measured(line.valor, line.unidad)
    if line.valor is None:
        return NOTHING
    mark = f" {CORRECTED}" if line.corregido else _mark(line, "valor")
    preliminary = small("preliminar") if line.situacion == "preliminar" else ""
    return under(sheet.rows(shown, rows_anchor(line)) + mark, preliminary)


def _mark(line: Renglon, figure: str) -> str:
    """The sign of a figure that differs from that of an earlier version."""
    return f" {CORRECTED}" if figure in line.cifras_corregidas else ""


def _evidence(sheet: Sheet, line: Renglon) -> str:
    if line.valor is not None and not line.evidencias:
        return untold("Sin evidencia.")
    return listed([sheet.proof(text) for text in line.evidencias])


def _to_date(sheet: Sheet, line: Renglon) -> str:
    if line.a_la_fecha is None:
        return NOTHING
    shown = sheet.rows(measured(line.a_la_fecha, line.unidad), rows_anchor(line))
    shown += _mark(line, "a_la_fecha")
    if line.esperado is None:
        return shown
    way = " (línea recta)" if line.via_esperado == "linea_recta" else ""
    awaited = f"se esperaba {expected(line.esperado, line.unidad)}{way}"
    return under(shown, small(awaited), small(reached(line)))


def _goals(sheet: Sheet, line: Renglon) -> str:
    year = sheet.content.period.end.year
    term = measured(line.meta, line.unidad)
    if line.meta is None:
        term = inline(line.meta_texto) if line.meta_texto else untold("no informada")
    base = measured(line.linea_base, line.unidad)
    if line.linea_base is None:
        base = untold("no informada")
    pairs = [("Línea base", base), ("Vigencia", term)]
    if line.meta_anio is not None:
        pairs.append((f"Año {year}", measured(line.meta_anio, line.unidad)))
    if line.meta_trimestre is not None:
        pairs.append(("Trimestre", measured(line.meta_trimestre, line.unidad)))
    told = [f"{name}:{NO_BREAK_SPACE}{value}" for name, value in pairs]
    return under(*told, *(_changed(sheet, line, goal) for goal in line.metas_cambiadas))


def _changed(sheet: Sheet, line: Renglon, goal: MetaCambiada) -> str:
    """That a goal changed; the act and the reason stand with the rows."""
    of = f" de {quarter_name(goal.periodo)}" if goal.periodo else ""
    before, now = measured(goal.antes, line.unidad), measured(goal.ahora, line.unidad)
    why = sheet.rows("por qué", rows_anchor(line))
    return small(f"Meta{of}: pasó de {before} a {now} el {day(goal.desde)}") + f" ({why})"


def goal_change(line: Renglon, goal: MetaCambiada) -> str:
    """A goal that changed with the act that allowed it, the reason, since when."""
    of = f" de {Period.parse(goal.periodo).spoken}" if goal.periodo else ""
    before, now = measured(goal.antes, line.unidad), measured(goal.ahora, line.unidad)
    return (
        f"La meta{of} pasó de {before} a {now} el {day(goal.desde)}. "
        f"{inline(goal.acto)}. {inline(goal.motivo)}"
    )


def compared(line: Renglon) -> str:
    """The value against the quarter before, then that of a year before, or why it cannot be."""
    found = [it for it in (line.trimestre_anterior, line.anio_anterior) if it is not None]
    if line.valor is None:
        known = [it for it in found if it.valor is not None]
        return under(*(f"{_when(it)}: {measured(it.valor, line.unidad)}" for it in known))
    return under(*(f"{_when(it)}: {_against(it, line.unidad)}" for it in found))


def _when(found: Comparacion) -> str:
    return quarter_name(found.periodo)


def _against(found: Comparacion, unit: str | None) -> str:
    if found.diferencia is None:
        before = f"{measured(found.valor, unit)}. " if found.valor is not None else ""
        return f"{before}{small(inline(found.motivo or 'No se puede comparar.'))}"
    return f"{measured(found.valor, unit)}{NO_BREAK_SPACE}({change(found.diferencia, unit)})"
