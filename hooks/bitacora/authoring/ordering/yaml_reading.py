"""From a YAML record as the project reads it to its tree, with the comments of its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bitacora.authoring.ordering.tree import (
    Branch,
    Entry,
    Fields,
    Group,
    Items,
    Leaf,
    Notes,
    Nothing,
)
from bitacora.sources import Mapping, Node, Sequence, Text


@dataclass(eq=False, slots=True)
class Draft:
    """An entry on the way to its tree, while its comments are being found.

    ``line`` and ``column`` tell where it begins, its dash or its name (both from 0); ``value`` is
    what the project's reader found.
    """

    name: str
    value: Node
    line: int
    column: int
    parents: tuple[Draft, ...]
    inner: list[Draft] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    apart: bool = False
    beside: str = ""
    below: list[Group] = field(default_factory=list)

    def within(self, other: Draft) -> bool:
        """Whether it is part of another."""
        return any(parent is other for parent in self.parents)


def drafts_of(record: Mapping, lines: list[str]) -> list[Draft]:
    """The entries at the first level of a record whose text has these lines."""
    return list(_fields(record, lines, ()))


def all_of(drafts: list[Draft]) -> Iterator[Draft]:
    """These entries with all inside them, in the order of the file."""
    for draft in drafts:
        yield draft
        yield from all_of(draft.inner)


def tree_of(drafts: list[Draft]) -> Fields:
    """The entries as they were written, with the comments given to each."""
    return Fields(tuple(map(_entry, drafts)))


def _entry(draft: Draft) -> Entry:
    notes = Notes(tuple(draft.above), draft.beside, tuple(draft.below), draft.apart)
    return Entry(_branch(draft), notes, draft.name)


def _branch(draft: Draft) -> Branch:
    inner = tuple(map(_entry, draft.inner))
    if isinstance(draft.value, Mapping):
        return Fields(inner)
    if isinstance(draft.value, Sequence):
        return Items(inner)
    return Leaf(str(draft.value)) if isinstance(draft.value, Text) else Nothing()


def _fields(record: Mapping, lines: list[str], parents: tuple[Draft, ...]) -> Iterator[Draft]:
    for key, value in record.items:
        place = key.place
        draft = Draft(str(key), value, place.linea - 1, place.columna - 1, parents)
        _grow(draft, lines)
        yield draft


def _items(items: Sequence, lines: list[str], parents: tuple[Draft, ...]) -> Iterator[Draft]:
    for value in items.items:
        line, column = value.place.linea - 1, value.place.columna - 1
        before = lines[line][:column].rstrip(" ") if line < len(lines) else ""
        dash = len(before) - 1 if before.endswith("-") else column
        draft = Draft("", value, line, dash, parents)
        _grow(draft, lines)
        yield draft


def _grow(draft: Draft, lines: list[str]) -> None:
    parents = (*draft.parents, draft)
    if isinstance(draft.value, Mapping):
        draft.inner += _fields(draft.value, lines, parents)
    elif isinstance(draft.value, Sequence):
        draft.inner += _items(draft.value, lines, parents)
