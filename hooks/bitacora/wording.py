"""Problems as people read them: one block of lines each, and the closing count."""

from __future__ import annotations

from collections.abc import Iterable

from bitacora.problems import Problem, Severity
from bitacora.spanish import count_of


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """Each problem as one line: place, severity, field, what is wrong, what to do, rule."""
    return [_line(problem) for problem in problems]


def _line(problem: Problem) -> str:
    field = f"{problem.campo}: " if problem.campo else ""
    found = f" Encontré «{problem.valor}»." if problem.valor else ""
    return (
        f"{problem.place.archivo}:{problem.place.linea}: {problem.severidad}: {field}"
        f"{problem.mensaje}{found} → {problem.remedio} [{problem.regla}]"
    )


def summary(problems: Iterable[Problem]) -> str:
    """How many problems of each severity, in words."""
    found = list(problems)
    counts = {
        severity: sum(problem.severidad is severity for problem in found) for severity in Severity
    }
    return ", ".join(
        (
            count_of(counts[Severity.ERROR], "error", "errores"),
            count_of(counts[Severity.AVISO], "aviso", "avisos"),
            count_of(counts[Severity.MEJORA], "mejora", "mejoras"),
        )
    )
