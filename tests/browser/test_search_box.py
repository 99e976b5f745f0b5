"""The search box of every page: by keyboard, by ear, and light until it is touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.visitor import Visitor

pytestmark = pytest.mark.browser

PLACE = "datos/"
NAMES = "nombres.json"


def _typed(visitor: Visitor, words: str) -> Page:
    page = visitor.open(PLACE)
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.wait_for_selector("[role=option]")
    return page


def _active(page: Page) -> str:
    """The words of the suggestion that a screen reader would read."""
    found = page.get_attribute("#q", "aria-activedescendant")
    return page.inner_text(f"#{found}") if found else ""


def test_nothing_is_brought_until_the_box_is_touched(visitor: Visitor) -> None:
    page = visitor.open(PLACE)
    page.wait_for_load_state("networkidle")
    assert not any(NAMES in url or "search-" in url for url in visitor.requested)
    page.keyboard.press("/")
    page.wait_for_selector("#q[role=combobox]:focus")
    page.wait_for_load_state("networkidle")
    assert sum(NAMES in url for url in visitor.requested) == 1
    assert not any("pagefind" in url for url in visitor.requested)


def test_a_page_is_reached_with_the_keyboard_alone(visitor: Visitor) -> None:
    page = _typed(visitor, "herman")
    assert page.get_attribute("#q", "aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    assert _active(page).startswith("Hermanamientos y otros instrumentos")
    assert page.locator("[role=option][aria-selected=true]").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url("**/hermanamientos/")


def test_arrows_go_round_and_escape_closes(visitor: Visitor) -> None:
    page = _typed(visitor, "herman")
    page.keyboard.press("ArrowUp")
    assert _active(page).startswith("Ver todo lo que hay de «herman»")
    page.keyboard.press("ArrowDown")
    assert _active(page) == ""
    page.keyboard.press("Escape")
    assert page.get_attribute("#q", "aria-expanded") == "false"
    assert not page.locator("[role=listbox]").is_visible()
    assert page.input_value("#q") == "herman"
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("[role=option]")


def test_enter_with_nothing_chosen_goes_to_the_page_of_answers(visitor: Visitor) -> None:
    page = _typed(visitor, "becas")
    page.keyboard.press("Enter")
    page.wait_for_url("**/buscar/?q=becas")


def test_how_many_there_are_is_said_aloud(visitor: Visitor) -> None:
    page = _typed(visitor, "ods 11")
    said = page.locator("form:has(#q) [role=status]").inner_text()
    assert "parecida" in said
    assert "flechas" in said
    page.fill("#q", "qwxkzjh")
    page.wait_for_selector("[role=listbox] > .finder__option:first-child")
    assert "Ninguna página" in page.locator("form:has(#q) [role=status]").inner_text()
    assert "dentro de las páginas" in page.inner_text("[role=option]")


def test_a_slash_in_a_box_is_a_slash(visitor: Visitor) -> None:
    page = visitor.open(PLACE)
    page.click("#q")
    page.keyboard.type("a/b")
    assert page.input_value("#q") == "a/b"


def test_the_box_in_the_page_is_nearer_than_that_of_the_header(visitor: Visitor) -> None:
    page = visitor.open("")
    page.keyboard.press("/")
    assert page.evaluate("!!document.activeElement.closest('main')")
    page.keyboard.type("vila")
    page.wait_for_selector("main [role=option]")


def test_a_suggestion_can_be_pressed(visitor: Visitor) -> None:
    page = _typed(visitor, "vila serena")
    page.locator("[role=option]").first.click()
    page.wait_for_url("**/vila-serena*/")


@pytest.mark.parametrize("width", [1280, 360])
def test_the_open_list_has_no_barriers(
    chromium: Browser, demo_url: str, axe: str, width: int
) -> None:
    reader = Visitor(chromium, demo_url, width)
    page = _typed(reader, "herman")
    page.keyboard.press("ArrowDown")
    page.evaluate(axe)
    found = json.loads(page.evaluate("axe.run().then(result => JSON.stringify(result.violations))"))
    assert [one["id"] for one in found] == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    reader.leave()


def test_without_the_names_the_box_still_searches(visitor: Visitor) -> None:
    visitor.page.route(f"**/{NAMES}", lambda route: route.abort())
    page = visitor.open(PLACE)
    page.click("#q")
    page.keyboard.type("becas")
    page.wait_for_selector("[role=status]:has-text('No se pudieron')", state="attached")
    page.keyboard.press("Enter")
    page.wait_for_url("**/buscar/?q=becas")


def test_from_a_disk_it_says_that_it_cannot(chromium: Browser, demo_site: Path) -> None:
    reader = Visitor(chromium, demo_site.as_uri())
    page = reader.page
    page.goto((demo_site / "datos" / "index.html").as_uri())
    page.click("#q")
    assert "no funciona" in page.inner_text(".finder__note")
    page.keyboard.type("becas")
    page.keyboard.press("Enter")
    assert page.url.startswith("file:")
    assert page.url.endswith("datos/index.html")
    assert reader.failed == []
    reader.leave()
