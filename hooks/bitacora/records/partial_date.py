"""A date as precise as its source: a day, a month or a year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from bitacora.records.fieldtypes import fault
from bitacora.spanish import long_date, plain

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


def parse_partial_date(text: str, whole: bool = False) -> PartialDate:
    """Read AAAA, AAAA-MM or AAAA-MM-DD; anything else is a fault that proposes the ISO form, with
    its day if the date must be ``whole``."""
    found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text)
    if found:
        numbers = [int(part) if part else None for part in found.groups()]
        if _exists(*numbers):
            return PartialDate(int(found[1]), numbers[1], numbers[2])
        raise fault(
            "fecha",
            f"La fecha «{text}» no existe.",
            "Revise el mes y el día: van el año, el mes y el día, en ese orden.",
        )
    guess = iso_guess(text)
    useful = guess if guess and (guess.day or not whole) else None
    raise fault("fecha", f"No entiendo la fecha «{text}».", _remedy(useful))


def _remedy(guess: PartialDate | None) -> str:
    if guess is None:
        return "Escriba el año, el mes y el día así: 2026-11-21."
    # Said in words too, so that a month taken for a day is seen.
    return f"Escriba «{guess}»{f' ({long_date(guess.first)})' if guess.day else ''}."


def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    if year is None or not 1800 <= year <= 2200 or (month is not None and not 1 <= month <= 12):
        return False
    return day is None or 1 <= day <= calendar.monthrange(year, month or 1)[1]


def iso_guess(text: str) -> PartialDate | None:
    """What a date means that was written day first, as Colombian offices do (2/02/2023, 20 SET
    2013), with a month in words, or as the number that a spreadsheet keeps; None if it is none."""
    words = plain(text)
    return _in_figures(words) or _in_words(words) or _serial(words)


def _in_figures(text: str) -> PartialDate | None:
    found = re.search(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b", text)
    if found:
        day, month, year = (int(part) for part in found.groups())
        return _dated(year if year > 99 else 2000 + year, month, day)
    found = re.search(r"\b(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?\b", text)
    if found:
        return _dated(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)
    found = re.fullmatch(r"(\d{1,2})[/.-](\d{4})", text)
    return _dated(int(found[2]), int(found[1]), None) if found else None


def _in_words(text: str) -> PartialDate | None:
    found = re.search(
        r"(?:\b(?P<day>\d{1,2})\s*(?:de\s+|-|/)?\s*)?\b(?P<name>[a-z]{3,})\.?"
        r"(?:\s+(?P<late>\d{1,2})\b(?!\d))?[\s,/-]+(?:del?\s+)?(?P<year>\d{4})\b",
        text,
    )
    if not found:
        return None
    name = found["name"][:3].replace("set", "sep")
    day = found["day"] or found["late"]
    month = MONTHS.index(name) + 1 if name in MONTHS else 0
    return _dated(int(found["year"]), month, int(day) if day else None)


def _serial(text: str) -> PartialDate | None:
    """The day of a spreadsheet's number; those of 1982 to 2064 are taken for a date."""
    if not re.fullmatch(r"[3-5]\d{4}", text):
        return None
    day = date(1899, 12, 30) + timedelta(days=int(text))
    return PartialDate(day.year, day.month, day.day)


def _dated(year: int, month: int, day: int | None) -> PartialDate | None:
    return PartialDate(year, month, day) if _exists(year, month, day) else None
