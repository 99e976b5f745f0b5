"""A record's values as finished strings, each according to its field type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from babel.dates import format_date
from pydantic import BaseModel

from bitacora.edition import Edition
from bitacora.pages.chips import sdg_chip
from bitacora.pages.escape import address, inline, paragraphs
from bitacora.pages.links import UP, code_path, link, record_link
from bitacora.quarters import Period
from bitacora.records.fields import FieldShape, shapes
from bitacora.records.fieldtypes import FieldType
from bitacora.records.partial_date import PartialDate
from bitacora.records.record import Registro
from bitacora.records.unknown import NO_INFORMADO
from bitacora.records.values import CodeOf, LongText, Mail, Ref, Source, WebAddress
from bitacora.spanish import LOCALE, long_date, number

WEB = re.compile(r"https?://", re.IGNORECASE)
UNKNOWN = '<span class="unknown">No informado</span>'


def spoken_moment(moment: PartialDate) -> str:
    """A date as precise as it is: a day, a month or a year."""
    if moment.day:
        return long_date(moment.first)
    if moment.month:
        return format_date(moment.first, "MMMM 'de' y", locale=LOCALE)
    return str(moment.year)


@dataclass(frozen=True, slots=True)
class Presenter:
    """Turns records into what templates show.

    ``base`` leads from the page to the root of the site's documents.
    """

    edition: Edition
    base: str = UP

    def view(self, record: BaseModel) -> dict[str, Any]:
        """Every field of a record (or block) as Markdown, by its name: a string, a list of them, a
        view or a list of views; None where the field is absent."""
        return {
            shape.name: self._field(shape, getattr(record, shape.name))
            for shape in shapes(type(record))
        }

    def link(self, record: Registro, text: str | None = None) -> str:
        """A link to the record's page."""
        return record_link(record, self.base, text)

    def links(self, records: Any) -> list[str]:
        """A link to each record."""
        return [self.link(record) for record in records]

    def to(self, text: str, path: str) -> str:
        """A link to any page of the site."""
        return link(text, path, self.base)

    def code(self, codelist: str, code: object) -> str:
        """The name of a code, linked to its page where it has one."""
        if code is NO_INFORMADO or code == NO_INFORMADO.value:
            return UNKNOWN
        name = self.edition.lists.name(codelist, str(code))
        path = self._code_page(codelist, str(code))
        if codelist == "ods":
            return f"{sdg_chip(str(code))} {self.to(name, path or '')}"
        return self.to(name, path) if path else inline(name)

    def _code_page(self, codelist: str, code: str) -> str | None:
        nobody = codelist == "paises" and code not in self.edition.countries
        return None if nobody else code_path(codelist, code)

    def _field(self, shape: FieldShape, value: Any) -> Any:
        if shape.many:
            return [self._one(shape, item) for item in value]
        return None if value is None else self._one(shape, value)

    def _one(self, shape: FieldShape, value: Any) -> Any:
        if isinstance(value, BaseModel):
            return self.view(value)
        return self.value(shape.value_type, value)

    def value(self, kind: FieldType | None, value: Any) -> str:
        """One value according to its field type."""
        if value is NO_INFORMADO:
            return UNKNOWN
        if isinstance(value, (bool, date, Decimal, PartialDate, Period)):
            return plain_value(value)
        return self._text(kind, str(value))

    def _text(self, kind: FieldType | None, text: str) -> str:
        if isinstance(kind, CodeOf):
            return self.code(kind.codelist, text)
        if isinstance(kind, Ref):
            target = self.edition.register.find(kind.kind, text)
            return self.link(target) if target else inline(text)
        if isinstance(kind, WebAddress):
            return web_link(text)
        if isinstance(kind, Mail):
            return f"[{inline(text)}](mailto:{address(text)})"
        if isinstance(kind, LongText):
            return paragraphs(text)
        if isinstance(kind, Source) or Source.document(text):
            return self._source(text)
        return inline(text)

    def _source(self, text: str) -> str:
        target = self.edition.register.find("documento", Source.document(text) or "")
        if target is None:
            return inline(text)
        _, comma, rest = text.partition(",")
        return f"{self.link(target)}{comma}{inline(rest) and ' ' + inline(rest)}"


def plain_value(value: bool | date | Decimal | PartialDate | Period) -> str:
    """A value that needs no edition to be shown: number, date, period, yes or no."""
    if isinstance(value, bool):
        return "Sí" if value else "No"
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, date):
        return long_date(value)
    return value.spoken if isinstance(value, Period) else spoken_moment(value)


def web_link(url: str) -> str:
    """A link out of the site that shows where it leads; what is no web address stays text."""
    if not WEB.match(url):
        return inline(url)
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    tail = path if len(path) <= 40 else f"{path[:37]}…"
    return f"[{inline((parts.hostname or url) + tail)}]({address(url)})"
