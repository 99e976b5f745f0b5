"""What a report does not know, with its sources, its method, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bitacora.pages.escape import inline
from bitacora.pages.reports.lights import LIGHTS
from bitacora.pages.reports.sheet import Sheet
from bitacora.pages.reports.words import reported_share
from bitacora.reports.content import Renglon
from bitacora.spanish import number, percent
from bitacora.tallies.lights import MEASURED, Light

_MEASURED = frozenset(light.value for light in MEASURED)


def coverage(sheet: Sheet) -> dict[str, Any]:
    """How many reported; who did not, by reason; sources; method; thresholds of the lights."""
    content = sheet.content
    return {
        "frase": reported_share(content),
        "vacios": list(_gaps(sheet)),
        "sin_ritmo": [_link(sheet, line) for line in content.renglones if _without_rhythm(line)],
        "fuentes": [sheet.proof(source) for source in content.fuentes],
        "metodo": [inline(note) for note in content.metodo],
        "en_meta_desde": percent(content.en_meta_desde * 100, 1),
        "en_riesgo_desde": percent(content.en_riesgo_desde * 100, 1),
    }


def _without_rhythm(line: Renglon) -> bool:
    """Whether nobody knows how often it is reported, though its light does not say so."""
    return not line.periodicidad and line.luz_vigente != Light.SIN_PERIODICIDAD


def _gaps(sheet: Sheet) -> Iterator[dict[str, Any]]:
    """For each light that is no measure and occurs: its share, what it means, its indicators."""
    lines = sheet.content.renglones
    for code in sheet.lists.all(LIGHTS):
        found = [line for line in lines if line.luz_vigente == code.codigo]
        if found and code.codigo not in _MEASURED:
            yield {
                "nombre": inline(code.nombre),
                "cuantos": f"{number(len(found))} de {number(len(lines))}",
                "definicion": inline(code.definicion or ""),
                "indicadores": [_link(sheet, line) for line in found],
            }


def _link(sheet: Sheet, line: Renglon) -> str:
    return sheet.record("indicador", line.indicador, line.nombre)
