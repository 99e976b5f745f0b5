"""How a data file tells what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from bitacora.problems import Place, Problem, Severity

SHOWN_CHARACTERS = 80

# Spaces of any width, new lines among them; a tab is left to be named.
_SPACES = re.compile("[\n \u00a0\u2000-\u200a\u202f\u205f\u3000]+")


@dataclass(frozen=True, slots=True)
class Origin:
    """The file being read, as its problems name it: shown path with record name."""

    archivo: str
    registro: str

    @classmethod
    def of(cls, path: str, shown: str) -> Origin:
        """The origin of `path`, relative to a data folder that people know as `shown`."""
        archivo = f"{shown.rstrip('/')}/{path}" if shown else path
        return cls(visible(archivo), visible(PurePosixPath(path).stem))

    def row(self, line: int) -> Origin:
        """The same file, speaking of the row that begins on `line`."""
        return replace(self, registro=f"fila {line}")

    def place(self, line: int, column: int = 1) -> Place:
        """A place in this file, both numbers from 1."""
        return Place(self.archivo, line, column)

    def error(
        self,
        rule: str,
        place: Place,
        message: str,
        remedy: str,
        *,
        field: str = "",
        value: str = "",
    ) -> Problem:
        """A fault that stops the build."""
        return Problem(
            place,
            self.registro,
            shorten(field),
            shorten(value),
            rule,
            Severity.ERROR,
            visible(message),
            visible(remedy),
        )

    def remark(
        self,
        rule: str,
        place: Place,
        message: str,
        remedy: str,
        *,
        field: str = "",
        value: str = "",
    ) -> Problem:
        """A fault that is told while the build goes on."""
        fault = self.error(rule, place, message, remedy, field=field, value=value)
        return replace(fault, severidad=Severity.AVISO)


def shorten(value: str) -> str:
    """`value` on one line, of at most 80 characters, with its invisible characters named."""
    line = visible(value[: 4 * SHOWN_CHARACTERS].strip())
    return line if len(line) <= SHOWN_CHARACTERS else line[: SHOWN_CHARACTERS - 1] + "…"


def visible(value: str) -> str:
    """`value` on one line, with each invisible character as its number: `[U+200B]`."""
    if value.isprintable():
        return str(value)
    return "".join(
        char if char.isprintable() else f"[{code_point(char)}]" for char in _SPACES.sub(" ", value)
    )


def code_point(char: str) -> str:
    """The Unicode number of a character, as `U+200B`."""
    return f"U+{ord(char):04X}"
