"""Each page of a site held against what a reader may expect of it, on two screens and in two
colour schemes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Route

from browser.visitor import Scheme, Visitor

RENDERINGS: tuple[tuple[int, Scheme], ...] = (
    (1280, "light"),
    (1280, "dark"),
    (360, "dark"),
    (360, "light"),
)
ONWARD = re.compile(r'<meta http-equiv="refresh"[^>]*>')

# Colours that are still fading in would be measured halfway; scripts answer a new width a frame
# later. The size of what one taps is a rule of WCAG 2.2 that axe leaves out unless asked.
EXAMINE = """async () => {
  await new Promise(requestAnimationFrame);
  for (const fading of document.getAnimations()) fading.finish();
  const rules = { "target-size": { enabled: true } };
  const { violations } = await axe.run(document, { resultTypes: ["violations"], rules });
  const told = violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map((node) => node.target.join(" "));
    return `${id}: ${help} (${nodes.length}): ${places.join(" | ")}`;
  });
  if (document.documentElement.scrollWidth > innerWidth) told.push("se sale de la pantalla");
  // Examples of files may hold what marks look like.
  const prose = document.body.cloneNode(true);
  for (const code of prose.querySelectorAll("pre, code, script")) code.remove();
  if (/\\{[:%{]|\\]\\(\\S+\\)/.test(prose.textContent)) told.push("muestra marcas sin convertir");
  return told;
}"""


def pages(site: Path) -> list[str]:
    """The address of every page of a built site, below it."""
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return [path.removesuffix("index.html") for path in found]


def moved(site: Path) -> frozenset[str]:
    """The addresses whose page sends its reader on to another."""
    return frozenset(path for path in pages(site) if ONWARD.search(_text(site, path)))


def site_faults(browser: Browser, site: Path, url: str, axe: str) -> list[str]:
    """What is wrong with the pages of a site that is served at ``url``, a line each."""
    visitor, stayer = Visitor(browser, url), Visitor(browser, url)
    onward = moved(site)
    for path in onward:
        stayer.page.route(url + path, _stay)
    faults = [
        f"{path or 'inicio'} {fault}"
        for path in pages(site)
        for fault in page_faults(stayer if path in onward else visitor, path, axe)
    ]
    visitor.leave()
    stayer.leave()
    return faults


def _text(site: Path, path: str) -> str:
    page = site / path
    return (page / "index.html" if page.is_dir() else page).read_text(encoding="utf-8")


def _stay(route: Route) -> None:
    """Answer as to a reader whose browser does not go on by itself."""
    answer = route.fetch()
    route.fulfill(response=answer, body=ONWARD.sub("", answer.text()))


def page_faults(visitor: Visitor, path: str, axe: str) -> Iterator[str]:
    """Barriers, sideways scroll, what failed or complained, and requests that left the site."""
    visitor.requested.clear()
    visitor.failed.clear()
    visitor.turn(*RENDERINGS[0])
    visitor.open(path).evaluate(axe)
    seen_in: dict[str, list[str]] = {}
    for width, scheme in RENDERINGS:
        visitor.turn(width, scheme)
        for told in visitor.page.evaluate(EXAMINE):
            seen_in.setdefault(told, []).append(f"{width} {scheme}")
    yield from (f"[{', '.join(where)}] {told}" for told, where in seen_in.items())
    yield from (f"falla: {told}" for told in visitor.failed)
    yield from (f"pide fuera del sitio: {told}" for told in visitor.outside)
