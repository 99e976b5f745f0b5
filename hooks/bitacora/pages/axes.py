"""The pages of the axes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.escape import inline
from bitacora.pages.naming import (
    axis_words,
    counted,
    current_words,
    inside,
    objective_words,
    words_for,
)
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.reports.words import last_report, quarter_link
from bitacora.pages.standing import lights
from bitacora.pages.states import action_states
from bitacora.pages.strategies import axis_head, axis_rows, counts, term
from bitacora.pages.tables import action_rows, indicator_rows, objective_rows, result_rows
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.accountability import Pregunta
from bitacora.records.events import Evento
from bitacora.records.networks import Red
from bitacora.records.practices import BuenaPractica
from bitacora.records.relations import Hermanamiento
from bitacora.records.strategy import Eje, Estrategia, Objetivo, Resultado
from bitacora.register import in_reading_order
from bitacora.spanish import count_of
from bitacora.tallies.belonging import actions_of, axis_of, indicators_of
from bitacora.tallies.terms import strategies_in_order


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The index, then a page for each axis."""
    presenter = Presenter(edition)
    yield _index(writer, presenter)
    for axis in edition.register.all(Eje):
        yield _page(writer, presenter, axis)


def _index(writer: Writer, presenter: Presenter) -> Artefact:
    edition = presenter.edition
    words, _ = current_words(edition)
    groups = [
        {
            "estrategia": presenter.link(strategy),
            "vigencia": term(strategy),
            "conteos": counts(edition, strategy),
            "encabezado": axis_head(strategy),
            "filas": axis_rows(presenter, strategy),
            "nombre": inside(inline(axis_words(strategy).plural)),
        }
        for strategy in strategies_in_order(edition.register, edition.as_of)
    ]
    head = PageHead("ejes/index.md", words.plural, "Listado")
    return writer.page(head, "ejes", {"titulo": inline(words.plural), "grupos": groups})


def _page(writer: Writer, presenter: Presenter, axis: Eje) -> Artefact:
    edition = presenter.edition
    register = edition.register
    axis_name, action_name = words_for(edition, axis)
    strategy = register.get(Estrategia, axis.estrategia)
    objectives = in_reading_order(register.naming(axis, Objetivo, "eje"))
    actions = actions_of(register, axis)
    indicators = indicators_of(register, axis)
    report = last_report(edition)
    values = {
        "lugar": f"{inline(axis_name.singular)} {axis.numero}",
        "conteos": [
            inline(counted(len(objectives), objective_words(strategy))),
            inline(counted(len(actions), action_name)),
            count_of(len(indicators), "indicador", "indicadores"),
        ],
        "nombre_objetivos": inline(objective_words(strategy).plural),
        "nombre_acciones": inline(action_name.plural),
        "estados": action_states(presenter, actions, f"../../acciones/?eje={axis.id}&"),
        "luces": lights(edition, axis, "../../"),
        "informe": quarter_link(presenter, report.quarter) if report else "",
        "objetivos": objective_rows(presenter, objectives),
        "acciones": action_rows(presenter, actions),
        "indicadores": indicator_rows(presenter, indicators),
        "resultados": result_rows(presenter, register.naming(axis, Resultado, "eje")),
        **_relations(presenter, axis),
    }
    return record_page(writer, presenter, axis, "eje", values)


def _relations(presenter: Presenter, axis: Eje) -> dict[str, Any]:
    """The practices, twinnings, networks and events that serve the axis or its actions, with the
    questions put about it."""
    register = presenter.edition.register
    strategy = register.get(Estrategia, axis.estrategia)
    actions = {action.id for action in actions_of(register, axis)}

    def serving(model: type[BuenaPractica | Hermanamiento | Red | Evento]) -> list[str]:
        return presenter.links(
            in_reading_order(
                record
                for record in register.all(model)
                if axis_of(register, record) == axis or actions.intersection(record.acciones)
            )
        )

    return {
        "estrategia": presenter.link(strategy) if strategy else None,
        "practicas": serving(BuenaPractica),
        "hermanamientos": serving(Hermanamiento),
        "redes": serving(Red),
        "eventos": serving(Evento),
        "preguntas": presenter.links(in_reading_order(register.naming(axis, Pregunta, "eje"))),
    }
