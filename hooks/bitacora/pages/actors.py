"""Actors: the map by sector, a page for each one with all it takes part in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.count_tables import counted
from bitacora.pages.escape import inline
from bitacora.pages.mentions import grouped, mentions
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.codes import CodigoActor
from bitacora.records.relations import Actor
from bitacora.register import in_reading_order
from bitacora.spanish import count_of, number
from bitacora.tallies.breakdown import UNCLASSIFIED

HEAD = PageHead(
    "actores/index.md",
    "Actores",
    kind="Listado",
    description="Las organizaciones que toman parte en la acción internacional, por sector.",
)


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The map of actors, then the page of each one."""
    presenter = Presenter(edition)
    yield writer.page(HEAD, "actores", _index(edition, presenter))
    for record in edition.register.all(Actor):
        yield _page(writer, presenter, record)


def _index(edition: Edition, presenter: Presenter) -> dict[str, object]:
    found = edition.register.all(Actor)
    sectors = _by_sector(edition, found)
    active = sum(bool(mentions(presenter, item)) for item in found)
    return {
        "gobierno": inline(edition.entity.nombre_corto),
        "hay": bool(found),
        "total": count_of(len(found), "actor", "actores"),
        "numero": number(len(found)),
        "activos": number(active),
        "sectores_con": number(sum(bool(actors) for name, actors in sectors if name)),
        "sectores": number(sum(bool(name) for name, _ in sectors)),
        "resumen": counted(
            [(name or UNCLASSIFIED, len(actors)) for name, actors in sectors],
            ("Sector", "Cuántos"),
        ),
        "grupos": [
            {
                "titulo": inline(name or UNCLASSIFIED),
                "filas": [_row(presenter, item) for item in actors],
            }
            for name, actors in sectors
        ],
    }


def _by_sector(edition: Edition, actors: tuple[Actor, ...]) -> list[tuple[str, tuple[Actor, ...]]]:
    """Every sector of the code list in its order, then (under no name) whoever has none."""
    types = edition.lists.lists.get("tipos_actor", {})
    groups: dict[str, list[Actor]] = {
        code.sector_nombre: [] for code in types.values() if isinstance(code, CodigoActor)
    }
    for actor in actors:
        code = types.get(actor.tipo)
        groups.setdefault(code.sector_nombre if isinstance(code, CodigoActor) else "", []).append(
            actor
        )
    return [(name, in_reading_order(found)) for name, found in groups.items()]


def _row(presenter: Presenter, actor: Actor) -> tuple[str, ...]:
    view = presenter.view(actor)
    taken = sum(len(group.found) for group in mentions(presenter, actor))
    acronym = f" ({view['sigla']})" if view["sigla"] else ""
    return (
        presenter.link(actor) + acronym,
        view["tipo"],
        view["pais"] or "—",
        view["que_aporta"] or "—",
        number(taken),
    )


def _page(writer: Writer, presenter: Presenter, record: Actor) -> Artefact:
    values: dict[str, Any] = {
        "participa": grouped(presenter, mentions(presenter, record)),
        "sector": _sector(presenter, record),
    }
    return record_page(writer, presenter, record, "actor", values)


def _sector(presenter: Presenter, record: Actor) -> str:
    code = presenter.edition.lists.lists.get("tipos_actor", {}).get(record.tipo)
    return inline(code.sector_nombre if isinstance(code, CodigoActor) else UNCLASSIFIED)
