"""One cell read as the value of one field, whatever its type."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pydantic_core import PydanticCustomError

from bitacora.authoring.importing.cells import Cell
from bitacora.authoring.importing.date_words import DateSense, read_date, read_hour
from bitacora.authoring.importing.missing import Missing, missing
from bitacora.authoring.importing.names import BAR, Names
from bitacora.authoring.importing.number_words import NumberSense, read_number
from bitacora.authoring.importing.outcomes import Bad, Change, Good, Group, Outcome
from bitacora.authoring.importing.plain_values import (
    reporting_period_of,
    text_of,
    whole_of,
    worded_of,
    yes_no_of,
)
from bitacora.authoring.importing.trust import doubt
from bitacora.records.fields import FieldShape
from bitacora.records.fieldtypes import FieldType, ReadingContext
from bitacora.records.unknown import SPELLINGS
from bitacora.records.values import (
    CodeOf,
    Day,
    Hour,
    Moment,
    Number,
    Ref,
    ReportingPeriod,
    Whole,
    YesNo,
)
from bitacora.spanish import plain

LABELS = frozenset({"alias", "ambitos"})
"""Lists of a few words each, in which a comma can only part them."""
ERASE = frozenset({"(borrar)", "[borrar]"})
"""What people type to take a value away: an empty cell never does."""
_MONEY = {
    **dict.fromkeys(("pesos", "peso", "pesos colombianos", "cop$", "col$", "pesos col"), "COP"),
    **dict.fromkeys(("dolares", "dolar", "us$", "u$s", "usd$", "dolares americanos", "us"), "USD"),
    **dict.fromkeys(("euros", "€"), "EUR"),
}
_SPELLED = {"monedas": _MONEY}
_SHORT = re.compile(r"[|;\n•,/]|\s+y\s+")
_LABELLED = re.compile(r"[|;\n•,]")
_LISTED = re.compile(r"[|;\n•]")


@dataclass(frozen=True, slots=True)
class ColumnSense:
    """What is known of a column: of its numbers, of its dates, the year that periods lack."""

    number: NumberSense = field(default_factory=NumberSense)
    dates: DateSense = field(default_factory=DateSense)
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading a cell needs besides the cell: code lists with other spellings, records."""

    context: ReadingContext
    names: Names

    def value(self, cell: Cell, shape: FieldShape, sense: ColumnSense) -> Outcome:
        """The value of a cell for a field; no text where the cell says nothing."""
        kind = shape.value_type or FieldType()
        if bad := doubt(cell, kind):
            return bad
        if isinstance(cell.value, str):
            why = missing(cell.value)
            if why is not None and self._code(cell.value, kind) is None:
                return _absent(cell.value, why)
        if cell.value is None or (shape.many and isinstance(cell.value, str)):
            return self._many(cell, shape, sense) if cell.value is not None else Good(None)
        found = self._one(cell, kind, sense)
        if shape.many and isinstance(found, Good) and isinstance(found.text, str):
            return replace(found, text=(found.text,))
        return found

    def _many(self, cell: Cell, shape: FieldShape, sense: ColumnSense) -> Outcome:
        kind = shape.value_type or FieldType()
        parts, changes = _parts(str(cell.value), self._sign(str(cell.value), kind, shape.name))
        found: list[str] = []
        for part in parts:
            one = self._one(replace(cell, value=part), kind, sense)
            if isinstance(one, Bad):
                return one
            if isinstance(one.text, str) and one.text not in found:
                found.append(one.text)
            changes += one.changes
        return Good(tuple(found), changes)

    def _sign(self, text: str, kind: FieldType, name: str) -> re.Pattern[str]:
        """What parts the items of a list: commas do where no item can hold one."""
        if isinstance(kind, CodeOf):
            return _LISTED if self._code(text, kind) else _SHORT
        if isinstance(kind, Ref):
            return _LISTED if self.names.of(kind.kind, text) else _SHORT
        return _LABELLED if name in LABELS else _LISTED

    def _one(self, cell: Cell, kind: FieldType, sense: ColumnSense) -> Outcome:
        if isinstance(cell.value, str) and cell.value.lower() in SPELLINGS:
            return Good("no_informado" if kind.unknown or isinstance(kind, CodeOf) else cell.value)
        if isinstance(kind, Number):
            return read_number(cell, sense.number)
        if isinstance(kind, Whole):
            return whole_of(cell)
        if isinstance(kind, Day | Moment):
            return read_date(cell, replace(sense.dates, partial=isinstance(kind, Moment)))
        if isinstance(kind, Hour):
            return read_hour(cell)
        if isinstance(kind, YesNo):
            return yes_no_of(cell)
        if isinstance(kind, ReportingPeriod):
            return reporting_period_of(cell, sense.year)
        text = text_of(cell)
        if isinstance(text, Bad):
            return text
        if isinstance(kind, CodeOf):
            return self._coded(cell, text, kind)
        if isinstance(kind, Ref):
            return self.names.read(kind.kind, text)
        return worded_of(cell, text, kind)

    def _code(self, text: str, kind: FieldType) -> str | None:
        if not isinstance(kind, CodeOf):
            return None
        aliases = self.context.aliases.get(kind.codelist, {})
        spelled: Mapping[str, str] = _SPELLED.get(kind.codelist, {})
        parts = [text, text.split(BAR)[0], *re.split(r"\s[-–—:]\s|\. ", text, maxsplit=1)]
        found = {
            code
            for part in parts
            if (
                code := _known(part.strip(), self.context, kind, aliases)
                or spelled.get(plain(part))
            )
        }
        return found.pop() if len(found) == 1 else None

    def _coded(self, cell: Cell, text: str, kind: CodeOf) -> Outcome:
        number = re.match(r"(?:ods|objetivo)?[ .#]*0*([0-9]{1,2})\b(?![.,][0-9])", plain(text))
        if kind.codelist == "ods" and number:
            text_code = self._code(number[1], kind)
        else:
            text_code = self._code(text, kind)
        if text_code is not None:
            # A name that is its code but for capitals and accents needs no telling.
            same = plain(text).replace(" ", "_") == text_code.lower()
            changes = () if same else (Change(Group.CODE, text, text_code),)
            return Good(text_code, changes)
        if text == "$" and kind.codelist == "monedas":
            return Bad(
                "El signo «$» no dice de qué moneda se trata.", "Escriba COP, USD o la que sea."
            )
        try:
            kind.parse(text, self.context)
        except PydanticCustomError as error:
            told = error.context or {}
            return Bad(str(told["message"]), str(told["remedy"]))
        return Good(text)


def _known(
    text: str, context: ReadingContext, kind: CodeOf, aliases: Mapping[str, str]
) -> str | None:
    if text in context.codes.get(kind.codelist, {}):
        return text
    return aliases.get(plain(text)) or aliases.get(" ".join(re.findall(r"\w+", plain(text))))


def _absent(text: str, why: Missing) -> Good:
    return Good(None, () if why is Missing.DASH else (Change(Group.MISSING, text, "vacía"),))


def _parts(text: str, sign: re.Pattern[str]) -> tuple[Sequence[str], tuple[Change, ...]]:
    """The items of a list, and how they were told apart."""
    kept = [part for part in (part.strip(" -–") for part in sign.split(text)) if part]
    if len(kept) > 1:
        return kept, (Change(Group.LIST, text, " | ".join(kept)),) if "|" not in text else ()
    if "," in text and sign is _LISTED and not text.startswith("documento:"):
        return kept, (Change(Group.ONE_ITEM, text, text),)
    return kept, ()
