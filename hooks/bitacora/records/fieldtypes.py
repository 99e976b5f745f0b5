"""The types a field may have: each turns text into a value, or says in Spanish why not.

A field type stands in a model's annotation (``Annotated[Decimal, Numero()]``). It decides how the
text is read, how the JSON Schema describes it and how the data dictionary names it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, cast

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import PydanticCustomError, core_schema

from bitacora.records.unknown import NO_INFORMADO, SPELLINGS

Remark = Callable[[str, str, str, str], None]
"""Called with (text found, rule, message, remedy) when a text was read but not as written."""


def _no_remark(text: str, rule: str, message: str, remedy: str) -> None:
    """Remarks go nowhere when nobody listens."""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a file writes its numbers: the decimal sign, or ``None`` where nobody declared it."""

    decimal: str | None = None


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """What a field needs besides its own text.

    ``codes`` maps each code list to its codes and their names; ``aliases`` maps other spellings
    of a code to the code, per list; ``notes`` maps codes to what the list explains of them.
    """

    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    aliases: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    notes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    numbers: NumberFormat = NumberFormat()
    remark: Remark = _no_remark


def fault(rule: str, message: str, remedy: str) -> PydanticCustomError:
    """The error a field type raises: rule id, what is wrong, and what to write instead."""
    # The message travels as context so that braces in a value are never taken for a template.
    return PydanticCustomError(
        "dato", "{message}", {"rule": rule, "message": message, "remedy": remedy}
    )


@dataclass(frozen=True)
class FieldType:
    """What every type shares: it wants one text, and may admit «no informado»."""

    unknown: bool = False
    name: ClassVar[str] = "texto"
    example: ClassVar[str] = "«un texto»"

    def parse(self, text: str, context: ReadingContext) -> Any:
        """Turn a text that is not empty into the field's value; raise ``fault`` if it cannot."""
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the values an editor may write."""
        return {"type": "string"}

    def read(self, value: object, info: ValidationInfo) -> Any:
        """Check that the value is one text, honour «no informado», then parse."""
        if not isinstance(value, str):
            if not isinstance(value, (dict, list, tuple)):
                return value
            raise fault(
                "tipo-texto",
                f"Aquí va un solo valor ({self.name}), no una lista ni un grupo de datos.",
                f"Escriba el valor en la misma línea, por ejemplo {self.example}.",
            )
        context = info.context if isinstance(info.context, ReadingContext) else ReadingContext()
        if value.strip().lower() in SPELLINGS:
            return NO_INFORMADO if self.unknown else self.refuse_unknown(value, context)
        return self.parse(value, context)

    def refuse_unknown(self, text: str, context: ReadingContext) -> Any:
        """What «no informado» means to a field that does not admit it."""
        raise fault(
            "no-informado-no-admitido",
            "Este campo no admite «no informado».",
            f"Escriba el valor, por ejemplo {self.example}.",
        )

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        described = self.schema()
        if self.unknown:
            return {"anyOf": [described, {"const": NO_INFORMADO.value}]}
        return described


@dataclass(frozen=True)
class ListOf:
    """A list written as a YAML list, or in one cell with «|» between its parts."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self.split, handler(source))

    @staticmethod
    def split(value: object) -> object:
        """A text becomes its parts between bars; anything else stays as it is."""
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split("|")]
        keep = type(value)
        place = getattr(value, "place", None)
        if place is None:
            return [part for part in parts if part]
        # Each part keeps the place of its cell, so that a fault in one of them can be found.
        located = cast("Callable[[str, object], str]", keep)
        return [located(part, place) for part in parts if part]
