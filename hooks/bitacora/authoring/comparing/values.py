"""Fields of two records of one kind, side by side, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time
from decimal import Decimal
from itertools import takewhile
from typing import overload

from pydantic import BaseModel

from bitacora.authoring.comparing.change import FieldChange
from bitacora.authoring.comparing.side import Side
from bitacora.quarters import Period
from bitacora.records.field_order import in_order
from bitacora.records.fields import FieldShape
from bitacora.records.fieldtypes import FieldType
from bitacora.records.partial_date import PartialDate
from bitacora.records.record import Registro
from bitacora.records.unknown import NoInformado
from bitacora.records.values import CodeOf, Ref, Year
from bitacora.spanish import NO_BREAK_SPACE, long_date, number

LONG = 90
"""From how many letters on a text is shown only around what changes in it."""
BEFORE, AROUND = 20, 70
PARTS = 3
"""How many fields of a block name it."""
MONEY = frozenset({"costo", "cuota", "monto"})
"""The fields that hold money, with its currency beside them."""
ORDER = "en otro orden"
Path = tuple[str, ...]


def field_changes(
    old: Registro, new: Registro, sides: tuple[Side, Side]
) -> tuple[FieldChange, ...]:
    """Every field that differs, in the order of the model; nothing of what must not be repeated."""
    if any((old.kind, old.id) in side.private for side in sides):
        return ()
    return tuple(_in_block(old, new, sides, ()))


def _in_block(
    old: BaseModel, new: BaseModel, sides: tuple[Side, Side], path: Path
) -> Iterator[FieldChange]:
    for shape in in_order(type(new)):
        was, now = getattr(old, shape.name), getattr(new, shape.name)
        if was == now:
            continue
        here = (*path, shape.name)
        if shape.many and shape.block:
            yield from _in_blocks(was, now, sides, here)
        elif shape.many:
            yield from _in_list(shape, was, now, sides, here)
        elif isinstance(was, BaseModel) and isinstance(now, BaseModel):
            yield from _in_block(was, now, sides, here)
        else:
            yield _single(shape, (old, new), sides, here)


def _single(
    shape: FieldShape, owners: tuple[BaseModel, BaseModel], sides: tuple[Side, Side], path: Path
) -> FieldChange:
    told = [_told(shape, one, side) for one, side in zip(owners, sides, strict=True)]
    return FieldChange(".".join(path), *_around(*told))


def _told(shape: FieldShape, owner: BaseModel, side: Side) -> str | None:
    value = getattr(owner, shape.name)
    if value is None:
        return None
    if isinstance(value, BaseModel):
        return _summary(value, side)
    text = spoken(value, shape.value_type, side)
    currency = getattr(owner, f"{shape.name}_moneda", None) or getattr(owner, "moneda", None)
    money = shape.name in MONEY and isinstance(value, Decimal) and isinstance(currency, str)
    return f"{text}{NO_BREAK_SPACE}{currency}" if money else text


def _in_list(
    shape: FieldShape,
    was: Sequence[object],
    now: Sequence[object],
    sides: tuple[Side, Side],
    path: Path,
) -> Iterator[FieldChange]:
    name = ".".join(path)
    gone = [spoken(it, shape.value_type, sides[0]) for it in was if it not in now]
    come = [spoken(it, shape.value_type, sides[1]) for it in now if it not in was]
    if len(gone) == len(come) == 1:
        yield FieldChange(name, *_around(gone[0], come[0]))
        return
    yield from (FieldChange(name, text, None) for text in gone)
    yield from (FieldChange(name, None, text) for text in come)
    if not gone and not come:
        yield FieldChange(name, ORDER, ORDER)


def _in_blocks(
    was: Sequence[BaseModel], now: Sequence[BaseModel], sides: tuple[Side, Side], path: Path
) -> Iterator[FieldChange]:
    """Blocks that stayed are passed over; of the others, those that begin alike are one block."""
    gone, come = [it for it in was if it not in now], [it for it in now if it not in was]
    alike = len(gone) == len(come) == 1
    for new in come:
        old = next((it for it in gone if alike or _begins(it) == _begins(new)), None)
        if old is None:
            yield FieldChange(".".join(path), None, _summary(new, sides[1]))
            continue
        gone.remove(old)
        yield from _in_block(old, new, sides, (*path, str(now.index(new) + 1)))
    yield from (FieldChange(".".join(path), _summary(old, sides[0]), None) for old in gone)
    if sorted(map(repr, was)) == sorted(map(repr, now)):
        yield FieldChange(".".join(path), ORDER, ORDER)


def _begins(block: BaseModel) -> object:
    """What tells a block from its neighbours: its first field."""
    return getattr(block, next(iter(type(block).model_fields)))


def _summary(block: BaseModel, side: Side) -> str:
    single = [shape for shape in in_order(type(block)) if shape.value_type and not shape.many]
    values = ((getattr(block, shape.name), shape.value_type) for shape in single)
    told = [spoken(value, kind, side) for value, kind in values if value is not None]
    return _cut(", ".join(told[:PARTS]))


def spoken(value: object, kind: FieldType | None, side: Side) -> str:
    """One value as people read it, in plain text."""
    if isinstance(value, bool):
        return "sí" if value else "no"
    if isinstance(value, NoInformado):
        return "no informado"
    if isinstance(value, Decimal | int):
        return str(value) if isinstance(kind, Year) else number(value)
    if isinstance(value, PartialDate):
        return long_date(value.first) if value.day else str(value)
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Period):
        return value.spoken
    return _words(str(value), kind, side)


def _words(text: str, kind: FieldType | None, side: Side) -> str:
    if isinstance(kind, CodeOf):
        return side.found.lists.name(kind.codelist, text)
    target = side.found.register.find(kind.kind, text) if isinstance(kind, Ref) else None
    return side.title(target) if target else " ".join(text.split())


def _around(was: str | None, now: str | None) -> tuple[str | None, str | None]:
    """Two texts cut down to what differs between them, if they are long."""
    if was is None or now is None:
        return _cut(was), _cut(now)
    pairs = zip(was, now, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    if max(len(was), len(now)) <= LONG or same <= BEFORE:
        return _cut(was), _cut(now)
    start = was.rfind(" ", 0, same - BEFORE) + 1
    return _window(was, start), _window(now, start)


def _window(text: str, start: int) -> str:
    lead = "…" if start else ""
    tail = "…" if len(text) > start + AROUND + BEFORE else ""
    return f"{lead}{text[start : start + AROUND + BEFORE]}{tail}"


@overload
def _cut(text: str) -> str: ...
@overload
def _cut(text: None) -> None: ...
def _cut(text: str | None) -> str | None:
    return text if text is None or len(text) <= LONG else f"{text[: LONG - 1].rstrip()}…"
