"""The types of quantity: number, year, yes or no."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from bitacora.records.fieldtypes import FieldType, ReadingContext, fault
from bitacora.records.numbers import parse_number
from bitacora.spanish import plain

MANY = 10**9
"""The most that a whole number may be where nothing else is said."""


@dataclass(frozen=True)
class Number(FieldType):
    """An exact number; the separator rules are those of ``numbers``."""

    name: ClassVar[str] = "número"
    example: ClassVar[str] = "«1234567.89»"

    def parse(self, text: str, context: ReadingContext) -> Decimal:
        return parse_number(text, context)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [{"type": "number"}, {"type": "string"}]}


@dataclass(frozen=True)
class Whole(FieldType):
    """A whole number between two bounds."""

    low: int = 0
    high: int = MANY
    name: ClassVar[str] = "número entero"
    example: ClassVar[str] = "«12»"

    def parse(self, text: str, context: ReadingContext) -> int:
        if re.fullmatch(r"[0-9]{1,10}", text) and self.low <= int(text) <= self.high:
            return int(text)
        limits = f" entre {self.low} y {self.high}" if self.high < MANY else ""
        raise fault(
            "numero-entero",
            f"«{text}» no es un número entero{limits}.",
            _whole_remedy(text, self.low, self.high),
        )

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True)
class Year(Whole):
    """A year in four digits."""

    low: int = 1900
    high: int = 2100
    name: ClassVar[str] = "año"
    example: ClassVar[str] = "«2026»"

    def parse(self, text: str, context: ReadingContext) -> int:
        if re.fullmatch(r"[0-9]{4}", text) and self.low <= int(text) <= self.high:
            return int(text)
        raise fault(
            "anio",
            f"«{text}» no es un año de cuatro cifras entre {self.low} y {self.high}.",
            f"Escriba un solo año, por ejemplo 2026; varios años van en una lista."
            f"{_year_guess(text)}",
        )


@dataclass(frozen=True)
class YesNo(FieldType):
    """Yes or no, as people write it."""

    name: ClassVar[str] = "sí o no"
    example: ClassVar[str] = "«sí»"
    WORDS: ClassVar[dict[str, bool]] = {"si": True, "true": True, "no": False, "false": False}
    MEANT: ClassVar[dict[str, tuple[str, ...]]] = {
        "sí": ("s", "x", "1", "verdadero", "cierto", "yes", "y", "ok"),
        "no": ("n", "0", "falso", "ninguno", "ninguna"),
    }

    def parse(self, text: str, context: ReadingContext) -> bool:
        if plain(text) in self.WORDS:
            return self.WORDS[plain(text)]
        guess = next((word for word, same in self.MEANT.items() if plain(text) in same), None)
        raise fault(
            "si-no",
            f"Aquí va «sí» o «no», y dice «{text}».",
            f"Escriba «{guess}»." if guess else "Escriba «sí» o «no»; lo demás va en «nota».",
        )

    def schema(self) -> dict[str, Any]:
        return {"enum": [True, False, "sí", "si", "no"]}


def _whole_remedy(text: str, low: int, high: int) -> str:
    """The same number without its separators, where that is one that fits."""
    found = re.fullmatch(
        r"([0-9]+)(?:[.,]0{1,2})?|([0-9]{1,3}(?:([., ])[0-9]{3})(?:\3[0-9]{3})*)", text
    )
    digits = re.sub(r"[., ]", "", found[1] or found[2]) if found else ""
    if digits and digits != text and low <= int(digits) <= high:
        return f"Escriba solo las cifras: «{digits}»."
    return "Escriba solo cifras, sin puntos ni comas."


def _year_guess(text: str) -> str:
    """The year that two figures («26», «026»), the first of a span («012-2024»), or a whole date,
    may mean."""
    short = re.fullmatch(r"'?0?([0-9]{2})|0([0-9]{2})-[0-9]{4}", text)
    long = re.search(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])", text)
    only = long and len(re.findall(r"(?:19|20)[0-9]{2}", text)) == 1
    year = f"20{short[1] or short[2]}" if short else long[1] if long and only else ""
    return f" ¿Quiso decir «{year}»?" if year else ""
