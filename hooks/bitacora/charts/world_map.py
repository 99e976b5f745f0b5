"""A map of the world with a mark on each country where there is something to tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from bitacora.charts.apart import Place, apart
from bitacora.charts.drawing import element, hint, label, pct
from bitacora.charts.outlines import World

ROOM = 46
"""How far apart two marks stand, in units of the map: as wide as a mark on a page of 880 pixels."""
NEAR = 12
"""A mark that moved less than this still stands on its country."""
RADIUS = 9
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Mark:
    """A country to mark: its ISO code, the figure on its mark (short, or none), whether the mark
    is full or hollow, what is told of it in words, the address it leads to. All plain text."""

    code: str
    figure: str
    full: bool
    told: str
    address: str


@dataclass(frozen=True, slots=True)
class WorldMap:
    """The drawing as one line of markup, with the codes of the marks for which it has no place."""

    svg: str
    outside: tuple[str, ...]


def world_map(
    world: World, marks: Sequence[Mark], key: str, title: str, about: str, home: tuple[str, str]
) -> WorldMap:
    """The countries of ``marks`` shaded, each with its mark, over the outlines of all the others.

    ``home`` is the code with the name of the country that publishes; ``key`` makes its ids unique.
    The marks repeat the links of the list that stands beside, so the keyboard skips them.
    """
    shown = [mark for mark in marks if mark.code in world.countries]
    outside = tuple(mark.code for mark in marks if mark.code not in world.countries)
    wanted = {
        code: (world.countries[code].x, world.countries[code].y)
        for code in (*(mark.code for mark in shown), home[0])
        if code in world.countries
    }
    places = apart(wanted, ROOM, world.width, world.height, home[0])
    own = "" if any(mark.code == home[0] for mark in shown) else _home(world, places, home)
    body = _lands(world, shown, home[0], _leaders(wanted, places))
    spots = "".join(_spot(world, mark, places[mark.code]) for mark in shown)
    svg = (
        f'<svg class="wm-map" xmlns="http://www.w3.org/2000/svg" role="group"'
        f' aria-labelledby="{key}-t" aria-describedby="{key}-d">'
        f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(about)}</desc>'
        f'{body}{own}<g aria-hidden="true">{spots}</g></svg>'
    )
    return WorldMap(svg, outside)


def _lands(world: World, marks: Sequence[Mark], home: str, leaders: str) -> str:
    shaded = {mark.code: mark for mark in marks}
    rest = "".join(
        place.outline
        for code, place in world.countries.items()
        if code not in shaded and code != home
    )
    parts = [element("path", "wm-land", d=rest + world.others)]
    own = world.countries.get(home)
    if own and own.outline and home not in shaded:
        parts.append(element("path", "wm-home", d=own.outline))
    for code, mark in shaded.items():
        if outline := world.countries[code].outline:
            css = "wm-full" if mark.full else "wm-some"
            parts.append(element("path", css, hint(mark.told), d=outline))
    frame = f"0 0 {world.width} {world.height}"
    return element("svg", "", "".join(parts) + leaders, viewBox=frame)


def _leaders(wanted: Mapping[str, Place], places: Mapping[str, Place]) -> str:
    """A line from each mark that had to move to the place it speaks of."""
    return "".join(
        element("line", "wm-leader", x1=x, y1=y, x2=places[code][0], y2=places[code][1])
        for code, (x, y) in wanted.items()
        if max(abs(x - places[code][0]), abs(y - places[code][1])) >= NEAR
    )


def _at(world: World, place: Place, css: str, body: str) -> str:
    """Markup that keeps its size at a place of the map, however wide the map is."""
    across, down = HUNDRED * place[0] / world.width, HUNDRED * place[1] / world.height
    inner = element("g", css, body)
    return element("svg", "", inner, x=pct(across), y=pct(down), overflow="visible")


def _spot(world: World, mark: Mark, place: Place) -> str:
    css = "wm-dot" if mark.full else "wm-ring"
    radius = RADIUS + (3 if len(mark.figure) > 2 else 0)
    drawn = element("circle", css, hint(mark.told), r=radius)
    if mark.figure:
        words = "wm-count" if mark.full else "wm-count-ring"
        drawn += label(words, mark.figure, y=4, text_anchor="middle")
    inner = f'<a href="{escape(mark.address)}" tabindex="-1">{drawn}</a>'
    return _at(world, place, "wm-mark", inner)


def _home(world: World, places: Mapping[str, Place], home: tuple[str, str]) -> str:
    """Where the story is told from, as a diamond with its name."""
    code, name = home
    if code not in places:
        return ""
    drawn = element("path", "wm-here", d="M0 -8L8 0L0 8L-8 0z")
    return _at(world, places[code], "wm-origin", drawn + label("wm-name", name, x=-12, y=4))
