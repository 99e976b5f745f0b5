"""The key of a chart: what each texture or sign stands for, in two columns."""

from __future__ import annotations

from collections.abc import Sequence

from bitacora.charts.drawing import element, label, pct
from bitacora.charts.textures import box

ROW = 21
SWATCH = 18
LONG = 22
"""More letters than this do not fit in half of a phone of 360: they take a row of their own."""


def legend(signs: Sequence[tuple[str, str]], top: int) -> tuple[str, int]:
    """Signs (markup drawn in a box of 18 by 12 from 0, 0) with their words, and how tall it is."""
    parts, row, column = [], 0, 0
    for sign, words in signs:
        wide = len(words) > LONG
        if wide and column:
            row, column = row + 1, 0
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
        row, column = (row + 1, 0) if wide or column else (row, 1)
    return "".join(parts), (row + column) * ROW


def swatch(key: str, light: str) -> str:
    """The texture of a light as a sign of the key."""
    return box(key, light, x="1", y=1, width=str(SWATCH - 2), height=11)
