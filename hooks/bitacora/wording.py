"""Problems as people read them: one block of lines each, and the closing count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bitacora.problems import Problem, Severity
from bitacora.spanish import count_of, join_y

MANY = 5
"""As many faults alike in a column are each told; of more than that, only the first few."""
FEW = 3
SHOWN_ROWS = 12
VARYING = re.compile(r"«[^»]*»|\([^)]*\)|[0-9]+")
"""What differs between two messages that tell the same fault of two values."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no edition: the lines of the errors, those of the remarks, the count of
    remarks as a sentence (empty if there are none), the order to correct."""

    errors: tuple[str, ...]
    remarks: tuple[str, ...]
    aside: str
    order: str


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """Each problem as one line (place, severity, field, what is wrong, what to do, rule), followed
    by what there is to paste."""
    return [_line(problem) for problem in problems]


def brief_lines(problems: Iterable[Problem]) -> list[str]:
    """The same lines, but where many rows of a table have one fault in one column: then the first
    few, with a line that says on which others it is."""
    found = list(problems)
    alike: dict[tuple[str, ...], list[Problem]] = {}
    for problem in found:
        alike.setdefault(_column(problem), []).append(problem)
    lines: list[str] = []
    for problem in found:
        group = alike[_column(problem)]
        if len(group) <= MANY or problem in group[:FEW]:
            lines.append(_line(problem))
        elif problem is group[FEW]:
            lines.append(_others(group[FEW:]))
    return lines


def _column(problem: Problem) -> tuple[str, ...]:
    """What problems share that are one fault of a column; every other problem is alone."""
    if not problem.place.archivo.lower().endswith(".csv") or not problem.campo:
        return (str(problem), problem.registro)
    told = VARYING.sub("", problem.mensaje)
    return (problem.place.archivo, problem.regla, problem.campo, told)


def _others(group: list[Problem]) -> str:
    first = group[0]
    rows = [problem.place.linea for problem in group]
    return (
        f"{first.place.archivo}:{first.place.linea}: {first.severidad}: {first.campo}: "
        f"Lo mismo en {count_of(len(rows), 'fila', 'filas')} más de esta columna: "
        f"{_told_rows(rows)}. → Para ver cada una, añada --todas. [{first.regla}]"
    )


def _told_rows(rows: list[int]) -> str:
    if rows[-1] - rows[0] == len(rows) - 1:
        return f"de la {rows[0]} a la {rows[-1]}"
    shown = [str(row) for row in rows[:SHOWN_ROWS]]
    if len(rows) > SHOWN_ROWS:
        return f"{', '.join(shown)} y {len(rows) - SHOWN_ROWS} más"
    return join_y(shown)


def _line(problem: Problem) -> str:
    field = f"{problem.campo}: " if problem.campo else ""
    # A message that already repeats the value does not need it twice.
    repeated = problem.valor in problem.mensaje
    found = "" if repeated else f" Encontré «{problem.valor}»."
    # What a remedy gives to paste stands on lines of its own, exactly as it must be pasted.
    remedy, *more = problem.remedio.split("\n")
    first = (
        f"{problem.place.archivo}:{problem.place.linea}: {problem.severidad}: {field}"
        f"{problem.mensaje}{found} → {remedy} [{problem.regla}]"
    )
    return "\n".join((first, *more))


def refusal(problems: Iterable[Problem]) -> Refusal:
    """The errors apart from the remarks, so that one error is not lost among a hundred avisos."""
    found = list(problems)
    errors = problem_lines(problem for problem in found if problem.is_error)
    counts = [count for severity, count in _counts(found) if severity is not Severity.ERROR]
    some = [count for count in counts if not count.startswith("0 ")]
    return Refusal(
        tuple(errors),
        tuple(problem_lines(problem for problem in found if not problem.is_error)),
        f"Hay además {join_y(some)}." if some else "",
        "Corríjalo" if len(errors) == 1 else "Corríjalos",
    )


def summary(problems: Iterable[Problem]) -> str:
    """How many problems of each severity, in words."""
    return ", ".join(count for _, count in _counts(list(problems)))


def _counts(found: list[Problem]) -> list[tuple[Severity, str]]:
    nouns = {
        Severity.ERROR: ("error", "errores"),
        Severity.AVISO: ("aviso", "avisos"),
        Severity.MEJORA: ("mejora", "mejoras"),
    }
    return [
        (severity, count_of(sum(one.severidad is severity for one in found), *words))
        for severity, words in nouns.items()
    ]
