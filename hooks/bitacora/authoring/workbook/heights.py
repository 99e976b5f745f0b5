"""How tall a row must be to show its texts whole; not every program works it out by itself."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

LINE = 15
"""The height of a line, in points."""
TALLEST = 300
MARGIN = 1.12
"""Wrapped words leave part of each line empty."""


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes in a column of so many characters."""
    return sum(max(1, ceil(len(part) * MARGIN / width)) for part in text.split("\n"))


def height_of(cells: Iterable[tuple[str, int]], least: int = 1) -> int:
    """The height of a row, from its texts with the width of each."""
    lines = max((lines_of(text, width) for text, width in cells), default=1)
    return min(max(lines, least) * LINE, TALLEST)
