"""What comes of reading a cell: a value with what was normalised, or why it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bitacora.authoring.importing.cells import Cell


class Group(StrEnum):
    """The families of normalisation; the values are the words that people read."""

    NUMBER = "números con puntos, comas, espacios o signos"
    PERCENT = "porcentajes, escritos como número"
    DATE = "fechas escritas como texto, leídas día/mes/año"
    MONTH_FIRST = "fechas escritas mes/día/año, porque en esta columna otras lo demuestran"
    WORDED_DATE = "fechas en palabras o con otra forma"
    SERIAL = "fechas que venían como número de serie de Excel"
    HOUR = "horas"
    PRECISION = "fechas de las que la hoja solo muestra el mes o el año"
    PERIOD = "periodos"
    CODE = "nombres cambiados por su código"
    RECORD = "nombres cambiados por el identificador de su ficha"
    YES_NO = "respuestas de sí o no"
    ROUNDED = "cifras que la hoja muestra redondeadas, tomadas completas"
    MISSING = "celdas que dicen que no hay dato, tomadas como vacías"
    LIST = "listas partidas en sus elementos"
    ONE_ITEM = "textos con comas, tomados como un solo elemento (para separar, use punto y coma)"
    ZERO = "códigos a los que se les devolvió el cero"
    OTHER = "otros"


@dataclass(frozen=True, slots=True)
class Change:
    """Something read otherwise than it was written."""

    group: Group
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Good:
    """A value as the model reads it (None where the cell says nothing), with its changes."""

    text: str | tuple[str, ...] | None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Bad:
    """Why a cell is refused, with what to do."""

    message: str
    remedy: str


Outcome: TypeAlias = Good | Bad


@dataclass(frozen=True, slots=True)
class Refusal:
    """A fault told to people: sheet, cell or row, field, what is wrong, what to do; the number of
    the row, 0 where the fault is of the whole table."""

    sheet: str
    where: str
    field: str
    message: str
    remedy: str
    row: int = 0


def refusal(sheet: str, cell: Cell, field: str, bad: Bad) -> Refusal:
    """The refusal of a cell."""
    return Refusal(sheet, cell.where, field, bad.message, bad.remedy, cell.row)
