"""Write the outlines of the world that the maps draw, from the files of Natural Earth.

The two files are those of the package «world-atlas» 2.0.2 (Natural Earth 4.1 as TopoJSON): the
small scale gives the shapes, the large one the place of countries too small to have one.
"""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any, NamedTuple

import click
from babel.core import get_global

OUTLINES = Path(__file__).resolve().parent.parent / "hooks/bitacora/charts/world/outlines.json"
WIDTH, MARGIN = 2000, 12
# The meridian at the middle of the map: with this one the edge falls between Asia and America.
MIDDLE = 11.0
SHOWN = (-0.78, 0.85)
"""What part of the globe the map shows, from -1 to 1 across: the open Pacific would take a fifth
of it from the countries where there is something to tell."""
COARSE = 7.0
"""Triangles of fewer square units than this are cut off an outline: nobody would see them."""
SPECK = 40.0
"""Islands of fewer square units than this are left out, unless they are a whole country."""
ANTARCTICA = "AQ"


class Spot(NamedTuple):
    """A place of the map, in its units."""

    x: float
    y: float


Ring = list[Spot]


class Country(NamedTuple):
    """A country with its rings, the widest first; its code is empty where ISO gives it none."""

    code: str
    rings: list[Ring]


def equal_earth(longitude: float, latitude: float) -> Spot:
    """Equal Earth, which keeps areas: a place between -2.71 and 2.71 across, from the equator."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    t = asin(sqrt(3) / 2 * sin(radians(latitude)))
    slope = a1 + 3 * a2 * t**2 + t**6 * (7 * a3 + 9 * a4 * t**2)
    across = 2 * sqrt(3) * radians(longitude) * cos(t) / (3 * slope)
    return Spot(across, -(t * (a1 + a2 * t**2 + t**6 * (a3 + a4 * t**2))))


def arcs_of(topology: dict[str, Any]) -> list[list[Spot]]:
    """Each arc in degrees, its differences undone."""
    (sx, sy), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append(Spot(x * sx + left, y * sy + low))
        found.append(arc)
    return found


def area(ring: Sequence[Spot]) -> float:
    """The area inside a ring, with the sign of its turn."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(a.x * b.y - b.x * a.y for a, b in pairs) / 2


def placed(ring: Iterable[Spot]) -> Ring:
    """A ring in the plane; whole rings are carried over the edge of the map, never cut."""
    degrees: Ring = []
    for spot in ring:
        # The source closes its rings over the meridian of 180 degrees, where the count jumps.
        jump = round((degrees[-1].x - spot.x) / 360) * 360 if degrees else 0
        degrees.append(Spot(spot.x + jump, spot.y))
    middle = (min(s.x for s in degrees) + max(s.x for s in degrees)) / 2 - MIDDLE
    turn = -round(middle / 360) * 360
    return [equal_earth(s.x - MIDDLE + turn, s.y) for s in degrees]


def thinned(arc: Ring) -> Ring:
    """An arc without the points whose triangle is too small to see; its ends stay."""
    kept = list(arc)
    while len(kept) > 2:
        sizes = [abs(area(kept[place - 1 : place + 2])) for place in range(1, len(kept) - 1)]
        least = min(range(len(sizes)), key=sizes.__getitem__)
        if sizes[least] >= COARSE:
            break
        del kept[least + 1]
    return kept


def countries(topology: dict[str, Any], thin: bool, scale: float) -> list[Country]:
    """The countries of a file, in the units of the map, their rings from wide to narrow."""
    aliases = get_global("territory_aliases")
    arcs = arcs_of(topology)
    found = []
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        code = next(iter(aliases.get(shape.get("id", ""), [])), "")
        rings = [_ring(arcs, ids, thin, scale) for polygon in polygons for ids in polygon]
        ordered = sorted(rings, key=lambda ring: -abs(area(ring)))
        if code != ANTARCTICA:
            found.append(Country(code, ordered))
    return sorted(found, key=lambda country: country.code)


def _ring(arcs: Sequence[Sequence[Spot]], ids: Iterable[int], thin: bool, scale: float) -> Ring:
    whole: list[Spot] = []
    ends = set()
    for number in ids:
        arc = arcs[number] if number >= 0 else list(reversed(arcs[~number]))
        ends.add(len(whole))
        whole += arc[:-1]
    plane = [Spot(s.x * scale, s.y * scale) for s in placed(whole)]
    if not thin:
        return plane
    cuts = [*sorted(ends), len(plane)]
    closed = [*plane, plane[0]]
    pieces = [_steady(closed[a : b + 1]) for a, b in pairwise(cuts)]
    return [spot for piece in pieces for spot in piece[:-1]]


