"""The one spelling of each value: as the reader understands it."""

from __future__ import annotations

import re

from pydantic_core import PydanticCustomError

from bitacora.authoring.ordering.yaml_scalars import BLANKS, NUMBER
from bitacora.records.fields import FieldShape
from bitacora.records.fieldtypes import FieldType, ListOf, ReadingContext
from bitacora.records.plain import value_of
from bitacora.records.unknown import NO_INFORMADO, SPELLINGS
from bitacora.records.values import CodeOf, LongText, Number, Whole, YesNo

YES, NO = "sí", "no"
COMMA = ","


def spelled(text: str, kind: FieldType | None, context: ReadingContext) -> str:
    """A value as it should be written; the text itself where its field cannot read it.

    Numbers keep the zeros they end in, which pages show; those of a file that declares the decimal
    comma stay as they are, since that file is read so.
    """
    if kind is None or isinstance(kind, LongText):
        return trimmed(text)
    if isinstance(kind, Number) and (NUMBER.fullmatch(text) or context.numbers.decimal == COMMA):
        return text
    if text.strip().lower() in SPELLINGS and kind.unknown:
        return NO_INFORMADO.value
    try:
        value = kind.parse(text, context)
    except PydanticCustomError:
        return text
    if isinstance(kind, Number):
        return f"{value:f}"
    if isinstance(kind, YesNo):
        return YES if value else NO
    return str(value_of(value))


def trimmed(text: str) -> str:
    """A long text without blanks at its ends, nor at the end of any of its lines."""
    return re.sub(r"[ \t]+(?=\n)", "", text).strip(BLANKS)


def is_numeric(text: str, kind: FieldType | None) -> bool:
    """Whether this value of a field is a number and not a text made of figures."""
    if isinstance(kind, CodeOf):
        return bool(re.fullmatch(r"0|[1-9][0-9]*", text))
    return isinstance(kind, Number | Whole)


def parts(text: str) -> list[str]:
    """The values that one text with bars stands for."""
    found = ListOf.split(text)
    return [str(part) for part in found] if isinstance(found, list) else [text]


def takes_bars(shape: FieldShape) -> bool:
    """Whether a field is a list that may come in one text with bars."""
    return shape.many and shape.block is None
