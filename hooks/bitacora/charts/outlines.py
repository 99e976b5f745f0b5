"""The outlines of the world, as Natural Earth draws them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bitacora.sources import shipped_text

FILE = "charts/world/outlines.json"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a country is marked, with its outline as an SVG path; empty where it is too small."""

    x: int
    y: int
    outline: str


@dataclass(frozen=True, slots=True)
class World:
    """The frame of the map in its own units, the countries by ISO code, the lands without one."""

    width: int
    height: int
    countries: Mapping[str, Place]
    others: str


@cache
def world() -> World:
    """The world as it ships with the project."""
    told = json.loads(shipped_text(FILE))
    places = {code: Place(*given) for code, given in told["countries"].items()}
    return World(told["width"], told["height"], places, told["others"])
