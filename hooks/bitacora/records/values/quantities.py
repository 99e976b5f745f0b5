"""The types of quantity: number, year, yes or no."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from bitacora.records.fieldtypes import FieldType, ReadingContext, fault
from bitacora.records.numbers import parse_number
from bitacora.spanish import plain


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
    high: int = 10**9
    name: ClassVar[str] = "número entero"
    example: ClassVar[str] = "«12»"

    def parse(self, text: str, context: ReadingContext) -> int:
        if re.fullmatch(r"[0-9]{1,10}", text) and self.low <= int(text) <= self.high:
            return int(text)
        raise fault(
            "numero-entero",
            f"No es un número entero entre {self.low} y {self.high}.",
            "Escriba solo cifras, sin puntos ni comas.",
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
        digits = re.match(r"0?([0-9]{2,3})\b", text)
        guess = f" ¿Quiso decir «2{digits[1].zfill(3)}»?" if digits else ""
        raise fault(
            "anio",
            f"No es un año de cuatro cifras entre {self.low} y {self.high}.",
            f"Escriba un solo año, por ejemplo 2026; varios años van en una lista.{guess}",
        )


@dataclass(frozen=True)
class YesNo(FieldType):
    """Yes or no, as people write it."""

    name: ClassVar[str] = "sí o no"
    example: ClassVar[str] = "«sí»"
    WORDS: ClassVar[dict[str, bool]] = {"si": True, "true": True, "no": False, "false": False}

    def parse(self, text: str, context: ReadingContext) -> bool:
        if plain(text) in self.WORDS:
            return self.WORDS[plain(text)]
        raise fault("si-no", "Aquí solo va «sí» o «no».", "Escriba sí o no.")

    def schema(self) -> dict[str, Any]:
        return {"enum": [True, False, "sí", "si", "no"]}
