"""Actors, funders, the matrix of units, commitments: what a reader finds on their pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.exports.unit_matrix import unit_matrix_table
from bitacora.pages import actors, commitments, funders, unit_matrix, units
from bitacora.pages.writing import Writer
from bitacora.records.accountability import Compromiso, Pregunta
from bitacora.records.institution import Dependencia
from bitacora.records.relations import Actor
from bitacora.records.resources import Recurso
from bitacora.tallies.participation import actor_map, funder
from bitacora.tallies.situations import (
    commitment_situation,
    days_late,
    in_situations,
    question_situation,
)
from bitacora.tallies.unit_matrix import KINDS, initiatives
from bitacora.tallies.unit_matrix import unit_matrix as matrix_of
from site_builds import DEMO_DAY, ROOT
from tiny_world import AS_OF, SHOWN, WORLD, Change, changed_world

MAKERS = (actors, funders, unit_matrix, units, commitments)
COMMITMENT = "compromisos/directorio-de-compradores.yml"


def pages_of(edition: Edition) -> dict[str, str]:
    writer = Writer([ROOT / "content" / "templates"])
    return {
        page.path: str(page.content) for maker in MAKERS for page in maker.pages(edition, writer)
    }


def changed(folder: Path, *changes: Change) -> Edition:
    return load_edition(changed_world(folder, changes), SHOWN, AS_OF)


@pytest.fixture(scope="module")
def edition() -> Edition:
    return load_edition(WORLD, SHOWN, AS_OF)


@pytest.fixture(scope="module")
def site(edition: Edition) -> Mapping[str, str]:
    return pages_of(edition)


@pytest.fixture(scope="module")
def demo() -> Edition:
    return load_edition(ROOT / "data", SHOWN, DEMO_DAY)


def test_the_map_has_every_sector_and_type_and_says_where_there_is_nobody(
    edition: Edition, site: Mapping[str, str]
) -> None:
    sectors = actor_map(edition.register, edition.lists)
    assert (len(sectors), sum(len(sector.types) for sector in sectors)) == (7, 28)
    shown = [actor.id for sector in sectors for actor in sector.actors]
    assert sorted(shown) == [actor.id for actor in edition.register.all(Actor)]
    page = site["actores/index.md"]
    assert "2 de 7 sectores y en 2 de 28 tipos" in page
    assert "Tipos de este sector sin nadie en el registro: Asociaciones de escuelas;" in page


def test_an_actor_shows_all_that_names_it(edition: Edition, site: Mapping[str, str]) -> None:
    for actor in edition.register.all(Actor):
        page = site[f"actores/{actor.id}.md"]
        for reference in edition.register.incoming.get((actor.kind, actor.id), ()):
            assert f"/{reference.origin.id}.md)" in page


def test_gifts_stand_one_by_one_and_sums_mix_nothing(site: Mapping[str, str]) -> None:
    page = site["actores/agencia-norte.md"].replace("\N{NO-BREAK SPACE}", " ")
    assert "US&#36; 90.000" in page
    assert "US&#36; 30.000" in page
    assert "120.000" not in page  # a promise is not added to what came of it


def test_the_sums_of_a_funder_are_its_gifts_and_no_others(demo: Edition) -> None:
    for actor in demo.register.all(Actor):
        given = funder(demo.register, actor).given
        total = sum((row.monto for row in given), Decimal(0))
        mine = [row for row in demo.register.all(Recurso) if row.aportante == actor.id]
        assert total == sum((row.monto for row in mine), Decimal(0))


def test_who_never_gave_is_told_apart(tmp_path: Path) -> None:
    change = {"archivo": "actores.csv", "busca": "SAC-1,CO,,", "pone": "SAC-1,CO,red_de_ciudades,"}
    page = pages_of(changed(tmp_path, change))["actores/financiadores.md"]
    assert "En el mapa y sin aportes registrados: [Universidad del Puerto]" in page
    assert "1 de 2 tienen aportes" in page


def test_partners_without_category_are_told(tmp_path: Path) -> None:
    change = {"archivo": "actores.csv", "busca": "NO,agencia_de_cooperacion", "pone": "NO,"}
    page = pages_of(changed(tmp_path, change))["actores/financiadores.md"]
    tail = page.split("## Cooperantes sin clase")[1]
    assert "(../actores/agencia-norte.md)" in tail


def test_every_number_of_the_matrix_leads_to_a_list_of_that_length(demo: Edition) -> None:
    site = pages_of(demo)
    numbers = re.findall(
        r"\[(\d+)\]\(\.\./dependencias/([\w-]+)\.md#([\w-]+)\)", site["matriz/index.md"]
    )
    assert len(numbers) > 50
    for number, unit, anchor in numbers:
        page = site[f"dependencias/{unit}.md"]
        section = page.split(f"{{: #{anchor} }}")[1].split("\n## ")[0]
        assert section.count("\n- ") == int(number), (unit, anchor)


def test_the_matrix_loses_no_initiative(demo: Edition) -> None:
    rows = matrix_of(demo.register)
    assert len(rows) == len(demo.register.all(Dependencia))
    told = {(item.kind.name, item.record.id, item.unit) for item in initiatives(demo.register)}
    in_rows = {
        (kind.name, record.id, row.unit.id)
        for row in rows
        for kind in KINDS
        for record in row.found.get(kind.name, ())
    }
    assert in_rows == {one for one in told if one[2]}
    assert len(unit_matrix_table(demo).rows) == len(told)


def test_what_has_no_unit_is_said(tmp_path: Path) -> None:
    change = {
        "archivo": "acciones/ferias.yml",
        "busca": "responsables:\n  - planeacion",
        "pone": "responsables:\n  - no_informado",
    }
    edition = changed(tmp_path, change)
    tail = pages_of(edition)["matriz/index.md"].split("## Iniciativas sin dependencia")[1]
    assert "(../acciones/ferias.md)" in tail
    row = next(row for row in unit_matrix_table(edition).rows if "ferias" in row)
    assert row[:3] == ("accion:ferias:sin-dependencia", None, None)


def test_a_unit_shows_its_areas(site: Mapping[str, str]) -> None:
    assert "Cooperación; Mercados" in site["dependencias/oficina.md"]


def test_an_open_commitment_tells_how_long_is_left(site: Mapping[str, str]) -> None:
    page = site["compromisos/directorio-de-compradores.md"]
    assert "Hay plazo hasta el 15 de diciembre de 2026: faltan 153 días." in page
    assert "30 de junio de 2026: Hay datos de doce compradores." in page
    assert "(../preguntas/compradores.md)" in page
    assert "Sigue abierto." in page


def test_an_overdue_commitment_comes_first_with_its_days(tmp_path: Path) -> None:
    change = {"archivo": COMMITMENT, "busca": "plazo: 2026-12-15", "pone": "plazo: 2026-07-14"}
    site = pages_of(changed(tmp_path, change))
    assert "hace 1 día, y sigue abierto" in site["compromisos/directorio-de-compradores.md"]
    assert "hace 1 día" in site["compromisos/index.md"].split("## Abiertos y en plazo")[0]


def test_a_closed_commitment_shows_its_outcome_and_its_proof(tmp_path: Path) -> None:
    change = {
        "archivo": COMMITMENT,
        "busca": "fuente: documento:acta-1",
        "pone": (
            "cerrado: 2026-07-01\ndesenlace: cumplido_en_parte\n"
            "evidencia: documento:acta-1, punto 3\nfuente: documento:acta-1"
        ),
    }
    page = pages_of(changed(tmp_path, change))["compromisos/directorio-de-compradores.md"]
    assert "Se cerró el 1 de julio de 2026, dentro del plazo." in page
    assert "Cumplido en parte" in page
    assert "(../documentos/acta-1.md), punto 3" in page


def test_the_demonstration_has_every_situation(demo: Edition) -> None:
    promised = demo.register.all(Compromiso)
    found = {commitment_situation(one, DEMO_DAY) for one in promised}
    assert found == {code.codigo for code in demo.lists.all("situaciones_compromiso")}
    assert {one.evento for one in promised} - {None}
    asked = {question_situation(one, DEMO_DAY) for one in demo.register.all(Pregunta)}
    assert asked == {code.codigo for code in demo.lists.all("situaciones_pregunta")}


def test_the_demonstration_has_every_sector_and_every_category_of_funder(demo: Edition) -> None:
    assert all(sector.actors for sector in actor_map(demo.register, demo.lists))
    giving = {
        actor.categoria_financiador
        for actor in demo.register.all(Actor)
        if funder(demo.register, actor).given
    }
    assert giving >= {code.codigo for code in demo.lists.all("categorias_financiador")}


def test_what_is_due_first_stands_first(demo: Edition) -> None:
    late = in_situations(demo.register.all(Compromiso), ("vencido",), DEMO_DAY)
    days = [days_late(one, DEMO_DAY) for one in late]
    assert days == sorted(days, reverse=True)
    assert all(days)
