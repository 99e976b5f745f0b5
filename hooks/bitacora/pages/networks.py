"""Networks: where the government takes part, at what cost, a page for each one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.catalogue import catalogue
from bitacora.pages.cells import NOTHING, short_moment
from bitacora.pages.count_tables import Table, counted, share
from bitacora.pages.declared_totals import declared_totals
from bitacora.pages.escape import inline
from bitacora.pages.network_fees import fee_shown, fee_table, fees_left
from bitacora.pages.network_page import network_page
from bitacora.pages.presenter import UNKNOWN, Presenter
from bitacora.pages.reports.cells import small, under
from bitacora.pages.situations import asking, situation_chip, situation_table, standing
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.networks import Red
from bitacora.register import kind_named
from bitacora.spanish import count_of, sort_key
from bitacora.tallies.happened import Standing
from bitacora.tallies.instruments import ALIVE
from bitacora.tallies.memberships import QUESTIONS, asked

HEAD = PageHead(
    "redes/index.md",
    "Redes y espacios internacionales",
    kind="Listado",
    description="Las redes de ciudades y otros espacios de los que hace parte el gobierno local.",
)
ROWS = ("Red", "Papel", "Adhesión", "Cuota", "Cómo está", "Última participación")


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The list of networks, then the page of each one."""
    presenter = Presenter(edition)
    yield writer.page(HEAD, "redes", _index(edition, presenter))
    for record in edition.register.all(Red):
        yield network_page(writer, presenter, record)


def _index(edition: Edition, presenter: Presenter) -> dict[str, object]:
    found = sorted(edition.register.all(Red), key=lambda item: sort_key(item.title))
    now = [standing(edition, item) for item in found]
    alive = [item for item, at in zip(found, now, strict=True) if at.state in ALIVE]
    return {
        "gobierno": inline(edition.entity.nombre_corto),
        "hay": bool(found),
        "catalogo": catalogue(edition, "red", "redes y espacios"),
        "total": count_of(len(found), "red o espacio", "redes y espacios"),
        "en_pie": share(len(alive), len(found)),
        "con_acciones": share(sum(bool(item.acciones) for item in found), len(found)),
        "con_proposito": share(sum(bool(item.para_que) for item in found), len(found)),
        "por_decidir": asking(presenter, found),
        "estados": situation_table(edition, [item.state for item in now]),
        "por_tipo": _by_code(edition, "tipos_red", "Clase", [item.tipo for item in found]),
        "por_papel": _by_code(edition, "roles_red", "Papel", [item.rol for item in found]),
        "encabezado": ROWS,
        "filas": [_row(presenter, *pair) for pair in zip(found, now, strict=True)],
        "vigentes": count_of(len(alive), "red", "redes"),
        "cuotas": fee_table(presenter, alive),
        "sin_cuota": fees_left(presenter, alive),
        "preguntadas": _asked(found),
        "conteos": declared_totals(presenter, kind_named("red")),
    }


def _by_code(edition: Edition, codelist: str, what: str, codes: Sequence[str]) -> Table:
    return counted(
        [
            (code.nombre, codes.count(code.codigo))
            for code in edition.lists.all(codelist)
            if code.codigo in codes
        ],
        (what, "Cuántas"),
    )


def _row(presenter: Presenter, item: Red, now: Standing) -> tuple[str, ...]:
    return (
        under(presenter.link(item), small(presenter.code("tipos_red", item.tipo))),
        presenter.code("roles_red", item.rol),
        short_moment(item.adhesion) if item.adhesion else UNKNOWN,
        fee_shown(presenter, item),
        situation_chip(presenter.edition, now.state),
        short_moment(now.last) if now.last else NOTHING,
    )


def _asked(found: Sequence[Red]) -> Table:
    """How many networks have how many of the six answers."""
    answered = [len(asked(item).answered) for item in found]
    rows = tuple(
        (share(count, len(QUESTIONS)), share(answered.count(count), len(found)))
        for count in range(len(QUESTIONS), -1, -1)
        if count in answered
    )
    return Table(("Preguntas respondidas", "Redes"), rows)
