"""What stays at an address from which a page moved."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import foot
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.documents import Direccion
from bitacora.spanish import long_date

TITLE = "Esta página se mudó"


def moved(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """A page for each old address, which sends readers on, by any file server."""
    for record in edition.register.all(Direccion):
        # The page may live in more folders than one.
        presenter = Presenter(edition, "../" * (record.antes.count("/") - 1))
        values = {
            "fecha": long_date(record.fecha),
            "antes": inline(record.antes),
            "ahora": presenter.to(record.ahora, page_of(record.ahora)),
            "pie": foot(presenter, record),
        }
        head = PageHead(
            page_at(record.antes),
            TITLE,
            source=edition.register.where(record).path,
            moved_to=record.ahora,
        )
        yield writer.page(head, "mudanza", values)


def page_at(address: str) -> str:
    """The path of the page that is read at an address: «acciones/feria/»."""
    return f"{address.rstrip('/')}.md"


def page_of(address: str) -> str:
    """The path of a page that is there: that of a list stands in the folder itself."""
    return f"{address}index.md" if address.count("/") == 1 else page_at(address)
