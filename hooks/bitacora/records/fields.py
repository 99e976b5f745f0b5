"""How a model's fields are made: their type, whether they repeat, what block they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from bitacora.records.fieldtypes import FieldType, ListOf


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field of a model: its type, or the block it holds; whether it is a list."""

    name: str
    description: str
    required: bool
    many: bool
    value_type: FieldType | None
    block: type[BaseModel] | None


@cache
def shapes(model: type[BaseModel]) -> tuple[FieldShape, ...]:
    """The fields of a model in their order."""
    return tuple(_shape(name, field) for name, field in model.model_fields.items())


def shape_of(model: type[BaseModel], name: str) -> FieldShape | None:
    """One field by its name, or None."""
    return next((shape for shape in shapes(model) if shape.name == name), None)


def _shape(name: str, field: Any) -> FieldShape:
    annotation = field.annotation
    metadata = tuple(field.metadata)
    many = any(isinstance(mark, ListOf) for mark in metadata) or _is_tuple(annotation)
    if many:
        annotation, metadata = _unwrap(get_args(annotation)[0])
    marks = [mark for mark in metadata if isinstance(mark, FieldType)]
    return FieldShape(
        name=name,
        description=field.description or "",
        required=field.is_required(),
        many=many,
        value_type=marks[0] if marks else None,
        block=_block(annotation),
    )


def _is_tuple(annotation: Any) -> bool:
    return get_origin(annotation) is tuple


def _unwrap(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return inner, tuple(marks)
    return annotation, ()


def _block(annotation: Any) -> type[BaseModel] | None:
    options = (
        get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    )
    for option in options:
        if isinstance(option, type) and issubclass(option, BaseModel):
            return option
    return None


def block_model(model: type[BaseModel], path: tuple[Any, ...]) -> type[BaseModel] | None:
    """The model of the block that stands at ``path`` inside a record, or None."""
    current: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, int) or current is None:
            continue
        shape = shape_of(current, step)
        current = shape.block if shape else None
    return current


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value of a record: the path to it, its type, the value."""

    path: tuple[str | int, ...]
    value_type: FieldType
    value: Any

    @property
    def field(self) -> str:
        """The path as people read it: ``hitos.1.fecha``."""
        return ".".join(str(step + 1) if isinstance(step, int) else step for step in self.path)


def leaves(record: BaseModel, base: tuple[str | int, ...] = ()) -> Iterator[Leaf]:
    """Every single value of a record, blocks and lists opened; absent values are passed over."""
    for shape in shapes(type(record)):
        value = getattr(record, shape.name)
        items = enumerate(value) if shape.many else [(None, value)]
        for index, item in items:
            path = (*base, shape.name) if index is None else (*base, shape.name, index)
            if isinstance(item, BaseModel):
                yield from leaves(item, path)
            elif item is not None and shape.value_type is not None:
                yield Leaf(path, shape.value_type, item)
