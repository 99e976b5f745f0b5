"""The stylesheet of charts, made from their looks."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.artefacts import Artefact
from bitacora.charts.look import stylesheet
from bitacora.edition import Edition
from bitacora.pages.writing import Writer

PATH = "assets/graficas.css"


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One rule for each class of ``charts.look``."""
    yield Artefact(PATH, stylesheet())
