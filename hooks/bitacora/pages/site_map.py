"""The map of the site: every page by folder, made from the pages themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.pages.links import link
from bitacora.pages.writing import PageHead, Writer, title_of
from bitacora.spanish import count_of, number, sort_key

HEAD = PageHead("mapa/index.md", "Mapa del sitio")


def site_map(writer: Writer, made: Iterable[Artefact]) -> Artefact:
    """A page that links every page made, in the order in which their folders were first met."""
    folders: dict[str, list[Artefact]] = {}
    for artefact in made:
        if artefact.is_page:
            folders.setdefault(artefact.path.rpartition("/")[0], []).append(artefact)
    values = {
        "total": count_of(sum(map(len, folders.values())), "página", "páginas"),
        "grupos": [_group(found) for found in folders.values()],
    }
    return writer.page(HEAD, "mapa", values)


def _group(found: list[Artefact]) -> dict[str, Any]:
    index = next((item for item in found if item.path.endswith("index.md")), found[0])
    others = sorted(
        (item for item in found if item is not index), key=lambda item: sort_key(title_of(item))
    )
    return {
        "titulo": _link(index),
        "total": number(len(others)),
        "paginas": [_link(item) for item in others],
    }


def _link(artefact: Artefact) -> str:
    return link(title_of(artefact), artefact.path)
