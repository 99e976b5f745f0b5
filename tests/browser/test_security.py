"""A reader's browser under the headers of the site: nothing is refused, sent away or kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from browser.examination import pages
from browser.guarded import guarded
from browser.serving import served
from browser.visitor import Visitor

pytestmark = pytest.mark.browser

# The browser runs this before anything of the page.
LISTEN = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.refused.push(`${event.effectiveDirective}: ${event.blockedURI}`));
"""
INTRUDER = "<script>window.intruder = true</script><p id=painted style='color: red'>x</p></body>"
FRAME = "<iframe src='{address}'></iframe>"


@pytest.fixture(scope="module")
def own_url(demo_site: Path) -> Iterator[str]:
    """The site at the root of its host, with all its headers."""
    with guarded(demo_site, demo_site) as url:
        yield url


@pytest.fixture
def reader(chromium: Browser, own_url: str) -> Iterator[Visitor]:
    visitor = Visitor(chromium, own_url)
    visitor.page.add_init_script(LISTEN)
    yield visitor
    visitor.leave()


def _one_of_each(site: Path) -> list[str]:
    """The first pages of every folder: its list, some records; not the lost page, which knows only
    the address that it was built for."""
    found: dict[str, list[str]] = {}
    for address in (it for it in pages(site) if it != "404.html"):
        found.setdefault(address.partition("/")[0], []).append(address)
    return [address for folder in found.values() for address in folder[:3]]


def test_the_policy_refuses_nothing_that_the_site_needs(reader: Visitor, demo_site: Path) -> None:
    for path in [*_one_of_each(demo_site), "buscar/?q=educacion"]:
        page = reader.open(path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.refused") == [], path
    assert reader.outside == []
    assert reader.failed == []


def test_the_policy_of_the_page_alone_refuses_what_is_not_of_the_site(
    chromium: Browser, demo_url: str
) -> None:
    """Also on a server that sends no headers."""
    visitor = Visitor(chromium, demo_url)
    visitor.page.add_init_script(LISTEN)

    def intrude(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</body>", INTRUDER))

    visitor.page.route("**/metodo/", intrude)
    page = visitor.open("metodo/")
    assert page.evaluate("'intruder' in window") is False
    assert page.evaluate("getComputedStyle(painted).color") != "rgb(255, 0, 0)"
    refused = sorted(told.split(":")[0] for told in page.evaluate("window.refused"))
    assert refused == ["script-src-elem", "style-src-attr"]
    visitor.leave()


def test_the_browser_keeps_only_the_chosen_colours(reader: Visitor, demo_site: Path) -> None:
    page = reader.page
    for path in ("", "datos/", "hermanamientos/", "buscar/?q=feria"):
        reader.open(path)
    keys = "Object.keys(localStorage).concat(Object.keys(sessionStorage))"
    assert page.evaluate(keys) == []
    page.click("#colours")
    assert page.evaluate(keys) == ["bitacora.colours"]
    assert page.context.cookies() == []


def test_others_frame_only_what_is_made_for_it(
    chromium: Browser, demo_site: Path, own_url: str, tmp_path: Path
) -> None:
    figure = min((demo_site / "incrustar").rglob("index.html")).parent
    framed = [f"{own_url}metodo/", f"{own_url}{figure.relative_to(demo_site).as_posix()}/"]
    other = tmp_path / "otro"
    other.mkdir()
    frames = "".join(FRAME.format(address=address) for address in framed)
    (other / "index.html").write_text(f"<!doctype html><title>Otro</title>{frames}", "utf-8")
    with served(other) as url:
        visitor = Visitor(chromium, url)
        visitor.open("").wait_for_load_state("networkidle")
        shown = [frame.url for frame in visitor.page.frames[1:]]
        assert [address in shown for address in framed] == [False, True]
        assert any("frame-ancestors" in told for told in visitor.failed)
        visitor.leave()


@pytest.mark.parametrize("scripts", [True, False])
def test_an_old_address_brings_the_reader_to_the_new_one(
    chromium: Browser, demo_url: str, scripts: bool
) -> None:
    visitor = Visitor(chromium, demo_url, scripts=scripts)
    visitor.page.goto(f"{demo_url}acciones/alertas-tempranas/", wait_until="commit")
    visitor.page.wait_for_url(f"{demo_url}acciones/alertas-quebradas/")
    assert visitor.page.inner_text("h1").startswith("Alertas")
    visitor.leave()


def test_a_reader_who_got_lost_at_any_depth_finds_ways_on(
    chromium: Browser, demo_site: Path
) -> None:
    with guarded(demo_site, demo_site.parent) as root:
        site = f"{root}{demo_site.name}/"
        visitor = Visitor(chromium, site)
        page = visitor.open("acciones/no/existe/")
        assert page.inner_text("h1") == "Esta página no existe"
        assert [told for told in visitor.failed if urlsplit(told).path.startswith("/assets")] == []
        assert visitor.outside == []
        assert page.evaluate("document.styleSheets.length") > 2
        page.fill("#lost", "educacion")
        page.press("#lost", "Enter")
        page.wait_for_url(re.compile(re.escape(site) + r"buscar/\?q=educacion"))
        visitor.leave()


def test_everything_is_read_without_any_script_under_the_policy(
    chromium: Browser, own_url: str
) -> None:
    visitor = Visitor(chromium, own_url, scripts=False)
    page: Page = visitor.open("indicadores/")
    assert page.locator("main a").count() > 10
    assert visitor.failed == []
    visitor.leave()
