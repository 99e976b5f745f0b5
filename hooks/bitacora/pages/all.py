"""Every kind of page, in one list, in the order of the menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages import (
    actions,
    actors,
    agendas,
    axes,
    chart_styles,
    documents,
    figures,
    glossary,
    home,
    indicators,
    method,
    networks,
    objectives,
    practices,
    quality,
    questions,
    resources,
    sdg_colours,
    sdgs,
    search_page,
    strategies,
    stubs,
    twinnings,
    units,
    withdrawals,
)
from bitacora.pages.reports import calendar, index, term, year
from bitacora.pages.writing import Writer

PageMaker = Callable[[Edition, Writer], Iterator[Artefact]]

PAGES: tuple[PageMaker, ...] = (
    home.pages,
    strategies.pages,
    axes.pages,
    objectives.pages,
    actions.pages,
    indicators.pages,
    sdgs.pages,
    agendas.pages,
    index.pages,
    year.pages,
    term.pages,
    calendar.pages,
    questions.pages,
    practices.pages,
    twinnings.pages,
    networks.pages,
    actors.pages,
    resources.pages,
    stubs.pages,
    figures.pages,
    quality.pages,
    method.pages,
    glossary.pages,
    documents.pages,
    units.pages,
    search_page.pages,
    withdrawals.pages,
    sdg_colours.pages,
    chart_styles.pages,
)
