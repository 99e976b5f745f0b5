"""Pieces of SVG: elements, numbers, the canvas.

A canvas has no view box: across, places are percentages of its width; down, pixels. So a drawing
takes the width of its page while its letters keep their size, on a phone as on a desk.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from html import escape

Number = Decimal | int
_WIDE = Context(prec=60)
_HUNDREDTH = Decimal("0.01")


def num(value: Number) -> str:
    """A coordinate with two decimals at most: same figure, same letters."""
    rounded = Decimal(value).quantize(_HUNDREDTH, ROUND_HALF_UP, _WIDE)
    text = f"{rounded:f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text


def pct(value: Number) -> str:
    """A place across, as a percentage of the width."""
    return f"{num(value)}%"


def element(name: str, css: str, content: str = "", **attributes: str | Number) -> str:
    """An element with one class of ``charts.look``; numbers are pixels, strings stay as given."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
    )
    styled = f' class="{css}"' if css else ""
    return f"<{name}{styled}{given}>{content}</{name}>"


def _attribute(value: str | Number) -> str:
    return escape(value) if isinstance(value, str) else num(value)


def label(css: str, words: str, **attributes: str | Number) -> str:
    """Plain words drawn as text."""
    return element("text", css, escape(words), **attributes)


def lines(css: str, wrapped: Iterable[str], top: Number, leading: int, x: str = "0") -> str:
    """Lines of words under each other, the first on its baseline at ``top``."""
    return "".join(
        label(css, words, x=x, y=Decimal(top) + place * leading)
        for place, words in enumerate(wrapped)
    )


def hint(words: str) -> str:
    """What a pointer shows over the element that holds it."""
    return f"<title>{escape(words)}</title>"


def canvas(key: str, title: str, about: str, height: Number, body: str) -> str:
    """The whole drawing; ``key`` makes its ids unique in a page."""
    return (
        f'<svg class="ch-canvas" xmlns="http://www.w3.org/2000/svg" role="img"'
        f' aria-labelledby="{key}-t {key}-d" width="100%" height="{num(height)}">'
        f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(about)}</desc>'
        f"{body}</svg>"
    )
