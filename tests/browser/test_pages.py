"""What pages become once a reader has used them; at rest they are all examined elsewhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from browser.examination import page_faults
from browser.visitor import Visitor

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("words", ["educacion", "xyzxyzxyz"])
def test_the_answers_of_a_search_are_open_to_all_and_ask_no_other_host(
    chromium: Browser, demo_url: str, axe: str, words: str
) -> None:
    visitor = Visitor(chromium, demo_url)
    faults = list(page_faults(visitor, f"buscar/?q={words}", axe))
    asked = visitor.requested
    visitor.leave()
    assert not faults, "\n".join(faults)
    assert any("/pagefind/" in url for url in asked)


def test_the_chosen_colours_stay_from_page_to_page(visitor: Visitor) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    light = visitor.open("").evaluate(background)
    visitor.page.click("#colours")
    visitor.page.click("#colours")
    assert visitor.page.inner_text("#colours") == "Colores oscuros"
    assert visitor.open("datos/").evaluate(background) != light
