"""The page of answers, as people type in Spanish."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Route

from browser.visitor import Visitor

pytestmark = pytest.mark.browser

QUERIES = Path(__file__).with_name("queries.csv")
WANTED, OUT_OF = 58, 60
MOST_BYTES = 300_000
RECORDS = 3_000
OPORTO = ["hermanamientos/puerto/", "Câmara Municipal do Porto", 0, 3]


def test_what_people_ask_is_among_the_first_three(visitor: Visitor) -> None:
    """Each row of ``queries.csv`` asks for one of its pages among the first three answers."""
    with QUERIES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["consulta"] for row in rows}) == OUT_OF
    missed = []
    for row in rows:
        first = visitor.answers(row["consulta"])[:3]
        if not set(row["espera"].split("|")).intersection(first):
            missed.append(f"{row['consulta']}: {first}")
    assert OUT_OF - len(missed) >= WANTED, "\n".join(missed)


def test_every_page_that_is_expected_exists(demo_site: Path) -> None:
    names = json.loads((demo_site / "buscar" / "nombres.json").read_text(encoding="utf-8"))
    with QUERIES.open(encoding="utf-8", newline="") as file:
        wanted = {page for row in csv.DictReader(file) for page in row["espera"].split("|")}
    assert sorted(wanted - {row[0] for row in names["paginas"]}) == []


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("educacion", "educación"),
        ("HERMANAMIENTO", "hermanamiento"),
        ("ninez", "niñez"),
        ("prácticas", "practicas"),
    ],
)
def test_accents_and_capitals_do_not_matter(visitor: Visitor, typed: str, written: str) -> None:
    assert set(visitor.answers(typed)[:3]) == set(visitor.answers(written)[:3]) != set()


def test_the_enye_is_a_letter_of_its_own(visitor: Visitor) -> None:
    assert "recursos/por-anio/" in visitor.answers("año")[:3]
    assert "paises/es/" in visitor.answers("espana")[:3]


def test_a_city_is_found_by_its_name_in_spanish(visitor: Visitor) -> None:
    def with_porto(route: Route) -> None:
        names = route.fetch().json()
        names["paginas"].append(OPORTO)
        route.fulfill(json=names)

    visitor.page.route("**/buscar/nombres.json", with_porto)
    assert visitor.answers("oporto")[0] == OPORTO[0]
    assert visitor.answers("porto")[0] == OPORTO[0]


def test_words_inside_a_page_are_found_with_an_excerpt(visitor: Visitor) -> None:
    visitor.search("pliego")
    assert "También lo dicen por dentro" in visitor.page.locator("#hits h2").all_inner_texts()
    assert "pliego" in visitor.page.locator(".found__excerpt mark").first.inner_text().lower()


def test_facets_combine_in_the_address(visitor: Visitor) -> None:
    visitor.search("agua")
    page = visitor.page
    whole = visitor.told()
    kind = page.locator("[data-facet=tipo]:visible").first
    name, count = kind.inner_text().rsplit(" ", 1)
    kind.click()
    assert visitor.told() == int(count.strip("()")) < whole
    assert f"tipo «{name}»" in page.inner_text("#told")
    nobody = page.locator("[data-facet=eje][data-value=sin_dato]")
    both = int(nobody.inner_text().rsplit(" ", 1)[1].strip("()"))
    nobody.click()
    assert visitor.told() == both
    assert "eje=sin_dato" in page.url
    assert "tipo=" in page.url
    assert page.locator("#facets [aria-current]").count() == 2
    page.reload()
    page.wait_for_selector("#told[data-done]")
    assert visitor.told() == both
    page.go_back()
    assert page.locator("#facets [aria-current]").count() == 1


def test_the_reader_keeps_their_place_among_the_facets(visitor: Visitor) -> None:
    visitor.search("agua")
    page = visitor.page
    link = page.locator("[data-facet=eje]").first
    value = link.get_attribute("data-value")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#facets [aria-current]")
    assert page.evaluate("document.activeElement.dataset.value") == value


def test_answers_are_grouped_by_kind_with_state_and_axis(visitor: Visitor) -> None:
    visitor.search("buses")
    headings = visitor.page.locator("#hits h2").all_inner_texts()
    assert headings[0] == "Lo más cercano"
    assert "Recurso" in headings
    first = visitor.page.locator(".found__facts").first.inner_text()
    assert first == "Acción · En ejecución · Eje 3. Territorio sostenible"


def test_nothing_found_says_where_to_look(visitor: Visitor) -> None:
    assert visitor.search("qwxkzjh") == []
    page = visitor.page
    assert page.inner_text("#told") == "Ninguna página dice «qwxkzjh»."
    assert page.get_by_role("link", name="Mapa del sitio").first.is_visible()
    visitor.search("gastronomia")
    near = page.locator("#near-words a")
    assert near.first.is_visible()
    near.first.click()
    page.wait_for_selector("#told[data-done]")
    assert page.locator("#hits h3").count() > 0


def test_what_is_typed_stays_text(visitor: Visitor) -> None:
    visitor.search("<img src=x onerror=alert(1)>")
    assert "<img src=x" in visitor.page.inner_text("#told")
    assert visitor.page.locator("#told img, #facets img, #hits img").count() == 0
    assert not visitor.failed


def test_without_scripts_the_box_leads_to_ways_on(chromium: Browser, demo_url: str) -> None:
    reader = Visitor(chromium, demo_url, scripts=False)
    page = reader.page
    page.goto(demo_url)
    page.fill("#q", "becas")
    page.press("#q", "Enter")
    page.wait_for_url("**/buscar/?q=becas")
    assert "necesita JavaScript" in page.inner_text("#told")
    assert page.get_by_role("link", name="Mapa del sitio").first.is_visible()
    reader.leave()


def test_the_first_answer_is_light(visitor: Visitor, demo_site: Path) -> None:
    """What is brought until the first answer, compressed, with a list of names that grows in
    proportion to the records (more than it does: long lists compress better)."""
    visitor.page.goto(f"{visitor.url}buscar/?q=becas")
    visitor.page.wait_for_selector("#hits h3")
    asked = {urlsplit(url).path.split("/", 2)[2] or "index.html" for url in visitor.requested}
    files = [_file(demo_site, path) for path in asked]
    names = demo_site / "buscar" / "nombres.json"
    assert names in files
    rows = json.loads(names.read_text(encoding="utf-8"))["paginas"]
    others = sum(_weight(path) for path in files if path != names and "pagefind" not in path.parts)
    assert others + _weight(names) * max(1, RECORDS / len(rows)) < MOST_BYTES


def _file(site: Path, path: str) -> Path:
    found = site / path
    return found / "index.html" if found.is_dir() else found


def _weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))
