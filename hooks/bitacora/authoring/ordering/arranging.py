"""A tree put in the order of its model, each value in its one spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pydantic import BaseModel

from bitacora.authoring.ordering.spelling import is_numeric, parts, spelled, takes_bars, trimmed
from bitacora.authoring.ordering.tree import (
    Branch,
    Entry,
    Fields,
    Group,
    Items,
    Leaf,
    Nothing,
    Tree,
)
from bitacora.records.field_order import in_order
from bitacora.records.fields import FieldShape
from bitacora.records.fieldtypes import FieldType, ReadingContext


@dataclass(frozen=True, slots=True)
class Arranger:
    """Arranges trees; where ``context`` is None the values stay as they were written, because the
    record they belong to could not be read."""

    context: ReadingContext | None

    def tree(self, tree: Tree, model: type[BaseModel], identity: str) -> Tree:
        """The file of a record that is named after ``identity``."""
        kept = tuple(
            entry
            for entry in tree.record.entries
            if entry.name != "id" or entry.notes or entry.value != Leaf(identity)
        )
        record, waiting = _without_waiting(Fields(kept), model)
        record, foot = self.fields(record, model), (*waiting, *tree.foot)
        # What hangs loose from the last field is the foot of the file: nothing comes after it.
        while record.entries and record.entries[-1].notes.below:
            *others, last = record.entries
            foot = (*last.notes.below, *foot)
            freed = replace(last, notes=replace(last.notes, below=()))
            record = self.fields(Fields((*others, freed)), model)
        return replace(tree, record=record, foot=foot)

    def fields(self, fields: Fields, model: type[BaseModel]) -> Fields:
        """The fields in the order of a model, without those that say nothing."""
        shapes = {shape.name: (place, shape) for place, shape in enumerate(in_order(model))}
        last = len(shapes)
        kept = []
        for entry in fields.entries:
            place, shape = shapes.get(entry.name, (last, None))
            if shape is not None:
                entry = replace(entry, value=self._value(entry.value, shape))
            if entry.value not in _SILENT or entry.notes or (shape and shape.required):
                kept.append((place, entry))
        kept.sort(key=lambda pair: pair[0])
        return Fields(tuple(entry for _, entry in kept))

    def _value(self, value: Branch, shape: FieldShape) -> Branch:
        if isinstance(value, Leaf) and self.context is not None and takes_bars(shape):
            value = Items(tuple(Entry(Leaf(part)) for part in parts(value.text)))
        if isinstance(value, Items) and shape.many:
            return self._items(value, shape)
        return self._single(value, shape)

    def _items(self, items: Items, shape: FieldShape) -> Items:
        found = [replace(entry, value=self._single(entry.value, shape)) for entry in items.entries]
        told = [entry for entry in found if entry.value != Nothing() or entry.notes]
        # A list that must have something waits with an empty item to be filled in.
        return Items(tuple(told or found[: int(shape.required)]))

    def _single(self, value: Branch, shape: FieldShape) -> Branch:
        if isinstance(value, Fields) and shape.block is not None:
            return self.fields(value, shape.block)
        if isinstance(value, Leaf):
            return self._leaf(value.text, shape.value_type)
        return value

    def _leaf(self, text: str, kind: FieldType | None) -> Leaf:
        text = trimmed(text) if self.context is None else spelled(text, kind, self.context)
        return Leaf(text, is_numeric(text, kind))


_SILENT = (Nothing(), Items())
_WAITING = re.compile(r"#([a-z_]+):")


def _without_waiting(fields: Fields, model: type[BaseModel]) -> tuple[Fields, tuple[Group, ...]]:
    """The fields without the loose comments that hold a field waiting for its «#» to be taken away,
    as a new record has them; those, which stay together at the foot."""
    names = {shape.name for shape in in_order(model)}

    def waits(group: Group) -> bool:
        return any((found := _WAITING.match(line)) and found[1] in names for line in group)

    waiting = tuple(group for it in fields.entries for group in it.notes.below if waits(group))
    kept = tuple(
        replace(it, notes=replace(it.notes, below=tuple(g for g in it.notes.below if not waits(g))))
        for it in fields.entries
    )
    return Fields(kept), waiting
