"""From the events of a YAML document to nodes."""

from __future__ import annotations

from collections.abc import Iterator

from yaml.events import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from bitacora.problems import Place, Problem
from bitacora.sources.faults import Origin
from bitacora.sources.nodes import Empty, Mapping, Node, Sequence, Text
from bitacora.sources.text_faults import clean
from bitacora.sources.yaml_events import place_of

_NULLS = ("", "~", "null", "Null", "NULL")


class NodeBuilder:
    """Makes nodes from the events of `safe_events`, whose depth is known to be small.

    ``problems`` gathers what is wrong inside the document.
    """

    def __init__(self, events: Iterator[Event], origin: Origin) -> None:
        self.events = events
        self.origin = origin
        self.problems: list[Problem] = []

    def node(self, event: Event, field: str) -> Node:
        """The node that begins with `event`; `field` is the nearest name above it."""
        if isinstance(event, ScalarEvent):
            return self._scalar(event, field)
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, field)
        return self._sequence(event, field)

    def _scalar(self, event: ScalarEvent, field: str) -> Text | Empty:
        place = place_of(event, self.origin)
        if (not event.style and event.value in _NULLS) or not event.value.strip():
            return Empty(place)
        return self._text(event.value, place, field)

    def _text(self, value: str, place: Place, field: str) -> Text:
        value, problems = clean(value, place, self.origin, field)
        self.problems += problems
        return Text(value, place)

    def _sequence(self, start: Event, field: str) -> Sequence:
        items = []
        while not isinstance(event := next(self.events), SequenceEndEvent):
            items.append(self.node(event, field))
        return Sequence(place_of(start, self.origin), tuple(items))

    def _mapping(self, start: Event, field: str) -> Mapping:
        items: dict[str, tuple[Text, Node]] = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            key = self._key(event, field)
            value = self.node(next(self.events), str(key or field))
            if key is None:
                continue
            if key in items:
                self.problems.append(_repeated(key, items[key][0], self.origin))
            else:
                items[key] = (key, value)
        return Mapping(place_of(start, self.origin), tuple(items.values()))

    def _key(self, event: Event, field: str) -> Text | None:
        place = place_of(event, self.origin)
        if not isinstance(event, ScalarEvent) or not event.value.strip():
            self.node(event, field)
            self.problems.append(_key_not_text(place, field, self.origin))
            return None
        if event.value == "<<" and not event.style:
            self.problems.append(_merge_key(place, self.origin))
            return None
        return self._text(event.value, place, event.value)


def _repeated(key: Text, first: Text, origin: Origin) -> Problem:
    return origin.error(
        "clave-repetida",
        key.place,
        f"El campo «{key}» está dos veces: en la línea {first.place.linea} "
        f"y en la línea {key.place.linea}.",
        "Deje uno solo.",
        field=str(key),
        value=str(key),
    )


def _key_not_text(place: Place, field: str, origin: Origin) -> Problem:
    return origin.error(
        "clave-no-texto",
        place,
        "El nombre de un campo está vacío, o es una lista o un grupo.",
        "Escriba un nombre sencillo antes de los dos puntos; un texto con llaves o corchetes "
        "va entre comillas.",
        field=field,
    )


def _merge_key(place: Place, origin: Origin) -> Problem:
    return origin.error(
        "yaml-alias",
        place,
        "«<<» copia datos de otra parte del archivo, y aquí no se usa.",
        "Escriba los datos completos.",
        field="<<",
        value="<<",
    )
