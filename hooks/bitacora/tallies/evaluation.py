"""What the answers to the qualitative criteria amount to.

«Sin evaluar» is not «no»: a question without answer stays out of every score, and a practice with
too few criteria covered gets none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bitacora.reading.code_lists import CodeLists
from bitacora.records.codes import Codigo, CodigoPregunta
from bitacora.records.practices import Respuesta

ENOUGH_CRITERIA = 12
"""How many criteria (of the sixteen) must be covered before a score is shown."""


class Answer(StrEnum):
    """The answers a question may have; these are the only groups."""

    SI = "si"
    NO = "no"
    NO_APLICA = "no_aplica"
    SIN_EVALUAR = "sin_evaluar"


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer, and what proves it."""

    question: Codigo
    answer: Answer
    evidence: str | None


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion with its questions answered."""

    code: Codigo
    answers: tuple[Answered, ...]

    def count(self, answer: Answer) -> int:
        """How many of its questions have that answer."""
        return sum(item.answer is answer for item in self.answers)

    @property
    def covered(self) -> bool:
        """Whether at least one question was answered yes or no, so that there is a score."""
        return self.count(Answer.SI) + self.count(Answer.NO) > 0

    @property
    def score(self) -> Decimal | None:
        """Yes ÷ (yes + no); None where there is neither."""
        return score(self.count(Answer.SI), self.count(Answer.NO))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All criteria, in the order of their list."""

    criteria: tuple[Criterion, ...]

    def count(self, answer: Answer) -> int:
        """How many questions have that answer."""
        return sum(criterion.count(answer) for criterion in self.criteria)

    @property
    def questions(self) -> int:
        """How many questions there are."""
        return sum(len(criterion.answers) for criterion in self.criteria)

    @property
    def covered(self) -> int:
        """How many criteria are covered."""
        return sum(criterion.covered for criterion in self.criteria)

    @property
    def answered(self) -> int:
        """How many questions were evaluated, whatever the answer."""
        return self.questions - self.count(Answer.SIN_EVALUAR)

    @property
    def score(self) -> Decimal | None:
        """Yes ÷ (yes + no) of all questions; None while fewer than twelve criteria are covered."""
        if self.covered < ENOUGH_CRITERIA:
            return None
        return score(self.count(Answer.SI), self.count(Answer.NO))


def score(yes: int, no: int) -> Decimal | None:
    """Yes ÷ (yes + no), or None when there is nothing to divide by."""
    return Decimal(yes) / (yes + no) if yes + no else None


def evaluate(answers: Iterable[Respuesta], lists: CodeLists) -> Evaluation:
    """The answers of a practice set against every question of every criterion.

    A question that nobody answered is «sin evaluar».
    """
    given: dict[str, Respuesta] = {}
    for answer in answers:
        given.setdefault(answer.pregunta, answer)
    questions = [code for code in lists.all("preguntas") if isinstance(code, CodigoPregunta)]
    return Evaluation(
        tuple(
            Criterion(code, tuple(_answered(code, questions, given)))
            for code in lists.all("criterios")
        )
    )


def _answered(
    criterion: Codigo, questions: Iterable[CodigoPregunta], given: dict[str, Respuesta]
) -> Iterator[Answered]:
    for question in questions:
        if question.criterio != criterion.codigo:
            continue
        answer = given.get(question.codigo)
        if answer is None:
            yield Answered(question, Answer.SIN_EVALUAR, None)
        else:
            yield Answered(question, Answer(answer.respuesta), answer.evidencia)
