"""What a spreadsheet checks as a field is filled, from the type of the field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bitacora.authoring.workbook.choices import list_name
from bitacora.authoring.workbook.sheets import Rule, Validation
from bitacora.records.fields import FieldShape
from bitacora.records.fieldtypes import FieldType
from bitacora.records.values import CodeOf, Day, Hour, LongText, Number, Ref, Source, Text, Whole

LARGEST = Decimal(10**15 - 1)
"""The largest whole number that a spreadsheet keeps to its last figure."""
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
ONE_OF_LIST = "Escoja un valor de la lista. Si falta el que necesita, pídalo a la oficina."
ONLY_NUMBER = "Escriba solo el número: sin %, sin $, sin palabras. Si no lo sabe, déjelo vacío."
NUMBER_OR_UNKNOWN = "Escriba solo el número, o «No informado» si nadie lo sabe."
WHOLE_DAY = "Escriba la fecha completa, con día, mes y año."
SEVERAL = "Si son varios, sepárelos con una barra: uno | otro."


def validation_of(shape: FieldShape, picked: bool) -> Validation | None:
    """What the cells of a field admit; ``picked`` says that the workbook has a list for it."""
    kind = shape.value_type or FieldType()
    help_words = _help(shape)
    if picked:
        return _from_list(kind, help_words, shape.many)
    if shape.many:
        return Validation(Rule.ADVICE, help_words)
    if kind.unknown and isinstance(kind, Number):
        return Validation(Rule.NUMBER_OR_UNKNOWN, help_words, NUMBER_OR_UNKNOWN)
    if kind.unknown and not isinstance(kind, Text | LongText):
        # «No informado» is an answer too: nothing may be refused here.
        return Validation(Rule.ADVICE, help_words)
    return _of_type(kind, help_words)


def number_validation(help_words: str) -> Validation:
    """A cell that admits a number."""
    return Validation(Rule.NUMBER, help_words, ONLY_NUMBER, -LARGEST, LARGEST)


def day_validation(help_words: str, low: date = FIRST_DAY, high: date = LAST_DAY) -> Validation:
    """A cell that admits a day between two."""
    anywhen = (low, high) == (FIRST_DAY, LAST_DAY)
    refusal = WHOLE_DAY if anywhen else f"Escriba una fecha entre {low} y {high}."
    return Validation(Rule.DAY, help_words, refusal, low, high)


def _from_list(kind: FieldType, help_words: str, many: bool) -> Validation:
    name = list_name(kind)
    free = many or isinstance(kind, Source)
    rule = Rule.ADVICE if free else Rule.LIST
    return Validation(rule, help_words, "" if free else ONE_OF_LIST, choices=name)


def _of_type(kind: FieldType, help_words: str) -> Validation:
    if isinstance(kind, Number):
        return number_validation(help_words)
    if isinstance(kind, Whole):
        refusal = f"Escriba un número entero entre {kind.low} y {kind.high}."
        return Validation(Rule.WHOLE, help_words, refusal, kind.low, kind.high)
    if isinstance(kind, Day):
        return day_validation(help_words)
    if isinstance(kind, Hour):
        return Validation(Rule.HOUR, help_words, "Escriba la hora así: 14:30.")
    if isinstance(kind, Text) and not isinstance(kind, CodeOf | Ref):
        refusal = f"Aquí caben {kind.max_length} caracteres. Resuma el texto."
        return Validation(Rule.LENGTH, help_words, refusal, 0, kind.max_length)
    return Validation(Rule.ADVICE, help_words)


def _help(shape: FieldShape) -> str:
    return " ".join(filter(None, (shape.description, SEVERAL if shape.many else "")))
