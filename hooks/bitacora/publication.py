"""An edition turned into every artefact it publishes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.exports.all import EXPORTS
from bitacora.exports.tables import tables
from bitacora.pages.all import PAGES
from bitacora.pages.downloads import downloads
from bitacora.pages.site_map import site_map
from bitacora.pages.transparency import transparency
from bitacora.pages.writing import Writer
from bitacora.printing.documents import documents


def artefacts(edition: Edition, templates: Sequence[Path]) -> Iterator[Artefact]:
    """Every page and file of the edition; template folders come first to last, so that a site may
    put its own words before the project's."""
    writer = Writer(templates)
    pages = [page for make_pages in PAGES for page in make_pages(edition, writer)]
    offered = tables(edition)
    # These speak of what the others made: the tables offered, the pages of the site.
    pages += downloads(edition, writer, offered)
    pages += transparency(edition, writer, offered)
    pages.append(site_map(writer, pages))
    yield from pages
    yield from documents(edition, pages, templates)
    for export in EXPORTS:
        yield from export(edition, offered)
