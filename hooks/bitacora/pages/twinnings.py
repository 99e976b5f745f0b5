"""Twinnings and other instruments: the public register, a page for each one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.catalogue import catalogue
from bitacora.pages.cells import NOTHING, short_moment
from bitacora.pages.count_tables import Table, crossed, share
from bitacora.pages.declared_totals import declared_totals
from bitacora.pages.escape import inline
from bitacora.pages.presenter import UNKNOWN, Presenter
from bitacora.pages.reports.cells import small, under
from bitacora.pages.situations import (
    CODELIST,
    asking,
    situation_chip,
    situation_table,
    standing,
)
from bitacora.pages.twinning_page import instrument_page
from bitacora.pages.world_map import agreements_map
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.relations import Hermanamiento
from bitacora.register import kind_named
from bitacora.spanish import count_of, number, sort_key
from bitacora.tallies.breakdown import breakdown
from bitacora.tallies.happened import Standing
from bitacora.tallies.instruments import ALIVE, InstrumentState
from bitacora.tallies.partners import Partners, all_partners, cities_named, partners_by_kind

HEAD = PageHead(
    "hermanamientos/index.md",
    "Hermanamientos y otros instrumentos",
    kind="Listado",
    description="Con quién se firmó, cuándo, para qué y qué se ha hecho.",
)
ROWS = ("Contraparte", "País", "Firma", "Vence", "Cómo está", "Última actividad")
NO_TERM = frozenset({InstrumentState.EN_GESTION, InstrumentState.TERMINADO})
PARTNERS = ("Contraparte", "Instrumentos", "Ciudades que nombran", "Firman también otros")


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The register of instruments, then the page of each one."""
    presenter = Presenter(edition)
    yield writer.page(HEAD, "hermanamientos", _index(edition, presenter))
    for record in edition.register.all(Hermanamiento):
        yield instrument_page(writer, presenter, record)


def _index(edition: Edition, presenter: Presenter) -> dict[str, object]:
    found = sorted(edition.register.all(Hermanamiento), key=lambda item: sort_key(item.title))
    now = [standing(edition, item) for item in found]
    states = [item.state.value for item in now]
    alive = sum(item.state in ALIVE for item in now)
    return {
        "gobierno": inline(edition.entity.nombre_corto),
        "mapa": agreements_map(presenter, found),
        "hay": bool(found),
        "catalogo": catalogue(edition, "hermanamiento", "instrumentos"),
        "total": count_of(len(found), "instrumento", "instrumentos"),
        "paises": count_of(len({item.pais for item in found}), "país", "países"),
        "ciudades": count_of(cities_named(found), "ciudad", "ciudades"),
        "en_pie": share(alive, len(found)),
        "con_proyectos": share(sum(bool(item.acciones) for item in found), len(found)),
        "con_actividad": share(sum(item.last is not None for item in now), len(found)),
        "por_decidir": asking(presenter, found),
        "estados": situation_table(edition, [item.state for item in now]),
        "encabezado": ROWS,
        "filas": [_row(presenter, *pair) for pair in zip(found, now, strict=True)],
        "por_pais": _by_country(presenter, found, states),
        "por_tipo": _by_type(presenter, found, states),
        "contrapartes": _by_partner(presenter, found),
        "conteos": declared_totals(presenter, kind_named("hermanamiento")),
    }


def _row(presenter: Presenter, item: Hermanamiento, now: Standing) -> tuple[str, ...]:
    return (
        under(
            presenter.link(item),
            small(presenter.code("tipos_instrumento", item.tipo_instrumento)),
        ),
        presenter.code("paises", item.pais),
        _signed(item, now),
        _end(now),
        situation_chip(presenter.edition, now.state),
        short_moment(now.last) if now.last else NOTHING,
    )


def _signed(item: Hermanamiento, now: Standing) -> str:
    if item.firmado:
        return short_moment(item.firmado)
    return NOTHING if now.state is InstrumentState.EN_GESTION else UNKNOWN


def _end(now: Standing) -> str:
    if now.term.endless:
        return "No vence"
    if now.term.end:
        return short_moment(now.term.end)
    return NOTHING if now.state in NO_TERM else UNKNOWN


def _by_country(
    presenter: Presenter, found: Sequence[Hermanamiento], states: Sequence[str]
) -> Table:
    lists = presenter.edition.lists
    countries = {item.pais for item in found}
    in_order = sorted(countries, key=lambda code: sort_key(lists.name("paises", code)))
    return _by_state(presenter, "paises", "País", [item.pais for item in found], in_order, states)


def _by_type(presenter: Presenter, found: Sequence[Hermanamiento], states: Sequence[str]) -> Table:
    codelist = "tipos_instrumento"
    types = [item.tipo_instrumento for item in found]
    in_order = [
        code.codigo for code in presenter.edition.lists.all(codelist) if code.codigo in types
    ]
    return _by_state(presenter, codelist, "Instrumento", types, in_order, states)


def _by_state(
    presenter: Presenter,
    codelist: str,
    corner: str,
    groups: Sequence[str],
    in_order: Sequence[str],
    states: Sequence[str],
) -> Table:
    """Groups named by a code list against the states."""
    lists = presenter.edition.lists
    columns = [code.codigo for code in lists.all(CODELIST)]
    return crossed(
        breakdown(zip(groups, states, strict=True), in_order, columns),
        corner,
        lambda code: presenter.code(codelist, code),
        lambda code: inline(lists.name(CODELIST, code)),
    )


def _by_partner(presenter: Presenter, found: Sequence[Hermanamiento]) -> Table:
    rows = [
        _partner_row(presenter.code("tipos_contraparte", line.kind), line)
        for line in partners_by_kind(found)
    ]
    return Table(PARTNERS, (*rows, _partner_row("**Total**", all_partners(found))))


def _partner_row(name: str, line: Partners) -> tuple[str, ...]:
    return name, number(line.rows), number(line.cities), number(line.with_others)
