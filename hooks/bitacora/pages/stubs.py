"""Provisional pages of the registers that are being built; gone when each has its own."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.links import index_path
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.writing import PageHead, Writer
from bitacora.register import kind_named

KINDS = ("compromiso", "evento", "oportunidad", "autoevaluacion")
PLACES = {"paises/index.md": "Países", "matriz/index.md": "Quién hace qué"}


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    presenter = Presenter(edition)
    for name in KINDS:
        kind = kind_named(name)
        if name != "compromiso":
            head = PageHead(index_path(name), kind.plural.capitalize())
            yield writer.page(head, "provisional", {"titulo": head.title})
        for record in edition.register.all(kind.model):
            yield record_page(writer, presenter, record, "provisional", {})
    for path, title in PLACES.items():
        yield writer.page(PageHead(path, title), "provisional", {"titulo": title})
    for record in edition.register.all(kind_named("recurso").model):
        yield record_page(writer, presenter, record, "provisional", {})
