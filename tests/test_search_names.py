"""The names that search looks through: every page once, with the words people use for it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.pages.all import PAGES
from bitacora.pages.search_names import PATH, search_names
from bitacora.pages.writing import Writer, said_of
from bitacora.records.events import Oportunidad
from bitacora.records.kinds import KINDS
from bitacora.records.networks import Red
from bitacora.records.relations import Hermanamiento
from bitacora.spanish import sort_key
from bitacora.tallies.calls import CallState, call_state
from bitacora.tallies.happened import standing_of
from bitacora.tallies.instruments import InstrumentState
from bitacora.tallies.prominence import prominence_of
from site_builds import ROOT
from test_facets import NAMES, SITES, edition_of
from tiny_world import AS_OF, SHOWN, WORLD, changed_world

SYNONYMS = "codigo,nombre,definicion,palabras\nlago,Lago Grande,,lago grande|gran lago\n"
ADDRESS, TITLE, KIND, PROMINENCE, STATE, AXIS, WORDS, OTHERS = range(8)


def file_of(edition: Edition) -> str:
    writer = Writer((ROOT / "content" / "templates",))
    made = [page for make_pages in PAGES for page in make_pages(edition, writer)]
    found = search_names(edition, made)
    assert found.path == PATH
    searched = [said_of(page).get("tipo") for page in made if page.is_page]
    terms = len(edition.lists.all("glosario"))
    assert len(json.loads(found.as_bytes())["paginas"]) == sum(map(bool, searched)) + terms
    return str(found.content)


@cache
def names_of(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file_of(edition_of(folder)))
    return found


def row(folder: Path, address: str) -> list[Any]:
    found = next(row for row in names_of(folder)["paginas"] if row[ADDRESS] == address)
    return [*found, *[-1, -1, "", ""][len(found) - STATE :]]


@pytest.mark.parametrize("folder", SITES, ids=NAMES)
def test_every_record_with_a_page_is_named_once(folder: Path) -> None:
    addresses = [row[ADDRESS] for row in names_of(folder)["paginas"]]
    assert len(set(addresses)) == len(addresses)
    for kind in (kind for kind in KINDS if kind.has_pages):
        for record in edition_of(folder).register.all(kind.model):
            assert f"{kind.folder}/{record.id}/" in addresses


@pytest.mark.parametrize("folder", SITES, ids=NAMES)
def test_rows_are_in_order_and_point_inside_their_lists(folder: Path) -> None:
    found = names_of(folder)
    titles = [(sort_key(row[TITLE]), row[ADDRESS]) for row in found["paginas"]]
    assert titles == sorted(titles)
    for address, *_ in found["paginas"]:
        one = row(folder, address)
        assert 0 <= one[KIND] < len(found["tipos"])
        assert -1 <= one[STATE] < len(found["estados"])
        assert -1 <= one[AXIS] < len(found["ejes"])
        assert 0 <= one[PROMINENCE] <= 5


def test_a_network_is_found_by_its_acronym_and_its_other_names() -> None:
    found = row(WORLD, "redes/puertos/")
    assert found[WORDS] == "RPA|Puertos del Mundo"
    assert names_of(WORLD)["estados"][found[STATE]] == "Vigente"
    assert names_of(WORLD)["ejes"][found[AXIS]][0] == "compartir"


def test_codes_cities_and_countries_are_words() -> None:
    demo = ROOT / "data"
    assert "IND-23" in row(demo, "indicadores/acuerdos-rueda/")[WORDS].split("|")
    partner = row(demo, "hermanamientos/vila-serena/")
    assert "Vila Serena" in partner[WORDS].split("|")
    assert "Portugal" in partner[OTHERS]
    assert "Eje 3" in row(demo, "ejes/territorio-sostenible/")[WORDS].split("|")
    assert row(demo, "informes/2026-t3/")[WORDS] == "2026-T3|Último informe"
    assert row(demo, "informes/2026-t2/")[WORDS] == "2026-T2"
    assert "Contacto" in row(demo, "dependencias/oficina-internacional/")[WORDS].split("|")


def test_terms_lead_to_their_place_in_the_glossary() -> None:
    found = row(WORLD, "glosario/#ayuda-oficial-al-desarrollo")
    assert found[TITLE] == "Ayuda Oficial al Desarrollo (AOD)"
    assert found[WORDS].split("|")[0] == "AOD"


def test_what_is_over_goes_after_what_is_alive() -> None:
    edition = edition_of(ROOT / "data")
    register, day = edition.register, edition.as_of
    over = {InstrumentState.VENCIDO, InstrumentState.TERMINADO}
    relations: list[Hermanamiento | Red] = [*register.all(Hermanamiento), *register.all(Red)]
    for relation in relations:
        state = standing_of(register, relation, day).state
        assert prominence_of(register, relation, day) == (2 if state in over else 3), relation.id
    for call in register.all(Oportunidad):
        closed = call_state(call, day) is CallState.CERRADA
        assert prominence_of(register, call, day) == (1 if closed else 2), call.id


def test_words_for_the_same_thing_come_from_lists_and_countries(tmp_path: Path) -> None:
    change = {"archivo": "listas/sinonimos.csv", "pone": SYNONYMS}
    edition = load_edition(changed_world(tmp_path, [change]), SHOWN, AS_OF)
    groups = json.loads(file_of(edition))["sinonimos"]
    assert ["lago grande", "gran lago"] in groups
    assert ["Oporto", "Porto"] in groups
    assert any({"hermanamiento", "ciudad hermana", "twinning"} <= set(group) for group in groups)
    assert ["Alemania", "República Federal de Alemania", "RFA", "Germany"] in names_of(
        ROOT / "data"
    )["sinonimos"]


def test_the_same_data_give_the_same_bytes() -> None:
    assert file_of(edition_of(WORLD)) == file_of(load_edition(WORLD, SHOWN, AS_OF))
