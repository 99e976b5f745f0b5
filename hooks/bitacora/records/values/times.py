"""The types of time: a day, a moment, a reporting period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Any, ClassVar

from bitacora.quarters import Period, read_period
from bitacora.records.fieldtypes import FieldType, ReadingContext, fault
from bitacora.records.partial_date import PartialDate, parse_partial_date


@dataclass(frozen=True)
class Day(FieldType):
    """A whole date, written AAAA-MM-DD."""

    name: ClassVar[str] = "fecha"
    example: ClassVar[str] = "«2026-11-21»"

    def parse(self, text: str, context: ReadingContext) -> date:
        found = parse_partial_date(text, whole=True)
        if found.day is None:
            raise fault(
                "fecha",
                f"A la fecha «{text}» le falta el {'día' if found.month else 'mes y el día'}.",
                f"Búsquelo en la fuente; escríbala como «{found.first.replace(day=15)}».",
            )
        return found.first

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


@dataclass(frozen=True)
class Hour(FieldType):
    """An hour of the day in the entity's own zone, written HH:MM."""

    name: ClassVar[str] = "hora"
    example: ClassVar[str] = "«10:00»"

    def parse(self, text: str, context: ReadingContext) -> time:
        if re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", text):
            return time.fromisoformat(text)
        guess = _hour_guess(text)
        raise fault(
            "hora",
            f"No entiendo la hora «{text}».",
            f"Escriba «{guess}»." if guess else "Escríbala de 00:00 a 23:59, así: «14:30».",
        )

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}


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
                f"{str(error).partition(';')[0].rstrip('.')}.",
                "Escriba 2026-T3 (trimestre), 2026-S1 (semestre), 2026-10 (mes) o 2026 (año).",
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


def _hour_guess(text: str) -> str | None:
    """The hour that «2:30 p. m.», «9:00» or «14h30» mean; None if they mean none."""
    words = re.sub(r"\s|\.(?!\d)", "", text.lower())
    found = re.fullmatch(r"(\d{1,2})(?:[:.h](\d{2})(?::00)?)?(am|pm|m|h)?", words)
    if found is None or (found[2] is None and found[3] is None):
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half in {"am", "pm"} and not 1 <= hour <= 12:
        return None
    if half in {"am", "pm"}:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
