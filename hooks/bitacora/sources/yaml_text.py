"""A YAML text read into one entry."""

from __future__ import annotations

from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent

from bitacora.problems import Problem
from bitacora.sources.faults import Origin, shorten
from bitacora.sources.nodes import Empty, Mapping, Sequence, Text
from bitacora.sources.text_faults import unreadable
from bitacora.sources.yaml_events import safe_events
from bitacora.sources.yaml_nodes import NodeBuilder

_CONTENT = (MappingStartEvent, SequenceStartEvent, ScalarEvent)


def read_yaml(text: str, origin: Origin) -> tuple[tuple[Mapping, ...] | None, list[Problem]]:
    """The one entry of a YAML text, with its problems; None when the text cannot be read."""
    blocked = unreadable(text, origin)
    if blocked is not None:
        return None, [blocked]
    events, refused = safe_events(text, origin)
    if refused is not None:
        return None, [refused]
    builder = NodeBuilder(iter(events), origin)
    top = next((event for event in builder.events if isinstance(event, _CONTENT)), None)
    node = builder.node(top, "") if top is not None else None
    if node is None or isinstance(node, Empty):
        return None, [_empty(origin)]
    if not isinstance(node, Mapping):
        return None, [_not_a_record(node, origin)]
    return (node,), builder.problems


def _empty(origin: Origin) -> Problem:
    return origin.error(
        "archivo-vacio",
        origin.place(1),
        "El archivo no tiene ningún dato.",
        "Escriba la ficha o borre el archivo.",
    )


def _not_a_record(node: Text | Sequence, origin: Origin) -> Problem:
    what = "una lista" if isinstance(node, Sequence) else f"un texto suelto («{shorten(node)}»)"
    return origin.error(
        "yaml-no-es-ficha",
        node.place,
        f"El archivo contiene {what} y no una ficha.",
        "Escriba cada dato en su línea como «nombre: valor».",
        value=str(node) if isinstance(node, Text) else "",
    )
