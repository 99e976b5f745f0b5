"""The pages of the actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.action_aspects import aspect_rows
from bitacora.pages.action_budget import LINE_HEAD, SUM_HEAD, line_rows, sum_rows
from bitacora.pages.bars import towards
from bitacora.pages.catalogue import catalogue
from bitacora.pages.cells import full_moment, state_chip, stretch
from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.headings import axis_heading, group_heads
from bitacora.pages.mentions import grouped, mentions
from bitacora.pages.naming import counted, current_words, inside, words_for
from bitacora.pages.presenter import UNKNOWN, Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.resources.foreign_funds import action_funds
from bitacora.pages.states import action_states, state_counts, states_sentence
from bitacora.pages.tables import action_rows, indicator_rows, under_axes
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.actions import Accion, Hito
from bitacora.records.indicators import Indicador
from bitacora.records.unknown import NoInformado
from bitacora.register import in_reading_order
from bitacora.spanish import number
from bitacora.tallies.belonging import axis_of
from bitacora.tallies.breakdown import breakdown


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The index, then a page for each action."""
    presenter = Presenter(edition)
    yield _index(writer, presenter)
    for action in edition.register.all(Accion):
        yield _page(writer, presenter, action)


def _index(writer: Writer, presenter: Presenter) -> Artefact:
    _, words = current_words(presenter.edition)
    actions = in_reading_order(presenter.edition.register.all(Accion))
    groups = under_axes(presenter.edition, actions)
    values = {
        "titulo": inline(words.plural),
        "catalogo": catalogue(presenter.edition, "accion", inside(words.plural)),
        "frase": states_sentence(presenter, actions, words),
        "estados": action_states(presenter, actions),
        "reparto": state_table(presenter, actions),
        "grupos": [
            (
                *group_heads(presenter, group),
                inline(counted(len(group.records), words)),
                action_rows(presenter, group.records),
            )
            for group in groups
        ],
    }
    return writer.page(PageHead("acciones/index.md", words.plural, "Listado"), "acciones", values)


def state_table(presenter: Presenter, actions: tuple[Accion, ...]) -> dict[str, Any] | None:
    """Actions by axis and state, with totals that add up; None without actions."""
    groups = under_axes(presenter.edition, actions)
    pairs = [
        (group.axis.id if group.axis else None, action.estado)
        for group in groups
        for action in group.records
    ]
    if not pairs:
        return None
    states = [code for code, _ in state_counts(presenter, actions)]
    table = breakdown(pairs, [group.axis.id for group in groups if group.axis], states)
    names = presenter.edition.lists.names()["estados_accion"]
    axis_name = inline(current_words(presenter.edition)[0].singular)
    rows = [
        [group_heads(presenter, group)[0], *map(number, cells), number(total)]
        for group, cells, total in zip(groups, table.cells, table.totals, strict=True)
    ]
    columns = [sum(column) for column in zip(*table.cells, strict=True)]
    rows.append(["**Total**", *map(number, columns), number(table.total)])
    return {
        "encabezado": [
            axis_name,
            *(inline(names.get(code, code)) for code in table.columns),
            "Total",
        ],
        "filas": rows,
        "numeros": range(1, len(table.columns) + 2),
    }


def _page(writer: Writer, presenter: Presenter, action: Accion) -> Artefact:
    register = presenter.edition.register
    axis = axis_of(register, action)
    _, action_name = words_for(presenter.edition, action)
    indicators = in_reading_order(register.naming(action, Indicador, "accion"))
    related = ("acciones", "sinergias")
    values = {
        "eje": axis_heading(presenter, axis) if axis else None,
        "nombre_accion": inline(action_name.singular),
        "estado": state_chip(presenter, action),
        "fechas": stretch(action),
        "cumplidos": _fulfilled_share(action.hitos),
        "aspectos": aspect_rows(presenter, action),
        "hitos": [_milestone(presenter, item) for item in action.hitos],
        "indicadores": indicator_rows(presenter, indicators),
        "encabezado_partidas": LINE_HEAD,
        "partidas": line_rows(presenter, action),
        "encabezado_sumas": SUM_HEAD,
        "sumas": sum_rows(presenter, action),
        "recursos": action_funds(presenter, action),
        "relaciones": grouped(presenter, mentions(presenter, action, related)),
    }
    state = presenter.edition.lists.name("estados_accion", action.estado)
    return record_page(writer, presenter, action, "accion", values, state)


def _fulfilled_share(milestones: Sequence[Hito]) -> str:
    """How many milestones are fulfilled, of all; empty without any."""
    if not milestones:
        return ""
    done = sum(item.cumplido is True for item in milestones)
    words = f"{number(done)} de {number(len(milestones))}"
    return f"{words} {towards(Decimal(done) / len(milestones), f'{words} hitos cumplidos')}"


def _milestone(presenter: Presenter, item: Hito) -> list[str]:
    view = presenter.view(item)
    return [
        view["fecha"],
        view["descripcion"],
        _fulfilled(item, presenter.edition.as_of),
        full_moment(item.fecha_real),
        view["evidencia"] or "—",
    ]


def _fulfilled(item: Hito, as_of: date) -> str:
    if isinstance(item.cumplido, NoInformado):
        return UNKNOWN
    if item.cumplido:
        return chip("cumplida", "Cumplido")
    late = item.fecha.last < as_of
    return chip("atrasada", "Vencido sin cumplir") if late else chip("", "Pendiente")
