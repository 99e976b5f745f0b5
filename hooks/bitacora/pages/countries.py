"""Countries: with which ones something is done, a page for each with all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.cells import NOTHING, cell, short_moment
from bitacora.pages.contribution_rows import HEAD as MONEY_HEAD
from bitacora.pages.contribution_rows import contribution_rows
from bitacora.pages.escape import inline
from bitacora.pages.event_cells import event_chip, event_name, when_short
from bitacora.pages.links import code_path
from bitacora.pages.presenter import UNKNOWN, Presenter
from bitacora.pages.situations import situation_chip, standing
from bitacora.pages.world_map import countries_map
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.events import Evento
from bitacora.records.practices import BuenaPractica
from bitacora.records.relations import Actor, Hermanamiento
from bitacora.register import in_reading_order
from bitacora.spanish import count_of, join_y, number, sort_key
from bitacora.tallies.countries import Country, Transferred, countries_of

CODELIST = "paises"
HEAD = PageHead(
    "paises/index.md",
    "Países",
    kind="Listado",
    description="Qué se hace con cada país: acuerdos, aportes, misiones, visitas y prácticas.",
)
KIND = "País"
ROWS = ("País", "Acuerdos", "Aportes", "Misiones y visitas", "Prácticas", "Actores")
INSTRUMENTS = ("Contraparte", "Instrumento", "Firma", "Cómo está", "Última actividad")
EVENTS = ("Misión, visita o evento", "Cuándo", "Qué dejó", "Cómo está")
PRACTICES = ("Práctica", "Dónde", "Temas")
TRANSFERS = ("Práctica", "Quién la recibió", "Cuándo", "Qué dejó")
ACTORS = ("Actor", "Tipo", "Qué aporta")


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The list of countries, then the page of each one."""
    presenter = Presenter(edition)
    found = sorted(
        countries_of(edition.register),
        key=lambda country: sort_key(edition.lists.name(CODELIST, country.code)),
    )
    values = {
        "gobierno": inline(edition.entity.nombre_corto),
        "mapa": countries_map(presenter, found),
        "hay": bool(found),
        "total": count_of(len(found), "país", "países"),
        "con_acuerdos": number(sum(bool(country.instruments) for country in found)),
        "encabezado": ROWS,
        "filas": [_row(presenter, country) for country in found],
    }
    yield writer.page(HEAD, "paises", values)
    for country in found:
        yield _page(writer, presenter, country)


def _row(presenter: Presenter, country: Country) -> tuple[str, ...]:
    counts = (
        len(country.instruments),
        len(country.contributions),
        len(country.events),
        len(country.practices) + len(country.transfers),
        len(country.actors),
    )
    return (
        presenter.code(CODELIST, country.code),
        *(number(how_many) if how_many else NOTHING for how_many in counts),
    )


def _page(writer: Writer, presenter: Presenter, country: Country) -> Artefact:
    edition = presenter.edition
    name = edition.lists.name(CODELIST, country.code)
    values = {
        "titulo": inline(name),
        "gobierno": inline(edition.entity.nombre_corto),
        "propio": country.code == edition.entity.pais,
        "resumen": inline(_summary(country)),
        "encabezado_acuerdos": INSTRUMENTS,
        "acuerdos": [_instrument(presenter, it) for it in in_reading_order(country.instruments)],
        "encabezado_aportes": MONEY_HEAD,
        "aportes": contribution_rows(presenter, country.contributions),
        "encabezado_eventos": EVENTS,
        "eventos": [_event(presenter, it) for it in _latest_first(country.events)],
        "encabezado_practicas": PRACTICES,
        "practicas": [_practice(presenter, it) for it in in_reading_order(country.practices)],
        "encabezado_transferencias": TRANSFERS,
        "transferencias": [_transfer(presenter, it) for it in country.transfers],
        "encabezado_actores": ACTORS,
        "actores": [_actor(presenter, it) for it in in_reading_order(country.actors)],
    }
    head = PageHead(code_path(CODELIST, country.code) or "", name, KIND)
    return writer.page(head, "pais", values)


def _summary(country: Country) -> str:
    """What there is of a country, counted register by register."""
    counts = (
        (len(country.instruments), "acuerdo", "acuerdos"),
        (len(country.contributions), "aporte", "aportes"),
        (len(country.events), "misión, visita o evento", "misiones, visitas o eventos"),
        (len(country.practices), "buena práctica", "buenas prácticas"),
        (len(country.transfers), "práctica transferida", "prácticas transferidas"),
        (len(country.actors), "actor", "actores"),
    )
    return join_y([count_of(*one) for one in counts if one[0]])


def _latest_first(events: Sequence[Evento]) -> list[Evento]:
    return sorted(events, key=lambda event: (event.fecha_inicio, event.id), reverse=True)


def _instrument(presenter: Presenter, item: Hermanamiento) -> tuple[str, ...]:
    now = standing(presenter.edition, item)
    return (
        presenter.link(item),
        presenter.code("tipos_instrumento", item.tipo_instrumento),
        short_moment(item.firmado) if item.firmado else UNKNOWN,
        situation_chip(presenter.edition, now.state),
        short_moment(now.last) if now.last else NOTHING,
    )


def _event(presenter: Presenter, event: Evento) -> tuple[str, ...]:
    return (
        event_name(presenter, event),
        when_short(event),
        cell(presenter.view(event)["resultado"]),
        event_chip(presenter.edition, event),
    )


def _practice(presenter: Presenter, item: BuenaPractica) -> tuple[str, ...]:
    view = presenter.view(item)
    return presenter.link(item), view["territorio"], inline(", ".join(item.temas))


def _transfer(presenter: Presenter, item: Transferred) -> tuple[str, ...]:
    view = presenter.view(item.transfer)
    return (
        presenter.link(item.practice),
        view["a_quien"],
        short_moment(item.transfer.fecha),
        cell(view["resultado"]),
    )


def _actor(presenter: Presenter, item: Actor) -> tuple[str, ...]:
    view = presenter.view(item)
    return presenter.link(item), view["tipo"], cell(view["que_aporta"])
