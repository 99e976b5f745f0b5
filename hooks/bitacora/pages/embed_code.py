"""The code with which another site shows a figure of this one."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from bitacora.edition import Edition
from bitacora.pages.reports.words import slug_of
from bitacora.reports.content import SumaAportes
from bitacora.reports.published import Published

FOLDER = "incrustar"
UNTOLD = "DIRECCIÓN-DE-ESTE-SITIO"
SHORT, TALL = 380, 700
"""How tall a frame is, in pixels: without drawing, with it."""


def series_path(indicator: str) -> str:
    """The path of the page with one indicator alone."""
    return f"{FOLDER}/indicadores/{indicator}/index.html"


def chart_path(report: Published, name: str) -> str:
    """The path of the page with one chart of a report alone."""
    return f"{FOLDER}/informes/{slug_of(report)}/{name}/index.html"


def light_path(report: Published) -> str:
    """The path of the page with the lights of a report alone."""
    return chart_path(report, "semaforo")


def gifts_path(report: Published, group: Sequence[SumaAportes]) -> str:
    """The path of the page with one group of contributions of a report alone: named after what its
    sums have in common, so that it stays when another group comes or goes."""
    one = group[0]
    parts = ("aportes", one.tipo_flujo, one.moneda.lower(), "prestamo" if one.reembolsable else "")
    return chart_path(report, "-".join(filter(None, parts)).replace("_", "-"))


def embed_code(edition: Edition, path: str, title: str, *, tall: bool) -> str:
    """The code to copy, folded, as one line of HTML for a page two folders deep; ``path`` is that
    of the page with the figure alone. Where nobody told the address of the site, it says what to
    write in its place."""
    served = path.removesuffix("index.html")
    address = edition.entity.address_of(served) or f"{UNTOLD}/{served}"
    height = TALL if tall else SHORT
    frame = (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{height}"'
        ' loading="lazy"></iframe>'
    )
    told = "" if edition.entity.direccion_sitio else f" Cambie {UNTOLD} por la de este sitio."
    return (
        '<div class="chart embed-code web-only"><details><summary>Incrustar esta figura</summary>'
        "<p>Copie este código en su página. La figura se pone al día sola y lleva su fuente."
        f"{told}</p><pre><code>{escape(frame)}</code></pre>"
        f'<p><a href="../../{served}">Ver la figura sola</a></p></details></div>'
    )
