"""Every kind of page in a real browser: whole, reachable, and alone with its reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from browser.visitor import Scheme, Visitor

pytestmark = pytest.mark.browser

INDEXES = ("", "estrategia/", "indicadores/", "hermanamientos/", "datos/", "calidad/")
KINDS = ("acciones", "indicadores", "informes", "hermanamientos", "buenas-practicas", "ods")


def _paths(site: Path) -> list[str]:
    """Some pages of the menu, the first record of some kinds, search, and the missing page."""
    first = [sorted((site / kind).glob("*/index.html"))[0].parent.name for kind in KINDS]
    records = [f"{kind}/{name}/" for kind, name in zip(KINDS, first, strict=True)]
    return [*INDEXES, *records, "buscar/?q=educacion", "404.html"]


def _told(violation: dict[str, Any]) -> str:
    places = [" ".join(map(str, node["target"])) for node in violation["nodes"][:3]]
    return f"{violation['id']}: {violation['help']} en {places}"


def _violations(visitor: Visitor, path: str, axe: str) -> list[str]:
    page = visitor.open(path)
    page.evaluate(axe)
    found = json.loads(page.evaluate("axe.run().then(result => JSON.stringify(result.violations))"))
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    told = [_told(violation) for violation in found] + ["se sale de la pantalla"] * wide
    return [f"{path}: {text}" for text in told]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_pages_are_accessible_and_stay_inside(
    chromium: Browser, demo_site: Path, demo_url: str, axe: str, width: int, scheme: Scheme
) -> None:
    visitor = Visitor(chromium, demo_url, width, scheme)
    found = [text for path in _paths(demo_site) for text in _violations(visitor, path, axe)]
    visitor.leave()
    assert found == []
    assert visitor.failed == []


def test_no_request_leaves_the_site(visitor: Visitor, demo_site: Path) -> None:
    for path in _paths(demo_site):
        visitor.open(path).wait_for_load_state("networkidle")
    assert visitor.requested
    assert visitor.outside == []


def test_the_chosen_colours_stay_from_page_to_page(visitor: Visitor) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    light = visitor.open("").evaluate(background)
    visitor.page.click("#colours")
    visitor.page.click("#colours")
    assert visitor.page.inner_text("#colours") == "Colores oscuros"
    assert visitor.open("datos/").evaluate(background) != light
