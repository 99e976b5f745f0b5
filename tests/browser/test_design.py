"""What meets the eye: nothing jumps, weighs, spills over the side or is out of reach."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from playwright.sync_api import Browser

from bitacora.records.kinds import KINDS
from browser.visitor import Visitor

pytestmark = pytest.mark.browser

HOME, REPORT = "", "informes/2026-t3/"
MOVED = 'http-equiv="refresh"'
"""What tells an old address, which only old links lead to."""
HEAVIEST = 150_000
"""Bytes of a page with all that it asks for, compressed."""
COUNT_SHIFTS = """
  window.shifted = [];
  new PerformanceObserver(list => {
    for (const entry of list.getEntries())
      window.shifted.push(...entry.sources.map(it => it.node?.nodeName + " " + it.node?.className));
  }).observe({ type: "layout-shift", buffered: true });
"""
TO_THE_END = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await new Promise(requestAnimationFrame);
  }
}"""
SPILLED = """() => [...document.querySelectorAll("body *")].filter(it => {
  if (it.getBoundingClientRect().right <= innerWidth + 1) return false;
  for (let up = it.parentElement; up; up = up.parentElement)
    if (getComputedStyle(up).overflowX !== "visible") return false;
  return true;
}).slice(0, 3).map(it => it.nodeName + " " + it.className)"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", [HOME, REPORT])
def test_nothing_jumps_while_a_page_loads_and_is_read(
    chromium: Browser, demo_url: str, path: str, width: int
) -> None:
    visitor = Visitor(chromium, demo_url, width)
    visitor.page.add_init_script(COUNT_SHIFTS)
    page = visitor.open(path)
    page.wait_for_load_state("networkidle")
    page.evaluate(TO_THE_END)
    shifted = page.evaluate("shifted")
    visitor.leave()
    assert shifted == []


@pytest.mark.parametrize("path", [HOME, REPORT])
def test_a_page_is_light_with_all_it_asks_for(visitor: Visitor, demo_site: Path, path: str) -> None:
    visitor.open(path).wait_for_load_state("networkidle")
    asked = {_file(demo_site, url.removeprefix(visitor.url)) for url in visitor.requested}
    assert {"bitacora.css", "index.html"} <= {file.name for file in asked}
    assert sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in asked) < HEAVIEST


def _file(site: Path, address: str) -> Path:
    file = site / unquote(re.split(r"[?#]", address)[0])
    return file / "index.html" if file.is_dir() else file


def _one_of_each(site: Path) -> list[str]:
    """Every page at the root or that opens a folder, with the first record of the folder; those
    at an address that was left send the reader on at once."""
    found = [""]
    for folder in sorted(it.parent for it in site.glob("*/index.html") if not _moved(it)):
        pages = (it for it in sorted(folder.glob("*/index.html")) if not _moved(it))
        first = next(pages, folder / "index.html")
        found += [f"{folder.name}/", f"{first.parent.relative_to(site)}/"]
    return list(dict.fromkeys(found))


def _moved(page: Path) -> bool:
    return MOVED in page.read_text(encoding="utf-8")


def test_no_page_spills_over_the_side_of_the_narrowest_phone(
    chromium: Browser, demo_site: Path, demo_url: str
) -> None:
    visitor = Visitor(chromium, demo_url, 320)
    spilled = {}
    for path in _one_of_each(demo_site):
        page = visitor.open(path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            spilled[path] = page.evaluate(SPILLED)
    visitor.leave()
    assert spilled == {}


def test_what_was_folded_is_open_on_paper(visitor: Visitor) -> None:
    page = visitor.open(REPORT)
    rows = page.locator(".fold tbody tr").first
    assert not rows.is_visible()
    page.emulate_media(media="print")
    assert rows.is_visible()


def test_a_count_of_the_home_page_leads_to_its_rows(visitor: Visitor) -> None:
    page = visitor.open(HOME)
    tile = page.locator(".figures li", has_text="En ejecución").first
    told = tile.locator("strong").inner_text().split()[0]
    tile.locator("a").click()
    page.wait_for_load_state("networkidle")
    assert "estado=en_ejecucion" in page.url
    shown = page.locator("main tbody tr:visible", has_text="En ejecución")
    assert shown.count() == int(told)


def _reached_from_home(site: Path) -> set[str]:
    """The pages that links alone lead to, as their addresses from the root."""
    seen, ahead = {""}, [""]
    while ahead:
        here = ahead.pop()
        text = (site / here / "index.html").read_text(encoding="utf-8")
        for href in re.findall(r'<a [^>]*?href="([^"#?]+)', text):
            there = urljoin(f"/{here}", unquote(href)).lstrip("/").removesuffix("index.html")
            if there not in seen and (site / there / "index.html").is_file():
                seen.add(there)
                ahead.append(there)
    return seen


def test_without_scripts_the_home_page_leads_to_every_record(demo_site: Path) -> None:
    folders = [kind.folder for kind in KINDS if kind.has_pages]
    records = {
        f"{page.parent.relative_to(demo_site)}/"
        for folder in folders
        for page in (demo_site / folder).glob("*/index.html")
        if MOVED not in page.read_text(encoding="utf-8")
    }
    assert len(records) > len(folders)
    assert records - _reached_from_home(demo_site) == set()


def test_no_page_has_styles_or_scripts_of_its_own(demo_site: Path) -> None:
    own = re.compile(r'<style|<[^>]+ (?:style|on[a-z]+)="|<script(?![^>]*(?: src=|/ld\+json))')
    found = {
        str(page.relative_to(demo_site)): written[0]
        for page in sorted(demo_site.rglob("*.html"))
        if (written := own.search(page.read_text(encoding="utf-8")))
    }
    assert found == {}
