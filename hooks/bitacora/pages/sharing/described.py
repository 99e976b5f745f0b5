"""Every page of the site with what it tells to machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.escape import attribute
from bitacora.pages.links import page_path
from bitacora.pages.offered import Offered
from bitacora.pages.reports.words import slug_of
from bitacora.pages.sharing import nodes
from bitacora.pages.sharing.abstracts import abstract
from bitacora.pages.sharing.cards import card_of
from bitacora.pages.sharing.nodes import Node
from bitacora.pages.sharing.places import Here
from bitacora.pages.writing import said_of, saying, title_of
from bitacora.records.events import Evento

HOME = "index.md"
CONTEXT = "https://schema.org"
DATA = "datos/index.md"
START = "Inicio"


def described(
    edition: Edition, pages: Sequence[Artefact], offered: Sequence[Offered]
) -> Iterator[Artefact]:
    """The same artefacts, each page with more metadata: ``imagen``, the picture that goes with a
    link to it; ``datos``, what it speaks of in the words of schema.org; ``seccion``, the name of
    the list it belongs to; a description, if it has none."""
    titles = {page.path: title_of(page) for page in pages if page.is_page}
    about = dict(_things(edition, offered))
    records = {page_path(it.record): it.record for it in edition.register.located}
    for page in pages:
        if not page.is_page:
            yield page
            continue
        section = _section(page.path, titles)
        graph = [*about.get(page.path, []), *_crumbs(edition, page.path, titles)]
        said = said_of(page)
        own = abstract(records[page.path]) if page.path in records else ""
        phrase = attribute(own) or _description(edition, said)
        more = {} if said.get("description") else {"description": phrase}
        if section:
            more["seccion"] = attribute(titles[section])
        yield saying(page, **more, imagen=card_of(said), datos=_document(graph))


def _description(edition: Edition, said: Mapping[str, Any]) -> str:
    """What a page is, in a phrase, where nobody wrote one: «Acción – En marcha. …»."""
    words = [str(said[key]) for key in ("tipo", "estado") if said.get(key)]
    whose = f"Acción internacional de {edition.entity.nombre_corto}."
    return attribute(f"{' – '.join(words)}. {whose}" if words else whose)


def _document(graph: Sequence[Node]) -> dict[str, Any]:
    return {"@context": CONTEXT, "@graph": list(graph)}


def _things(edition: Edition, offered: Sequence[Offered]) -> Iterator[tuple[str, list[Node]]]:
    """What each page that is about a nameable thing is about, by the path of the page."""
    entity = edition.entity
    home = Here(entity, HOME)
    yield HOME, [nodes.organization(edition), nodes.website(edition, home)]
    yield DATA, [nodes.catalogue(edition, offered, Here(entity, DATA))]
    for event in edition.register.all(Evento):
        path = page_path(event)
        yield path, [nodes.event(edition, event, Here(entity, path))]
    for report in edition.reports:
        for permanent in (False, True):
            path = f"informes/{slug_of(report, permanent=permanent)}.md"
            if (permanent and report.act) or (not permanent and report.latest):
                yield path, [nodes.report(edition, report, Here(entity, path), permanent)]


def _section(path: str, titles: Mapping[str, str]) -> str:
    """The path of the list to which a page belongs; empty for the lists themselves."""
    folder = f"{path.partition('/')[0]}/index.md"
    return folder if folder in titles and folder != path else ""


def _crumbs(edition: Edition, path: str, titles: Mapping[str, str]) -> list[Node]:
    if path == HOME:
        return []
    way = [it for it in (_section(path, titles), path) if it]
    return [nodes.crumbs(Here(edition.entity, path), START, [(titles[it], it) for it in way])]
