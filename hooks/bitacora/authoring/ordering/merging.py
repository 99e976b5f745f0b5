"""New values put into a record that has comments."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from bitacora.authoring.ordering.spelling import NO, YES
from bitacora.authoring.ordering.tree import (
    Branch,
    Entry,
    Fields,
    Items,
    Leaf,
    Nothing,
    Tree,
)
from bitacora.canonical import Value


def branch_of(value: Value) -> Branch:
    """A plain value as part of a tree: yes and no in words, numbers without exponent."""
    if value is None:
        return Nothing()
    if isinstance(value, bool):
        return Leaf(YES if value else NO)
    if isinstance(value, str):
        # Letters with their accents in one piece, as the reader takes them.
        return Leaf(unicodedata.normalize("NFC", value)) if value.strip() else Nothing()
    if isinstance(value, int | Decimal):
        # With the zeros it ends in, which pages show.
        return Leaf(f"{value:f}" if isinstance(value, Decimal) else str(value))
    if isinstance(value, list):
        return Items(tuple(Entry(branch_of(item)) for item in value))
    return fields_of(value)


def fields_of(values: Mapping[str, Value]) -> Fields:
    """Named values as part of a tree."""
    return Fields(tuple(Entry(branch_of(value), name=name) for name, value in values.items()))


def changed(tree: Tree, changes: Mapping[str, Value]) -> Tree:
    """The tree with these fields of its record changed, added or, where the value is None, taken
    out; the comments of what goes away stay at the foot."""
    kept: list[Entry] = []
    lost: list[str] = []
    for entry in tree.record.entries:
        if entry.name not in changes:
            kept.append(entry)
            continue
        new = branch_of(changes[entry.name])
        if isinstance(new, Nothing):
            lost += comments_in(entry)
        else:
            merged, orphans = _merged(entry.value, new)
            lost += orphans
            kept.append(replace(entry, value=merged))
    added = fields_of({name: it for name, it in changes.items() if not tree.record.named(name)})
    told = (entry for entry in added.entries if entry.value != Nothing())
    foot = (*tree.foot, tuple(lost)) if lost else tree.foot
    return replace(tree, record=Fields((*kept, *told)), foot=foot)


def comments_in(entry: Entry) -> Iterator[str]:
    """Every comment of an entry and of what is inside it."""
    yield from entry.notes.above
    if entry.notes.beside:
        yield entry.notes.beside
    yield from _comments(entry.value)
    for group in entry.notes.below:
        yield from group


def _comments(branch: Branch) -> Iterator[str]:
    if isinstance(branch, Items | Fields):
        for entry in branch.entries:
            yield from comments_in(entry)


def _merged(old: Branch, new: Branch) -> tuple[Branch, list[str]]:
    """The new value with the comments of the old one where both have the same part; the others."""
    if isinstance(old, Items) and isinstance(new, Items):
        pairs = list(zip(old.entries, new.entries, strict=False))
        gone = old.entries[len(pairs) :]
        more = new.entries[len(pairs) :]
        return _joined(Items, pairs, more, gone)
    if isinstance(old, Fields) and isinstance(new, Fields):
        pairs = [(old_one, it) for it in new.entries if (old_one := old.named(it.name))]
        gone = tuple(it for it in old.entries if not new.named(it.name))
        more = tuple(it for it in new.entries if not old.named(it.name))
        return _joined(Fields, pairs, more, gone)
    return new, list(_comments(old))


def _joined(
    make: type[Items] | type[Fields],
    pairs: list[tuple[Entry, Entry]],
    more: tuple[Entry, ...],
    gone: tuple[Entry, ...],
) -> tuple[Branch, list[str]]:
    entries: list[Entry] = []
    lost: list[str] = []
    for old, new in pairs:
        value, orphans = _merged(old.value, new.value)
        entries.append(replace(new, value=value, notes=old.notes))
        lost += orphans
    for entry in gone:
        lost += comments_in(entry)
    return make((*entries, *more)), lost
