"""Documents: what backs the data, from newest to oldest, a page for each one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.cells import short_moment
from bitacora.pages.count_tables import counted
from bitacora.pages.escape import inline
from bitacora.pages.mentions import grouped, mentions
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.documents import Documento
from bitacora.records.partial_date import PartialDate
from bitacora.records.unknown import NoInformado
from bitacora.spanish import count_of, number, sort_key

HEAD = PageHead(
    "documentos/index.md",
    "Documentos",
    kind="Listado",
    description="Los documentos de donde salen los datos, del más nuevo al más antiguo.",
)


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The list of documents, then the page of each one."""
    presenter = Presenter(edition)
    found = _newest_first(edition.register.all(Documento))
    types = [item.tipo for item in found]
    cited = sum(bool(mentions(presenter, item)) for item in found)
    values = {
        "gobierno": inline(edition.entity.nombre_corto),
        "hay": bool(found),
        "total": count_of(len(found), "documento", "documentos"),
        "numero": number(len(found)),
        "enlazados": number(sum(not isinstance(item.enlace, NoInformado) for item in found)),
        "citados": number(cited),
        "filas": [_row(presenter, item) for item in found],
        "por_tipo": counted(
            [
                (code.nombre, types.count(code.codigo))
                for code in edition.lists.all("tipos_documento")
                if code.codigo in types
            ],
            ("Clase", "Cuántos"),
        ),
    }
    yield writer.page(HEAD, "documentos", values)
    for record in found:
        yield _page(writer, presenter, record)


def _newest_first(documents: tuple[Documento, ...]) -> list[Documento]:
    """By date; those without one at the end; of the same date, by title."""
    by_title = sorted(documents, key=lambda item: sort_key(item.titulo))
    return sorted(by_title, key=lambda item: _day(item.fecha), reverse=True)


def _day(moment: PartialDate | NoInformado) -> date:
    return date.min if isinstance(moment, NoInformado) else moment.last


def _row(presenter: Presenter, item: Documento) -> tuple[str, ...]:
    view = presenter.view(item)
    return (
        short_moment(item.fecha),
        presenter.link(item),
        view["tipo"],
        view["autor"] or "—",
        view["formato"],
        view["accesible"],
    )


def _page(writer: Writer, presenter: Presenter, record: Documento) -> Artefact:
    found = mentions(presenter, record)
    cited = sum(len(group.found) for group in found)
    values = {
        "citas": grouped(presenter, found, parts=False),
        "total_citas": count_of(cited, "ficha o fila lo cita", "fichas y filas lo citan"),
    }
    return record_page(writer, presenter, record, "documento", values)
