"""Blocks of a page (headings, paragraphs, lists, tables, figures) as Typst."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bitacora.printing.destinations import Destinations
from bitacora.printing.drawings import drawing, shared_patterns
from bitacora.printing.inline import Line, is_hidden, is_inline
from bitacora.printing.tables import alike, is_wide, typeset
from bitacora.printing.tree import HEADINGS, Element
from bitacora.printing.typst_code import array, block, call, string

PARAGRAPHS = {"lead": "entrada", "note": "nota", "card__meta": "aclaracion"}


class Blocks:
    """Sets blocks one after the other; it remembers the last heading, because a level that is
    skipped leaves who listens to the document without a way."""

    def __init__(self, places: Destinations, root: Element) -> None:
        self._places = places
        self._patterns = shared_patterns(root)
        self._widths = alike(found for found in root.walk() if found.tag == "table")
        self._level = 0

    def set(self, nodes: Iterable[Element | str]) -> str:
        """Blocks as Typst; lines of text between them become paragraphs."""
        parts: list[str] = []
        loose: list[Element | str] = []
        for node in nodes:
            if is_inline(node):
                loose.append(node)
                continue
            parts.append(self._paragraph(loose))
            loose = []
            if isinstance(node, Element):
                parts.append(self._block(node))
        parts.append(self._paragraph(loose))
        return "\n\n".join(_opened(part for part in parts if part))

    def line(self, nodes: Iterable[Element | str]) -> str:
        """Nodes of one line as Typst."""
        return Line(self._places, self._patterns).set(nodes)

    def inside(self, element: Element) -> str:
        """What a cell or an item holds: a line, or blocks."""
        if all(is_inline(child) for child in element.children):
            return self.line(element.children)
        return self.set(element.children)

    def _paragraph(self, nodes: Sequence[Element | str], name: str = "parrafo") -> str:
        content = self.line(nodes)
        return f"#{name}{block(content)}" if content else ""

    def _block(self, element: Element) -> str:
        if is_hidden(element):
            return ""
        tag = element.tag
        if tag in HEADINGS:
            return self._heading(element, HEADINGS.index(tag))
        if tag == "p" and all(is_inline(child) for child in element.children):
            names = (name for css, name in PARAGRAPHS.items() if css in element.classes)
            return self._paragraph(element.children, next(names, "parrafo"))
        if tag in {"ul", "ol"}:
            return self._list(element)
        if tag == "dl":
            return call("hoja", *(array(map(block, pair)) for pair in self.pairs(element)))
        if tag == "table":
            return typeset(element, self.inside, self._widths)
        if tag == "svg":
            return drawing(element, self._patterns)
        if tag == "details" and "fold" in element.classes:
            return self.set(_unfolded(element))
        if tag in {"figure", "details", "blockquote"}:
            return self._framed(element)
        return "#line(length: 100%)" if tag == "hr" else self.set(element.children)

    def _heading(self, element: Element, level: int) -> str:
        self._level = min(max(level, 1), self._level + 1)
        place = element.attributes.get("id", "")
        mark = f" #label({string(place)})" if place else ""
        content = self.line(element.children)
        return f"#heading(level: {self._level}){block(content)}{mark}" if content else ""

    def _list(self, element: Element) -> str:
        items = [item for item in element.elements if item.tag == "li" and not is_hidden(item)]
        if "figures" in element.classes or (items and all(map(_is_figure, items))):
            return call("cifras", *map(self._figure, items))
        made = [block(self.inside(item)) for item in items]
        if "ch-key" in element.classes:
            return call("clave", *made)
        return call("enum" if element.tag == "ol" else "list", *made) if made else ""

    def _figure(self, item: Element) -> str:
        """A figure that answers at a glance: the number, then of what."""
        children = [child for child in item.children if not isinstance(child, str) or child.strip()]
        number: list[Element | str] = []
        if children and isinstance(children[0], Element) and children[0].tag == "strong":
            number, children = children[0].children, children[1:]
        # A chip says what the figure counts, in a line of its own.
        rest = [part for child in children for part in (child, *_break_after(child))]
        return array([block(self.line(number)), block(self.line(rest))])

    def pairs(self, sheet: Element) -> list[tuple[str, str]]:
        """The fields of a definition list, each with all that is said of it."""
        found: list[tuple[str, list[str]]] = []
        for child in sheet.elements:
            if child.tag == "dt":
                found.append((self.line(child.children), []))
            elif child.tag == "dd" and found:
                found[-1][1].append(self.inside(child))
        return [(name, "\n\n".join(told)) for name, told in found]

    def _framed(self, element: Element) -> str:
        """A figure with its caption, a fold opened with its summary above, a quotation."""
        titles = {"figure": "figcaption", "details": "summary"}
        told = [child for child in element.elements if child.tag == titles.get(element.tag)]
        rest = [child for child in element.children if child not in told]
        if element.tag == "figure":
            # Nothing is folded on paper: under a drawing its table needs no «see the table».
            rest = [part for child in rest for part in _unfolded(child)]
        caption = self.line([node for item in told for node in item.children])
        name = {"figure": "figura", "details": "detalle"}.get(element.tag, "cita")
        return f"#{name}({block(caption)}, {block(self.set(rest))})"


def _opened(parts: Iterable[str]) -> Iterator[str]:
    """The paragraph under a heading stays with what it announces, on the same page."""
    before = ""
    for part in parts:
        under_heading = before.startswith("#heading(") and part.startswith("#parrafo[")
        yield f"#anuncio{part.removeprefix('#parrafo')}" if under_heading else part
        before = part


def _unfolded(node: Element | str) -> list[Element | str]:
    if isinstance(node, Element) and node.tag == "details":
        return [
            child for child in node.children if isinstance(child, str) or child.tag != "summary"
        ]
    return [node]


def _is_figure(item: Element) -> bool:
    return "figure" in item.classes


def _break_after(node: Element | str) -> list[Element | str]:
    return [Element("br")] if isinstance(node, Element) and "chip" in node.classes else []


def sections(nodes: Iterable[Element | str]) -> list[tuple[bool, list[Element | str]]]:
    """A page cut at its second-level headings, each part with whether it needs the page laid on
    its side: a table does not turn the page alone, its whole section does."""
    cut: list[list[Element | str]] = [[]]
    for node in nodes:
        if isinstance(node, Element) and node.tag == "h2":
            cut.append([])
        cut[-1].append(node)
    parts = [(_needs_width(part), part) for part in cut if part]
    upright_next = [not wide for wide, _ in parts[1:]] + [False]
    return [
        piece
        for (wide, part), upright in zip(parts, upright_next, strict=True)
        for piece in (_ends_upright(part) if wide and upright else [(wide, part)])
    ]


def _ends_upright(part: list[Element | str]) -> list[tuple[bool, list[Element | str]]]:
    """A part on its side whose last headings need no width: they stand upright, with what follows,
    instead of a page of their own."""
    heads = (i for i, it in enumerate(part) if isinstance(it, Element) and it.tag == "h3")
    end = next((i for i in heads if not _needs_width(part[i:])), len(part))
    return [(True, part[:end]), (False, part[end:])] if end < len(part) else [(True, part)]


def _needs_width(nodes: Iterable[Element | str]) -> bool:
    return any(
        found.tag == "table" and not is_hidden(found) and is_wide(found)
        for node in nodes
        if isinstance(node, Element)
        for found in node.walk()
    )
