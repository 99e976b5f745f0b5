"""The types of time: a day, a moment, a reporting period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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
