"""The parts of a YAML text, stopped at the first thing that data files may not use."""

from __future__ import annotations

from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    NodeEvent,
    ScalarEvent,
)

from bitacora.problems import Place, Problem
from bitacora.sources.faults import Origin, shorten
from bitacora.sources.yaml_words import complaint

MAX_DEPTH = 12

# The C parser is fifteen times as fast; not every platform has it.
FASTEST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def safe_events(
    text: str, origin: Origin, loader: Any = FASTEST
) -> tuple[list[Event], Problem | None]:
    """The events of one plain document, or the one problem that makes the text unreadable.

    Events come before any node is made, so neither aliases nor depth can exhaust the memory.
    """
    events: list[Event] = []
    depth = documents = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            depth += isinstance(event, CollectionStartEvent)
            depth -= isinstance(event, CollectionEndEvent)
            documents += isinstance(event, DocumentStartEvent)
            refused = _refusal(event, depth, documents, origin)
            if refused is not None:
                return [], refused
            events.append(event)
    except yaml.YAMLError as error:
        return [], complaint(error, text, origin)
    except (ValueError, OverflowError):
        # An escape such as "\UFFFFFFFF" names no character: the pure parser lets it through.
        return [], _bad_escape(events, origin)
    return events, None


def place_of(event: Event, origin: Origin) -> Place:
    """Where an event begins."""
    mark = event.start_mark
    return origin.place(mark.line + 1, mark.column + 1) if mark else origin.place(1)


def _refusal(event: Event, depth: int, documents: int, origin: Origin) -> Problem | None:
    if isinstance(event, NodeEvent):
        if isinstance(event, AliasEvent):
            return _alias(event, "*", origin)
        if event.anchor is not None:
            return _alias(event, "&", origin)
        if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag is not None:
            return _tag(event, origin)
    if depth > MAX_DEPTH:
        return _too_deep(event, origin)
    if documents > 1:
        return _second_document(event, origin)
    return None


def _alias(event: NodeEvent, sign: str, origin: Origin) -> Problem:
    return origin.error(
        "yaml-alias",
        place_of(event, origin),
        f"«{sign}{event.anchor}» empieza por «{sign}», que copia de otra parte y aquí no se usa.",
        f"Escriba el dato completo; si es un texto que empieza por «{sign}», "
        "enciérrelo entre comillas.",
        value=f"{sign}{event.anchor}",
    )


def _tag(event: ScalarEvent | CollectionStartEvent, origin: Origin) -> Problem:
    tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
    return origin.error(
        "yaml-etiqueta",
        place_of(event, origin),
        f"«{shorten(tag)}» empieza por «!», que es una instrucción y aquí no se usa.",
        "Borre la instrucción; si es un texto que empieza por «!», enciérrelo entre comillas.",
        value=tag,
    )


def _too_deep(event: Event, origin: Origin) -> Problem:
    return origin.error(
        "anidamiento",
        place_of(event, origin),
        f"Hay más de {MAX_DEPTH} listas o grupos, uno dentro de otro.",
        "Revise la sangría y los corchetes: una ficha usa dos o tres niveles.",
    )


def _second_document(event: Event, origin: Origin) -> Problem:
    return origin.error(
        "yaml-documentos",
        place_of(event, origin),
        "El archivo tiene más de una ficha, separadas por «---».",
        "Deje una sola ficha por archivo y borre la línea «---».",
        value="---",
    )


def _bad_escape(events: list[Event], origin: Origin) -> Problem:
    return origin.error(
        "yaml-sintaxis",
        place_of(events[-1], origin) if events else origin.place(1),
        "Después de una barra «\\» hay un código que no corresponde a ningún carácter.",
        "Use comillas simples en lugar de dobles, o escriba dos barras «\\\\».",
    )
