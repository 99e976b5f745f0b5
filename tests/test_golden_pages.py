"""Every page of the tiny world as it was last approved; reports that lose and invent nothing."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.publication import artefacts
from bitacora.quarters import Period
from bitacora.records.accumulation import Acumulacion
from bitacora.records.actions import Accion
from bitacora.records.indicators import Avance, Indicador
from bitacora.tallies.budget import budget_lines, budget_sums, sum_precision
from bitacora.tallies.progress import Standing
from bitacora.tallies.reporting import report_at, report_quarters
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD

TEMPLATES = ROOT / "content" / "templates"
GOLDEN = Path(__file__).parent / "golden" / "pages"
TODAY = date(2026, 11, 21)
SITES = [WORLD, ROOT / "data", *sorted((ROOT / "examples").glob("*/data"))]

Pages = Mapping[str, str]


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


def approve(pages: Pages) -> None:
    """Write the approved pages anew."""
    for old in approved():
        (GOLDEN / old).unlink()
    for path, text in pages.items():
        (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / path).write_bytes(text.encode("utf-8"))


@pytest.fixture(scope="module", params=SITES, ids=lambda path: path.parent.name)
def edition(request: pytest.FixtureRequest) -> Edition:
    return load_edition(request.param, SHOWN, AS_OF if request.param == WORLD else TODAY)


@pytest.fixture(scope="module")
def site(edition: Edition) -> Pages:
    return pages_of(edition)


def test_golden_pages() -> None:
    """With GOLDEN=rehacer the approved pages are written anew."""
    made = pages_of(load_edition(WORLD, SHOWN, AS_OF))
    if os.environ.get("GOLDEN") == "rehacer":
        approve(made)
    expected = approved()
    assert sorted(made) == sorted(expected)
    for path, text in made.items():
        assert text == expected[path], path


def test_every_page_has_one_title_and_no_trace_of_code(site: Pages) -> None:
    for path, text in site.items():
        body = text.split("\n---\n", 1)[1]
        assert len([line for line in body.splitlines() if line.startswith("# ")]) == 1, path
        for trace in ("{{", "{%", "None", "NoInformado", "Decimal("):
            assert trace not in body, (path, trace)


def test_tables_are_whole(site: Pages) -> None:
    """Every row has as many cells as its heading."""
    for path, text in site.items():
        width = 0
        for line in text.splitlines():
            cells = line.count("|") if line.startswith("|") else 0
            assert not cells or not width or cells == width, (path, line)
            width = cells


def test_each_quarter_holds_every_indicator_once(edition: Edition, site: Pages) -> None:
    quarters = report_quarters(edition.register, edition.as_of)
    for quarter in quarters:
        report = report_at(edition.register, edition.lists, quarter, edition.as_of)
        ids = [progress.indicator.id for progress in report.standings]
        assert len(ids) == len(set(ids))
        page = site[f"informes/{quarter.text.lower()}.md"]
        section = page.split("## Indicador por indicador")[1].split("\n## ")[0]
        rows = [row for row in section.splitlines() if row.startswith("| [")]
        assert len(rows) == len(ids)
        for indicator in ids:
            assert sum(f"(../indicadores/{indicator}.md)" in row for row in rows) == 1, indicator


@pytest.mark.parametrize("name", ["bogota", "quindio"])
def test_no_progress_is_not_zero(name: str) -> None:
    edition = load_edition(ROOT / "examples" / name / "data", SHOWN, TODAY)
    assert edition.register.all(Indicador)
    # One report, of the last quarter of the term that has ended, tells the silence.
    [report] = edition.reports
    assert report_quarters(edition.register, TODAY) == (report.quarter,)
    for line in report.content.renglones:
        assert (line.valor, line.a_la_fecha, line.avance, line.cumplimiento) == (None,) * 4
        assert line.luz in ("sin_reporte", "no_aplica", "sin_periodicidad")
    pages = pages_of(edition)
    assert "0 de" not in pages["informes/index.md"] + pages["index.md"]


def test_all_versions_of_a_value_stay(edition: Edition, site: Pages) -> None:
    for row in edition.register.all(Avance):
        page = site[f"indicadores/{row.indicador}.md"]
        assert f"{{: #avance-{row.periodo.text.lower()}-v{row.version} }}" in page
        if row.version > 1:
            assert "Por qué se corrigió" in page
            assert "<del>" in page


def test_sums_take_every_line_once_and_mix_nothing(edition: Edition) -> None:
    lines = budget_lines(edition.register.all(Accion))
    for by_source in (True, False):
        sums = budget_sums(lines, edition.lists, by_source=by_source)
        assert sum(len(item.lines) for item in sums) == len(lines)
        for item in sums:
            kinds = {
                (line.line.moneda, line.line.reembolsable, line.line.tipo_flujo)
                for line in item.lines
            }
            assert len(kinds) == 1
            total = sum((line.line.monto for line in item.lines), Decimal(0))
            assert item.total.amount == total


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (["exacto"], "exacto"),
        (["exacto", "minimo"], "minimo"),
        (["maximo", "maximo"], "maximo"),
        (["minimo", "maximo"], "aproximado"),
        (["exacto", "aproximado", "minimo"], "aproximado"),
    ],
)
def test_a_sum_is_as_exact_as_its_parts(parts: list[str], whole: str) -> None:
    assert sum_precision(parts) == whole


def test_the_method_tells_every_formula_and_standing() -> None:
    edition = load_edition(WORLD, SHOWN, AS_OF)
    kinds = edition.lists.all("acumulaciones")
    standings = edition.lists.all("situaciones_indicador")
    assert {code.codigo for code in kinds} == {str(kind) for kind in Acumulacion}
    assert {code.codigo for code in standings} == {str(standing) for standing in Standing}
    method = pages_of(edition)["metodo/index.md"]
    assert all(code.nombre in method for code in kinds)
    assert all(str(code.definicion) in method for code in standings)


def test_the_quarters_of_the_world_that_ended_have_a_report() -> None:
    edition = load_edition(WORLD, SHOWN, AS_OF)
    quarters = report_quarters(edition.register, AS_OF)
    assert Period.parse("2026-T2") in quarters
    assert all(quarter.end < AS_OF for quarter in quarters)
