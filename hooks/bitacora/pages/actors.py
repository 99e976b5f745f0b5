"""Actors: the map by sector and type, a page for each one with all it takes part in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.actor_gifts import GIVEN, SUMS, gift_sum_rows, given_rows
from bitacora.pages.call_cells import call_chip, call_name, closing_words
from bitacora.pages.catalogue import catalogue
from bitacora.pages.cells import NOTHING
from bitacora.pages.count_tables import share
from bitacora.pages.escape import inline
from bitacora.pages.event_cells import event_chip, event_name, when_short
from bitacora.pages.mentions import grouped, mentions
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.reports.cells import small, under, untold
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.codes import CodigoActor
from bitacora.records.events import Evento, Oportunidad
from bitacora.records.relations import Actor
from bitacora.spanish import count_of, number
from bitacora.tallies.breakdown import UNCLASSIFIED
from bitacora.tallies.participation import Sector, TypeOfActor, actor_map, funder

HEAD = PageHead(
    "actores/index.md",
    "Actores",
    kind="Listado",
    description="Las organizaciones que toman parte en la acción internacional, por sector.",
)
FUNDERS = "actores/financiadores.md"
ROWS = ("Actor", "Tipo", "País", "Qué aporta", "En cuánto participa")
MAP = ("Sector", "Actores", "Tipos con alguien", "Quiénes hay de cada tipo")
EVENTS = ("Qué y dónde", "Cuándo", "Cómo está")
CALLS = ("Convocatoria", "Cierra", "Cómo está")
OWN_SECTION = frozenset({"recurso", "evento", "oportunidad"})
"""The kinds that name an actor and have a section of its page to themselves."""


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The map of actors, then the page of each one."""
    presenter = Presenter(edition)
    yield writer.page(HEAD, "actores", _index(presenter))
    for record in edition.register.all(Actor):
        yield _page(writer, presenter, record)


def _index(presenter: Presenter) -> dict[str, object]:
    edition = presenter.edition
    found = edition.register.all(Actor)
    sectors = actor_map(edition.register, edition.lists)
    types = [one for sector in sectors for one in sector.types]
    active = sum(bool(edition.register.incoming.get((it.kind, it.id))) for it in found)
    return {
        "gobierno": inline(edition.entity.nombre_corto),
        "hay": bool(found),
        "catalogo": catalogue(edition, "actor", "actores"),
        "total": count_of(len(found), "actor", "actores"),
        "sectores": share(sum(bool(sector.actors) for sector in sectors), len(sectors)),
        "tipos": share(sum(bool(one.actors) for one in types), len(types)),
        "activos": share(active, len(found)),
        "financiadores": presenter.to("Quién financia qué", FUNDERS),
        "encabezado_mapa": MAP,
        "mapa": [_sector_row(sector) for sector in sectors],
        "encabezado": ROWS,
        "grupos": [_group(presenter, sector) for sector in sectors],
    }


def _sector_row(sector: Sector) -> list[str]:
    return [
        inline(sector.name),
        number(len(sector.actors)),
        share(len(sector.types) - len(sector.empty), len(sector.types)),
        under(*map(_type_line, sector.types)),
    ]


def _type_line(one: TypeOfActor) -> str:
    name = inline(one.code.nombre)
    return (
        f"{name}: {number(len(one.actors))}"
        if one.actors
        else f"{name}: {untold('nadie registrado')}"
    )


def _group(presenter: Presenter, sector: Sector) -> dict[str, Any]:
    return {
        "titulo": inline(sector.name),
        "filas": [_row(presenter, actor) for actor in sector.actors],
        "sin_nadie": [inline(code.nombre) for code in sector.empty],
    }


def _row(presenter: Presenter, actor: Actor) -> tuple[str, ...]:
    view = presenter.view(actor)
    named = presenter.edition.register.incoming.get((actor.kind, actor.id), ())
    taken = len({(one.origin.kind, one.origin.id) for one in named})
    return (
        under(presenter.link(actor), small(view["sigla"] or "")),
        view["tipo"],
        view["pais"] or NOTHING,
        view["que_aporta"] or NOTHING,
        number(taken),
    )


def _page(writer: Writer, presenter: Presenter, record: Actor) -> Artefact:
    named = mentions(presenter, record)
    edition, register = presenter.edition, presenter.edition.register
    gifts = funder(register, record).given
    events = register.naming(record, Evento)
    calls = register.naming(record, Oportunidad)
    values: dict[str, Any] = {
        "sector": _sector(presenter, record),
        "nada": not named,
        "participa": grouped(presenter, [one for one in named if one.kind.name not in OWN_SECTION]),
        "encabezado_aportes": GIVEN,
        "aportes": given_rows(presenter, gifts),
        "encabezado_sumas": SUMS,
        "sumas": gift_sum_rows(presenter, gifts),
        "encabezado_eventos": EVENTS,
        "eventos": [
            [event_name(presenter, one), when_short(one), event_chip(edition, one)]
            for one in sorted(events, key=lambda one: (one.fecha_inicio, one.id), reverse=True)
        ],
        "encabezado_convocatorias": CALLS,
        "convocatorias": [
            [call_name(presenter, one), closing_words(edition, one), call_chip(edition, one)]
            for one in sorted(calls, key=lambda one: (one.cierre, one.id), reverse=True)
        ],
    }
    return record_page(writer, presenter, record, "actor", values)


def _sector(presenter: Presenter, record: Actor) -> str:
    code = presenter.edition.lists.lists.get("tipos_actor", {}).get(record.tipo)
    return inline(code.sector_nombre if isinstance(code, CodigoActor) else UNCLASSIFIED)
