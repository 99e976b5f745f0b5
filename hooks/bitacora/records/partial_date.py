"""A date as precise as its source: a day, a month or a year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from bitacora.records.fieldtypes import fault

MONTHS = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, perhaps with its month, perhaps with its day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """The first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        month = f"-{self.month:02}" if self.month else ""
        day = f"-{self.day:02}" if self.day else ""
        return f"{self.year:04}{month}{day}"


def parse_partial_date(text: str) -> PartialDate:
    """Read AAAA, AAAA-MM or AAAA-MM-DD; anything else is a fault that proposes the ISO form."""
    found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text)
    if found:
        numbers = [int(part) if part else None for part in found.groups()]
        if _exists(*numbers):
            return PartialDate(int(found[1]), numbers[1], numbers[2])
    guess = _iso_guess(text)
    raise fault(
        "fecha",
        f"No entiendo la fecha «{text}».",
        f"Escriba «{guess}»." if guess else "Escriba la fecha AAAA-MM-DD, por ejemplo 2026-11-21.",
    )


def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    if year is None or not 1800 <= year <= 2200 or (month is not None and not 1 <= month <= 12):
        return False
    return day is None or 1 <= day <= calendar.monthrange(year, month or 1)[1]


def _iso_guess(text: str) -> str | None:
    """The ISO form of a date written day first, as Colombian offices do: 2/02/2023, 20 SET 2013."""
    numeric = re.search(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b", text)
    if numeric:
        day, month, year = (int(part) for part in numeric.groups())
        return f"{year}-{month:02}-{day:02}" if _exists(year, month, day) else None
    spoken = re.search(
        r"\b(\d{1,2})\s+(?:de\s+)?([a-z]{3,})\.?\s+(?:del?\s+)?(\d{4})\b", text.lower()
    )
    if not spoken:
        return None
    name = spoken[2][:3].replace("set", "sep")
    month = MONTHS.index(name) + 1 if name in MONTHS else 0
    year, day = int(spoken[3]), int(spoken[1])
    return f"{year}-{month:02}-{day:02}" if _exists(year, month, day) else None
