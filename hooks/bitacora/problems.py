"""What can be wrong with the data: a problem knows its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a problem is; the values are the words that staff read."""

    ERROR = "error"
    AVISO = "aviso"
    MEJORA = "mejora"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: file as shown to people, line and column from 1."""

    archivo: str
    linea: int
    columna: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault, in words staff can act on: where, what was found, and the remedy."""

    place: Place
    registro: str
    campo: str
    valor: str
    regla: str
    severidad: Severity
    mensaje: str
    remedio: str

    @property
    def order(self) -> tuple[str, int, int, str, str, str]:
        """The key by which problems are listed: file, line, column, then rule."""
        return (
            self.place.archivo,
            self.place.linea,
            self.place.columna,
            self.regla,
            self.campo,
            self.mensaje,
        )

    @property
    def is_error(self) -> bool:
        """Whether this fault stops the build."""
        return self.severidad is Severity.ERROR

    def __str__(self) -> str:
        where = f"{self.place.archivo}:{self.place.linea}"
        field = f" {self.campo}:" if self.campo else ""
        return f"{where}: {self.severidad}:{field} {self.mensaje} {self.remedio} [{self.regla}]"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same problems without repetitions, sorted by file and line."""
    return tuple(sorted(set(problems), key=lambda problem: problem.order))


class DataError(Exception):
    """The data have errors: carries every problem found, errors and remarks alike."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        errors = sum(problem.is_error for problem in self.problems)
        noun = "error" if errors == 1 else "errores"
        super().__init__(f"Los datos tienen {errors} {noun}.")
