"""Figures for other sites to show inside theirs: one indicator, one chart, each with its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from bitacora.artefacts import Artefact
from bitacora.charts.chart import Chart
from bitacora.charts.lights import lights_by_axis
from bitacora.charts.series import indicator_series
from bitacora.charts.sources import contribution_groups, contributions_by_source
from bitacora.edition import Edition
from bitacora.pages.cells import advance, goal_shown, quantity
from bitacora.pages.chart_figures import folded_table, light_names, source_words, state_names
from bitacora.pages.embed_code import gifts_path, light_path, series_path
from bitacora.pages.escape import inline
from bitacora.pages.indicator_road import last_told
from bitacora.pages.links import page_path
from bitacora.pages.naming import current_words
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.lights import light_chip
from bitacora.pages.reports.words import latest_reports, report_path
from bitacora.pages.tables import progress_today
from bitacora.pages.writing import Writer
from bitacora.records.indicators import Indicador
from bitacora.records.unknown import NoInformado
from bitacora.reports.published import Published
from bitacora.spanish import long_date, sentence_case

TEMPLATE = "_incrustar.html"


@dataclass(frozen=True, slots=True)
class Embed:
    """What a page of one figure shows: its heading, its facts (name with finished value), its
    drawing, the source of it all, the page that it comes from."""

    path: str
    title: str
    facts: tuple[tuple[str, str], ...]
    drawing: str
    note: str
    origin: str
    """The path of that page, in the site's documents."""


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """A page for each indicator, then one for each chart of each report."""
    presenter = Presenter(edition)
    for indicator in edition.register.all(Indicador):
        yield _page(edition, writer, _of_indicator(presenter, indicator))
    for report in latest_reports(edition):
        for embed in _of_report(presenter, report):
            yield _page(edition, writer, embed)


def _of_indicator(presenter: Presenter, indicator: Indicador) -> Embed:
    edition = presenter.edition
    progress, told = progress_today(edition, indicator), last_told(edition, indicator)
    facts = [
        ("Valor a la fecha", quantity(progress.to_date, indicator.unidad)),
        ("Meta", goal_shown(indicator)),
        ("Línea base", quantity(indicator.linea_base, indicator.unidad)),
        ("Avance hacia la meta", advance(progress)),
    ]
    drawing = ""
    note = f"Unidad: {_unit(indicator)}. Fuente: avances reportados por la dependencia"
    if told:
        report, line = told
        chip = light_chip(edition.lists, line.luz_vigente)
        facts.append((f"Semáforo, {report.quarter.spoken}", chip))
        chart = indicator_series(line, state_names(edition.lists), report.content.corte)
        drawing = _drawing(chart, f"{line.nombre}: ")
    note = f"{note}, al {long_date(edition.as_of)}."
    return Embed(
        series_path(indicator.id),
        indicator.nombre,
        tuple(facts),
        drawing,
        note,
        page_path(indicator),
    )


def _unit(indicator: Indicador) -> str:
    unit = indicator.unidad
    return "no informada" if isinstance(unit, NoInformado) else unit


def _drawing(chart: Chart, said: str) -> str:
    """The chart under its message, without the words that the heading has ``said``; nothing where
    it would mislead, since the figures stand above."""
    if chart.svg is None:
        return ""
    message = escape(sentence_case(chart.title.removeprefix(said)))
    table = folded_table(chart.table, chart.title)
    return f"<p><strong>{message}</strong></p>{chart.svg}{table}"


def _of_report(presenter: Presenter, report: Published) -> Iterator[Embed]:
    edition, content = presenter.edition, report.content
    origin = report_path(report.quarter)
    name = f"Informe del {report.quarter.spoken}"
    if content.renglones:
        word = current_words(edition)[0].singular
        chart = lights_by_axis(content, light_names(edition.lists), word)
        if chart.svg:
            yield _of_chart(light_path(report), f"{name}: {chart.title}", chart, origin)
    words = source_words(edition.lists)
    for place, group in enumerate(contribution_groups(content.sumas), start=1):
        key = f"aportes-{content.periodo.lower()}-{place}"
        chart = contributions_by_source(group, words, key)
        if chart.svg:
            path = gifts_path(report, group)
            yield _of_chart(path, f"{name}: {chart.title}", chart, origin)


def _of_chart(path: str, title: str, chart: Chart, origin: str) -> Embed:
    drawing = f"{chart.svg or ''}{folded_table(chart.table, chart.title)}"
    return Embed(path, title, (), drawing, chart.note, origin)


def _page(edition: Edition, writer: Writer, embed: Embed) -> Artefact:
    root = "../" * embed.path.count("/")
    entity = edition.entity
    values = {
        "titulo": inline(embed.title),
        "datos": [(inline(name), value) for name, value in embed.facts],
        "dibujo": embed.drawing,
        "nota": inline(embed.note),
        "entidad": inline(entity.nombre),
        "lugar": inline(entity.nombre_corto),
        "demostracion": entity.demostracion,
        "colores_propios": bool(entity.color_principal),
        "raiz": root,
        "origen": f"{root}{embed.origin.removesuffix('.md')}/",
        "fecha": long_date(edition.as_of),
    }
    return writer.whole(embed.path, TEMPLATE, values)
