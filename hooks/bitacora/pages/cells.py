"""What a table cell shows: one line, with a dash where there is nothing to show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bitacora.pages.chips import chip
from bitacora.pages.escape import inline, one_line
from bitacora.pages.presenter import UNKNOWN, Presenter, spoken_moment
from bitacora.records.accumulation import Acumulacion
from bitacora.records.actions import Accion
from bitacora.records.indicators import Indicador
from bitacora.records.partial_date import PartialDate
from bitacora.records.unknown import NO_INFORMADO, NoInformado
from bitacora.spanish import NO_BREAK_SPACE, number, percent
from bitacora.tallies.progress import Progress, accumulation

NOTHING = "—"
PERCENT = "%"
HUNDRED = Decimal(100)
MONTHS = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")


def cell(value: str | Sequence[str] | None) -> str:
    """Finished text as one line: its paragraphs, or the items of a list, under each other."""
    if not value:
        return NOTHING
    parts = value.split("\n\n") if isinstance(value, str) else value
    return " <br>".join(one_line(part) for part in parts)


def quantity(value: Decimal | NoInformado | None, unit: str | NoInformado = "") -> str:
    """A number, with the sign of percentages; the unit itself stands in the heading or beside."""
    if value is None:
        return NOTHING
    if isinstance(value, NoInformado):
        return UNKNOWN
    return percent(value) if unit == PERCENT else number(value)


def goal_shown(indicator: Indicador) -> str:
    """The goal of the term, in the words of the source where there is no number."""
    if indicator.meta is NO_INFORMADO and indicator.meta_texto:
        return inline(indicator.meta_texto)
    return quantity(indicator.meta, indicator.unidad)


def advance(progress: Progress) -> str:
    """The progress towards the goal, in words for those that are kept or not."""
    if progress.ratio is None:
        return NOTHING
    if accumulation(progress.indicator) is Acumulacion.MANTENIMIENTO:
        return "Dentro del margen" if progress.ratio else "Fuera del margen"
    return percent(progress.ratio * HUNDRED, 1)


def short_moment(moment: PartialDate | NoInformado | None) -> str:
    """A date as precise as it is, short enough for a table: «6 jun 2025», «jun 2025», «2025»."""
    if moment is None:
        return NOTHING
    if isinstance(moment, NoInformado):
        return UNKNOWN
    month = MONTHS[moment.month - 1] if moment.month else ""
    return NO_BREAK_SPACE.join(str(part) for part in (moment.day, month, moment.year) if part)


def short_day(day: date) -> str:
    """A day short enough for a table."""
    return NO_BREAK_SPACE.join((str(day.day), MONTHS[day.month - 1], str(day.year)))


def stretch(action: Accion) -> str:
    """When an action begins and ends."""
    if action.fecha_inicio is NO_INFORMADO and action.fecha_fin is NO_INFORMADO:
        return UNKNOWN
    return f"{short_moment(action.fecha_inicio)} a {short_moment(action.fecha_fin)}"


def full_moment(moment: PartialDate | NoInformado | None) -> str:
    """A date in full words."""
    if moment is None:
        return NOTHING
    return UNKNOWN if isinstance(moment, NoInformado) else spoken_moment(moment)


def state_chip(presenter: Presenter, action: Accion) -> str:
    """The state of an action as a chip."""
    return chip(action.estado, presenter.edition.lists.name("estados_accion", action.estado))
