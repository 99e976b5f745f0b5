"""The types that name things: identities, references, codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from bitacora.records.fieldtypes import FieldType, ReadingContext, fault
from bitacora.records.unknown import NO_INFORMADO
from bitacora.spanish import nearest, plain

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def made_slug(text: str) -> str:
    """The identity that a text would give, empty if it has neither letters nor figures."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text).replace("ñ", "n")).strip("-")


def _maybe(slug: str) -> str:
    return f" Quizá sea «{slug}»." if slug else ""


@dataclass(frozen=True)
class Slug(FieldType):
    """The identity of a record: lower-case ASCII words joined by hyphens."""

    name: ClassVar[str] = "identificador"
    example: ClassVar[str] = "«feria-2026»"

    def parse(self, text: str, context: ReadingContext) -> str:
        if SLUG.fullmatch(text):
            return text
        made = made_slug(text)
        raise fault(
            "identificador",
            "El identificador solo lleva minúsculas sin tilde, cifras y guiones.",
            f"Escriba «{made or 'un-nombre-corto'}».",
        )

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{SLUG.pattern}$"}


@dataclass(frozen=True)
class Ref(FieldType):
    """The id of a record of another kind."""

    kind: str = ""
    name: ClassVar[str] = "identificador de otra ficha"
    example: ClassVar[str] = "«oficina-internacional»"

    def parse(self, text: str, context: ReadingContext) -> str:
        if SLUG.fullmatch(text):
            return text
        raise fault(
            "identificador",
            f"«{text}» no es el identificador de una ficha.",
            f"Escriba el nombre del archivo de la ficha, sin .yml, o lo que su fila dice en «id»."
            f"{_maybe(made_slug(text))}",
        )

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "x-ficha": self.kind}


@dataclass(frozen=True)
class CodeOf(FieldType):
    """A code of one of the lists that ship with the project or that the office extends."""

    codelist: str = ""
    name: ClassVar[str] = "código de lista"

    def parse(self, text: str, context: ReadingContext) -> str:
        codes = context.codes.get(self.codelist, {})
        if text in codes:
            return text
        found = self._spelled_otherwise(text, context)
        if found is None:
            raise self._not_in_list(text, context)
        context.remark(
            text,
            "codigo-normalizado",
            f"«{text}» se leyó como el código «{found}».",
            f"Escriba «{found}».",
        )
        return found

    def refuse_unknown(self, text: str, context: ReadingContext) -> Any:
        """Some lists have «no_informado» among their codes."""
        return self.parse(NO_INFORMADO.value, context)

    def _spelled_otherwise(self, text: str, context: ReadingContext) -> str | None:
        known = context.aliases.get(self.codelist, {})
        return known.get(plain(text))

    def _not_in_list(self, text: str, context: ReadingContext) -> Exception:
        codes = list(context.codes.get(self.codelist, {}))
        shown = ", ".join(codes[:12]) + (", …" if len(codes) > 12 else "")
        return fault(
            "codigo-desconocido",
            f"«{text}» no está en la lista «{self.codelist}».",
            f"{self._guess(text, context)}Valores de la lista: {shown}.",
        )

    def _guess(self, text: str, context: ReadingContext) -> str:
        notes = context.notes.get(self.codelist, {}).values()
        note = next((note for note in notes if len(text) > 3 and plain(text) in plain(note)), None)
        if note is not None:
            return f"{note} "
        spellings = context.aliases.get(self.codelist, {})
        near = nearest(text, [*context.codes.get(self.codelist, {}), *spellings])
        return f"¿Quiso decir «{spellings.get(plain(near), near)}»? " if near else ""

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "integer"], "x-lista": self.codelist}


@dataclass(frozen=True)
class Pattern(FieldType):
    """A code with a fixed form, such as DIVIPOLA: always text, zeros kept."""

    regex: str = ".*"
    form: str = ""
    name: ClassVar[str] = "código"

    def parse(self, text: str, context: ReadingContext) -> str:
        if re.fullmatch(self.regex, text):
            return text
        padded = self._padded(text)
        raise fault(
            "codigo-forma",
            f"«{text}» no tiene la forma de este código.",
            f"Escriba {self.form}{_with_zero(padded)}.",
        )

    def _padded(self, text: str) -> str | None:
        """The code with the zeros at its front that a spreadsheet takes away."""
        if not text.isdecimal():
            return None
        widths = range(len(text) + 1, len(text) + 3)
        found = (text.zfill(width) for width in widths)
        return next((code for code in found if re.fullmatch(self.regex, code)), None)

    def schema(self) -> dict[str, Any]:
        # YAML reads unquoted figures as a number; the reader keeps them as they are written.
        figures = self.regex.startswith("[0-9]")
        kind = ["string", "integer"] if figures else "string"
        return {"type": kind, "pattern": f"^(?:{self.regex})$"}


def _with_zero(code: str | None) -> str:
    return f": quizá «{code}», con el cero que se perdió" if code else ""


@dataclass(frozen=True)
class CodeWord(Pattern):
    """A code as a list defines it: part of page addresses, so without spaces or accents."""

    regex: str = "[A-Za-z0-9]+([_.-][A-Za-z0-9]+)*"
    form: str = "letras sin tilde y cifras, unidas por guiones o puntos"

    def refuse_unknown(self, text: str, context: ReadingContext) -> str:
        """«no_informado» may itself be a code."""
        return self.parse(text, context)
