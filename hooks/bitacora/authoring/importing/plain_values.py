"""Whole numbers, yes or no, periods, codes of figures: a cell read as one of them."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from bitacora.authoring.importing.cells import Cell, Mark
from bitacora.authoring.importing.number_words import NumberSense, read_number
from bitacora.authoring.importing.outcomes import Bad, Change, Good, Group, Outcome
from bitacora.authoring.importing.periods import period_of
from bitacora.canonical import canonical
from bitacora.records.fieldtypes import FieldType
from bitacora.records.values import LongText, Pattern, Slug
from bitacora.spanish import plain

BAR = " · "
_YES = {"x", "sí", "si", "s", "verdadero", "true", "v", "1", "✓", "✔", "☑", "cumple", "yes"}
_NO = {"no", "n", "falso", "false", "f", "0", "☐"}


def whole_of(cell: Cell) -> Outcome:
    """A whole number."""
    found = read_number(cell, NumberSense(percent=False))
    if isinstance(found, Good) and isinstance(found.text, str) and not found.text.isdecimal():
        return Bad(
            f"Aquí va un número entero y la celda tiene «{cell.text}».", "Escriba el entero."
        )
    return found


def yes_no_of(cell: Cell) -> Outcome:
    """Yes or no, as people and programs say it."""
    value = cell.value
    if isinstance(value, Decimal):
        value = f"{value:f}"
    if isinstance(value, bool):
        return Good(
            "sí" if value else "no", (Change(Group.YES_NO, cell.text, "sí" if value else "no"),)
        )
    word = plain(str(value)).strip(" .")
    for words, now in ((_YES, "sí"), (_NO, "no")):
        if word in words:
            return Good(
                now, () if word in ("si", "no") else (Change(Group.YES_NO, cell.text, now),)
            )
    return Bad(f"Aquí va «sí» o «no», y la celda tiene «{cell.text}».", "Escriba sí o no.")


def reporting_period_of(cell: Cell, year: int | None) -> Outcome:
    """A reporting period, with the year that its table says where the cell says none."""
    value = cell.value
    if isinstance(value, date):
        now = f"{value.year}-{value.month:02}"
        if cell.mark is Mark.MONTH:
            return Good(now, (Change(Group.PERIOD, cell.text, now),))
        return Bad(
            f"Aquí va un periodo y la celda tiene la fecha {cell.text}.",
            "Escriba el periodo así: 2026-T4 (trimestre), 2026-10 (mes), 2026-S2 (semestre).",
        )
    text = text_of(cell)
    if isinstance(text, Bad):
        return text
    found = period_of(text, year)
    if found is None:
        return Bad(
            f"No se entiende el periodo «{text}».",
            "Escríbalo así: 2026-T4 (trimestre), 2026-10 (mes), 2026-S2 (semestre) o 2026 (año).",
        )
    return Good(found.text, () if found.text == text else (Change(Group.PERIOD, text, found.text),))


def text_of(cell: Cell) -> str | Bad:
    """The text of a cell that should hold one; a date is refused: it may have been a code."""
    value = cell.value
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return canonical(value)
    if isinstance(value, bool):
        return "sí" if value else "no"
    if isinstance(value, date) and not isinstance(value, datetime):
        return Bad(
            f"Aquí no va una fecha y la celda tiene {value:%d/%m/%Y}; la hoja de cálculo pudo "
            "haber cambiado lo que se escribió.",
            "Escríbalo de nuevo con un apóstrofo delante ('), para que quede como texto.",
        )
    return Bad(f"Aquí va un texto y la celda tiene «{cell.text}».", "Escríbalo como texto.")


def worded_of(cell: Cell, text: str, kind: FieldType) -> Outcome:
    """A text as its field wants it."""
    if isinstance(kind, Slug):
        return Good(text.split(BAR)[0])
    if isinstance(kind, Pattern):
        return _patterned(cell, text, kind)
    return Good(text if isinstance(kind, LongText) else " ".join(text.split()))


def _patterned(cell: Cell, text: str, kind: Pattern) -> Outcome:
    """A code of figures that the spreadsheet took for a number gets its zeros back."""
    if re.fullmatch(kind.regex, text) or not text.isdecimal():
        return Good(text)
    for width in (2, 5, 8, 10):
        if len(text) < width and re.fullmatch(kind.regex, text.zfill(width)):
            return Good(text.zfill(width), (Change(Group.ZERO, text, text.zfill(width)),))
    return Good(text)
