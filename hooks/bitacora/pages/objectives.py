"""The pages of the objectives."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.escape import inline
from bitacora.pages.headings import axis_heading, group_heads
from bitacora.pages.naming import words_for
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.tables import (
    action_rows,
    indicator_rows,
    objective_rows,
    result_rows,
    under_axes,
)
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.actions import Accion
from bitacora.records.strategy import Objetivo, Resultado
from bitacora.records.unknown import NO_INFORMADO
from bitacora.register import in_reading_order
from bitacora.spanish import count_of, number
from bitacora.tallies.belonging import axis_of, indicators_serving


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The index, then a page for each objective."""
    presenter = Presenter(edition)
    yield _index(writer, presenter)
    for objective in edition.register.all(Objetivo):
        yield _page(writer, presenter, objective)


def _index(writer: Writer, presenter: Presenter) -> Artefact:
    objectives = in_reading_order(presenter.edition.register.all(Objetivo))
    tied = [item for item in objectives if item.meta_plan_desarrollo is not NO_INFORMADO]
    values = {
        "total": count_of(len(objectives), "objetivo", "objetivos"),
        "con_meta": f"{number(len(tied))} de {number(len(objectives))}",
        "grupos": [
            (*group_heads(presenter, group), objective_rows(presenter, group.records))
            for group in under_axes(presenter.edition, objectives)
        ],
    }
    return writer.page(PageHead("objetivos/index.md", "Objetivos", "Listado"), "objetivos", values)


def _page(writer: Writer, presenter: Presenter, objective: Objetivo) -> Artefact:
    register = presenter.edition.register
    axis = axis_of(register, objective)
    actions = in_reading_order(register.naming(objective, Accion, "objetivo"))
    indicators = indicators_serving(register, objective)
    results = register.naming(objective, Resultado, "objetivo")
    _, action_name = words_for(presenter.edition, objective)
    values = {
        "eje": axis_heading(presenter, axis) if axis else None,
        "nombre_acciones": inline(action_name.plural),
        "acciones": action_rows(presenter, actions),
        "indicadores": indicator_rows(presenter, indicators),
        "resultados": result_rows(presenter, results),
    }
    return record_page(writer, presenter, objective, "objetivo", values)
