"""The exceptions of a report: what lags or is not told, why, what is done about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bitacora.pages.cells import NOTHING
from bitacora.pages.escape import inline
from bitacora.pages.reports.cells import (
    BREAK,
    day,
    expected,
    measured,
    reached,
    small,
    told,
    under,
    untold,
)
from bitacora.pages.reports.lights import of_light
from bitacora.pages.reports.lines import by_hand, light_cell, name_cell, rows_anchor
from bitacora.pages.reports.sheet import Sheet
from bitacora.reports.content import Medida, Renglon
from bitacora.tallies.lights import Light

HEAD = ("Indicador", "Cómo va", "Por qué", "Qué se hará", "La medida del informe anterior")
OTHERS_HEAD = ("Indicador", "Qué se anunció", "Qué pasó")
RED = (Light.ATRASADO.value, Light.SIN_REPORTE.value)


def exceptions(sheet: Sheet) -> dict[str, Any]:
    """Red lines with cause and remedy, the furthest behind first; then those at risk, shorter;
    then what became of the other measures that the report before announced."""
    return {
        "encabezado": HEAD,
        "filas": [_red(sheet, line) for line in _worst_first(of_light(sheet.content, RED))],
        "en_riesgo": [
            _at_risk(sheet, line)
            for line in _worst_first(of_light(sheet.content, (Light.EN_RIESGO.value,)))
        ],
        "encabezado_otras": OTHERS_HEAD,
        "otras": [
            _other(sheet, line, line.medida)
            for line in sheet.content.renglones
            if line.luz_vigente not in RED and line.medida and line.medida.medida_anterior
        ],
    }


def _worst_first(lines: Iterable[Renglon]) -> list[Renglon]:
    """Those with a share of what was expected from the least on; the others keep their order."""
    return sorted(lines, key=lambda line: (line.cumplimiento is None, line.cumplimiento or 0))


def _red(sheet: Sheet, line: Renglon) -> list[str]:
    return [
        under(name_cell(sheet, line), light_cell(sheet, line)),
        how_it_goes(sheet, line),
        told(line.medida.causa if line.medida else None, "Nadie ha explicado la causa."),
        _remedy(line.medida),
        _earlier(sheet, line.medida),
    ]


def how_it_goes(sheet: Sheet, line: Renglon) -> str:
    """What was reached against what was expected; who had to tell it where nobody did."""
    if line.luz_vigente == Light.SIN_REPORTE:
        who = f"Le tocaba a: {inline(line.responsable)}" if line.responsable else ""
        return under("No entregó el dato en el plazo.", small(who))
    shown = sheet.rows(measured(line.a_la_fecha, line.unidad), rows_anchor(line))
    if line.esperado is None:
        return shown
    against = f"{shown}; se esperaba {expected(line.esperado, line.unidad)}"
    return under(against, small(reached(line)))


def _remedy(measure: Medida | None) -> str:
    """What will be done, by whom, until when, each missing part said."""
    if measure is None or not measure.accion_correctiva:
        return untold("No hay medida anunciada.")
    who = untold("Sin responsable.")
    if measure.dependencia:
        who = f"Responde: {inline(measure.dependencia)}"
    until = f"Hasta el {day(measure.fecha)}" if measure.fecha else untold("Sin fecha.")
    return under(inline(measure.accion_correctiva), who, until)


def _earlier(sheet: Sheet, measure: Medida | None) -> str:
    """Whether what the report before announced worked."""
    if measure is None or not measure.medida_anterior:
        return small("El informe anterior no anunció ninguna.") if measure else NOTHING
    outcome, balance = _outcome(sheet, measure)
    return under(outcome, *_announced(measure), balance)


def _announced(measure: Medida) -> tuple[str, str]:
    """What the report before announced, until when."""
    until = f"Hasta el {day(measure.fecha_anterior)}" if measure.fecha_anterior else ""
    return inline(measure.medida_anterior or ""), small(until)


def _outcome(sheet: Sheet, measure: Medida) -> tuple[str, str]:
    """Whether it worked, with what is told of it."""
    balance = inline(measure.balance_anterior) if measure.balance_anterior else ""
    if not measure.resultado_anterior:
        return untold("Nadie ha dicho si funcionó."), balance
    verdict = inline(sheet.lists.name("resultados_medida", measure.resultado_anterior))
    return f"**{verdict}.**", balance


def _other(sheet: Sheet, line: Renglon, measure: Medida) -> list[str]:
    """A measure whose indicator is no longer red: it worked, or nobody could tell yet."""
    return [
        under(name_cell(sheet, line), light_cell(sheet, line)),
        under(*_announced(measure)),
        under(*_outcome(sheet, measure)),
    ]


def _at_risk(sheet: Sheet, line: Renglon) -> str:
    link = sheet.record("indicador", line.indicador, line.nombre)
    parts = [f"{link}: {how_it_goes(sheet, line).replace(BREAK, ', ')}.", by_hand(sheet, line)]
    if line.medida and line.medida.causa:
        parts.append(inline(line.medida.causa))
    if line.medida and line.medida.accion_correctiva:
        parts.append(inline(line.medida.accion_correctiva))
    return " ".join(part for part in parts if part)
