"""What the pages that put quarters together share: their quarters, their cells, their drawing."""

from __future__ import annotations

from collections.abc import Sequence

from bitacora.charts.lights import on_track
from bitacora.charts.quarters import lights_by_quarter
from bitacora.charts.strip import light_strip, strip_key
from bitacora.pages.cells import NOTHING, quantity, short_day
from bitacora.pages.chart_figures import figure, light_names
from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import quarter_name, ratio, small, under, untold
from bitacora.pages.reports.words import report_path
from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.records.accumulation import Acumulacion
from bitacora.records.indicators import Indicador
from bitacora.reports.content.followed import (
    CeldaTrimestre,
    CuentasTrimestre,
    RenglonSeguido,
    TrimestreInforme,
)
from bitacora.spanish import NO_BREAK_SPACE, long_date, sentence_case

QUARTERS = ("Trimestre", "Estado", "Con datos hasta", "Cómo iba")
KEY = "camino"
"""What the boxes of a page paint with (see ``key_of``)."""


def quarter_rows(
    presenter: Presenter,
    quarters: Sequence[TrimestreInforme],
    counts: Sequence[CuentasTrimestre],
) -> list[list[str]]:
    """Each quarter with the state of its report; one without report says so."""
    return [_quarter(presenter, *pair) for pair in zip(quarters, counts, strict=True)]


def _quarter(presenter: Presenter, one: TrimestreInforme, count: CuentasTrimestre) -> list[str]:
    quarter = Period.parse(one.periodo)
    if one.estado is None:
        return [inline(sentence_case(quarter.spoken)), untold("Sin informe"), NOTHING, NOTHING]
    state = chip(one.estado, presenter.edition.lists.name("estados_informe", one.estado))
    version = small(f"versión {one.version}") if one.version > 1 else ""
    return [
        presenter.to(sentence_case(quarter.spoken), report_path(quarter)),
        under(state, version),
        short_day(one.corte) if one.corte else NOTHING,
        inline(sentence_case(on_track({item.luz: item.cuantos for item in count.cuentas}))),
    ]


def road(
    lists: CodeLists,
    counts: Sequence[CuentasTrimestre],
    key: str,
    quarters: Sequence[TrimestreInforme],
) -> str:
    """The counts by light drawn quarter by quarter."""
    cuts = [one.corte for one in quarters if one.corte]
    until = f", el último con corte al {long_date(cuts[-1])}" if cuts else ""
    note = f"Unidad: número de indicadores. Fuente: los informes de cada trimestre{until}."
    return figure(lights_by_quarter(counts, light_names(lists), key, note))


def key_of(lists: CodeLists, counts: Sequence[CuentasTrimestre]) -> str:
    """What the boxes of a page stand for: the lights that occur, in the order of their list."""
    found = {item.luz for one in counts for item in one.cuentas}
    names = light_names(lists)
    listed = [light for light in names if light in found]
    return strip_key([*listed, *sorted(found.difference(listed))], names, KEY)


def spans(missing: Sequence[TrimestreInforme]) -> list[str]:
    """Quarters in words, neighbours as one stretch: «T1 de 2024 a T2 de 2026»."""
    runs: list[list[Period]] = []
    for quarter in (Period.parse(one.periodo) for one in missing):
        if runs and runs[-1][-1].next() == quarter:
            runs[-1].append(quarter)
        else:
            runs.append([quarter])
    return [
        quarter_name(run[0].text)
        if len(run) == 1
        else f"{quarter_name(run[0].text)} a {quarter_name(run[-1].text)}"
        for run in runs
    ]


def quarter_cell(lists: CodeLists, cell: CeldaTrimestre, unit: str | None) -> str:
    """An indicator in a quarter: its value under a box in the texture of its light; a dot where
    there is no report."""
    if cell.luz is None:
        return light_strip((cell,), light_names(lists), KEY)
    value = quantity(cell.valor, unit or "")
    mended = f"{value} (R)" if cell.corregido else value
    return under(light_strip((cell,), light_names(lists), KEY), mended)


def indicator_cell(presenter: Presenter, line: RenglonSeguido) -> str:
    """The indicator as the reports call it, linked while it has a page, with its unit."""
    found = presenter.edition.register.get(Indicador, line.indicador)
    name = presenter.link(found, line.nombre) if found else inline(line.nombre)
    unit = small(inline(line.unidad)) if line.unidad and line.unidad != "%" else ""
    return under(name, unit)


def goal_cell(line: RenglonSeguido) -> str:
    """The goal of the term, in the words of the source where there is no number."""
    if line.meta is not None:
        return quantity(line.meta, line.unidad or "")
    return inline(line.meta_texto) if line.meta_texto else untold("no informada")


def progress_cell(line: RenglonSeguido) -> str:
    """The value to date with the goal of the term, with how much of it was reached."""
    shown = quantity(line.a_la_fecha, line.unidad or "")
    goal = small(f"meta:{NO_BREAK_SPACE}{goal_cell(line)}")
    if line.avance is None:
        return under(shown, goal)
    if line.acumulacion == Acumulacion.MANTENIMIENTO:
        kept = "dentro del margen" if line.avance else "fuera del margen"
        return under(shown, goal, small(kept))
    word = "en promedio" if line.acumulacion == Acumulacion.FLUJO else "alcanzado"
    return under(shown, goal, small(f"{ratio(line.avance)}{NO_BREAK_SPACE}{word}"))
