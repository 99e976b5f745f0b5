"""The lists that are filtered: every record there once, with the filters that the data have."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.pages.catalogue import catalogue
from bitacora.publication import artefacts
from bitacora.records.kinds import BY_NAME
from bitacora.tallies.facet_sets import FACETS
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD

TODAY = date(2026, 11, 21)
SITES = [WORLD, ROOT / "data", *sorted((ROOT / "examples").glob("*/data"))]
NAMES = [folder.parent.name for folder in SITES]
INPUT = re.compile(r'name="(\w+)" value="([^"]*)".*?<span>(.*?)</span>.*?\((\d[\d.]*)\)')
FORM, DONE, END = '<form class="catalogue"', "</form>", '<div class="catalogue-end">'


@cache
def edition_of(folder: Path) -> Edition:
    return load_edition(folder, SHOWN, AS_OF if folder == WORLD else TODAY)


@cache
def files_of(folder: Path) -> dict[str, str]:
    made = artefacts(edition_of(folder), (ROOT / "content" / "templates",))
    return {one.path: str(one.content) for one in made if isinstance(one.content, str)}


def facets_of(folder: Path, name: str) -> dict[str, Any]:
    text = files_of(folder)[f"datos/facetas/{BY_NAME[name].folder}.json"]
    found: dict[str, Any] = json.loads(text)
    return found


def listed(page: str, folder: str) -> list[str]:
    """The record of each row of the list that is filtered: that of its first link to one."""
    assert (page.count(FORM), page.count(END)) == (1, 1)
    part = page.partition(FORM)[2].partition(DONE)[2].partition(END)[0]
    rows = [line for line in part.splitlines() if line.startswith("|")]
    links = (re.search(rf"\]\(\.\./{folder}/([^/)]+)\.md\)", row) for row in rows)
    return [link[1] for link in links if link]


@pytest.mark.parametrize("name", FACETS)
@pytest.mark.parametrize("folder", SITES, ids=NAMES)
def test_every_record_stands_once_in_the_list_that_is_filtered(folder: Path, name: str) -> None:
    kind = BY_NAME[name]
    page = files_of(folder)[f"{kind.folder}/index.md"]
    found = facets_of(folder, name)
    if not any(len(facet["valores"]) > 1 for facet in found["facetas"]):
        assert FORM not in page
        return
    assert sorted(listed(page, kind.folder)) == sorted(card["id"] for card in found["fichas"])


@pytest.mark.parametrize("name", FACETS)
@pytest.mark.parametrize("folder", SITES, ids=NAMES)
def test_filters_offer_what_the_data_have(folder: Path, name: str) -> None:
    page = files_of(folder)[f"{BY_NAME[name].folder}/index.md"]
    form = page.partition(FORM)[2].partition(DONE)[0]
    told: dict[str, list[tuple[str, str]]] = {}
    for facet, code, _, count in INPUT.findall(form):
        told.setdefault(facet, []).append((unescape(code), count))
    assert told == {
        facet["codigo"]: [(value["codigo"], str(value["cuantas"])) for value in facet["valores"]]
        for facet in facets_of(folder, name)["facetas"]
        if len(facet["valores"]) > 1
    }


def test_what_nobody_tells_can_be_chosen() -> None:
    page = files_of(ROOT / "data")["buenas-practicas/index.md"]
    chosen = {(facet, code): name for facet, code, name, _ in INPUT.findall(page)}
    assert chosen["ods", "sin_dato"] == "Sin dato"
    assert chosen["ods", "11"] == "11&#46; Ciudades y comunidades sostenibles"


def test_dates_put_a_register_in_order_only_where_it_has_them() -> None:
    edition = edition_of(ROOT / "data")
    dated = {
        name
        for name in FACETS
        if (found := catalogue(edition, name, "fichas"))
        and any(code == "reciente" for code, _ in found.orders)
    }
    with_dates = {
        name
        for name in FACETS
        if any("fecha" in card for card in facets_of(ROOT / "data", name)["fichas"])
    }
    assert dated == with_dates
    assert with_dates == {*FACETS} - {"indicador", "actor"}


@pytest.mark.parametrize("folder", SITES, ids=NAMES)
def test_a_date_is_of_the_year_of_its_facet(folder: Path) -> None:
    for name in FACETS:
        for card in facets_of(folder, name)["fichas"]:
            years = card["facetas"].get("anio", ["sin_dato"])
            assert years == [card["fecha"][:4] if "fecha" in card else "sin_dato"], card["id"]


def test_the_rows_of_a_table_are_those_of_its_catalogue() -> None:
    """What is downloaded is picked by the first cell of each row."""
    for name in FACETS:
        csv = files_of(ROOT / "data")[f"datos/{BY_NAME[name].folder}.csv"]
        assert csv.startswith("id,")
        ids = Counter(card["id"] for card in facets_of(ROOT / "data", name)["fichas"])
        starts = Counter(line.partition(",")[0] for line in csv.splitlines())
        assert ids.keys() <= starts.keys()
