"""How a practice answers the qualitative criteria: the answers first, then what they amount to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from bitacora.pages.chips import chip
from bitacora.pages.count_tables import share
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.records.practices import BuenaPractica
from bitacora.spanish import number, percent
from bitacora.tallies.evaluation import (
    ENOUGH_CRITERIA,
    Answer,
    Answered,
    Criterion,
    Evaluation,
    evaluate,
)

HUNDRED = Decimal(100)


def evaluation_view(presenter: Presenter, record: BuenaPractica) -> dict[str, Any] | None:
    """What the template shows of an evaluation; None where nobody answered any question."""
    if not record.evaluacion:
        return None
    found = evaluate(record.evaluacion, presenter.edition.lists)
    return {
        "respuestas": list(_answers(presenter, found)),
        "criterios": [_criterion(criterion) for criterion in found.criteria],
        "contestadas": share(found.answered, found.questions),
        "si": number(found.count(Answer.SI)),
        "no": number(found.count(Answer.NO)),
        "no_aplica": number(found.count(Answer.NO_APLICA)),
        "sin_evaluar": number(found.count(Answer.SIN_EVALUAR)),
        "cubiertos": share(found.covered, len(found.criteria)),
        "minimo": number(ENOUGH_CRITERIA),
        "puntaje": score_shown(found.score),
        "base": number(found.count(Answer.SI) + found.count(Answer.NO)),
    }


def score_shown(value: Decimal | None) -> str | None:
    """A score as a percentage; None where it must not be shown."""
    return None if value is None else percent(value * HUNDRED, 0)


def brief(presenter: Presenter, record: BuenaPractica) -> str:
    """The evaluation in a table cell: its score, or how far it got."""
    if not record.evaluacion:
        return "Sin evaluar"
    found = evaluate(record.evaluacion, presenter.edition.lists)
    shown = score_shown(found.score)
    if shown is None:
        return f"Incompleta: {share(found.covered, len(found.criteria))} criterios"
    kind = "autoevaluación" if record.autoevaluacion else "evaluación externa"
    return f"{shown} ({kind}, {_coverage(found)})"


def _coverage(found: Evaluation) -> str:
    return f"{share(found.covered, len(found.criteria))} criterios"


def _answers(presenter: Presenter, found: Evaluation) -> Iterator[tuple[str, ...]]:
    for criterion in found.criteria:
        name = f"**{inline(criterion.code.nombre)}**"
        for answered in criterion.answers:
            yield (
                name,
                inline(answered.question.nombre),
                _answer_chip(presenter, answered),
                inline(answered.evidence or "") or "—",
            )
            name = ""


def _answer_chip(presenter: Presenter, answered: Answered) -> str:
    word = presenter.edition.lists.name("respuestas_criterio", answered.answer.value)
    return chip(answered.answer.value, word)


def _criterion(criterion: Criterion) -> tuple[str, ...]:
    yes, no = criterion.count(Answer.SI), criterion.count(Answer.NO)
    return (
        inline(criterion.code.nombre),
        number(yes),
        number(no),
        number(criterion.count(Answer.NO_APLICA)),
        number(criterion.count(Answer.SIN_EVALUAR)),
        share(yes, yes + no) if criterion.covered else "Sin evaluar",
    )
