"""The map under a finger, a pointer, a keyboard; a figure inside another site."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.serving import served
from browser.visitor import Visitor

MAP = ".wm-map"
BOXES = """marks => marks.map(mark => {
    const {left, right, top, bottom} = mark.getBoundingClientRect()
    return [left, right, top, bottom]
})"""


def test_a_mark_leads_to_its_country(visitor: Visitor) -> None:
    page = visitor.open("hermanamientos/")
    page.locator(f"{MAP} a[href$='/jp/']").click()
    assert page.url.endswith("/paises/jp/")
    assert page.locator("h1").inner_text() == "Japón"
    assert visitor.failed == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_marks_stand_inside_the_map(chromium: Browser, demo_url: str, width: int) -> None:
    visitor = Visitor(chromium, demo_url, width)
    page = visitor.open("paises/")
    frame = page.locator(MAP).bounding_box()
    assert frame is not None
    assert frame["width"] <= width
    for left, right, top, bottom in page.locator(f"{MAP} .wm-mark").evaluate_all(BOXES):
        assert frame["x"] <= left <= right <= frame["x"] + frame["width"]
        assert frame["y"] <= top <= bottom <= frame["y"] + frame["height"]
    shown = page.locator(f"{MAP} .wm-count").first.is_visible()
    assert shown == (width > 1000), "on a phone a mark is a dot, its number is in the list"
    visitor.leave()


def test_the_keyboard_goes_through_the_list_only(visitor: Visitor) -> None:
    page = visitor.open("paises/")
    stops = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("Boolean(document.activeElement.closest('.wm-map'))"))
    assert not any(stops)
    assert page.evaluate("document.activeElement.getAttribute('href')")


def test_another_site_shows_a_figure(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.open("indicadores/sacos-cafe-origen/")
    page.get_by_text("Incrustar esta figura").click()
    code = page.locator(".embed-code code").inner_text()
    asked = code.partition('src="')[2].partition('"')[0].partition("incrustar/")[2]
    here = code.replace(
        code.partition('src="')[2].partition('"')[0], f"{visitor.url}incrustar/{asked}"
    )
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Otro</title>{here}", "utf-8")
    value = page.locator("strong.big").first.inner_text()
    with served(tmp_path) as other:
        page.goto(other)
        frame = page.frame_locator("iframe")
        assert frame.locator("dd").first.inner_text() == value
        assert "demostración" in frame.locator("main").inner_text()
        assert frame.locator("svg.ch-canvas").is_visible()
    assert [one for one in visitor.failed if "favicon" not in one] == []
