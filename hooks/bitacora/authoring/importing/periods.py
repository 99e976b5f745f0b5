"""Reporting periods where spreadsheets put them: headings, titles, names of sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from bitacora.authoring.importing.cells import Cell, Mark
from bitacora.quarters import Period, read_period
from bitacora.spanish import plain

_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_QUARTER_WORDS = (
    r"(?:(?:primer|segundo|tercer|cuarto|[1-4](?:er|do|to|o|°|º)?|i{1,3}|iv)[ .-]*"
    r"(?:trim(?:estre)?|t|q)\b\.?|(?:trim(?:estre)?|t|q)[ .-]*(?:[1-4]|i{1,3}|iv)\b)"
)
_IN_TITLE = re.compile(
    rf"(?:20[0-9]{{2}}[ -]*[tq][1-4]\b"
    rf"|{_QUARTER_WORDS}(?:[ ,/-]*(?:de(?:l)?(?: ano)? )?20[0-9]{{2}})?"
    rf"|\b20[0-9]{{2}}[ -]*{_QUARTER_WORDS})"
)
_PART = re.compile(rf"{_QUARTER_WORDS}")
_SHORT_YEAR = re.compile(r"([a-z]{3,10})[ ./-]+([0-9]{2})")


def heading_period(heading: Cell | str) -> str | None:
    """The words of a period that a heading is («T1 2026», «I trimestre», a month as a date);
    None where it is something else."""
    if isinstance(heading, Cell):
        value = heading.value
        if isinstance(value, date) and not isinstance(value, datetime):
            return f"{value.year}-{value.month:02}" if heading.mark is Mark.MONTH else None
        return heading_period(value) if isinstance(value, str) else None
    words = plain(heading).strip()
    if _PART.fullmatch(words):
        return heading
    try:
        read_period(_whole_year(heading.strip()))
    except ValueError:
        return None
    return None if re.fullmatch(r"[0-9]{4}", words) else heading


def period_of(words: str, year: int | None) -> Period | None:
    """The period that words mean, with the year that the table says where they say none."""
    text = _whole_year(words.strip())
    if year is not None and not _YEAR.search(text):
        text = f"{text} {year}"
    try:
        return read_period(text)[0]
    except ValueError:
        return None


def said_in(texts: Iterable[str]) -> tuple[Period, ...]:
    """The quarters that titles, the sheet's name or the file's say, each once."""
    found: set[Period] = set()
    for text in texts:
        bare = plain(text).replace("_", " ")
        year = year_in([bare])
        for part in _IN_TITLE.findall(bare):
            period = period_of(part, year)
            if period is not None:
                found.add(period)
    return tuple(sorted(found))


def year_in(texts: Iterable[str]) -> int | None:
    """The one year that the texts say; None where they say none, or several."""
    years = {int(year) for text in texts for year in _YEAR.findall(text.replace("_", " "))}
    return years.pop() if len(years) == 1 else None


def _whole_year(words: str) -> str:
    """«ene-26» with its year in four figures."""
    found = _SHORT_YEAR.fullmatch(plain(words))
    return f"{found[1]} 20{found[2]}" if found else words
