"""The ways to break one field of an entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from bitacora.problems import Place
from bitacora.records.fields import FieldShape, shape_of
from bitacora.records.values import (
    Day,
    LongText,
    Moment,
    Number,
    Ref,
    ReportingPeriod,
    Source,
    Whole,
    Year,
)
from bitacora.records.values import Text as TextType
from bitacora.sources import Empty, Mapping, Node, Sequence, Text

Path = tuple[str | int, ...]
FREE = (TextType, LongText)
NOWHERE = "no-existe-en-ninguna-parte"
NONSENSE = "¿qué será esto?"
STRANGER = "campo_inventado"
_EXTREMES: dict[type[object], tuple[str, ...]] = {
    Number: ("-99999999999999999999", "99999999999999999999", "0", "0.0000000001"),
    Whole: ("0", "1", "1000000000"),
    Year: ("1900", "2100"),
    Day: ("1800-01-01", "2200-12-31"),
    Moment: ("1800", "2200-12-31"),
    ReportingPeriod: ("1900", "2100-12", "1900-2100", "2026-B6"),
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """An entry with one thing wrong: where, and what."""

    how: str
    path: Path
    entry: Mapping

    @property
    def field(self) -> str:
        """The broken field as problems name it."""
        return ".".join(str(step + 1) if isinstance(step, int) else step for step in self.path)


@dataclass(frozen=True, slots=True)
class Spot:
    """A field that an entry has: its path, its shape, its value."""

    path: Path
    shape: FieldShape
    value: Node


def spots(node: Mapping, model: type[BaseModel], base: Path = ()) -> Iterator[Spot]:
    """Every field with a value, those of blocks included."""
    for key, value in node.items:
        shape = shape_of(model, str(key))
        if shape is None or isinstance(value, Empty):
            continue
        path = (*base, str(key))
        yield Spot(path, shape, value)
        for inner_path, inner in _blocks(value, path):
            if shape.block is not None:
                yield from spots(inner, shape.block, inner_path)


def _blocks(value: Node, path: Path) -> Iterator[tuple[Path, Mapping]]:
    if isinstance(value, Mapping):
        yield path, value
    if isinstance(value, Sequence):
        for index, item in enumerate(value.items):
            if isinstance(item, Mapping):
                yield (*path, index), item


def replaced(node: Node, path: Path, new: Node | None) -> Node:
    """The node with ``new`` in place of what stands at ``path``, or nothing there for None."""
    step, rest = path[0], path[1:]
    if isinstance(node, Mapping):
        pairs = [
            (key, _swap(value, rest, new) if key == step else value) for key, value in node.items
        ]
        return Mapping(node.place, tuple((key, value) for key, value in pairs if value is not None))
    assert isinstance(node, Sequence)
    items = [
        _swap(item, rest, new) if index == step else item for index, item in enumerate(node.items)
    ]
    return Sequence(node.place, tuple(item for item in items if item is not None))


def _swap(value: Node, rest: Path, new: Node | None) -> Node | None:
    return replaced(value, rest, new) if rest else new


def _mutant(how: str, entry: Mapping, path: Path, new: Node | None) -> Mutant:
    broken = replaced(entry, path, new)
    assert isinstance(broken, Mapping)
    return Mutant(how, path, broken)


def wrong_types(entry: Mapping, model: type[BaseModel]) -> Iterator[Mutant]:
    """Each field with a value of a shape, or a meaning, that it cannot have."""
    for spot in spots(entry, model):
        place = spot.value.place
        for how, wrong in _wrong(spot.shape, place):
            yield _mutant(how, entry, spot.path, wrong)


def _wrong(shape: FieldShape, place: Place) -> Iterator[tuple[str, Node]]:
    inside = Sequence(place, (Text("x", place),))
    if shape.many:
        yield "a list of lists", Sequence(place, (inside,))
    else:
        yield "a list", inside
    if not isinstance(shape.value_type, FREE):
        yield "nonsense", Text(NONSENSE, place)
    else:
        yield "a block", Mapping(place, ((Text("x", place), Text("y", place)),))


def missing(entry: Mapping, model: type[BaseModel]) -> Iterator[Mutant]:
    """Each required field taken away, then left empty."""
    for spot in spots(entry, model):
        if spot.shape.required:
            empty = Empty(spot.value.place)
            yield _mutant("missing", entry, spot.path, None)
            yield _mutant("empty", entry, spot.path, empty)


def strangers(entry: Mapping, model: type[BaseModel]) -> Iterator[Mutant]:
    """A field that does not exist, in the entry and in each of its blocks; with value or empty."""
    inside = [
        place
        for spot in spots(entry, model)
        if spot.shape.block is not None
        for place in _blocks(spot.value, spot.path)
    ]
    for path, node in [((), entry), *inside]:
        key = Text(STRANGER, node.place)
        for value in (Text("x", node.place), Empty(node.place)):
            wider = Mapping(node.place, (*node.items, (key, value)))
            broken = replaced(entry, path, wider) if path else wider
            assert isinstance(broken, Mapping)
            yield Mutant("unknown field", (*path, STRANGER), broken)


def dangling(entry: Mapping, model: type[BaseModel]) -> Iterator[Mutant]:
    """Each reference, and each source that cites a document, leading nowhere."""
    for spot in spots(entry, model):
        kind = spot.shape.value_type
        if isinstance(kind, Ref):
            target = NOWHERE
        elif isinstance(kind, Source):
            target = f"documento:{NOWHERE}, página 1"
        else:
            continue
        word = Text(target, spot.value.place)
        mutant = _mutant("dangling", entry, spot.path, word)
        yield Mutant("dangling", (*spot.path, 0) if spot.shape.many else spot.path, mutant.entry)


def without_each(entry: Mapping, model: type[BaseModel]) -> Iterator[Mutant]:
    """Each field taken away, required or not."""
    for spot in spots(entry, model):
        yield _mutant("without", entry, spot.path, None)


def extremes(entry: Mapping, model: type[BaseModel]) -> Iterator[Mutant]:
    """Each number, year, date and period with the least and the most that its type reads."""
    for spot in spots(entry, model):
        for text in _EXTREMES.get(type(spot.shape.value_type), ()):
            yield _mutant(text, entry, spot.path, Text(text, spot.value.place))


def moved(node: Node, archivo: str, places: dict[int, Place] | None = None) -> Node:
    """The same node as if it stood in another file, so that its problems can be told apart.

    Lines are kept, columns are not.
    """
    places = {} if places is None else places
    line = node.place.linea
    if line not in places:
        places[line] = Place(archivo, line)
    if isinstance(node, Text):
        return Text(node, places[line])
    if isinstance(node, Empty):
        return Empty(places[line])
    if isinstance(node, Sequence):
        return Sequence(places[line], tuple(moved(item, archivo, places) for item in node.items))
    for key, _ in node.items:
        places.setdefault(key.place.linea, Place(archivo, key.place.linea))
    items = tuple(
        (Text(key, places[key.place.linea]), moved(value, archivo, places))
        for key, value in node.items
    )
    return Mapping(places[line], items)


def lines(node: Node) -> tuple[int, int]:
    """The first and the last line on which something of the node begins."""
    found = [node.place.linea]
    if isinstance(node, Mapping):
        for key, value in node.items:
            found += [key.place.linea, *lines(value)]
    if isinstance(node, Sequence):
        found += [line for item in node.items for line in lines(item)]
    return min(found), max(found)
