"""What stands between a report and its closing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bitacora.authoring.rule_help import understanding
from bitacora.checks.closing_remedies import remedy
from bitacora.checks.closing_words import message
from bitacora.checks.closings import FINAL, told_breaches
from bitacora.checks.rule import World
from bitacora.edition import Review
from bitacora.problems import Problem
from bitacora.quarters import Period
from bitacora.records.reports import Informe
from bitacora.reports.closings.act import Acta
from bitacora.reports.closings.breach import Breach
from bitacora.reports.closings.closing import Closing, close, report_of
from bitacora.reports.closings.mending import answering
from bitacora.wording import problem_lines

DRAFT = "borrador"
OWN = frozenset({"cierre-falta", "cierre-roto", "cierre-estado"})
"""The errors that closing is there to mend."""
STATE = re.compile(
    r"^(estado:[ \t]*)(?:preliminar|'preliminar'|\"preliminar\")(?=[ \t]*(?:#|$))", re.M
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of closing a report: the reasons why it cannot be, or the version to write down;
    neither where it is closed and nothing has changed. ``remade`` tells that the version replaces
    one that nobody has seen yet."""

    reasons: tuple[str, ...] = ()
    closing: Closing | None = None
    remade: bool = False


def closing_of(review: Review, quarter: Period, as_of: date, text: str | None) -> Outcome:
    """Close the report of a quarter with what is known at a date; ``text`` is its act so far."""
    act = review.acts.get(quarter.text)
    report = report_of(review.register.public(), quarter)
    reasons = tuple(_reasons(review, quarter, as_of, report, act))
    if reasons:
        return Outcome(reasons)
    if act is None or text is None:
        return Outcome(closing=_first(review, quarter, as_of, review.acts))
    world = World(review.register, review.lists, as_of, acts=review.acts)
    found = list(told_breaches(world))
    if earlier := [one for one, *_ in found if one < quarter]:
        return Outcome((_earlier(min(earlier)),))
    mine = [(breach, told) for one, _, breach, told in found if one == quarter]
    if not mine:
        return Outcome()
    if is_unseen(act, as_of) and act.periodo == max(review.acts, key=Period.parse):
        others = {name: it for name, it in review.acts.items() if name != quarter.text}
        return Outcome(closing=_first(review, quarter, as_of, others), remade=True)
    open_ones = [(breach, told) for breach, told in mine if not answering(breach, report)]
    if open_ones:
        return Outcome(tuple(f"{message(*one)}\n{remedy(*one)}" for one in open_ones))
    return Outcome(closing=_next(review, quarter, as_of, text, [breach for breach, _ in mine]))


def made_final(text: str) -> str | None:
    """The text of a report's file with its state made final, all else as it was; None where its
    line is not there once, plainly."""
    new, times = STATE.subn(rf"\g<1>{FINAL}", text)
    return new if times == 1 else None


def _first(review: Review, quarter: Period, as_of: date, acts: Mapping[str, Acta]) -> Closing:
    return close(quarter, review.register, review.lists, acts, as_of)


def _next(review: Review, quarter: Period, as_of: date, text: str, found: list[Breach]) -> Closing:
    report = report_of(review.register.public(), quarter)
    mended = {id(item): item for breach in found for item in answering(breach, report)}
    amendments = tuple(mended.values())
    return close(quarter, review.register, review.lists, review.acts, as_of, text, amendments)


def _reasons(
    review: Review, quarter: Period, as_of: date, report: Informe | None, act: Acta | None
) -> Iterator[str]:
    standing = [problem for problem in review.problems if _stands_in_way(problem)]
    yield from problem_lines(standing)
    if standing:
        yield understanding(standing)
    if quarter != quarter.quarter:
        yield f"«{quarter}» no es un trimestre; escríbalo así: {quarter.quarter}."
        return
    if as_of <= quarter.end:
        yield f"El {quarter.spoken} termina el {quarter.end}: se cierra desde el día siguiente."
    if report is None:
        yield (
            f"No hay informe del {quarter.spoken}. Créelo: python scripts/nuevo.py informe "
            f"{quarter.text.lower()}"
        )
    elif report.estado == DRAFT:
        yield "El informe figura como «borrador»; escriba «preliminar» cuando esté revisado."
    if act is None:
        yield from _out_of_order(review, quarter)
    elif as_of < act.latest.cerrado:
        latest = act.latest
        yield f"La versión {latest.version} se cerró el {latest.cerrado}, después de esa fecha."


def _stands_in_way(problem: Problem) -> bool:
    return problem.is_error and problem.regla not in OWN


def _out_of_order(review: Review, quarter: Period) -> Iterator[str]:
    told = {report.periodo for report in review.register.all(Informe)}
    closed = {Period.parse(name) for name in review.acts}
    if missing := sorted(one for one in told - closed if one < quarter):
        yield _earlier(missing[0])
    if later := sorted(one for one in closed if one > quarter):
        yield f"Ya está cerrado {later[0]}, que es posterior; los informes se cierran en orden."


def _earlier(quarter: Period) -> str:
    return f"Primero hay que cerrar {quarter}: python scripts/cerrar.py {quarter}"


def is_unseen(act: Acta, as_of: date) -> bool:
    """Whether the day announced when it was closed has not come, so that nobody has read it."""
    rows = act.latest.entradas.get("informes", ())
    days = [date.fromisoformat(fila["publicacion"]) for fila in rows if fila.get("publicacion")]
    return act.latest.version == 1 and bool(days) and min(days) > as_of
