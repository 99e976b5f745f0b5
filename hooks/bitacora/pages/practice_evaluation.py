"""How a practice answers the qualitative criteria: the answers first, then what they amount to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from bitacora.pages.chips import chip
from bitacora.pages.count_tables import share
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import small, under, untold
from bitacora.records.practices import BuenaPractica
from bitacora.spanish import number, percent
from bitacora.tallies.evaluation import (
    ENOUGH_CRITERIA,
    Answer,
    Criterion,
    Evaluation,
    evaluate,
)

HUNDRED = Decimal(100)
ANSWERS = "respuestas_criterio"


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
    """The evaluation in a table cell: how far it got, who made it, then its score."""
    if not record.evaluacion:
        return untold("Sin evaluar")
    found = evaluate(record.evaluacion, presenter.edition.lists)
    score = score_shown(found.score)
    return under(
        f"{share(found.covered, len(found.criteria))} criterios",
        small("Autoevaluación" if record.autoevaluacion else "Evaluación externa"),
        f"Puntaje: {score}" if score else small("Sin puntaje: faltan criterios"),
    )


def answer_chip(presenter: Presenter, answer: Answer) -> str:
    """An answer as a chip."""
    return chip(answer.value, presenter.edition.lists.name(ANSWERS, answer.value))


def _answers(presenter: Presenter, found: Evaluation) -> Iterator[tuple[str, ...]]:
    for criterion in found.criteria:
        for answered in criterion.answers:
            yield (
                under(small(inline(criterion.code.nombre)), inline(answered.question.nombre)),
                answer_chip(presenter, answered.answer),
                presenter.value(None, answered.evidence) if answered.evidence else "—",
            )


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
