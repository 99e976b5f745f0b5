"""Amounts of one kind as bars from the same line, each under its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from bitacora.charts.chart import Chart, Table, not_drawn
from bitacora.charts.drawing import canvas, element, hint, pct
from bitacora.charts.wrapping import wrapped

TEXT, BAR, GAP = 17, 9, 9
REACH = Decimal(100)
"""How far across the longest bar goes, in percent: its figure stands above it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A name, its amount (of the same unit as its neighbours), how people read that amount."""

    name: str
    value: Decimal
    shown: str


def bar_chart(bars: Sequence[Bar], key: str, title: str, note: str, table: Table) -> Chart:
    """The bars in the order given; ``note`` tells the unit with the source, ``key`` makes its ids
    unique. Not drawn for one bar alone, for amounts below zero, nor where all of them are zero."""
    if len(bars) < 2:
        return not_drawn(title, "Hay una sola cifra: no hay con qué compararla.", table, note)
    longest = max(bar.value for bar in bars)
    if longest <= 0 or any(bar.value < 0 for bar in bars):
        why = "Hay montos negativos o todos son cero: una barra no los puede mostrar."
        return not_drawn(title, why, table, note)
    parts, top = [], 0
    for bar in bars:
        shown = wrapped(bar.name)
        parts.append(_words(shown, bar.shown, top))
        top += TEXT * len(shown)
        width = pct(REACH * bar.value / longest)
        inside = hint(f"{bar.name}: {bar.shown}")
        parts.append(element("rect", "ch-bar", inside, x="0", y=top, width=width, height=BAR))
        top += BAR + GAP
    floor = top - GAP + 2
    line = element("line", "ch-axis", x1="0.5", x2="0.5", y1=0, y2=floor)
    about = f"Una barra por renglón. {note} Las mismas cifras están en la tabla."
    return Chart(canvas(key, title, about, floor, line + "".join(parts)), title, note, "", table)


def _words(name: Sequence[str], shown: str, top: int) -> str:
    """A name, in lines under each other, with its figure at the end of the last."""
    *above, last = name
    lines = [
        element("text", "ch-text", escape(words), x="6", y=top + 12 + TEXT * place)
        for place, words in enumerate(above)
    ]
    figure = element("tspan", "ch-strong", escape(shown), dx="8")
    low = top + 12 + TEXT * len(above)
    lines.append(element("text", "ch-text", f"{escape(last)}{figure}", x="6", y=low))
    return "".join(lines)
