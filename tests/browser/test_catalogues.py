"""The lists that are filtered, in a real browser: by hand, by address, by keyboard, unscripted."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from browser.visitor import Visitor

pytestmark = pytest.mark.browser

LISTS = {
    "acciones": "acciones",
    "indicadores": "indicadores",
    "buenas-practicas": "buenas prácticas",
    "hermanamientos": "instrumentos",
    "redes": "redes y espacios",
    "recursos": "aportes",
    "oportunidades": "convocatorias",
    "eventos": "misiones y eventos",
    "documentos": "documentos",
    "actores": "actores",
    "compromisos": "compromisos",
    "preguntas": "preguntas",
}
# Facets that are a column of the published table, as it is written.
COLUMNS = {
    "acciones": {"estado": "estado", "ods": "ods", "agenda": "agendas"},
    "indicadores": {"tipo": "tipo", "periodicidad": "periodicidad"},
    "buenas-practicas": {"origen": "origen", "tema": "temas", "pais": "pais", "ods": "ods"},
    "hermanamientos": {"tipo": "tipo_instrumento", "pais": "pais", "ambito": "ambitos"},
    "redes": {"tipo": "tipo", "rol": "rol"},
    "recursos": {"moneda": "moneda", "flujo": "tipo_flujo", "modalidad": "modalidad"},
    "oportunidades": {"categoria": "categoria", "dirigida": "dirigida_a", "ods": "ods"},
    "eventos": {"tipo": "tipo", "pais": "pais"},
    "documentos": {"tipo": "tipo", "idioma": "idioma", "clasificacion": "clasificacion"},
    "actores": {"tipo": "tipo", "pais": "pais", "financiador": "categoria_financiador"},
    "compromisos": {"dependencia": "responsable"},
    "preguntas": {"origen": "origen"},
}
COUNTS = """
() => [...document.querySelectorAll("form.catalogue input")].map((box) =>
  [box.name, box.value, box.closest("label").querySelector(".catalogue__count").textContent])
