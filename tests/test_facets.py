"""The facets of each register: every record once, counts that are those of the records."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.exports.facets import facet_files
from bitacora.records.events import Evento, Oportunidad
from bitacora.records.kinds import BY_NAME
from bitacora.tallies.calls import call_state
from bitacora.tallies.facet_sets import FACETS
from bitacora.tallies.facets import Facet, faceted
from bitacora.tallies.meetings import meeting_state
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD

TODAY = date(2026, 11, 21)
SITES = [WORLD, ROOT / "data", *sorted((ROOT / "examples").glob("*/data"))]
NAMES = [folder.parent.name for folder in SITES]


@cache
def edition_of(folder: Path) -> Edition:
    day = AS_OF if folder == WORLD else TODAY
    return load_edition(folder, SHOWN, day)


@cache
def files_of(folder: Path) -> dict[str, Any]:
    return {made.path: json.loads(made.as_bytes()) for made in facet_files(edition_of(folder), ())}


@pytest.mark.parametrize("folder", SITES, ids=NAMES)
def test_every_public_record_stands_exactly_once(folder: Path) -> None:
    register = edition_of(folder).register
    for name in FACETS:
        kind = BY_NAME[name]
        found = files_of(folder)[f"datos/facetas/{kind.folder}.json"]
        told = [card["id"] for card in found["fichas"]]
        assert sorted(told) == [record.id for record in register.all(kind.model)]
        assert found["registro"] == name


@pytest.mark.parametrize("folder", SITES, ids=NAMES)
def test_counts_are_those_of_the_records(folder: Path) -> None:
    for path, found in files_of(folder).items():
        for facet in found["facetas"]:
            code = facet["codigo"]
            values = [value for card in found["fichas"] for value in card["facetas"][code]]
            told = {value["codigo"]: value["cuantas"] for value in facet["valores"]}
            assert told == Counter(values), f"{path} {code}"
            assert all(card["facetas"][code] for card in found["fichas"])
            if not facet["varias"]:
                assert sum(told.values()) == len(found["fichas"]), f"{path} {code}"


@pytest.mark.parametrize("folder", SITES, ids=NAMES)
def test_every_value_has_a_name_for_people(folder: Path) -> None:
    for path, found in files_of(folder).items():
        names = [facet["nombre"] for facet in found["facetas"]]
        assert len(set(names)) == len(names), path
        for facet in found["facetas"]:
            shown = [value["nombre"] for value in facet["valores"]]
            assert len(set(shown)) == len(shown), f"{path} {facet['codigo']}: {shown}"
            assert all(name and "_" not in name for name in shown), f"{path} {shown}"


def test_a_state_is_the_one_that_the_whole_site_computes() -> None:
    edition = edition_of(ROOT / "data")
    files = files_of(ROOT / "data")
    for card in files["datos/facetas/eventos.json"]["fichas"]:
        event = edition.register.get(Evento, card["id"])
        assert event is not None
        assert card["facetas"]["situacion"] == [meeting_state(event, TODAY).value]
    for card in files["datos/facetas/oportunidades.json"]["fichas"]:
        call = edition.register.get(Oportunidad, card["id"])
        assert call is not None
        assert card["facetas"]["situacion"] == [call_state(call, TODAY).value]


def test_silence_is_a_value_and_comes_last() -> None:
    edition = edition_of(ROOT / "data")
    kind = BY_NAME["buena-practica"]
    silent: Facet[Any] = Facet("nada", "Nada", lambda *_: (None,))
    found = faceted(edition.scene(), edition.register.all(kind.model), (silent,))
    (value,) = found.counted[0].values
    assert (value.code, value.name, value.count) == (
        "sin_dato",
        "Sin dato",
        len(edition.register.all(kind.model)),
    )
    for counted in files_of(ROOT / "data").values():
        for facet in counted["facetas"]:
            codes = [value["codigo"] for value in facet["valores"]]
            if facet["codigo"] != "luz" and "sin_dato" in codes:
                assert codes[-1] == "sin_dato"
