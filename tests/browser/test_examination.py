"""The examiners of whole sites find what is wrong, in the rendering where it is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.examination import site_faults
from browser.html_checker import html_faults
from browser.serving import served
from browser.without_scripts import unread

pytestmark = pytest.mark.browser

STYLE = """
.dim { color: #222; background: #fff; transition: color 9s; }
@media (prefers-color-scheme: dark) { .dim { color: #ddd; } }
@media (max-width: 400px) { .broad { width: 90rem; } }
.gone { display: none; }
"""
HOME = """<!doctype html>
<html lang="es"><head><meta charset="utf-8"><title>Pueblo</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="estilo.css"></head>
<body><main><h1>Pueblo</h1>
<p class="dim">Gris sobre blanco de noche</p><p class="broad">Ancho</p>
<details><summary>Más</summary><p><a href="redes/una/">Una red</a></p></details>
%s</main></body></html>
"""
FAULTS = """<img src="falta.png"><img src="http://localhost:9/x.png" alt="De otra parte">
<p class="gone">Escondido</p><p><a class="gone" href="redes/otra/">Otra</a></p>
<dl><p>Suelto</p></dl><script>console.error("algo anda mal")</script>"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """The folder of a site of three pages, with a fault of each kind in its home page."""
    site = tmp_path / "pueblo"
    rows = [{"id": name, "nombre": f"Red {name}"} for name in ("una", "otra")]
    for name in ("una", "otra"):
        page = site / "redes" / name / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(HOME.replace("Pueblo", f"Red {name}") % "", encoding="utf-8")
    (site / "datos").mkdir()
    (site / "datos" / "redes.json").write_text(json.dumps({"filas": rows}), encoding="utf-8")
    (site / "estilo.css").write_text(STYLE, encoding="utf-8")
    (site / "index.html").write_text(HOME % FAULTS, encoding="utf-8")
    return site


@pytest.fixture
def address(town: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(town) as url:
        yield url


def test_barriers_and_requests_are_found_where_they_are(
    chromium: Browser, town: Path, address: str, axe: str
) -> None:
    faults = [
        fault for fault in site_faults(chromium, town, address, axe) if fault.startswith("inicio ")
    ]

    def told(*words: str) -> bool:
        return any(all(word in fault for word in words) for fault in faults)

    assert told("[1280 light, 1280 dark, 360 dark, 360 light] image-alt: ", "img")
    assert told("[1280 dark, 360 dark] color-contrast: ", ".dim")
    assert told("[360 dark, 360 light] se sale de la pantalla")
    assert told("falla: ", "falta.png")
    assert told("falla: algo anda mal")
    assert told("pide fuera del sitio: http://localhost:9/x.png")


def test_a_page_that_is_as_it_should_be_has_no_fault(
    chromium: Browser, town: Path, address: str, axe: str
) -> None:
    sound = STYLE.split("\n@media", 1)[0]
    (town / "estilo.css").write_text(sound, encoding="utf-8")
    (town / "index.html").write_text(
        HOME % '<p><a href="redes/otra/">Otra red</a></p>', encoding="utf-8"
    )
    for name in ("una", "otra"):
        page = town / "redes" / name / "index.html"
        whole = page.read_text(encoding="utf-8").replace("estilo.css", "../../estilo.css")
        page.write_text(whole.replace("redes/una/", "../una/"), encoding="utf-8")
    assert site_faults(chromium, town, address, axe) == []
    assert unread(chromium, town, address) == []


def test_broken_html_is_found(nu: Path, town: Path) -> None:
    faults = html_faults(nu, town)
    assert any("/index.html:" in fault and "“p” not allowed" in fault for fault in faults)


def test_what_cannot_be_reached_or_seen_without_scripts_is_found(
    chromium: Browser, town: Path, address: str
) -> None:
    faults = unread(chromium, town, address)
    assert "redes/otra/: ningún enlace llega" in faults
    assert ": no se ve «Escondido»" in faults
    assert "redes: no se lee «Red otra»" in faults
    assert "redes: no se lee «Red una»" not in faults
