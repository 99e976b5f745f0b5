"""Words without a sign of Markdown: none of its patterns is tried on them, which costs much."""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import LINK_RE, LinkInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

# What each pattern for lines begins with; a sign written as its number ends as it stands anyway.
SIGNS = re.compile(r"[`\\\[<*_]|&(?!#[0-9]+;)|  \n")
BEFORE_PATTERNS = 21
"""Markdown tries its patterns at 20, that of links at 160 among them."""
LINK = 160


class Unmarked(Treeprocessor):
    """Tells Markdown which texts have nothing for its patterns."""

    def run(self, root: Element) -> None:
        """Marks them, in an element and all below it."""
        for element in root.iter():
            element.text = _marked(element.text)
            element.tail = _marked(element.tail)


class Link(LinkInlineProcessor):
    """The pattern of links, which does the same with the words of each link."""

    def handleMatch(  # type: ignore[override]  # Markdown's own typing, of two kinds of pattern.
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """The link, its start, its end."""
        link, start, end = super().handleMatch(m, data)
        if isinstance(link, Element):
            link.text = _marked(link.text)
        return link, start, end


class UnmarkedExtension(Extension):
    """What ``mkdocs.yml`` asks for."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Adds it to Markdown."""
        md.treeprocessors.register(Unmarked(md), "unmarked", BEFORE_PATTERNS)
        md.inlinePatterns.register(Link(LINK_RE, md), "link", LINK)
        # Asked a thousand times a page, always with the same answer for the same tag.
        md.is_block_level = cache(md.is_block_level)  # type: ignore[method-assign]


def makeExtension(**options: Any) -> UnmarkedExtension:
    """How Markdown finds an extension in a module."""
    return UnmarkedExtension(**options)


def _marked(text: str | None) -> str | None:
    return AtomicString(text) if text and not SIGNS.search(text) else text
