"""Words and figures explained where they stand, by keyboard and by touch, with no script."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAGE = "hermanamientos/"
WORD = ".term__word"
OPEN = "document.querySelectorAll(':popover-open').length"


@pytest.fixture
def reader(chromium: Browser, demo_url: str) -> Iterator[Page]:
    """A reader who lets no script run."""
    context = chromium.new_context(java_script_enabled=False, locale="es-CO")
    page = context.new_page()
    page.goto(demo_url + PAGE)
    yield page
    context.close()


@pytest.fixture
def phone(chromium: Browser, demo_url: str) -> Iterator[Page]:
    """A phone that is touched, with no script either."""
    context = chromium.new_context(
        java_script_enabled=False,
        has_touch=True,
        is_mobile=True,
        viewport={"width": 360, "height": 640},
    )
    page = context.new_page()
    page.goto(demo_url + PAGE)
    yield page
    context.close()


def note_of(page: Page, button: str) -> str:
    return f"#{page.locator(button).first.get_attribute('popovertarget')}"


def test_a_word_opens_with_the_keyboard_and_its_link_comes_next(reader: Page) -> None:
    note = note_of(reader, WORD)
    assert not reader.is_visible(note)
    reader.focus(WORD)
    reader.keyboard.press("Enter")
    assert reader.is_visible(note)
    reader.keyboard.press("Tab")
    assert reader.locator(f"{note} a:focus").count() == 1
    reader.keyboard.press("Escape")
    assert not reader.is_visible(note)
    assert reader.locator(f"{WORD}:focus").count() == 1


def test_the_link_of_a_word_leads_to_the_glossary(reader: Page) -> None:
    note = note_of(reader, WORD)
    reader.focus(WORD)
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")
    reader.keyboard.press("Enter")
    reader.wait_for_url(f"**/glosario/#{note.removeprefix('#termino-')}")
    assert reader.locator("dt:target").count() == 1


def test_a_finger_opens_a_word_inside_the_screen_and_a_touch_elsewhere_closes_it(
    phone: Page,
) -> None:
    note = note_of(phone, WORD)
    phone.tap(WORD)
    box = phone.locator(note).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["y"] + box["height"] <= 640
    phone.touchscreen.tap(180, 8)
    assert not phone.is_visible(note)


def test_a_figure_is_explained_to_keyboard_and_finger(reader: Page, phone: Page) -> None:
    for page in (reader, phone):
        note = note_of(page, ".help__ask")
        page.focus(".help__ask")
        page.keyboard.press("Space")
        assert "Qué cuenta:" in page.inner_text(note)
        page.keyboard.press("Escape")
        assert not page.is_visible(note)


def test_the_button_of_a_figure_is_big_enough_for_a_finger(phone: Page) -> None:
    box = phone.locator(".help__ask").first.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24


def test_paper_shows_the_words_alone(chromium: Browser, demo_url: str) -> None:
    page = chromium.new_page()
    page.goto(demo_url + PAGE)
    page.emulate_media(media="print")
    assert page.is_visible(WORD)
    assert not page.is_visible(".help__ask")
    assert not page.is_visible(note_of(page, WORD))
    assert page.is_visible(".acronyms")
    page.close()


def test_opening_a_note_moves_nothing(chromium: Browser, demo_url: str) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 640})
    page.goto(demo_url + PAGE)
    before = page.locator("h2").first.bounding_box()
    page.click(WORD)
    assert page.evaluate(OPEN) == 1
    assert page.locator("h2").first.bounding_box() == before
    page.close()


def test_the_notes_are_accessible_while_they_are_open(
    chromium: Browser, demo_url: str, axe: str
) -> None:
    for scheme in ("light", "dark"):
        context = chromium.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(demo_url + PAGE)
        for button in (WORD, ".help__ask"):
            page.locator(button).first.click()
            page.evaluate(axe)
            found = page.evaluate("axe.run().then(it => it.violations.map(one => one.id))")
            assert found == [], (scheme, button)
            page.keyboard.press("Escape")
        context.close()


def test_search_does_not_find_the_notes(demo_site: Path) -> None:
    fragments = sorted((demo_site / "pagefind" / "fragment").iterdir())
    assert fragments
    for fragment in fragments:
        indexed = gzip.decompress(fragment.read_bytes()).decode("utf-8", "replace")
        for words in ("(qué quiere decir)", "Qué significa este número", "Siglas de esta página"):
            assert words not in indexed, fragment.name
