"""The road of one indicator: a box for each quarter, in a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from bitacora.charts.drawing import element, hint
from bitacora.charts.textures import box, patterns
from bitacora.quarters import Period
from bitacora.reports.content.followed import CeldaTrimestre

WIDE, TALL, APART = 13, 16, 6
"""A box, in pixels, with the space between two years."""


def light_strip(cells: Sequence[CeldaTrimestre], names: Mapping[str, str], key: str) -> str:
    """Boxes in the texture of each light, parted by year; a quarter whose report tells nothing is
    a dot. ``key`` is that of the ``strip_key`` of the page. The words of all quarters go with
    it for those who do not see it."""
    parts, left, year = [], 0, ""
    for cell in cells:
        its_year = cell.periodo[:4]
        left += APART if year and its_year != year else 0
        year = its_year
        told = f"{Period.parse(cell.periodo).spoken}: {_word(cell, names)}"
        parts.append(_mark(cell, key, left, told))
        left += WIDE
    words = "; ".join(f"{cell.periodo} {_word(cell, names).lower()}" for cell in cells)
    return (
        f'<svg class="ch-strip" role="img" aria-label="{escape(words)}"'
        f' width="{left}" height="{TALL}">{"".join(parts)}</svg>'
    )


def strip_key(lights: Sequence[str], names: Mapping[str, str], key: str) -> str:
    """What each box stands for. It stands once, before the strips of a page, which paint with its
    textures."""
    items = [
        f'<li><svg class="ch-strip" aria-hidden="true" width="{WIDE}" height="{TALL}">'
        f"{patterns(key, (light,))}"
        f"{box(key, light, x='1', y=1, width=str(WIDE - 2), height=TALL - 2)}</svg> "
        f"{escape(names.get(light, light))}</li>"
        for light in lights
    ]
    return f'<ul class="ch-key">{"".join(items)}</ul>' if items else ""


def _word(cell: CeldaTrimestre, names: Mapping[str, str]) -> str:
    return names.get(cell.luz, cell.luz) if cell.luz else "Sin informe"


def _mark(cell: CeldaTrimestre, key: str, left: int, told: str) -> str:
    if cell.luz is None:
        return element("circle", "ch-soft-dot", hint(told), cx=left + 6, cy=TALL // 2, r=2)
    return box(
        key, cell.luz, x=str(left + 1), y=1, width=str(WIDE - 2), height=TALL - 2, inside=hint(told)
    )
