"""The indicators of a report read at three levels: the office, the government, the place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bitacora.pages.chart_figures import light_names
from bitacora.pages.escape import inline
from bitacora.pages.reports.lights import LIGHTS
from bitacora.pages.reports.lines import rows_anchor
from bitacora.pages.reports.sheet import Sheet, anchored
from bitacora.reports.content import Renglon
from bitacora.spanish import number

LEVELS = "niveles_resultado"
NO_LEVEL = ""
UNTOLD = "Nadie dice su nivel"


def level_section(sheet: Sheet) -> dict[str, Any] | None:
    """The table of lights by level, each count linked to its indicators; None where the report was
    closed before levels were told, or no indicator tells its own."""
    groups = _groups(sheet)
    if not any(found for level, found in groups if level != NO_LEVEL):
        return None
    lights = _lights(sheet)
    names = light_names(sheet.lists)
    return {
        "encabezado": ["Nivel", *(inline(names.get(it, it)) for it in lights), "Total"],
        "numeros": range(1, len(lights) + 2),
        "filas": [_row(sheet, level, found, lights) for level, found in groups],
        "varios": any(len(line.niveles or ()) > 1 for line in sheet.content.renglones),
    }


def level_rows(sheet: Sheet) -> Iterator[dict[str, Any]]:
    """For each level that someone measures, its indicators by light, for the page of rows."""
    if level_section(sheet) is None:
        return
    for level, found in _groups(sheet):
        for light in _lights(sheet):
            lit = [line for line in found if line.luz_vigente == light]
            if lit:
                shown = inline(f"{_name(sheet, level)}, {sheet.lists.name(LIGHTS, light).lower()}")
                yield {
                    "titulo": f"{shown}: {number(len(lit))}",
                    "ancla": _anchor(level, light),
                    "filas": [f"[{inline(line.nombre)}](#{rows_anchor(line)})" for line in lit],
                }


def _groups(sheet: Sheet) -> list[tuple[str, tuple[Renglon, ...]]]:
    """The lines of each level, in the order of the levels; those that tell none at the end."""
    told = [line for line in sheet.content.renglones if line.niveles is not None]
    groups = [
        (code.codigo, tuple(line for line in told if code.codigo in (line.niveles or ())))
        for code in sheet.lists.all(LEVELS)
    ]
    silent = tuple(line for line in told if not line.niveles)
    return [*groups, (NO_LEVEL, silent)] if silent else groups


def _lights(sheet: Sheet) -> list[str]:
    present = {line.luz_vigente for line in sheet.content.renglones}
    return [light for light in light_names(sheet.lists) if light in present]


def _row(sheet: Sheet, level: str, found: tuple[Renglon, ...], lights: list[str]) -> list[str]:
    counts = [(light, sum(line.luz_vigente == light for line in found)) for light in lights]
    return [
        inline(_name(sheet, level)),
        *(
            sheet.rows(number(count), _anchor(level, light)) if count else number(count)
            for light, count in counts
        ),
        number(len(found)),
    ]


def _name(sheet: Sheet, level: str) -> str:
    return sheet.lists.name(LEVELS, level) if level else UNTOLD


def _anchor(level: str, light: str) -> str:
    return anchored("nivel", level or "sin-nivel", light)
