"""The page of search: its words are all in the template."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.writing import PageHead, Writer

# Without a kind, so that search does not find itself.
HEAD = PageHead("buscar/index.md", "Buscar")


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One page, the same for every edition."""
    yield writer.page(HEAD, "buscar", {})
