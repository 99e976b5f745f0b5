"""Fields that no model knows, written without a value.

Empty values are left out before a model sees them, so a misspelt field with nothing in it would
pass in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from pydantic import BaseModel

from bitacora.problems import Place, Problem, Severity
from bitacora.reading.faults import dotted, unknown_field
from bitacora.records.fields import shape_of
from bitacora.sources import Empty, Mapping, Node, Sequence, Text

Path = tuple[str | int, ...]


def strangers(entries: Iterable[Mapping], model: type[BaseModel]) -> list[Problem]:
    """A problem for each unknown field without value; the column of a table is told once."""
    told: dict[Place, Problem] = {}
    for entry in entries:
        for path, key, value in _empty_unknown(entry, model, ()):
            told.setdefault(key.place, _problem(path, key, value, model))
    return list(told.values())


def _problem(path: Path, key: Text, value: Empty, model: type[BaseModel]) -> Problem:
    rule, message, remedy, _ = unknown_field(path, value, model)
    return Problem(
        place=key.place,
        registro=PurePosixPath(key.place.archivo).stem,
        campo=dotted(path),
        valor="",
        regla=rule,
        severidad=Severity.ERROR,
        mensaje=message,
        remedio=remedy,
    )


def _empty_unknown(
    node: Node, model: type[BaseModel], base: Path
) -> Iterator[tuple[Path, Text, Empty]]:
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _empty_unknown(item, model, (*base, index))
    if not isinstance(node, Mapping):
        return
    for key, value in node.items:
        shape = shape_of(model, key)
        path = (*base, str(key))
        if shape is None and isinstance(value, Empty):
            yield path, key, value
        elif shape is not None and shape.block is not None:
            yield from _empty_unknown(value, shape.block, path)
