"""Every kind of page, in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.writing import Writer

PageMaker = Callable[[Edition, Writer], Iterator[Artefact]]

PAGES: tuple[PageMaker, ...] = ()
