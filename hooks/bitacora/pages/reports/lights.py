"""The lights of a report: as chips, counted by axis, drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from bitacora.charts.chart import Chart, Table
from bitacora.charts.lights import lights_by_axis
from bitacora.pages.chart_figures import figure, light_names
from bitacora.pages.chips import chip
from bitacora.pages.embed_code import embed_code, light_path
from bitacora.pages.escape import inline
from bitacora.pages.naming import current_words
from bitacora.pages.reports.sheet import Sheet, anchored
from bitacora.reading.code_lists import CodeLists
from bitacora.reports.content import Contenido, Renglon
from bitacora.spanish import number
from bitacora.tallies.breakdown import UNCLASSIFIED, Breakdown, breakdown

LIGHTS = "luces"


def light_chip(lists: CodeLists, light: str) -> str:
    """A light as a chip."""
    return chip(light, lists.name(LIGHTS, light))


def counted_lights(content: Contenido, lists: CodeLists) -> Breakdown:
    """The indicators by axis and light, each exactly once; silent axes stay."""
    pairs = [(line.eje, line.luz_vigente) for line in content.renglones]
    return breakdown(pairs, [axis.id for axis in content.ejes], list(light_names(lists)))


def axis_names(content: Contenido) -> dict[str, str]:
    """The name of each axis by its id."""
    return {axis.id: axis.nombre for axis in content.ejes}


def under_axes(content: Contenido) -> tuple[tuple[str, tuple[Renglon, ...]], ...]:
    """The lines under the id of their axis, in its order; those of none at the end, under «»."""
    known = [axis.id for axis in content.ejes]
    loose = tuple(line for line in content.renglones if line.eje not in known)
    groups = [
        (axis, tuple(line for line in content.renglones if line.eje == axis)) for axis in known
    ]
    return (*groups, ("", loose)) if loose else tuple(groups)


def axis_section(sheet: Sheet) -> dict[str, Any]:
    """The table of lights by axis, each count linked to its records, with the drawing."""
    content, lists = sheet.content, sheet.lists
    found, names = counted_lights(content, lists), light_names(lists)
    word = current_words(sheet.presenter.edition)[0].singular
    chart = lights_by_axis(content, names, word)
    return {
        "encabezado": [inline(word), *(inline(names.get(it, it)) for it in found.columns), "Total"],
        "numeros": range(1, len(found.columns) + 2),
        "filas": [*_rows(sheet, found), _totals(sheet, found)],
        # The table of the page is that of the drawing, with links: one is enough.
        "dibujo": figure(replace(chart, table=Table((), ()))),
        "incrustar": _embed(sheet, chart),
    }


def _embed(sheet: Sheet, chart: Chart) -> str:
    """The code to show the drawing elsewhere; only that of the latest version is offered."""
    if chart.svg is None or sheet.permanent:
        return ""
    path = light_path(sheet.published)
    return embed_code(sheet.presenter.edition, path, chart.title, tall=True)


def _rows(sheet: Sheet, found: Breakdown) -> Iterable[list[str]]:
    names = axis_names(sheet.content)
    for group, cells, total in zip(found.groups, found.cells, found.totals, strict=True):
        name = sheet.record("eje", group, names[group]) if group in names else UNCLASSIFIED
        counts = [
            _count(sheet, cell, lights_anchor(group, light))
            for cell, light in zip(cells, found.columns, strict=True)
        ]
        yield [name, *counts, _count(sheet, total, lights_anchor(group))]


def _totals(sheet: Sheet, found: Breakdown) -> list[str]:
    sums = [sum(column) for column in zip(*found.cells, strict=True)]
    counts = [
        _count(sheet, total, lights_anchor("todos", light))
        for total, light in zip(sums, found.columns, strict=True)
    ]
    return ["**Total**", *counts, _count(sheet, found.total, "indicadores")]


def lights_anchor(group: str, light: str = "") -> str:
    """Where the records of a count of lights stand in the page of rows."""
    place = group if group != UNCLASSIFIED else "sin-clasificar"
    return anchored("luces", place, *([light] if light else []))


def _count(sheet: Sheet, count: int, anchor: str) -> str:
    return sheet.rows(number(count), anchor) if count else number(count)


def of_light(content: Contenido, lights: Sequence[str]) -> tuple[Renglon, ...]:
    """The lines with one of these lights, in the order of the lights."""
    return tuple(
        line for light in lights for line in content.renglones if line.luz_vigente == light
    )
