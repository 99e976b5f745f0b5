"""The key of a chart: what each texture or sign stands for, in two columns."""

from __future__ import annotations

from collections.abc import Sequence

from bitacora.charts.drawing import element, label, pct
from bitacora.charts.textures import box

ROW = 21
SWATCH = 18


def legend(signs: Sequence[tuple[str, str]], top: int) -> tuple[str, int]:
    """Signs (markup drawn in a box of 18 by 12 from 0, 0) with their words, and how tall it is."""
    parts = []
    for place, (sign, words) in enumerate(signs):
        row, column = divmod(place, 2)
        line = top + row * ROW
        parts.append(
            element(
                "svg",
                "",
                sign + label("ch-soft", words, x=SWATCH + 7, y=11),
                x=pct(50 * column),
                y=line,
                width="50%",
                height=ROW,
                overflow="visible",
            )
        )
    return "".join(parts), -(-len(signs) // 2) * ROW


def swatch(key: str, light: str) -> str:
    """The texture of a light as a sign of the key."""
    return box(key, light, x="1", y=1, width=str(SWATCH - 2), height=11)
