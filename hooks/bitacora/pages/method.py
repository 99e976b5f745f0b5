"""How the figures of the site are computed."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.codes import Codigo, CodigoAcumulacion
from bitacora.tallies.instruments import IDLE_MONTHS, SOON
from bitacora.tallies.progress import GRACE


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The method, printed from the lists and rules that the program uses."""
    lists = edition.lists
    values = {
        "formulas": [
            [
                f"**{inline(kind.nombre)}**",
                inline(kind.definicion or ""),
                inline(kind.valor_a_la_fecha or ""),
                inline(kind.formula or ""),
            ]
            for kind in lists.all("acumulaciones")
            if isinstance(kind, CodigoAcumulacion)
        ],
        "situaciones": _meanings(lists.all("situaciones_indicador")),
        "estados_dato": _meanings(lists.all("estados_dato")),
        "estados_accion": _meanings(lists.all("estados_accion")),
        "situaciones_instrumento": _meanings(lists.all("situaciones_instrumento")),
        "precisiones": [
            [f"**{inline(code.nombre)}**", inline(code.definicion or "")]
            for code in lists.all("precisiones")
        ],
        "flujos": _meanings(lists.all("tipos_flujo")),
        "plazo": str(GRACE.days),
        "por_vencer": str(SOON.days),
        "inactivo": str(IDLE_MONTHS),
    }
    yield writer.page(PageHead("metodo/index.md", "Método", "Método"), "metodo", values)


def _meanings(codes: tuple[Codigo, ...]) -> list[list[str]]:
    return [[chip(code.codigo, code.nombre), inline(code.definicion or "")] for code in codes]
