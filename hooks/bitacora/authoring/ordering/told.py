"""What changes in a file that is ordered, in a few words for people."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from yaml.events import Event, ScalarEvent

from bitacora.authoring.ordering.tree import Branch, Fields, Items, Leaf
from bitacora.authoring.ordering.yaml_comments import end_of, start_of

QUOTES = ("'", '"')
Path = tuple[str, ...]


def encoding_changes(raw: bytes) -> Iterator[str]:
    """What changes in the bytes of a file before any word of it."""
    body = raw.removeprefix(codecs.BOM_UTF8)
    if body != raw:
        yield "marca invisible del comienzo (BOM)"
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        yield "codificación (UTF-8)"
    if b"\r" in raw:
        yield "fin de los renglones"
    elif not raw.endswith(b"\n"):
        yield "renglón final"


def record_changes(
    before: Fields, after: Fields, events: Sequence[Event], later: Sequence[Event]
) -> Iterator[str]:
    """What changes from one tree of a record to another, written with these events each."""
    paths, new_paths = list(_paths(before, ())), list(_paths(after, ()))
    kept = set(new_paths)
    if [path for path in paths if path in kept] != new_paths:
        yield "orden de los campos"
    if set(paths) - kept:
        yield "campos vacíos"
    if Counter(_texts(after)) - Counter(_texts(before)):
        yield "escritura de los valores"
    if _quoted(events) != _quoted(later):
        yield "comillas"
    if _wrapped(events) != _wrapped(later):
        yield "textos en un solo renglón"


def table_changes(
    columns: Sequence[str],
    new_columns: Sequence[str],
    rows: Sequence[Mapping[str, str]],
    new_rows: Sequence[Mapping[str, str]],
) -> Iterator[str]:
    """What changes from one table to another."""
    if list(columns) != list(new_columns):
        yield "orden de las columnas"
    before, after = ([tuple(sorted(row.items())) for row in it] for it in (rows, new_rows))
    if sorted(before) != sorted(after):
        yield "escritura de los valores"
    elif before != after:
        yield "orden de las filas"


def _paths(branch: Branch, base: Path) -> Iterator[Path]:
    """Where each named value stands, items by their place in the list."""
    if isinstance(branch, Fields | Items):
        for place, entry in enumerate(branch.entries):
            path = (*base, entry.name or str(place))
            if entry.name:
                yield path
            yield from _paths(entry.value, path)


def _texts(branch: Branch) -> Iterator[str]:
    if isinstance(branch, Leaf):
        yield branch.text
    elif isinstance(branch, Fields | Items):
        for entry in branch.entries:
            yield from _texts(entry.value)


def _quoted(events: Sequence[Event]) -> Counter[str]:
    values = (event for event in _values(events) if event.style in QUOTES)
    return Counter(event.value for event in values)


def _wrapped(events: Sequence[Event]) -> int:
    """How many values take several lines."""
    return sum(end_of(event).line > start_of(event).line for event in _values(events))


def _values(events: Sequence[Event]) -> Iterator[ScalarEvent]:
    return (it for it in events if isinstance(it, ScalarEvent) and it.value.strip())
