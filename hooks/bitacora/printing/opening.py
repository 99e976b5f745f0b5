"""What a page says before its first section, which the cover of the document shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bitacora.printing.tree import Element

Nodes = Sequence[Element | str]


@dataclass(frozen=True, slots=True)
class Opening:
    """The sentence that opens the page, its sheet of fields (if any), all else before the first
    section; then the sections."""

    lead: Nodes
    facts: Element
    rest: Nodes
    body: Nodes


def opening(root: Element) -> Opening:
    """A page parted. Its title stands elsewhere; so does the chip of its state."""
    nodes = [node for node in root.children if isinstance(node, str) or node.tag != "h1"]
    starts = (place for place, node in enumerate(nodes) if _is(node, "h2"))
    cut = next(starts, len(nodes))
    first = nodes[:cut]
    lead = next((node for node in first if isinstance(node, Element) and _leads(node)), None)
    facts = next((node for node in first if isinstance(node, Element) and node.tag == "dl"), None)
    words = lead.children if lead else []
    return Opening(
        [node for node in words if isinstance(node, str) or "chip" not in node.classes],
        facts or Element("dl"),
        [node for node in first if node is not lead and node is not facts],
        nodes[cut:],
    )


def _is(node: Element | str, tag: str) -> bool:
    return isinstance(node, Element) and node.tag == tag


def _leads(node: Element) -> bool:
    return "lead" in node.classes
