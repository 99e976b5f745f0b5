"""Twinnings: the public register, a page for each instrument."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.amounts import money
from bitacora.pages.cells import NOTHING, short_moment
from bitacora.pages.count_tables import Table, counted, crossed
from bitacora.pages.declared_totals import declared_totals
from bitacora.pages.escape import inline
from bitacora.pages.mentions import grouped, mentions
from bitacora.pages.presenter import UNKNOWN, Presenter, plain_value
from bitacora.pages.record_page import record_page
from bitacora.pages.situations import CODELIST, situation_chip, situation_name, situation_table
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.relations import Actividad, Hermanamiento
from bitacora.records.unknown import NoInformado
from bitacora.register import kind_named
from bitacora.spanish import count_of, number, sort_key
from bitacora.tallies.breakdown import breakdown
from bitacora.tallies.instruments import InstrumentState, state_of

HEAD = PageHead(
    "hermanamientos/index.md",
    "Hermanamientos y otros instrumentos",
    kind="Listado",
    description="Con quién se firmó, cuándo, para qué y qué se ha hecho.",
)


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The register of instruments, then the page of each one."""
    presenter = Presenter(edition)
    yield writer.page(HEAD, "hermanamientos", _index(edition, presenter))
    for record in edition.register.all(Hermanamiento):
        yield _page(writer, presenter, record)


def _index(edition: Edition, presenter: Presenter) -> dict[str, object]:
    found = sorted(edition.register.all(Hermanamiento), key=lambda item: sort_key(item.title))
    states = [state_of(item, edition.as_of) for item in found]
    return {
        "gobierno": inline(edition.entity.nombre_corto),
        "hay": bool(found),
        "total": count_of(len(found), "instrumento", "instrumentos"),
        "numero": number(len(found)),
        "paises": count_of(len({item.pais for item in found}), "país", "países"),
        "con_proyectos": number(sum(bool(item.acciones) for item in found)),
        "con_actividades": number(sum(bool(item.actividades) for item in found)),
        "estados": situation_table(edition, states),
        "filas": [_row(presenter, item) for item in found],
        "por_pais": _by_country(edition, found, states),
        "por_tipo": _by_type(edition, found),
        "conteos": declared_totals(presenter, kind_named("hermanamiento")),
    }


def _row(presenter: Presenter, item: Hermanamiento) -> tuple[str, ...]:
    done = _latest_first(item)
    return (
        presenter.link(item),
        presenter.code("paises", item.pais),
        presenter.code("tipos_instrumento", item.tipo_instrumento),
        short_moment(item.firmado) if item.firmado else UNKNOWN,
        situation_chip(presenter.edition, state_of(item, presenter.edition.as_of)),
        short_moment(done[0].fecha) if done else NOTHING,
        number(len(item.acciones)),
    )


def _latest_first(item: Hermanamiento) -> list[Actividad]:
    return sorted(item.actividades, key=lambda done: done.fecha.last, reverse=True)


def _by_country(
    edition: Edition, found: list[Hermanamiento], states: list[InstrumentState]
) -> Table:
    def country(code: str) -> str:
        return edition.lists.name("paises", code)

    pairs = [(item.pais, state.value) for item, state in zip(found, states, strict=True)]
    return crossed(
        breakdown(
            pairs,
            sorted({item.pais for item in found}, key=lambda code: sort_key(country(code))),
            [code.codigo for code in edition.lists.all(CODELIST)],
        ),
        "País",
        lambda code: inline(country(code)),
        lambda code: inline(edition.lists.name(CODELIST, code)),
    )


def _by_type(edition: Edition, found: list[Hermanamiento]) -> Table:
    types = [item.tipo_instrumento for item in found]
    counts = [
        (code.nombre, types.count(code.codigo))
        for code in edition.lists.all("tipos_instrumento")
        if code.codigo in types
    ]
    return counted(counts, ("Instrumento", "Cuántos"))


def _page(writer: Writer, presenter: Presenter, record: Hermanamiento) -> Artefact:
    state = state_of(record, presenter.edition.as_of)
    done = _latest_first(record)
    values = {
        "estado": state.value,
        "chip": situation_chip(presenter.edition, state),
        "ultima": plain_value(done[0].fecha) if done else None,
        "actividades": [(presenter.view(item), _cost(presenter, item)) for item in done],
        "menciones": grouped(presenter, mentions(presenter, record)),
    }
    word = situation_name(presenter.edition, state)
    return record_page(writer, presenter, record, "hermanamiento", values, state=word)


def _cost(presenter: Presenter, done: Actividad) -> str | None:
    """What an activity cost; None is «not known», and the page says so."""
    if done.costo is None or isinstance(done.costo, NoInformado):
        return None
    if not done.moneda:
        return number(done.costo)  # Only a cost of zero goes without its currency.
    return inline(money(presenter.edition.lists, done.costo, done.moneda))
