"""Dates, months, years and hours as spreadsheets keep them or people type them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from bitacora.authoring.importing.cells import Cell, Mark
from bitacora.authoring.importing.outcomes import Bad, Change, Good, Group, Outcome
from bitacora.period_words import MONTHS
from bitacora.spanish import plain

NUMERIC = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?(?:[T ][0-9:.,+Z-]*)?")
WORDED = re.compile(
    r"(?:[a-z]+,? )?([0-9]{1,2})(?:°|º|o|ro)?[ /.-]*(?:de )?([a-z]{3,10})\.?[ /.,-]*(?:del? )?"
    r"([0-9]{4}|[0-9]{2})"
)
MONTH_FIRST = re.compile(r"(?:[a-z]+,? )?([a-z]{3,10})\.? ([0-9]{1,2}),?(?: del?)? ([0-9]{4})")
MONTH_YEAR = re.compile(r"([a-z]{3,10})\.?[ /.-]*(?:del? )?([0-9]{4}|[0-9]{2})")
NUMBER_YEAR = re.compile(r"([0-9]{1,2})[/-]([0-9]{4})")
CLOCK = re.compile(
    r"([0-9]{1,2})(?:[:.h]([0-9]{2})(?::[0-9]{2}(?:\.0+)?)?)? ?"
    r"(a\.? ?m\.?|p\.? ?m\.?|h(?:oras|rs?)?)?\.?"
)
ENGLISH = {"jan": 1, "apr": 4, "aug": 8, "dec": 12, "set": 9}
SERIALS = range(20_000, 80_000)
"""Serial dates from 1954 to 2119."""
REMEDY = "Escríbala como 21/11/2026 (día, mes y año)."
_TAIL = re.compile(r" 0?0:00(?::00)?(?: ?a\.? ?m\.?)?$")


@dataclass(frozen=True, slots=True)
class DateSense:
    """What is known of the dates of a column: whether the month comes first, with proof; whether
    its cells contradict each other; whether real dates stand among texts that prove the other
    order, so that the program may have swapped their day with their month; day 0 of serial dates;
    whether a month or a year alone will do."""

    month_first: bool = False
    mixed: bool = False
    swapped: bool = False
    first_day: date = date(1899, 12, 30)
    partial: bool = False


def date_order(cells: Iterable[Cell], sense: DateSense) -> DateSense:
    """The same sense with what the cells of a column prove of the order of day and month."""
    day_first = month_first = real = False
    for cell in cells:
        if isinstance(cell.value, str):
            found = NUMERIC.fullmatch(_TAIL.sub("", cell.value))
            day_first |= int(found[1]) > 12 if found else False
            month_first |= int(found[3]) > 12 if found else False
        real |= isinstance(cell.value, date)
    return replace(
        sense,
        month_first=month_first and not day_first and not real,
        mixed=month_first and (day_first or real),
        swapped=month_first and real,
    )


def read_date(cell: Cell, sense: DateSense) -> Outcome:
    """The ISO text of the date in a cell; of its month or year where that is all there is and will
    do."""
    value = cell.value
    if isinstance(value, date) and sense.swapped and value.day <= 12:
        return Bad(
            f"En esta columna otras fechas van mes/día y son texto; esta es una fecha de verdad "
            f"({value:%d/%m/%Y}) y el programa pudo haberle cambiado el día por el mes.",
            REMEDY,
        )
    if isinstance(value, datetime):
        return _day(value.date())
    if isinstance(value, date):
        return _formatted(cell, value, sense)
    if isinstance(value, Decimal):
        return _number(value, sense)
    if isinstance(value, str):
        return _written(value, sense)
    return Bad(f"Aquí va una fecha y la celda tiene «{cell.text}».", REMEDY)


def _day(found: date, *changes: Change) -> Outcome:
    return Good(found.isoformat(), changes)


def _formatted(cell: Cell, value: date, sense: DateSense) -> Outcome:
    if sense.partial and cell.mark is Mark.MONTH and value.day == 1:
        now = f"{value.year}-{value.month:02}"
        return Good(now, (Change(Group.PRECISION, value.isoformat(), now),))
    if sense.partial and cell.mark is Mark.YEAR and (value.month, value.day) == (1, 1):
        return Good(str(value.year), (Change(Group.PRECISION, value.isoformat(), str(value.year)),))
    return _day(value)


def _number(value: Decimal, sense: DateSense) -> Outcome:
    if value == value.to_integral_value() and sense.partial and 1900 <= value <= 2100:
        return Good(str(int(value)))
    if int(value) in SERIALS:
        found = sense.first_day + timedelta(days=int(value))
        return _day(found, Change(Group.SERIAL, f"{value:f}", found.isoformat()))
    return Bad(f"«{value:f}» no es una fecha.", REMEDY)


def _written(text: str, sense: DateSense) -> Outcome:
    words = _TAIL.sub("", " ".join(plain(text).split()))
    if found := NUMERIC.fullmatch(words):
        return _numeric(text, found, sense)
    if found := ISO.fullmatch(words):
        if found[3] is None:
            return _month(text, int(found[1]), int(found[2]), sense)
        return _made(text, int(found[1]), int(found[2]), int(found[3]), Group.WORDED_DATE)
    if re.fullmatch(r"[0-9]{5}", words) and int(words) in SERIALS:
        return _number(Decimal(words), sense)
    if re.fullmatch(r"[0-9]{4}", words):
        return _year(text, words, sense)
    if found := WORDED.fullmatch(words):
        return _named(text, found[3], found[2], int(found[1]), sense)
    if found := MONTH_FIRST.fullmatch(words):
        return _named(text, found[3], found[1], int(found[2]), sense)
    if found := NUMBER_YEAR.fullmatch(words):
        return _month(text, int(found[2]), int(found[1]), sense)
    if found := MONTH_YEAR.fullmatch(words):
        return _named(text, found[2], found[1], None, sense)
    return Bad(f"No se entiende la fecha «{text}».", REMEDY)


def _numeric(text: str, found: re.Match[str], sense: DateSense) -> Outcome:
    first, second, year = int(found[1]), int(found[3]), _four(found[4])
    if sense.mixed and first <= 12 and second <= 12 and first != second:
        return Bad(
            f"En esta columna unas fechas van día/mes y otras mes/día, y «{text}» puede ser las "
            "dos cosas.",
            "Escriba todas las fechas de la columna como día/mes/año.",
        )
    month_first = sense.month_first or second > 12
    day, month = (second, first) if month_first else (first, second)
    return _made(text, year, month, day, Group.MONTH_FIRST if month_first else Group.DATE)


def _named(text: str, year: str, name: str, day: int | None, sense: DateSense) -> Outcome:
    month = _month_number(name)
    if not month:
        return Bad(f"No se entiende la fecha «{text}».", REMEDY)
    if day is None:
        return _month(text, _four(year), month, sense)
    return _made(text, _four(year), month, day, Group.WORDED_DATE)


def _month_number(name: str) -> int:
    if name[:3] in ENGLISH:
        return ENGLISH[name[:3]]
    fitting = [number for number, month in enumerate(MONTHS, 1) if month[:3] == name[:3]]
    whole = bool(fitting) and (len(name) <= 4 or MONTHS[fitting[0] - 1].startswith(name))
    english = name in ("february", "march", "june", "july", "october", "november", "september")
    return fitting[0] if fitting and (whole or english) else 0


def _month(text: str, year: int, month: int, sense: DateSense) -> Outcome:
    if not 1 <= month <= 12:
        return Bad(f"«{text}» no existe en el calendario.", REMEDY)
    if not sense.partial:
        return Bad(f"A la fecha «{text}» le falta el día.", REMEDY)
    now = f"{year:04}-{month:02}"
    return Good(now, () if now == text else (Change(Group.WORDED_DATE, text, now),))


def _year(text: str, year: str, sense: DateSense) -> Outcome:
    if not sense.partial:
        return Bad(f"A la fecha «{text}» le faltan el día y el mes.", REMEDY)
    return Good(year)


def _made(text: str, year: int, month: int, day: int, group: Group) -> Outcome:
    try:
        now = date(year, month, day).isoformat()
    except ValueError:
        return Bad(f"«{text}» no existe en el calendario.", REMEDY)
    return Good(now, () if now == text else (Change(group, text, now),))


def _four(year: str) -> int:
    """A year of two figures is of this century up to 49, of the last one from 50 on."""
    return int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 50 else 1900)


def read_hour(cell: Cell) -> Outcome:
    """The hour of the day in a cell, as HH:MM."""
    value = cell.value
    if isinstance(value, Decimal) and 0 <= value < 1:
        value = datetime(2000, 1, 1) + timedelta(minutes=round(value * 1440))
    if isinstance(value, datetime):
        value = time(value.hour, value.minute)
    if isinstance(value, time):
        return Good(f"{value:%H:%M}")
    found = CLOCK.fullmatch(" ".join(plain(cell.text).split())) if isinstance(value, str) else None
    hour = int(found[1]) if found else 99
    half = (found[3] or "")[:1] if found else ""
    if found is None or (not found[2] and not half) or (half in ("a", "p") and not 1 <= hour <= 12):
        return Bad(f"No se entiende la hora «{cell.text}».", "Escríbala como 14:30.")
    hour = hour % 12 + (12 if half == "p" else 0) if half in ("a", "p") else hour
    if hour > 23 or int(found[2] or 0) > 59:
        return Bad(f"No existe la hora «{cell.text}».", "Escríbala como 14:30.")
    now = f"{hour:02}:{int(found[2] or 0):02}"
    return Good(now, () if now == cell.text else (Change(Group.HOUR, cell.text, now),))
