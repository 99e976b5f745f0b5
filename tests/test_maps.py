"""The maps of the site: every country has its mark or its word, nothing leaves the frame."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import combinations
from math import dist
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from bitacora.charts.apart import apart
from bitacora.charts.outlines import Place, World, world
from bitacora.charts.world_map import ROOM, Mark, world_map
from bitacora.edition import Edition, load_edition
from bitacora.pages.presenter import Presenter
from bitacora.pages.world_map import agreements_map, countries_map, gifts_map
from bitacora.records.relations import Hermanamiento
from bitacora.records.resources import Recurso
from bitacora.tallies.contributions import MANY_COUNTRIES, UNTOLD, by_country, grouped
from bitacora.tallies.countries import countries_of
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD, changed_world

TODAY = date(2026, 11, 21)
SITES = [(WORLD, AS_OF), (ROOT / "data", TODAY)]
STEP = re.compile(r"-?\d+")
SMALL = World(
    100,
    50,
    {
        "AA": Place(20, 20, "M10 10l20 0 0 20-20 0z"),
        "BB": Place(26, 20, "M30 10l20 0 0 20z"),
        "CC": Place(80, 40, ""),
    },
    "M60 10l5 0 0 5z",
)
MARKS = (
    Mark("AA", "2", True, "A <b>: 2 acuerdos", "../paises/aa/"),
    Mark("BB", "1", False, "B: 1 acuerdo", "../paises/bb/"),
    Mark("ZZ", "1", True, "Z: 1 acuerdo", "../paises/zz/"),
)
GOLDEN = (
    '<svg class="wm-map" xmlns="http://www.w3.org/2000/svg" role="group"'
    ' aria-labelledby="m-t" aria-describedby="m-d"><title id="m-t">Dos &amp; uno</title>'
    '<desc id="m-d">Un mapa.</desc><svg viewBox="0 0 100 50">'
    '<path class="wm-land" d="M60 10l5 0 0 5z"></path>'
    '<path class="wm-full" d="M10 10l20 0 0 20-20 0z"><title>A &lt;b&gt;: 2 acuerdos</title></path>'
    '<path class="wm-some" d="M30 10l20 0 0 20z"><title>B: 1 acuerdo</title></path></svg>'
    '<svg x="80%" y="80%" overflow="visible"><g class="wm-origin">'
    '<path class="wm-here" d="M0 -8L8 0L0 8L-8 0z"></path>'
    '<text class="wm-name" x="-12" y="4">Ce</text></g></svg><g aria-hidden="true">'
    '<svg x="20%" y="40%" overflow="visible"><g class="wm-mark">'
    '<a href="../paises/aa/" tabindex="-1"><circle class="wm-dot" r="9">'
    "<title>A &lt;b&gt;: 2 acuerdos</title></circle>"
    '<text class="wm-count" y="4" text-anchor="middle">2</text></a></g></svg>'
    '<svg x="26%" y="40%" overflow="visible"><g class="wm-mark">'
    '<a href="../paises/bb/" tabindex="-1"><circle class="wm-ring" r="9">'
    "<title>B: 1 acuerdo</title></circle>"
    '<text class="wm-count-ring" y="4" text-anchor="middle">1</text></a></g></svg></g></svg>'
)


@pytest.fixture(scope="module", params=SITES, ids=["tiny", "demonstration"])
def edition(request: pytest.FixtureRequest) -> Edition:
    data, day = request.param
    return load_edition(data, SHOWN, day)


def gifts(edition: Edition) -> dict[str, tuple[Recurso, ...]]:
    found = grouped(edition.register, edition.register.all(Recurso), by_country)
    return {code: rows for code, rows in found.items() if code not in (MANY_COUNTRIES, UNTOLD)}


def maps_of(edition: Edition) -> dict[str, tuple[dict[str, Any] | None, frozenset[str]]]:
    """Each map with the codes that it has to show."""
    presenter = Presenter(edition)
    instruments = edition.register.all(Hermanamiento)
    countries = countries_of(edition.register)
    given = gifts(edition)
    return {
        "acuerdos": (
            agreements_map(presenter, instruments),
            frozenset(item.pais for item in instruments),
        ),
        "paises": (countries_map(presenter, countries), frozenset(one.code for one in countries)),
        "aportes": (gifts_map(presenter, given), frozenset(given)),
    }


def links_of(drawn: Mapping[str, Any]) -> set[str]:
    return {
        address.rstrip("/").rpartition("/")[2].removeprefix("#grupo-").upper()
        for address in re.findall(r'<a href="([^"]+)"', drawn["dibujo"])
    }


def corners(path: str) -> Iterator[tuple[int, int]]:
    """Every point of an outline, in units of the map."""
    for ring in path.split("M")[1:]:
        numbers = [int(found) for found in STEP.findall(ring)]
        x, y = numbers[:2]
        yield x, y
        for across, down in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + across, y + down
            yield x, y


def test_every_country_is_on_the_map_and_in_its_list(edition: Edition) -> None:
    for name, (drawn, codes) in maps_of(edition).items():
        assert (drawn is None) == (not codes), name
        if drawn is None:
            continue
        names = {code: edition.lists.name("paises", code) for code in codes}
        outside = {code for code in codes if code not in world().countries}
        assert links_of(drawn) == codes - outside, name
        assert len(drawn["lista"]) == len(codes)
        for code in codes:
            assert sum(f"[{names[code]}]" in line for line in drawn["lista"]) == 1, code
        for code in outside:
            assert names[code] in drawn["dibujo"].partition("Sin lugar en este mapa:")[2]


def test_a_mark_bears_the_number_of_its_agreements(edition: Edition) -> None:
    instruments = edition.register.all(Hermanamiento)
    counts = Counter(item.pais for item in instruments)
    drawn = agreements_map(Presenter(edition), instruments)
    assert drawn is not None
    shown = re.findall(r'href="\.\./paises/(\w+)/".*?<text[^>]*>(\d+)</text>', drawn["dibujo"])
    assert {code.upper(): int(figure) for code, figure in shown} == counts


def test_contributions_are_counted_never_added_up(edition: Edition) -> None:
    given = gifts(edition)
    drawn = gifts_map(Presenter(edition), given)
    if drawn is None:
        pytest.skip("no contribution tells its country")
    shown = re.findall(r'href="#grupo-(\w+)".*?<text[^>]*>(\d+)</text>', drawn["dibujo"])
    assert {code.upper(): int(figure) for code, figure in shown} == {
        code: len(rows) for code, rows in given.items()
    }
    words = re.sub(r"<[^>]+>", " ", drawn["dibujo"])
    assert not re.search(r"US\$|€|\bmillones\b|COP", words), "an amount on the map"


def test_an_ended_agreement_leaves_a_hollow_mark(tmp_path: Path) -> None:
    def classes(ended: bool) -> list[str]:
        change = {
            "archivo": "hermanamientos/marisma.yml",
            "busca": "estado: vigente",
            "pone": "estado: terminado\nterminado: 2025-01-01\nmotivo_terminacion: Se acabó.",
        }
        folder = tmp_path / str(ended)
        folder.mkdir()
        edition = load_edition(changed_world(folder, [change] if ended else []), SHOWN, AS_OF)
        drawn = agreements_map(Presenter(edition), edition.register.all(Hermanamiento))
        assert drawn is not None
        return re.findall(r'<circle class="(wm-\w+)" r=', drawn["dibujo"])

    assert classes(ended=False).count("wm-ring") + 1 == classes(ended=True).count("wm-ring")


def test_nothing_is_drawn_outside_the_frame(edition: Edition) -> None:
    found = world()
    for code, place in found.countries.items():
        assert 0 < place.x < found.width, code
        assert 0 < place.y < found.height, code
        for x, y in corners(place.outline):
            assert 0 <= x <= found.width, code
            assert 0 <= y <= found.height, code
    for drawn, _ in maps_of(edition).values():
        places = re.findall(r'<svg x="([\d.]+)%" y="([\d.]+)%"', drawn["dibujo"] if drawn else "")
        for x, y in places:
            assert 0 < Decimal(x) < 100
            assert 0 < Decimal(y) < 100


def test_the_outlines_know_only_countries_of_the_list(edition: Edition) -> None:
    assert set(world().countries) <= set(edition.lists.lists["paises"])
    for code in ("CO", "ES", "US", "JP", "ZA", "AU", "SG", "VA"):
        assert code in world().countries


def test_a_country_is_marked_inside_its_outline() -> None:
    for code, place in world().countries.items():
        points = list(corners(place.outline))
        if points:
            across, down = zip(*points, strict=True)
            assert min(across) <= place.x <= max(across), code
            assert min(down) <= place.y <= max(down), code


def test_the_same_data_gives_the_same_bytes(edition: Edition) -> None:
    presenter = Presenter(edition)
    found = edition.register.all(Hermanamiento)
    once, again = agreements_map(presenter, found), agreements_map(presenter, found[::-1])
    assert once == again


def test_marks_stand_apart_and_in_the_frame() -> None:
    europe = ("ES", "PT", "FR", "BE", "NL", "LU", "DE", "CH", "AT", "IT", "GB", "IE", "DK", "CZ")
    wanted = {code: (world().countries[code].x, world().countries[code].y) for code in europe}
    places = apart(wanted, ROOM, world().width, world().height, "FR")
    assert places["FR"] == wanted["FR"], "what is fixed stays"
    for one, other in combinations(places.values(), 2):
        assert dist(one, other) >= ROOM - 2
    assert apart(dict(reversed(wanted.items())), ROOM, 2000, 1081, "FR") == places
    crowd = apart(dict.fromkeys("abcdef", (0, 0)), 10, 100, 100)
    assert len(set(crowd.values())) == 6
    assert all(0 < x < 100 and 0 < y < 100 for x, y in crowd.values())


def test_a_small_map_as_approved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bitacora.charts.world_map.ROOM", 5)
    drawn = world_map(SMALL, MARKS, "m", "Dos & uno", "Un mapa.", ("CC", "Ce"))
    assert drawn.svg == GOLDEN
    assert drawn.outside == ("ZZ",)


def test_a_mark_that_moved_points_to_its_country() -> None:
    def leaders(*codes: str) -> int:
        marks = [Mark(code, "1", True, code, f"{code}/") for code in codes]
        drawn = world_map(world(), marks, "m", "T", "D", ("CO", "Colombia"))
        return drawn.svg.count("wm-leader")

    assert leaders("JP", "AU", "ZA") == 0
    assert leaders("BE", "NL", "LU") >= 2


def test_a_map_is_accessible_and_has_no_style_of_its_own(edition: Edition) -> None:
    for name, (drawn, _) in maps_of(edition).items():
        if drawn is None:
            continue
        text = drawn["dibujo"]
        assert "\n" not in text
        assert "style=" not in text
        assert "<style" not in text
        figure = ElementTree.fromstring(text)
        (svg,) = (item for item in figure if item.get("class") == "wm-map")
        title, about = list(svg)[:2]
        assert title.text == (figure.findtext("figcaption") or "")
        assert svg.get("aria-labelledby") == title.get("id")
        assert svg.get("aria-describedby") == about.get("id")
        # The keyboard goes through the list, not twice through the same countries.
        links = [item for item in svg.iter() if item.tag.endswith("}a")]
        assert links, name
        assert all(item.get("tabindex") == "-1" for item in links)
        assert "Natural Earth" in text


def test_the_theme_draws_every_class_of_the_map() -> None:
    sheet = (ROOT / "content/templates/theme/assets/map.css").read_text(encoding="utf-8")
    drawn = world_map(SMALL, MARKS, "m", "Dos", "Un mapa.", ("CC", "Ce"))
    for name in set(re.findall(r'class="(wm-[a-z-]+)"', drawn.svg)):
        assert f".{name}" in sheet, name
    assert f"aspect-ratio: {world().width} / {world().height}" in sheet
