"""An edition turned into every artefact it publishes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.exports.all import EXPORTS
from bitacora.pages.all import PAGES
from bitacora.pages.writing import Writer


def artefacts(edition: Edition, templates: Sequence[Path]) -> Iterator[Artefact]:
    """Every page and file of the edition; template folders come first to last, so that a site may
    put its own words before the project's."""
    writer = Writer(templates)
    for make_pages in PAGES:
        yield from make_pages(edition, writer)
    for export in EXPORTS:
        yield from export(edition)
