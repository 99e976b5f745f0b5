"""Bars beside figures: a whole in parts, the way to a goal. What they show is also in words."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from bitacora.pages.chips import tone
from bitacora.pages.escape import attribute

HUNDRED = Decimal(100)


def parted(counts: Iterable[tuple[str, int]]) -> str:
    """A whole in parts, each in the tone of its state: (code, how many); empty if all are zero."""
    found = [(code, how_many) for code, how_many in counts if how_many]
    whole = sum(how_many for _, how_many in found)
    if not whole:
        return ""
    drawn, start = [], Decimal(0)
    for code, how_many in found:
        width = HUNDRED * how_many / whole
        drawn.append(_part(tone(code), start, width))
        start += width
        drawn.append(_edge(start))
    return f'<svg class="bar" aria-hidden="true">{"".join(drawn[:-1])}</svg>'


def towards(share: Decimal, words: str) -> str:
    """How far towards a goal, from nothing to all of it; what passes it fills the bar."""
    width = min(max(share * HUNDRED, Decimal(0)), HUNDRED)
    label = attribute(words)
    return (
        f'<svg class="bar" role="img" aria-label="{label}">{_part("done", Decimal(0), width)}</svg>'
    )


def _part(name: str, start: Decimal, width: Decimal) -> str:
    return (
        f'<rect class="bar__part bar__part--{name}" x="{_places(start)}%" '
        f'width="{_places(width)}%" height="100%"/>'
    )


def _edge(start: Decimal) -> str:
    return f'<rect class="bar__edge" x="{_places(start)}%" width="2" height="100%"/>'


def _places(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))
