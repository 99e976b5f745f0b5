"""A site walked from its home page by links alone, in a browser that runs no script."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from bitacora.records.documents import Direccion
from bitacora.records.kinds import KINDS, Kind
from browser.examination import moved, pages
from browser.visitor import Visitor

# A reader opens what is folded, and what a button pops up, without any script; only the forms of
# scripts may be missing. What else is not seen is lost.
READ = """() => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  for (const button of document.querySelectorAll("button[popovertarget]")) {
    button.popoverTargetElement?.removeAttribute("popover");
  }
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const page = document.querySelector("article") ?? document.body;
  // The folded index says again, on a narrow screen, what stands at the side of a wide one.
  const needless = "[hidden], form, .headerlink, .onpage, svg, script, style, template";
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const unseen = [];
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (data.trim() && !parentElement.closest(needless) && !seen(parentElement)) unseen.push(data);
  }
  const links = [...document.links].filter(seen).map((link) => link.href.split(/[?#]/)[0]);
  return { links, text: page.innerText, unseen };
}"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a page gives without scripts: where it leads, what it says, and what it keeps back."""

    links: tuple[str, ...]
    text: str
    unseen: tuple[str, ...]


def unread(browser: Browser, site: Path, url: str) -> list[str]:
    """The pages, texts and records of a site that such a walk misses or cannot read."""
    visitor = Visitor(browser, url, scripts=False)
    readings = _walk(visitor)
    visitor.leave()
    # To an old address comes who kept it; to the page of missing ones, who mistyped.
    unreached = sorted(set(pages(site)) - set(readings) - moved(site) - {"404.html"})
    return [
        *(f"{path}: ningún enlace llega" for path in unreached),
        *(f"{path}: no se ve «{text}»" for path, told in readings.items() for text in told.unseen),
        *(f"{folder}: no se lee «{title}»" for folder, title in _records_unread(site, readings)),
    ]


def _walk(visitor: Visitor) -> Mapping[str, Reading]:
    """Every page that can be reached from the home page, by its address below the site."""
    readings: dict[str, Reading] = {}
    ahead = [visitor.url]
    while ahead:
        path = ahead.pop().removeprefix(visitor.url)
        if path not in readings:
            readings[path] = _read(visitor, path)
            inside = (link for link in readings[path].links if link.startswith(visitor.url))
            ahead.extend(link for link in inside if link.endswith(("/", ".html")))
    return readings


def _records_unread(site: Path, readings: Mapping[str, Reading]) -> Iterator[tuple[str, str]]:
    """The kind and title of the site's open records that their page, or any page, does not say."""
    said = {path: _plain(reading.text) for path, reading in readings.items()}
    everywhere = " ".join(said.values())
    # An address that was left is read by nobody: it sends its reader on.
    for kind in (one for one in KINDS if one.model is not Direccion):
        for row in _rows(site, kind):
            title = _plain(row[kind.model.title_field])
            where = said.get(f"{kind.folder}/{row['id']}/", "") if kind.has_pages else everywhere
            if title not in where:
                yield kind.folder, title


def _rows(site: Path, kind: Kind) -> list[dict[str, Any]]:
    """The rows of a kind in the site's open data that have a title a reader would know."""
    file = site / "datos" / f"{kind.folder}.json"
    rows = json.loads(file.read_text(encoding="utf-8"))["filas"] if file.is_file() else []
    return [row for row in rows if row.get(kind.model.title_field, row["id"]) != row["id"]]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _read(visitor: Visitor, path: str) -> Reading:
    found = visitor.open(path).evaluate(READ)
    return Reading(tuple(found["links"]), found["text"], tuple(found["unseen"]))
