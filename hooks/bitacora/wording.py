"""Problems as people read them: one block of lines each, and the closing count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bitacora.problems import Problem, Severity
from bitacora.spanish import count_of, join_y


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


def _line(problem: Problem) -> str:
    field = f"{problem.campo}: " if problem.campo else ""
    found = f" Encontré «{problem.valor}»." if problem.valor else ""
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
