"""Two states of the data set side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bitacora.authoring.comparing.addresses import page_changes
from bitacora.authoring.comparing.change import Change, Counts, Touched
from bitacora.authoring.comparing.figures import figure_changes
from bitacora.authoring.comparing.promises import broken_promises
from bitacora.authoring.comparing.records import hidden_changes, list_changes, record_changes
from bitacora.authoring.comparing.reports import report_changes
from bitacora.authoring.comparing.side import Side
from bitacora.problems import Problem, Severity

UNTOUCHED = Touched()


def compare(before: Side, after: Side, touched: Touched = UNTOUCHED) -> Change:
    """All that the change from one state to the other means, both seen from the same moment.

    Where there were no data before, nothing can be missed: everything is new.
    """
    empty = not before.found.register.located
    now, was = after.found.problems, () if empty else before.found.problems
    return Change(
        as_of=after.as_of,
        figures=figure_changes(before, after),
        reports=report_changes(before, after),
        records=record_changes(before, after),
        lists=list_changes(before, after),
        pages=page_changes(before, after),
        faults=broken_promises(before, after),
        new_problems=_beyond(now, was),
        solved=_beyond(was, now),
        before=_counts(was),
        after=_counts(now),
        hidden=hidden_changes(before, after),
        was_empty=empty,
        was_broken=before.edition is None and not empty,
        is_broken=after.edition is None,
        site=before.site,
        touched=touched,
    )


def _beyond(found: Iterable[Problem], known: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of one review that the other does not have, wherever they now stand."""
    left = Counter(map(_same, known))
    new: list[Problem] = []
    for problem in found:
        key = _same(problem)
        if left[key]:
            left[key] -= 1
        else:
            new.append(problem)
    return tuple(new)


def _same(problem: Problem) -> tuple[str, ...]:
    """What tells a problem from another, but for its line, which moves when rows are added."""
    return problem.regla, problem.registro, problem.campo, problem.valor, problem.mensaje


def _counts(problems: Iterable[Problem]) -> Counts:
    found = Counter(problem.severidad for problem in problems)
    return {severity: found[severity] for severity in Severity}
