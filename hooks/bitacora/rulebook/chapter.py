"""The words of the rulebook as they stand in its files, one file a chapter."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bitacora.records.record import Bloque
from bitacora.records.values import CodeWord, LongText, Whole

Words = Annotated[str, LongText()]


class Regla(Bloque):
    """One rule in words. ``severidad`` is told of all but the checks, which have their own;
    ``mal`` and ``bien`` say in words what no excerpt of a file can show."""

    regla: Annotated[str, CodeWord()]
    pide: Words
    por_que: Words
    solucion: Words
    severidad: Annotated[str | None, CodeWord()] = None
    mal: Words | None = None
    bien: Words | None = None


class Capitulo(Bloque):
    """The rules of one kind of thing. ``dice`` begins what staff are told of a breach."""

    orden: Annotated[int, Whole(low=1, high=99)]
    titulo: Words
    resumen: Words
    dice: Words = "La revisión dice"
    reglas: tuple[Regla, ...] = Field(min_length=1)
