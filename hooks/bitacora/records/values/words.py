"""The types of text: a line, paragraphs, a label, a source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from bitacora.records.fieldtypes import FieldType, ReadingContext, fault


@dataclass(frozen=True)
class Text(FieldType):
    """One line of plain text; line breaks become spaces."""

    max_length: int = 400
    example: ClassVar[str] = "«Feria de oferta internacional»"

    def parse(self, text: str, context: ReadingContext) -> str:
        line = " ".join(text.split())
        if len(line) > self.max_length:
            raise fault(
                "texto-largo",
                f"El texto tiene {len(line)} caracteres; caben {self.max_length}.",
                "Resuma el texto o pase el detalle a un campo largo.",
            )
        return line

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"], "maxLength": self.max_length}


@dataclass(frozen=True)
class LongText(FieldType):
    """Plain paragraphs, separated by an empty line."""

    name: ClassVar[str] = "texto largo"
    example: ClassVar[str] = "«Un párrafo o varios.»"

    def parse(self, text: str, context: ReadingContext) -> str:
        paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
        return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


@dataclass(frozen=True)
class Label(Text):
    """A line in a code list, where «No informado» may itself be the name of a code."""

    def refuse_unknown(self, text: str, context: ReadingContext) -> str:
        """The words stand for themselves here."""
        return self.parse(text, context)


@dataclass(frozen=True)
class Source(Text):
    """Where a fact comes from: free text, or «documento:ID, lugar» to point at a document."""

    max_length: int = 600
    name: ClassVar[str] = "fuente"
    example: ClassVar[str] = "«documento:plan-desarrollo, página 45»"

    @staticmethod
    def document(text: str) -> str | None:
        """The id of the document that the source names, if it names one."""
        found = re.match(r"documento:\s*([^,\s]+)", text)
        return found[1] if found else None