"""
ROWS = """
() => {
  const rows = [];
  const form = document.querySelector("form.catalogue");
  let it = form;
  while ((it = it.nextElementSibling) && !it.matches(".catalogue-end"))
    rows.push(...it.querySelectorAll("tbody tr"));
  const kind = location.pathname.split("/").at(-2);
  return rows.filter((row) => row.checkVisibility()).map((row) =>
    [...row.querySelectorAll("a")].map((link) => link.pathname.split("/"))
      .find((parts) => parts.at(-3) === kind)?.at(-2));
}
"""


def shown(page: Page) -> list[str]:
    """The ids of the rows that are seen in the list, in their order, once it has been filtered."""
    page.wait_for_selector("form.catalogue:not([aria-busy])")
    found: list[str] = page.evaluate(ROWS)
    return found


def counts(page: Page) -> dict[str, dict[str, int]]:
    """How many records each value of each facet says it has."""
    told: dict[str, dict[str, int]] = {}
    page.wait_for_selector("form.catalogue:not([aria-busy])")
    for facet, value, count in page.evaluate(COUNTS):
        told.setdefault(facet, {})[value] = int(re.sub(r"\D", "", count))
    return told


def published(site: Path, name: str) -> list[dict[str, str]]:
    with (site / "datos" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def values(row: dict[str, str], column: str) -> list[str]:
    return row[column].split("|") if row[column] else []


def facets_of(site: Path, name: str) -> dict[str, Any]:
    text = (site / "datos" / "facetas" / f"{name}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def sentence(page: Page) -> str:
    page.wait_for_selector("form.catalogue:not([aria-busy])")
    return page.inner_text(".catalogue__told")


def told(page: Page, start: str) -> str:
    """What the page says of its list, once it begins so."""
    page.locator(".catalogue__told", has_text=re.compile(f"^{re.escape(start)}")).wait_for()
    return sentence(page)


def tick(page: Page, facet: str, value: str) -> None:
    """Open a facet and choose one of its values."""
    box = page.locator(f'input[name="{facet}"][value="{value}"]')
    if not box.is_visible():
        page.locator(".catalogue__facet", has=box).locator("summary").click()
    box.click()


@pytest.mark.parametrize("name", LISTS)
def test_counts_are_those_of_the_data(visitor: Visitor, demo_site: Path, name: str) -> None:
    page = visitor.open(f"{name}/")
    rows, said = published(demo_site, name), counts(page)
    assert sentence(page) == f"{len(rows)} {LISTS[name]}"
    assert sorted(shown(page)) == sorted(row["id"] for row in rows)
    for facet in facets_of(demo_site, name)["facetas"]:
        expected = {value["codigo"]: value["cuantas"] for value in facet["valores"]}
        assert said.get(facet["codigo"], expected) == expected
    for facet, column in COLUMNS[name].items():
        found = Counter(value for row in rows for value in values(row, column) or ["sin_dato"])
        if facet in said:
            assert said[facet] == found, f"{name}: {facet}"


@pytest.mark.parametrize("name", LISTS)
def test_each_value_shows_as_many_as_it_says(visitor: Visitor, demo_site: Path, name: str) -> None:
    facets = facets_of(demo_site, name)["facetas"]
    for facet in (facet for facet in facets if len(facet["valores"]) > 1):
        value = facet["valores"][-1]
        page = visitor.open(f"{name}/?{facet['codigo']}={value['codigo']}")
        told(page, f"{value['cuantas']} de ")
        assert len(shown(page)) == len(set(shown(page))) == value["cuantas"]
    assert visitor.failed == []


def test_facets_combine_and_counts_follow(visitor: Visitor, demo_site: Path) -> None:
    rows = published(demo_site, "acciones")
    page = visitor.open("acciones/")
    tick(page, "tipo", "proyecto")
    tick(page, "ods", "4")
    tick(page, "ods", "11")
    inside = [row for row in rows if row["tipo"] == "proyecto"]
    found = [row["id"] for row in inside if {"4", "11"} & {*values(row, "ods")}]
    assert 0 < len(found) < len(inside)
    start = f"{len(found)} de {len(rows)} acciones: "
    assert told(page, start) == f"{start}tipo Proyecto; ODS 4 o 11."
    assert sorted(shown(page)) == sorted(found)
    said = counts(page)
    # Those of a facet are told as if nothing were chosen in it: that is what one more would give.
    named = Counter(value for row in inside for value in values(row, "ods"))
    assert {value: count for value, count in said["ods"].items() if count} == named
    both = Counter(row["tipo"] for row in rows if {"4", "11"} & {*values(row, "ods")})
    assert {value: count for value, count in said["tipo"].items() if count} == both
    page.get_by_role("button", name="Quitar los filtros").click()
    assert told(page, f"{len(rows)} acciones") == f"{len(rows)} acciones"
    assert len(shown(page)) == len(rows)


def test_the_address_holds_what_is_chosen(visitor: Visitor) -> None:
    page = visitor.open("buenas-practicas/?ods=11&ods=16&orden=titulo")
    first = sentence(page)
    names = page.locator("form.catalogue input:checked").evaluate_all(
        "all => all.map(i => i.value)"
    )
    assert (names, page.input_value("select[name=orden]")) == (["11", "16"], "titulo")
    tick(page, "origen", "propia")
    page.wait_for_url("**/?origen=propia&ods=11&ods=16&orden=titulo")
    second, rows = sentence(page), shown(page)
    tick(page, "ods", "16")
    page.wait_for_url("**/?origen=propia&ods=11&orden=titulo")
    third = told(page, "3 de 51")
    page.go_back()
    assert told(page, second) == second
    assert shown(page) == rows
    page.go_back()
    assert told(page, first) == first
    page.go_forward()
    page.go_forward()
    assert told(page, third) == third
    again = Visitor.open(visitor, page.url.removeprefix(visitor.url))
    assert told(again, third) == third


def test_what_the_data_do_not_have_filters_nothing(visitor: Visitor) -> None:
    page = visitor.open("redes/?eje=no-existe&color=rojo&orden=altura")
    assert sentence(page) == f"{len(shown(page))} redes y espacios"
    assert page.input_value("select[name=orden]") == ""


@pytest.mark.parametrize(
    ("name", "asked", "file"),
    [
        ("recursos", "moneda=EUR&flujo=compromiso", "recursos-moneda-EUR-flujo-compromiso.csv"),
        ("buenas-practicas", "ods=sin_dato", "buenas-practicas-ods-sin_dato.csv"),
        ("hermanamientos", "ambito=Educación", "hermanamientos-ambito-Educación.csv"),
    ],
)
def test_the_download_is_what_is_filtered(
    visitor: Visitor, demo_site: Path, name: str, asked: str, file: str
) -> None:
    page = visitor.open(f"{name}/?{asked}")
    page.locator(".catalogue--ready").wait_for()
    chosen = set(shown(page))
    with page.expect_download() as waited:
        page.get_by_role("link", name=f"Descargar {len(chosen)} fila").click()
    lines = Path(waited.value.path()).read_bytes()
    whole = (demo_site / "datos" / f"{name}.csv").read_bytes()
    assert waited.value.suggested_filename == file
    assert lines.split(b"\n", 1)[0] == whole.split(b"\n", 1)[0]
    kept = list(csv.DictReader(lines.decode().splitlines(keepends=True)))
    assert kept == [row for row in published(demo_site, name) if row["id"] in chosen]
    # Byte for byte: what is left of the whole is just the other records.
    rest = whole
    for line in _records(lines.decode()):
        assert line.encode() in rest
        rest = rest.replace(line.encode(), b"", 1)
    assert len(lines) + len(rest) == len(whole)


def _records(text: str) -> Iterator[str]:
    """The lines of a CSV as they are written; a quoted cell may hold breaks."""
    line = ""
    for part in text.splitlines(keepends=True):
        line += part
        if line.count('"') % 2 == 0:
            yield line
            line = ""


def test_without_filters_the_download_is_the_published_file(
    visitor: Visitor, demo_site: Path
) -> None:
    page = visitor.open("redes/")
    with page.expect_download() as waited:
        page.get_by_role("link", name="Descargar 20 filas").click()
    published_file = demo_site / "datos" / "redes.csv"
    assert Path(waited.value.path()).read_bytes() == published_file.read_bytes()


def test_sorting_puts_each_group_in_order(visitor: Visitor, demo_site: Path) -> None:
    page = visitor.open("documentos/")
    before = shown(page)
    page.select_option("select[name=orden]", "antiguo")
    page.wait_for_url("**/?orden=antiguo")
    dates = {card["id"]: card.get("fecha") for card in facets_of(demo_site, "documentos")["fichas"]}
    known = [dates[one] for one in shown(page) if dates[one]]
    assert known == sorted(known)
    assert [dates[one] for one in shown(page)][len(known) :] == [None] * (len(before) - len(known))
    page.select_option("select[name=orden]", "")
    page.wait_for_url("**/documentos/")
    assert shown(page) == before


def test_on_a_slow_network_the_list_says_that_it_is_busy(visitor: Visitor) -> None:
    page = visitor.open("documentos/")
    held: list[Route] = []
    page.route("**/datos/facetas/documentos.json", lambda route: held.append(route))
    with page.expect_request("**/datos/facetas/documentos.json"):
        page.select_option("select[name=orden]", "antiguo")
    page.wait_for_url("**/?orden=antiguo")
    assert page.get_attribute("form.catalogue", "aria-busy") == "true"
    held[0].continue_()
    page.wait_for_selector("form.catalogue:not([aria-busy])")


def test_groups_left_empty_go_with_their_headings(visitor: Visitor) -> None:
    page = visitor.open("buenas-practicas/")
    headings = page.locator("h2:visible, h3:visible")
    before = headings.all_inner_texts()
    tick(page, "origen", "referente")
    told(page, "39 de 51 buenas prácticas: origen Referente.")
    after = headings.all_inner_texts()
    gone = [text for text in before if text not in after]
    assert [text.rstrip("#¶ \n") for text in gone] == [
        "Propias",
        "Se ofrecen a otros gobiernos",
        "No se ofrecen",
        "No se sabe si se ofrecen",
    ]
    # Nor does the index of the page lead to what is not there.
    assert page.locator(".md-nav a:visible", has_text="Propias").count() == 0
    tick(page, "origen", "referente")
    told(page, "51 buenas prácticas")
    assert headings.all_inner_texts() == before


def test_nothing_fits_and_the_page_says_so(visitor: Visitor) -> None:
    page = visitor.open("recursos/?moneda=MXN&pais=ES")
    assert (
        told(page, "0 de 116 aportes: moneda")
        == "0 de 116 aportes: moneda peso mexicano; país España."
    )
    assert shown(page) == []
    assert page.get_by_role("link", name="Descargar 0").count() == 0
    page.get_by_role("button", name="Quitar los filtros").click()
    told(page, "116 aportes")
    assert len(shown(page)) == 116


def test_filters_leave_the_sums_alone(visitor: Visitor) -> None:
    sums = "h2#sumas ~ .scroll:not(form.catalogue ~ *)"
    page = visitor.open("recursos/")
    before = page.locator(sums).all_inner_texts()
    page = visitor.open("recursos/?moneda=EUR")
    told(page, "32 de 116 aportes")
    assert before
    assert page.locator(sums).all_inner_texts() == before


def test_nothing_is_asked_for_before_it_is_needed(visitor: Visitor) -> None:
    page = visitor.open("recursos/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in visitor.requested if "/datos/" in url]
    tick(page, "moneda", "EUR")
    tick(page, "moneda", "USD")
    told(page, "67 de 116 aportes")
    asked = [url for url in visitor.requested if "/datos/" in url]
    assert [url.rsplit("/", 1)[1] for url in asked] == ["recursos.json"]
    assert visitor.outside == []


def test_a_failed_connection_is_told_and_tried_again(visitor: Visitor) -> None:
    page = visitor.open("redes/")
    page.route("**/facetas/redes.json", lambda route: route.abort())
    tick(page, "rol", "miembro")
    told(page, "No se pudo filtrar")
    assert len(shown(page)) == 20
    page.unroute("**/facetas/redes.json")
    tick(page, "rol", "observador")
    assert told(page, "17 de 20") == "17 de 20 redes y espacios: papel Miembro o Observador."


def test_the_keyboard_alone_is_enough(visitor: Visitor) -> None:
    page = visitor.open("redes/")
    page.locator(".catalogue__facet summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert told(page, "9 de 20") == "9 de 20 redes y espacios: situación Vigente."
    focused = "document.activeElement"
    assert page.evaluate(f"{focused}.value") == "vigente"
    page.keyboard.press("Escape")
    assert page.evaluate(f"{focused}.textContent") == "Situación (1)"
    assert not page.locator("fieldset:visible").count()
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate(f"{focused}.tagName") == "SELECT":
            break
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert told(page, "20 redes") == "20 redes y espacios"
    assert page.evaluate(f"{focused}.className") == "catalogue__told"


def test_a_screen_reader_meets_named_groups(visitor: Visitor) -> None:
    page = visitor.open("eventos/")
    form = page.get_by_role("form", name="Filtrar misiones y eventos")
    form.locator("summary", has_text="Presencialidad").click()
    group = form.get_by_role("group", name="Presencialidad", exact=True)
    group.get_by_role("checkbox", name="Virtual (3)").check()
    told(page, "3 de 33")
    assert page.get_by_role("status").inner_text() == sentence(page)
    assert form.get_by_role("combobox", name="Orden").count() == 1


@pytest.mark.parametrize("name", LISTS)
def test_without_scripts_the_whole_list_is_there(
    chromium: Browser, demo_url: str, demo_site: Path, name: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{demo_url}{name}/")
    assert not page.locator("form.catalogue").is_visible()
    within = page.locator("tbody tr:visible:not(.catalogue-end ~ * tr)")
    hrefs = within.locator("a").evaluate_all("all => all.map((link) => link.pathname)")
    context.close()
    linked = {path.rsplit("/", 2)[1] for path in hrefs if f"/{name}/" in path}
    assert linked >= {row["id"] for row in published(demo_site, name)}


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_room_of_the_filters_is_kept_from_the_start(
    chromium: Browser, demo_url: str, width: int
) -> None:
    visitor = Visitor(chromium, demo_url, width)
    above = """() => document.querySelector("form.catalogue ~ .scroll").getBoundingClientRect().top
      - document.querySelector("h1").getBoundingClientRect().top"""
    for name in LISTS:
        visitor.page.route("**/catalogue.js", lambda route: route.abort())
        page = visitor.open(f"{name}/")
        assert not page.locator("form.catalogue").is_visible()
        before = page.evaluate(above)
        page.unroute("**/catalogue.js")
        page = visitor.open(f"{name}/")
        page.locator(".catalogue--ready").wait_for()
        assert page.evaluate(above) == before, name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    visitor.leave()


def test_on_a_phone_the_facets_are_folded(chromium: Browser, demo_url: str) -> None:
    visitor = Visitor(chromium, demo_url, 360)
    page = visitor.open("eventos/")
    assert page.locator(".catalogue__facet:visible").count() == 0
    page.get_by_text("Filtrar y ordenar").click()
    tick(page, "tipo", "mision_saliente")
    told(page, "13 de 33 misiones y eventos: tipo Misión al exterior.")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    visitor.leave()


@pytest.mark.parametrize("width", [1280, 360])
def test_open_filters_have_no_barriers(
    chromium: Browser, demo_url: str, axe: str, width: int
) -> None:
    visitor = Visitor(chromium, demo_url, width)
    page = visitor.open("buenas-practicas/?ods=11")
    told(page, "3 de 51")
    if width < 960:
        page.get_by_text("Filtrar y ordenar").click()
    page.locator(".catalogue__facet summary").nth(3).click()
    page.evaluate(axe)
    found = json.loads(page.evaluate("axe.run().then(result => JSON.stringify(result.violations))"))
    visitor.leave()
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
