"""What the checks of the site say of the data as an import would leave them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bitacora.authoring.importing.folder import Folder
from bitacora.authoring.importing.outcomes import Refusal
from bitacora.authoring.importing.resolving import Resolved, Status
from bitacora.checks.closing_remedies import DECLARED
from bitacora.edition import Review, review_of
from bitacora.problems import Problem
from bitacora.reading.records import kind_of_file
from bitacora.records.indicators import Avance
from bitacora.reports.closings.mending import CAUSE
from bitacora.sources import overlaid

BROKEN_CLOSING = "cierre-roto"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The errors that the import would add, each at its cell; what is left to do afterwards; the
    remarks that it would add."""

    refusals: tuple[Refusal, ...]
    pending: tuple[str, ...]
    remarks: tuple[str, ...]


def verdict(
    rows: Iterable[Resolved],
    changed: Mapping[str, bytes],
    before: Review,
    folder: Folder,
    as_of: date,
) -> Verdict:
    """The verdict on the data with some files changed."""
    sources = overlaid(folder.sources, changed, folder.shown)
    after = review_of(sources, folder.closings, folder.shown, as_of)
    mine = {(row.kind.name, row.id): row for row in rows}
    refusals: list[Refusal] = []
    pending: list[str] = []
    remarks: list[str] = []
    for problem in _added(before.problems, after.problems):
        row = mine.get((_kind(problem, folder), problem.registro))
        if not problem.is_error:
            remarks.append(_told(problem, row))
        elif problem.regla == BROKEN_CLOSING and row is not None and _corrects(row, problem):
            pending.append(_way_out(problem, row))
        else:
            refusals.append(_refusal(problem, row))
    return Verdict(tuple(refusals), tuple(pending), tuple(dict.fromkeys(remarks)))


def _added(before: Iterable[Problem], after: Iterable[Problem]) -> Iterable[Problem]:
    """The problems that were not there, wherever the lines of their files have gone."""
    had = Counter(_key(problem) for problem in before)
    for problem in after:
        key = _key(problem)
        if had[key]:
            had[key] -= 1
        else:
            yield problem


def _key(problem: Problem) -> tuple[str, str, str, str]:
    return problem.place.archivo, problem.registro, problem.campo, problem.regla


def _kind(problem: Problem, folder: Folder) -> str:
    kind = kind_of_file(problem.place.archivo.removeprefix(f"{folder.shown}/"))
    return kind.name if kind else ""


def _corrects(row: Resolved, problem: Problem) -> bool:
    """A new version of a published row, with its reason, or a change that the report declares
    already, wants only the order that closes."""
    record = row.record
    if problem.remedio.startswith(DECLARED):
        return True
    return row.status is Status.NEW and isinstance(record, Avance) and record.version > 1


def _way_out(problem: Problem, row: Resolved) -> str:
    """What is left to do, with the reason that the row gives in its place."""
    record = row.record
    reason = record.motivo_correccion if isinstance(record, Avance) else None
    told = json.dumps(reason or CAUSE, ensure_ascii=False)
    return f"{problem.mensaje} {problem.remedio.replace(CAUSE, told)}"


def _refusal(problem: Problem, row: Resolved | None) -> Refusal:
    name = problem.campo.split(".")[0]
    if row is None:
        where = f"{problem.place.archivo}, línea {problem.place.linea}"
        return Refusal("", where, name, problem.mensaje, problem.remedio)
    return row.draft.refused(name, problem.mensaje, problem.remedio)


def _told(problem: Problem, row: Resolved | None) -> str:
    where = (
        f"{problem.place.archivo}:{problem.place.linea}"
        if row is None
        else f"{row.draft.sheet}, {row.draft.where(problem.campo.split('.')[0])}"
    )
    return f"{where}: {problem.mensaje} {problem.remedio}"
