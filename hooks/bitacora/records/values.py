"""The types of single values: text, number, date, code, reference, address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar
from urllib.parse import urlsplit

from bitacora.quarters import Period, read_period
from bitacora.records.fieldtypes import FieldType, ReadingContext, fault
from bitacora.records.numbers import parse_number
from bitacora.records.partial_date import PartialDate, parse_partial_date
from bitacora.records.unknown import NO_INFORMADO
from bitacora.spanish import nearest, plain

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


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
class Slug(FieldType):
    """The identity of a record: lower-case ASCII words joined by hyphens."""

    name: ClassVar[str] = "identificador"
    example: ClassVar[str] = "«feria-2026»"

    def parse(self, text: str, context: ReadingContext) -> str:
        if SLUG.fullmatch(text):
            return text
        made = re.sub(r"[^a-z0-9]+", "-", plain(text).replace("ñ", "n")).strip("-")
        raise fault(
            "identificador",
            "El identificador solo lleva minúsculas sin tilde, cifras y guiones.",
            f"Escriba «{made or 'un-nombre-corto'}».",
        )

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{SLUG.pattern}$"}


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


@dataclass(frozen=True)
class Day(FieldType):
    """A whole date, written AAAA-MM-DD."""

    name: ClassVar[str] = "fecha"
    example: ClassVar[str] = "«2026-11-21»"

    def parse(self, text: str, context: ReadingContext) -> date:
        found = parse_partial_date(text)
        if found.day is None:
            raise fault(
                "fecha", "Falta el día o el mes de la fecha.", "Escriba la fecha AAAA-MM-DD."
            )
        return found.first

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


@dataclass(frozen=True)
class Moment(FieldType):
    """A date, or only its year and month, or only its year."""

    name: ClassVar[str] = "fecha, mes o año"
    example: ClassVar[str] = "«2026-11-21», «2026-11» o «2026»"

    def parse(self, text: str, context: ReadingContext) -> PartialDate:
        return parse_partial_date(text)

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "integer"]}


@dataclass(frozen=True)
class ReportingPeriod(FieldType):
    """A period of report: month, quarter, half, year or term."""

    name: ClassVar[str] = "periodo"
    example: ClassVar[str] = "«2026-T3»"

    def parse(self, text: str, context: ReadingContext) -> Period:
        try:
            period, changed = read_period(text)
        except ValueError as error:
            raise fault(
                "periodo",
                str(error),
                "Escriba AAAA-T3 (trimestre), AAAA-S1 (semestre), AAAA-MM (mes) o AAAA (año).",
            ) from None
        if changed:
            context.remark(
                text,
                "periodo-normalizado",
                f"El periodo se leyó como «{period.text}».",
                f"Escríbalo «{period.text}» para que no quede duda.",
            )
        return period

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "integer"]}


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
            "Escriba el nombre del archivo sin .yml, o la columna id de la fila.",
        )

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "x-ficha": self.kind}


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


@dataclass(frozen=True)
class WebAddress(FieldType):
    """A web address that a reader can follow."""

    name: ClassVar[str] = "dirección web"
    example: ClassVar[str] = "«https://www.ejemplo.gov.co/pagina»"

    def parse(self, text: str, context: ReadingContext) -> str:
        reason = self._reason(text)
        if reason is None:
            return text
        raise fault(
            "direccion-web",
            reason,
            "Abra la página en el navegador y copie la dirección completa; si no hay enlace "
            "que sirva, deje el campo vacío y cítelo en la fuente.",
        )

    @staticmethod
    def _reason(text: str) -> str | None:
        if re.search(r"\s", text):
            return "La dirección lleva espacios por dentro."
        if not re.match(r"https?://", text):
            return "La dirección no empieza por https:// ni http://."
        if "%25" in text or re.search(r"%7[BD]|[{}<>\"\\^`|]", text, re.IGNORECASE):
            return "La dirección quedó mal copiada: lleva signos que sobran."
        try:
            host = urlsplit(text).hostname or ""
        except ValueError:
            host = ""
        if not re.fullmatch(r"[\w-]+(\.[\w-]+)+", host):
            return "La dirección no trae el nombre de un sitio."
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "uri", "pattern": "^https?://"}


@dataclass(frozen=True)
class Mail(FieldType):
    """The mail address of an office, never of a person."""

    name: ClassVar[str] = "correo institucional"
    example: ClassVar[str] = "«internacional@ejemplo.gov.co»"

    def parse(self, text: str, context: ReadingContext) -> str:
        if re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", text):
            return text.lower()
        raise fault("correo", "No es una dirección de correo.", f"Escríbala como {self.example}.")

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "email"}


@dataclass(frozen=True)
class Pattern(FieldType):
    """A code with a fixed form, such as DIVIPOLA: always text, zeros kept."""

    regex: str = ".*"
    form: str = ""
    name: ClassVar[str] = "código"

    def parse(self, text: str, context: ReadingContext) -> str:
        if re.fullmatch(self.regex, text):
            return text
        raise fault("codigo-forma", f"«{text}» no tiene la forma pedida.", f"Escriba {self.form}.")

    def schema(self) -> dict[str, Any]:
        # YAML reads unquoted figures as a number; the reader keeps them as they are written.
        figures = self.regex.startswith("[0-9]")
        kind = ["string", "integer"] if figures else "string"
        return {"type": kind, "pattern": f"^(?:{self.regex})$"}
