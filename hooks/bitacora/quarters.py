"""Reporting periods, from one month to several years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering

from bitacora.period_words import MONTHS, ORDINALS, canonical

FIRST_YEAR, LAST_YEAR = 1900, 2100

_SHAPE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:(?P<letter>[BTCS])(?P<part>[1-6])"
    r"|(?P<month>[0-9]{2})|(?P<until>[0-9]{4})))?"
)
_LETTERS = {"B": 2, "T": 3, "C": 4, "S": 6}


class PeriodKind(StrEnum):
    """How often one reports; the values are the words of the data files."""

    MENSUAL = "mensual"
    BIMESTRAL = "bimestral"
    TRIMESTRAL = "trimestral"
    CUATRIMESTRAL = "cuatrimestral"
    SEMESTRAL = "semestral"
    ANUAL = "anual"
    PLURIANUAL = "plurianual"


_LENGTHS = {
    1: PeriodKind.MENSUAL,
    2: PeriodKind.BIMESTRAL,
    3: PeriodKind.TRIMESTRAL,
    4: PeriodKind.CUATRIMESTRAL,
    6: PeriodKind.SEMESTRAL,
    12: PeriodKind.ANUAL,
}
_NOUNS = {2: "bimestre", 3: "trimestre", 4: "cuatrimestre", 6: "semestre"}


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of whole months, sorted by its end, then by its start.

    ``first`` is the number of its first month, counted from year 0 (``year * 12 + month - 1``);
    ``months`` how many it has. Raises ValueError, in Spanish, for one that no calendar has.
    """

    first: int
    months: int

    def __post_init__(self) -> None:
        whole_years = self.months > 0 and self.months % 12 == 0
        if self.months not in _LENGTHS and not whole_years:
            raise ValueError(f"No hay periodos de {self.months} meses.")
        if self.first % min(self.months, 12):
            raise ValueError("El periodo no empieza en un mes que le corresponda.")
        if not FIRST_YEAR <= self.first // 12 <= self._last // 12 <= LAST_YEAR:
            raise ValueError(f"El año debe estar entre {FIRST_YEAR} y {LAST_YEAR}.")

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period that `text` names in its exact form; ValueError, in Spanish, if none."""
        found = _SHAPE.fullmatch(text)
        if found is None:
            raise ValueError(_not_understood(text))
        year = int(found["year"])
        if found["until"]:
            if int(found["until"]) <= year:
                raise ValueError(f"En «{text}» el segundo año debe ser posterior al primero.")
            return cls(year * 12, (int(found["until"]) - year + 1) * 12)
        if not found["month"] and not found["letter"]:
            return cls(year * 12, 12)
        months = _LETTERS.get(found["letter"] or "", 1)
        number = int(found["month"] or found["part"])
        if not 1 <= number <= 12 // months:
            raise ValueError(f"En «{text}» el número va de 1 a {12 // months}.")
        return cls(year * 12 + (number - 1) * months, months)

    @classmethod
    def containing(cls, day: date, kind: PeriodKind) -> Period:
        """The period of `kind` in which `day` falls; ValueError for kinds of no fixed length."""
        months = next((length for length, name in _LENGTHS.items() if name is kind), None)
        if months is None:
            raise ValueError("Un periodo de varios años no se deduce de una fecha.")
        month = day.year * 12 + day.month - 1
        return cls(month - month % months, months)

    @property
    def _last(self) -> int:
        return self.first + self.months - 1

    @property
    def kind(self) -> PeriodKind:
        """The word for a period of this length."""
        return _LENGTHS.get(self.months, PeriodKind.PLURIANUAL)

    @property
    def start(self) -> date:
        """Its first day."""
        return _first_day(self.first)

    @property
    def end(self) -> date:
        """Its last day."""
        return _first_day(self._last + 1) - timedelta(days=1)

    @property
    def quarter(self) -> Period:
        """The quarter in which it ends."""
        return Period(self._last - self._last % 3, 3)

    @property
    def text(self) -> str:
        """The form that data files use: `2026-T3`."""
        year, month = divmod(self.first, 12)
        if self.months > 12:
            return f"{year}-{self._last // 12}"
        if self.months == 12:
            return str(year)
        if self.months == 1:
            return f"{year}-{month + 1:02}"
        letter = next(letter for letter, length in _LETTERS.items() if length == self.months)
        return f"{year}-{letter}{month // self.months + 1}"

    @property
    def spoken(self) -> str:
        """The form that people read: «tercer trimestre de 2026»."""
        year, month = divmod(self.first, 12)
        if self.months > 12:
            return f"{year} a {self._last // 12}"
        if self.months == 12:
            return str(year)
        if self.months == 1:
            return f"{MONTHS[month]} de {year}"
        return f"{ORDINALS[month // self.months]} {_NOUNS[self.months]} de {year}"

    def previous(self) -> Period:
        """The one of the same length just before; ValueError before the year 1900."""
        return Period(self.first - self.months, self.months)

    def next(self) -> Period:
        """The one of the same length just after; ValueError after the year 2100."""
        return Period(self.first + self.months, self.months)

    def __lt__(self, other: Period) -> bool:
        return (self._last, self.first) < (other._last, other.first)

    def __str__(self) -> str:
        return self.text


def read_period(text: str) -> tuple[Period, bool]:
    """The period that people meant, with whether it had to be rewritten («2026 Q3»).

    Raises ValueError, in Spanish, when `text` names no period.
    """
    exact = _SHAPE.fullmatch(text)
    meant = text if exact else canonical(text)
    if meant is None:
        raise ValueError(_not_understood(text))
    return Period.parse(meant), not exact


def quarters_between(start: date, end: date) -> tuple[Period, ...]:
    """The quarters from the one of `start` to the one of `end`; none if `end` comes before."""
    first = Period.containing(start, PeriodKind.TRIMESTRAL).first
    last = Period.containing(end, PeriodKind.TRIMESTRAL).first
    return tuple(Period(month, 3) for month in range(first, last + 1, 3))


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _not_understood(text: str) -> str:
    return (
        f"No entiendo el periodo «{text[:40]}»; escríbalo como 2026-T3 (trimestre), "
        "2026-03 (mes), 2026-S1 (semestre) o 2026 (año)."
    )
