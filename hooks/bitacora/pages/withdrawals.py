"""What stays at the address of a record that was withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import foot
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.documents import Retiro
from bitacora.records.kinds import BY_NAME, Kind
from bitacora.spanish import long_date


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """A page for each withdrawn record of a kind that has pages, unless a record took its id."""
    presenter = Presenter(edition)
    for record in edition.register.all(Retiro):
        kind = BY_NAME.get(record.tipo)
        taken = edition.register.find(record.tipo, record.ficha) is not None
        if kind is not None and kind.has_pages and not taken:
            yield _page(writer, presenter, record, kind)


def _page(writer: Writer, presenter: Presenter, record: Retiro, kind: Kind) -> Artefact:
    heir = presenter.edition.register.find(record.tipo, record.reemplazo or "")
    values = {
        "titulo": inline(record.nombre),
        "clase": inline(kind.singular),
        "fecha": long_date(record.fecha),
        "motivo": inline(record.motivo),
        "reemplazo": presenter.link(heir) if heir else None,
        "indice": presenter.to(kind.plural.capitalize(), f"{kind.folder}/index.md"),
        "pie": foot(presenter, record),
    }
    head = PageHead(
        f"{kind.folder}/{record.ficha}.md",
        record.nombre,
        kind="Ficha retirada",
        source=presenter.edition.register.where(record).path,
    )
    return writer.page(head, "retiro", values)
