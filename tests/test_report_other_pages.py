"""The calendar, the questions, the year, the term, the road of each indicator."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.hours import spoken_hour
from bitacora.pages import indicators, questions
from bitacora.pages.reports import calendar, term, year
from bitacora.pages.writing import Writer
from bitacora.records.accountability import Compromiso, Pregunta
from bitacora.records.indicators import Indicador
from bitacora.reports.rollups.year import year_report
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD, Change, changed_world

MAKERS = (indicators, questions, calendar, term, year)
TODAY = date(2026, 11, 21)


def pages_of(edition: Edition) -> dict[str, str]:
    writer = Writer([ROOT / "content" / "templates"])
    return {
        page.path: str(page.content) for maker in MAKERS for page in maker.pages(edition, writer)
    }


@pytest.fixture(scope="module")
def edition() -> Edition:
    return load_edition(WORLD, SHOWN, AS_OF)


@pytest.fixture(scope="module")
def site(edition: Edition) -> Mapping[str, str]:
    return pages_of(edition)


def changed(folder: Path, *changes: Change) -> Mapping[str, str]:
    return pages_of(load_edition(changed_world(folder, changes), SHOWN, AS_OF))


def test_the_calendar_keeps_every_change_with_its_reason(site: Mapping[str, str]) -> None:
    page = site["informes/calendario.md"]
    assert "(../informes/2026-t2.md)" in page
    assert "14 jul 2026, 10:00 a. m." in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "El comité se reúne el 13 de julio." in page
    assert "4 días después" in page


def test_the_calendar_tells_a_date_and_nothing_else() -> None:
    edition = load_edition(WORLD, SHOWN, date(2026, 7, 14), time(9, 59))
    pages = pages_of(edition)
    page = pages["informes/calendario.md"]
    assert "El próximo es el informe del segundo trimestre de 2026" in page
    assert "es hoy" in page
    assert "embargo" in page
    for text in pages.values():
        assert "2026-t2.md" not in text
        assert "Se graduaron sesenta" not in text
        assert "avance-2026-t2" not in text


@pytest.mark.parametrize(
    ("hour", "words"),
    [(time(0), "12:00 a. m."), (time(12, 5), "12:05 p. m."), (time(15), "3:00 p. m.")],
)
def test_hours_as_people_read_them(hour: time, words: str) -> None:
    assert spoken_hour(hour).replace("\N{NO-BREAK SPACE}", " ") == words


def test_every_question_has_its_page_with_all_that_came_of_it(
    edition: Edition, site: Mapping[str, str]
) -> None:
    asked = edition.register.all(Pregunta)
    assert asked
    for question in asked:
        assert f"({'../'}preguntas/{question.id}.md)" in site["preguntas/index.md"]
        page = site[f"preguntas/{question.id}.md"]
        for made in edition.register.naming(question, Compromiso, "pregunta"):
            assert made.compromiso in page
            assert all(known.avance in page for known in made.seguimientos)
        assert "(../informes/2026-t2.md)" in page, "the report that tells of it"


def test_a_commitment_past_its_date_is_overdue_first(tmp_path: Path) -> None:
    before = changed(
        tmp_path,
        {
            "archivo": "compromisos/directorio-de-compradores.yml",
            "busca": "plazo: 2026-12-15",
            "pone": "plazo: 2026-07-05",
        },
    )
    page = before["preguntas/index.md"]
    assert "hace 10 días" in page
    assert page.index("Vencido") < page.index("## Compromisos cerrados")


@pytest.mark.parametrize("path", ["informes/2026.md", "informes/vigencia.md"])
def test_every_indicator_stands_once_in_a_roll_up(
    edition: Edition, site: Mapping[str, str], path: str
) -> None:
    rows = [row for row in site[path].splitlines() if row.startswith("| [")]
    for indicator in edition.register.all(Indicador):
        found = [row for row in rows if f"(../indicadores/{indicator.id}.md)" in row]
        assert len(found) == 1, indicator.id


def test_a_year_says_which_quarters_it_lacks(site: Mapping[str, str]) -> None:
    page = site["informes/2026.md"]
    assert "Reúne 1 de los 4" in page or "Reúne 2 de los 4" in page
    assert "T4 de 2026" in page
    assert "Sin informe" in page


def test_a_light_bears_the_quarter_it_comes_from(edition: Edition, site: Mapping[str, str]) -> None:
    report = year_report(2026, edition.reports, edition.lists)
    assert report is not None
    for line in report.renglones:
        [row] = [
            row
            for row in site["informes/2026.md"].splitlines()
            if row.startswith("| [") and f"(../indicadores/{line.indicador}.md)" in row
        ]
        told = next(cell for cell in line.trimestres if cell.periodo == line.luz_periodo)
        assert told.luz == line.luz
        assert f"{line.luz_periodo[-2:]} de {line.luz_periodo[:4]}" in row


def test_what_is_not_drawn_says_why(site: Mapping[str, str]) -> None:
    for text in site.values():
        for drawing in re.findall(r'<figure class="chart">.*', text):
            assert ("<svg" in drawing) != ("Sin gráfica." in drawing)
            assert drawing.endswith("</figure>"), "a drawing is one line of the page"


@pytest.mark.parametrize("name", ["bogota", "quindio"])
def test_a_site_without_progress_draws_no_zeros(name: str) -> None:
    pages = pages_of(load_edition(ROOT / "examples" / name / "data", SHOWN, TODAY))
    road = pages["informes/vigencia.md"]
    assert 'class="ch-canvas"' not in road
    assert "Sin gráfica." in road or "Todavía no hay ningún informe" in road
    assert "No hay ningún informe anunciado" in pages["informes/calendario.md"]
    assert "No hay ninguna pregunta registrada" in pages["preguntas/index.md"]
    for path, text in pages.items():
        if path.startswith("indicadores/") and path != "indicadores/index.md":
            assert 'class="ch-canvas"' not in text