def _steady(arc: Ring) -> Ring:
    """An arc thinned alike from both of its sides, so that neighbours still touch."""
    if arc[0] <= arc[-1]:
        return thinned(arc)
    return list(reversed(thinned(list(reversed(arc)))))


def inside(ring: Sequence[Spot], spot: Spot) -> bool:
    """Whether a place is inside a ring."""
    within = False
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (a.y > spot.y) != (b.y > spot.y):
            within ^= spot.x < (b.x - a.x) * (spot.y - a.y) / (b.y - a.y) + a.x
    return within


def heart(ring: Ring) -> Spot:
    """Where a country is marked: the centre of its widest land or, where that falls outside, the
    place inside that is farthest from its outline."""
    size = area(ring) * 6
    if not size:
        return ring[0]
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    weights = [(a, b, a.x * b.y - b.x * a.y) for a, b in pairs]
    centre = Spot(
        sum((a.x + b.x) * w for a, b, w in weights) / size,
        sum((a.y + b.y) * w for a, b, w in weights) / size,
    )
    if inside(ring, centre):
        return centre
    low, high = (Spot(pick(s.x for s in ring), pick(s.y for s in ring)) for pick in (min, max))
    grid = (
        Spot(low.x + (high.x - low.x) * i / 24, low.y + (high.y - low.y) * j / 24)
        for i in range(1, 24)
        for j in range(1, 24)
    )
    return max(
        (spot for spot in grid if inside(ring, spot)),
        key=lambda spot: min((s.x - spot.x) ** 2 + (s.y - spot.y) ** 2 for s in ring),
        default=ring[0],
    )


def path(rings: Iterable[Ring], left: float, top: float) -> str:
    """Rings as an SVG path of whole numbers, each point told from the one before."""
    parts = []
    for ring in rings:
        spots = [(round(s.x - left), round(s.y - top)) for s in ring]
        steps, (x, y) = [], spots[0]
        for across, down in spots[1:]:
            if (across, down) != (x, y):
                steps.append(f"{across - x} {down - y}".replace(" -", "-"))
            x, y = across, down
        if len(steps) > 1:
            parts.append(f"M{spots[0][0]} {spots[0][1]}l{' '.join(steps).replace(' -', '-')}z")
    return "".join(parts)


def outlines(small: dict[str, Any], large: dict[str, Any]) -> dict[str, Any]:
    """The frame, each country with its place and (where it can be seen) its outline, the rest."""
    half = equal_earth(180, 0).x
    scale = WIDTH / (half * (SHOWN[1] - SHOWN[0]))
    left, right = (half * edge * scale for edge in SHOWN)
    shapes = [
        Country(code, [ring for ring in rings if ring is rings[0] or abs(area(ring)) >= SPECK])
        for code, rings in countries(small, True, scale)
    ]
    spots = [spot for country in shapes for ring in country.rings for spot in ring]
    top = min(spot.y for spot in spots) - MARGIN
    places = {code: heart(rings[0]) for code, rings in countries(large, False, scale) if code}
    places |= {code: heart(rings[0]) for code, rings in shapes if code}
    drawn = {code: path(_within(rings, left, right), left, top) for code, rings in shapes if code}
    return {
        "width": WIDTH,
        "height": round(max(spot.y for spot in spots) + MARGIN - top),
        "countries": {
            code: [round(spot.x - left), round(spot.y - top), drawn.get(code, "")]
            for code, spot in sorted(places.items())
            if code != ANTARCTICA and left + MARGIN < spot.x < right - MARGIN
        },
        "others": "".join(path(rings, left, top) for code, rings in shapes if not code),
    }


def _within(rings: Iterable[Ring], left: float, right: float) -> list[Ring]:
    """The rings that are whole inside the frame."""
    return [ring for ring in rings if all(left < spot.x < right for spot in ring)]


@click.command(help="Escribe los contornos del mapa con los archivos de Natural Earth.")
@click.argument("pequena", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("grande", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(pequena: Path, grande: Path) -> None:
    """``pequena`` is countries-110m.json, ``grande`` countries-10m.json."""
    small, large = (json.loads(name.read_text(encoding="utf-8")) for name in (pequena, grande))
    made = outlines(small, large)
    lines = ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in made["countries"].items())
    rest = json.dumps({key: made[key] for key in ("width", "height", "others")})
    text = f'{rest[:-1]}, "countries": {{\n{lines}\n}}}}\n'
    OUTLINES.parent.mkdir(exist_ok=True)
    OUTLINES.write_bytes(text.encode("utf-8"))
    click.echo(f"{OUTLINES.name}: {len(made['countries'])} países, {len(text)} letras.")


if __name__ == "__main__":
    main()
