"""Inline drawings as images, with their words for who cannot see them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bitacora.charts.look import standalone
from bitacora.printing.tree import Element, html_tree
from bitacora.printing.typst_code import call, string

LETTER = "Source Sans 3"
# The letter comes in one file with all its weights; a drawing that asks for none gets the thinnest.
REGULAR = " style=\"font-variation-settings: 'wght' 400\""
ROOT = re.compile(r"<svg\b[^>]*>")
FAMILY = re.compile(r' font-family="[^"]*"')
LABEL = re.compile(r' aria-label="([^"]*)"')
WIDTH = re.compile(r' width="(\d+)"')
TELLING = re.compile(r"<(title|desc)\b[^>]*>(.*?)</\1>", re.DOTALL)
DRAWN = re.compile(r"<(?:g|path|rect|circle|line|text|svg|defs)\b")
TEXT = re.compile(r"<text\b([^>]*)>")
PATTERN = re.compile(r'<pattern\b[^>]*\bid="([^"]+)".*?</pattern>', re.DOTALL)
USED = re.compile(r"url\(#([^)]+)\)")
NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
POINT = 0.75
"""Points in a pixel."""

Patterns = Mapping[str, str]


def shared_patterns(root: Element) -> Patterns:
    """The textures that the drawings of a page define, by name: in a page one may use those of
    another, in print each stands alone."""
    return {
        found[1]: found[0]
        for element in root.walk()
        if element.tag == "svg"
        for found in PATTERN.finditer(element.raw)
    }


def width_of(svg: Element) -> int:
    """The width in pixels of a drawing small enough to stand among words; 0 for the others, which
    are as wide as the page."""
    found = WIDTH.search(_root(svg.raw))
    return int(found[1]) if found else 0


def drawing(svg: Element, patterns: Patterns) -> str:
    """A drawing as an image; what its title with its description says is read aloud. An ornament
    beside a word, which says nothing that the word does not, is passed over in silence."""
    words, width = spoken(svg.raw), width_of(svg)
    image = f"bytes({string(_alone(svg.raw, patterns))})"
    size = f"{width * POINT}pt"
    if 'aria-hidden="true"' in _root(svg.raw):
        return call("adorno", image, size) if width else ""
    if not words:
        return ""
    if width:
        return call("dibujo-menudo", image, string(words), size)
    return call("dibujo", image, string(words))


def spoken(markup: str) -> str:
    """What a drawing says of itself as a whole; not the hints on its parts."""
    root = _root(markup)
    head = DRAWN.split(markup.removeprefix(root), maxsplit=1)[0]
    told = [text for _, text in TELLING.findall(head)] or LABEL.findall(root)
    return " ".join(html_tree(text).text() for text in told)


def _root(markup: str) -> str:
    found = ROOT.match(markup)
    return found[0] if found else ""


def _alone(markup: str, patterns: Patterns) -> str:
    """A drawing that needs nothing of its page: textures, colours, letter inside."""
    own = {found[1] for found in PATTERN.finditer(markup)}
    needed = dict.fromkeys(name for name in USED.findall(markup) if name not in own)
    lent = "".join(patterns.get(name, "") for name in needed)
    root = _root(markup)
    whole = root + (f"<defs>{lent}</defs>" if lent else "") + markup.removeprefix(root)
    made = standalone(whole.replace(' class="ch-strip"', "", 1))
    letter = f' font-family="{LETTER}"'
    start = FAMILY.sub("", _root(made)).removeprefix("<svg")
    named = f"<svg{'' if NAMESPACE in start else NAMESPACE}{letter}{start}"
    return TEXT.sub(_weighed, named + made.removeprefix(_root(made)))


def _weighed(found: re.Match[str]) -> str:
    attributes = found[1]
    return f"<text{attributes}{'' if 'font-weight' in attributes else REGULAR}>"
