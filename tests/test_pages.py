"""Every page of the tiny world, as it was last approved."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.publication import artefacts
from bitacora.quarters import Period
from bitacora.records.indicators import Acumulacion, Indicador
from bitacora.spanish import number
from bitacora.tallies.progress import Standing
from bitacora.tallies.reporting import by_axis, report_at, report_quarters
from tiny_world import AS_OF, SHOWN, WORLD

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "content" / "templates"
GOLDEN = Path(__file__).parent / "golden" / "pages"
TODAY = date(2026, 11, 21)
SITES = [WORLD, ROOT / "data", *sorted((ROOT / "examples").glob("*/data"))]


def pages_of(edition: Edition) -> dict[str, str]:
    """Every page by its path."""
    return {
        artefact.path: str(artefact.content)
        for artefact in artefacts(edition, [TEMPLATES])
        if artefact.is_page
    }


def approved() -> dict[str, str]:
    """The approved pages by their path."""
    return {
        path.relative_to(GOLDEN).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted(GOLDEN.rglob("*.md"))
    }


@pytest.fixture(scope="module")
def world_pages() -> Mapping[str, str]:
    return pages_of(load_edition(WORLD, SHOWN, AS_OF))


@pytest.fixture(scope="module", params=SITES, ids=lambda path: path.parent.name)
def edition(request: pytest.FixtureRequest) -> Edition:
    return load_edition(request.param, SHOWN, AS_OF if request.param == WORLD else TODAY)


def test_golden_pages(world_pages: Mapping[str, str]) -> None:
    """With GOLDEN=rehacer the approved pages are written anew."""
    if os.environ.get("GOLDEN") == "rehacer":
        for old in approved():
            (GOLDEN / old).unlink()
        for path, text in world_pages.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_bytes(text.encode("utf-8"))
    expected = approved()
    assert sorted(world_pages) == sorted(expected)
    for path, text in world_pages.items():
        assert text == expected[path], path


def test_every_page_has_one_title_and_says_no_code(edition: Edition) -> None:
    for path, text in pages_of(edition).items():
        body = text.split("\n---\n", 1)[1]
        titles = [line for line in body.splitlines() if line.startswith("# ")]
        assert len(titles) == 1, path
        for leak in ("{{", "{%", "None", "NoInformado", "no_informado", "Decimal("):
            assert leak not in body, (path, leak)


def test_tables_are_whole(edition: Edition) -> None:
    """Every row of a table has as many cells as its heading, with nothing between rows."""
    for path, text in pages_of(edition).items():
        width = 0
        for line in text.splitlines():
            cells = line.count("|") if line.startswith("|") else 0
            assert cells in (width, 0) or not width, (path, line)
            width = cells


def test_each_quarter_holds_every_indicator_once(edition: Edition) -> None:
    for quarter in report_quarters(edition.register, edition.as_of):
        report = report_at(edition.register, edition.lists, quarter, edition.as_of)
        ids = [progress.indicator.id for progress in report.standings]
        assert len(ids) == len(set(ids))
        table = by_axis(edition.register, report)
        assert table.total == len(ids)
        assert sum(len(report.standing(standing)) for standing in Standing) == len(ids)
        page = pages_of(edition)[f"informes/{quarter.text.lower()}.md"]
        assert f"| {number(table.total)} |" in page
        section = page.split("## Indicador por indicador")[1].split("## Lo que no sabemos")[0]
        for indicator in ids:
            rows = [row for row in section.splitlines() if f"/{indicator}.md)" in row]
            assert len(rows) == 1, (quarter, indicator)


@pytest.mark.parametrize("site", ["bogota", "quindio"])
def test_no_progress_is_not_zero(site: str) -> None:
    edition = load_edition(ROOT / "examples" / site / "data", SHOWN, TODAY)
    assert edition.register.all(Indicador)
    assert report_quarters(edition.register, TODAY) == ()
    pages = pages_of(edition)
    assert "Todavía no hay informes" in pages["informes/index.md"]
    assert "0 de" not in pages["informes/index.md"] + pages["index.md"]
    assert [path for path in pages if path.startswith("informes/")] == ["informes/index.md"]


def test_all_versions_of_a_value_stay(world_pages: Mapping[str, str]) -> None:
    corrected = [text for text in world_pages.values() if "Por qué se corrigió" in text]
    assert corrected
    assert all("<del>" in text for text in corrected)


def test_every_formula_is_printed(world_pages: Mapping[str, str]) -> None:
    edition = load_edition(WORLD, SHOWN, AS_OF)
    kinds = {code.codigo for code in edition.lists.all("acumulaciones")}
    assert kinds == {str(kind) for kind in Acumulacion}
    listed = {code.codigo for code in edition.lists.all("situaciones_indicador")}
    assert listed == {str(standing) for standing in Standing}
    for kind in edition.lists.all("acumulaciones"):
        assert kind.nombre in world_pages["metodo/index.md"]


def test_the_quarters_of_the_world_that_ended_have_a_report() -> None:
    edition = load_edition(WORLD, SHOWN, AS_OF)
    quarters = report_quarters(edition.register, AS_OF)
    assert quarters
    assert all(quarter.end < AS_OF for quarter in quarters)
    assert Period.parse("2026-T2") in quarters
