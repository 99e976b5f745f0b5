"""The oddities of real documents, each put into the tiny world."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from bitacora.edition import Review
from bitacora.spanish import percent
from tiny_world import review_with

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases" / "anomalias.yml").read_text(encoding="utf-8")
)
TRIALS = [
    pytest.param(trial, id=f"{case['id']}-{number}")
    for case in CASES
    for number, trial in enumerate(case["pruebas"], start=1)
]


def test_all_thirty_five_are_here() -> None:
    assert [case["id"] for case in CASES] == [f"ANO-{number:02}" for number in range(1, 36)]


@pytest.mark.parametrize("trial", TRIALS)
def test_reaction(trial: dict[str, Any], tmp_path: Path) -> None:
    review = review_with(tmp_path, trial["cambios"])
    if "regla" in trial:
        _tells(review, trial)
    if "acepta" in trial:
        _accepts(review, dict(trial["acepta"]))
    if "nombre" in trial:
        wanted = trial["nombre"]
        assert review.lists.name(wanted["lista"], wanted["codigo"]) == wanted["es"]
    if "muestra" in trial:
        assert percent(Decimal(trial["muestra"]["valor"])) == trial["muestra"]["como"]


def _tells(review: Review, trial: dict[str, Any]) -> None:
    found = [
        problem
        for problem in review.problems
        if problem.regla == trial["regla"] and problem.severidad == trial["severidad"]
    ]
    assert len(found) == trial.get("veces", 1), [str(problem) for problem in review.problems]
    told = " ".join(f"{problem.mensaje} {problem.remedio}" for problem in found)
    assert trial.get("dice", "") in told.replace("\u00a0", " ")


def _accepts(review: Review, wanted: dict[str, Any]) -> None:
    assert [str(problem) for problem in review.problems if problem.is_error] == []
    record = review.register.find(wanted.pop("clase"), wanted.pop("id"))
    assert record is not None
    for field, value in wanted.items():
        found = getattr(record, field)
        if isinstance(value, list):
            assert list(found) == value
        elif value is None or isinstance(value, bool):
            assert found is value
        else:
            assert str(found) == str(value)
