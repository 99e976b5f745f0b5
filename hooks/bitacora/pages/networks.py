"""Networks: where the government takes part, a page for each one."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.cells import NOTHING, short_moment
from bitacora.pages.count_tables import counted
from bitacora.pages.declared_totals import declared_totals
from bitacora.pages.escape import inline
from bitacora.pages.mentions import grouped, mentions
from bitacora.pages.presenter import UNKNOWN, Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.situations import situation_chip, situation_name, situation_table
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.networks import Red
from bitacora.register import kind_named
from bitacora.spanish import count_of, number, sort_key
from bitacora.tallies.instruments import membership_state

HEAD = PageHead(
    "redes/index.md",
    "Redes y espacios internacionales",
    kind="Listado",
    description="Las redes de ciudades y otros espacios de los que hace parte el gobierno local.",
)


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The list of networks, then the page of each one."""
    presenter = Presenter(edition)
    yield writer.page(HEAD, "redes", _index(edition, presenter))
    for record in edition.register.all(Red):
        yield _page(writer, presenter, record)


def _index(edition: Edition, presenter: Presenter) -> dict[str, object]:
    found = sorted(edition.register.all(Red), key=lambda item: sort_key(item.title))
    states = [membership_state(item, edition.as_of) for item in found]
    types = [item.tipo for item in found]
    return {
        "gobierno": inline(edition.entity.nombre_corto),
        "hay": bool(found),
        "total": count_of(len(found), "red o espacio", "redes y espacios"),
        "numero": number(len(found)),
        "con_acciones": number(sum(bool(item.acciones) for item in found)),
        "con_proposito": number(sum(bool(item.para_que) for item in found)),
        "estados": situation_table(edition, states),
        "por_tipo": counted(
            [
                (code.nombre, types.count(code.codigo))
                for code in edition.lists.all("tipos_red")
                if code.codigo in types
            ],
            ("Clase", "Cuántas"),
        ),
        "filas": [_row(presenter, item) for item in found],
        "conteos": declared_totals(presenter, kind_named("red")),
    }


def _row(presenter: Presenter, item: Red) -> tuple[str, ...]:
    last = item.ultima_actividad
    return (
        presenter.link(item),
        presenter.code("tipos_red", item.tipo),
        presenter.code("roles_red", item.rol),
        short_moment(item.adhesion) if item.adhesion else UNKNOWN,
        situation_chip(presenter.edition, membership_state(item, presenter.edition.as_of)),
        short_moment(last) if last else NOTHING,
        number(len(item.acciones)),
    )


def _page(writer: Writer, presenter: Presenter, record: Red) -> Artefact:
    state = membership_state(record, presenter.edition.as_of)
    values = {
        "estado": state.value,
        "chip": situation_chip(presenter.edition, state),
        "menciones": grouped(presenter, mentions(presenter, record)),
    }
    word = situation_name(presenter.edition, state)
    return record_page(writer, presenter, record, "red", values, state=word)
