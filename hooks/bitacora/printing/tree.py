"""A page's Markdown as a tree of elements, read as MkDocs reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser

from markdown import Markdown

from bitacora.unmarked import UnmarkedExtension

# What mkdocs.yml asks for, with what MkDocs adds by itself.
EXTENSIONS = (
    "attr_list",
    "def_list",
    "fenced_code",
    "md_in_html",
    "tables",
    "toc",
    UnmarkedExtension(),
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
VOID = frozenset({"br", "hr", "img", "input", "wbr", "col", "source"})
# Every space but those that do not break.
SPACES = re.compile(r"[^\S\u00a0\u202f]+")
BREAK = "\0"
BREAKING = frozenset({"br", "p", "li", "dt", "dd", "div"})
FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


@dataclass(slots=True)
class Element:
    """One element; ``raw`` is the exact markup of a drawing, which is no text to be set."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)
    raw: str = ""

    @property
    def classes(self) -> tuple[str, ...]:
        """The words of its class."""
        return tuple(self.attributes.get("class", "").split())

    @property
    def elements(self) -> Iterator[Element]:
        """Its children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def walk(self) -> Iterator[Element]:
        """Itself, then all below it in reading order."""
        yield self
        for child in self.elements:
            yield from child.walk()

    def anchors(self) -> frozenset[str]:
        """The names of the headings in it, which links of the page may lead to."""
        names = (one.attributes.get("id", "") for one in self.walk() if one.tag in HEADINGS)
        return frozenset(name for name in names if name)

    def lines(self) -> list[str]:
        """Its words without markup, a line for each break."""
        return [SPACES.sub(" ", part).strip(" ") for part in "".join(self._words()).split(BREAK)]

    def text(self) -> str:
        """Its words without markup, on one line."""
        return SPACES.sub(" ", " ".join(self.lines())).strip(" ")

    def _words(self) -> Iterator[str]:
        if self.tag in BREAKING:
            yield BREAK
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._words()


class _Builder(HTMLParser):
    """Builds the tree; a drawing is kept as it was written, capitals included."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root")
        self._open = [self.root]
        self._drawing: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Opens an element, or goes on copying a drawing."""
        if tag == "svg" or self._drawing:
            self._draw(self.get_starttag_text() or "")
            return
        made = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(made)
        if tag not in VOID:
            self._open.append(made)

    def handle_endtag(self, tag: str) -> None:
        """Closes the nearest open element of that name."""
        if self._drawing:
            name = self._drawing.pop()
            self._raw(f"</{name}>")
            return
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        """Adds words."""
        if self._drawing:
            self._raw(escape(data, quote=False))
        else:
            self._open[-1].children.append(data)

    def _draw(self, start: str) -> None:
        if not self._drawing:
            self._open[-1].children.append(Element("svg"))
        self._raw(start)
        if not start.endswith("/>"):
            self._drawing.append(re.match(r"<([^\s/>]+)", start)[1])  # type: ignore[index]

    def _raw(self, markup: str) -> None:
        last = self._open[-1].children[-1]
        if isinstance(last, Element):
            last.raw += markup

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """An element closed where it opens."""
        if tag == "svg" or self._drawing:
            self._draw(self.get_starttag_text() or "")
        else:
            self._open[-1].children.append(Element(tag, {key: val or "" for key, val in attrs}))


def page_tree(content: str) -> Element:
    """The body of a page made by ``Writer.page``, without its front matter."""
    return html_tree(Markdown(extensions=EXTENSIONS).convert(FRONT.sub("", content, count=1)))


def html_tree(html: str) -> Element:
    """The tree of a piece of HTML."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


def page_title(content: str) -> str:
    """The plain title that the front matter of a page gives."""
    front = FRONT.match(content)
    first = front[1].split("\n", 1)[0] if front else 'title: ""'
    return unescape(str(json.loads(first.removeprefix("title: "))))
