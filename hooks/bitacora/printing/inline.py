"""Words, links, chips inside a paragraph or a cell."""

from __future__ import annotations

from collections.abc import Iterable

from bitacora.printing.destinations import Destinations
from bitacora.printing.drawings import Patterns, drawing, width_of
from bitacora.printing.tree import SPACES, Element
from bitacora.printing.typst_code import block, call, string, words

SIMPLE = {
    "strong": "strong",
    "b": "strong",
    "em": "emph",
    "i": "emph",
    "sup": "super",
    "sub": "sub",
    "del": "strike",
    "s": "strike",
    "code": "fijo",
    "small": "menor",
}
SPANS = {"unknown": "desconocido", "card__meta": "menor", "ods": "ods"}
HIDDEN = frozenset({"web-only", "unseen", "headerlink"})
INLINE = frozenset(
    {*SIMPLE, "a", "span", "br", "abbr", "button", "time", "mark", "ins", "cite", "wbr"}
)


def is_inline(node: Element | str) -> bool:
    """Whether a node belongs to a line of text."""
    if isinstance(node, str):
        return True
    return node.tag in INLINE or (node.tag == "svg" and width_of(node) > 0)


def is_hidden(element: Element) -> bool:
    """Whether an element is for the screen only."""
    return not HIDDEN.isdisjoint(element.classes) or element.tag in {"script", "style", "template"}


class Line:
    """Sets one line of nodes, with its spaces made single and none at its ends, as a browser
    does."""

    def __init__(self, places: Destinations, patterns: Patterns) -> None:
        self._places = places
        self._patterns = patterns
        self._begun = False
        self._space = False

    def set(self, nodes: Iterable[Element | str]) -> str:
        """The nodes as Typst content."""
        return "".join(self._node(node) for node in nodes)

    def _node(self, node: Element | str) -> str:
        if isinstance(node, str):
            return self._words(node)
        if is_hidden(node):
            return ""
        if node.tag == "br":
            self._begun = self._space = False
            return "#linebreak()"
        before = self._due_space()
        if node.tag == "svg":
            self._begun = True
            return before + drawing(node, self._patterns)
        inside = self.set(node.children)
        return before + self._styled(node, inside) if inside else before

    def _words(self, text: str) -> str:
        single = SPACES.sub(" ", text)
        core = single.strip(" ")
        self._space = self._space or single.startswith(" ")
        if not core:
            return ""
        before = self._due_space()
        self._begun, self._space = True, single.endswith(" ")
        return before + words(core)

    def _due_space(self) -> str:
        """The space that waits for something to part; a line begins without one."""
        due, self._space = self._space and self._begun, False
        return words(" ") if due else ""

    def _styled(self, node: Element, inside: str) -> str:
        if node.tag == "a":
            return self._link(node.attributes.get("href", ""), inside)
        if node.tag in SIMPLE:
            return f"#{SIMPLE[node.tag]}{block(inside)}"
        if "chip" in node.classes:
            tone = next((css for css in node.classes if css.startswith("chip--")), "")
            return call("ficha-estado", string(tone.removeprefix("chip--"))) + block(inside)
        for css, name in SPANS.items():
            if css in node.classes:
                return f"#{name}{block(inside)}"
        return inside

    def _link(self, target: str, inside: str) -> str:
        if place := self._places.here(target):
            return call("link", f"label({string(place)})") + block(inside)
        if address := self._places.web(target):
            return call("link", string(address)) + block(inside)
        return inside
