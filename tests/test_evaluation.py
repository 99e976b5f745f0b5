"""The answers to the criteria: what counts, what does not, from how many on there is a score."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bitacora.edition import load_edition
from bitacora.reading.code_lists import CodeLists
from bitacora.records.practices import Respuesta
from bitacora.tallies.evaluation import Answer, Evaluation, evaluate
from tiny_world import AS_OF, SHOWN, WORLD


@pytest.fixture(scope="module")
def lists() -> CodeLists:
    return load_edition(WORLD, SHOWN, AS_OF).lists


def answers(lists: CodeLists, given: str) -> tuple[Respuesta, ...]:
    """One answer for the first question of each criterion: s(í), n(o), a (no aplica), - (none)."""
    words = {"s": "si", "n": "no", "a": "no_aplica", "?": "sin_evaluar"}
    codes = [code.codigo for code in lists.all("criterios")]
    return tuple(
        Respuesta.model_construct(pregunta=f"{code}-1", respuesta=words[letter], evidencia=None)
        for code, letter in zip(codes, given, strict=False)
        if letter in words
    )


def evaluated(lists: CodeLists, given: str) -> Evaluation:
    return evaluate(answers(lists, given), lists)


@pytest.mark.parametrize(
    ("given", "covered", "score"),
    [
        ("", 0, None),
        ("s" * 11, 11, None),
        ("s" * 12, 12, Decimal(1)),
        ("n" * 12, 12, Decimal(0)),
        ("s" * 9 + "n" * 3, 12, Decimal("0.75")),
        ("s" * 11 + "a" * 5, 11, None),
        ("s" * 12 + "a" * 4, 12, Decimal(1)),
        ("s" * 12 + "?" * 4, 12, Decimal(1)),
        ("a" * 16, 0, None),
        ("?" * 16, 0, None),
        ("s" * 8 + "n" * 8, 16, Decimal("0.5")),
    ],
)
def test_the_score_counts_yes_and_no_from_twelve_criteria_on(
    lists: CodeLists, given: str, covered: int, score: Decimal | None
) -> None:
    found = evaluated(lists, given)
    assert (found.covered, found.score) == (covered, score)


def test_every_question_is_in_one_group(lists: CodeLists) -> None:
    found = evaluated(lists, "snas?-nn")
    assert sum(found.count(answer) for answer in Answer) == found.questions == 48
    assert [found.count(answer) for answer in Answer] == [2, 3, 1, 42]
    assert found.answered == 6


def test_a_question_without_answer_is_not_a_no(lists: CodeLists) -> None:
    [first, *_] = evaluated(lists, "s").criteria
    assert [item.answer for item in first.answers] == [
        Answer.SI,
        Answer.SIN_EVALUAR,
        Answer.SIN_EVALUAR,
    ]
    assert first.score == 1


def test_a_criterion_without_yes_or_no_has_no_score(lists: CodeLists) -> None:
    found = evaluated(lists, "a?")
    assert [criterion.score for criterion in found.criteria[:2]] == [None, None]


def test_of_two_answers_to_one_question_the_first_counts(lists: CodeLists) -> None:
    twice = (*answers(lists, "s"), *answers(lists, "n"))
    found = evaluate(twice, lists)
    assert (found.count(Answer.SI), found.count(Answer.NO)) == (1, 0)


def test_the_evidence_goes_with_its_answer(lists: CodeLists) -> None:
    given = Respuesta.model_construct(pregunta="PLA-2", respuesta="si", evidencia="Acta 3")
    found = evaluate([given], lists)
    assert [item.evidence for item in found.criteria[0].answers] == [None, "Acta 3", None]
