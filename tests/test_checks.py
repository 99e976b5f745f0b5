"""Every rule, by golden cases: what is changed in the tiny world, what problems come of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from bitacora.checks import coverage, documents, goals, results, text, twinnings
from bitacora.checks.all import RULES
from bitacora.edition import load_edition, review
from bitacora.problems import Problem
from bitacora.tallies.declared import NOT_COUNTED
from rule_examples import all_cases
from tiny_world import AS_OF, SHOWN, WORLD, changed_world, review_with

CASES = all_cases()
NEED_AN_ACT = {
    "cierre-sin-informe",
    "cierre-estado",
    "cierre-roto",
    "cierre-correccion",
    "cierre-texto",
}
"""What cannot be broken without a closing: test_closing_breaches.py has their cases."""
MACHINE_WORDS = re.compile(
    r"\b(None|null|True|False|str|int|bool|float|tuple|dict|list|Decimal|Enum|value|field|record)\b"
)


def name(case: dict[str, Any]) -> str:
    """How a case is called in the list of tests."""
    return f"{case['regla']}:{case['cambios'][0]['archivo'].rsplit('/')[-1]}"


def test_the_world_is_whole(tmp_path: Path) -> None:
    review = review_with(tmp_path, ())
    assert [str(problem) for problem in review.problems] == []
    kinds = [kind for kind, records in review.register.by_kind.items() if not records]
    assert kinds == [], f"no record of {kinds} in {WORLD}"


@pytest.mark.parametrize("case", CASES, ids=name)
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    problems = review_with(tmp_path, case["cambios"]).problems
    here = [problem for problem in problems if problem.regla == case["regla"]]
    assert [str(problem) for problem in here] == case["problemas"]
    others = {problem.regla for problem in problems} - {case["regla"]}
    assert sorted(others) == case.get("ademas", [])
    for problem in problems:
        _assert_for_staff(problem)


def _assert_for_staff(problem: Problem) -> None:
    assert problem.place.archivo.startswith(f"{SHOWN}/")
    assert problem.place.linea >= 1
    for words in (problem.mensaje, problem.remedio):
        assert words[-1] in ".…?", words
        assert not MACHINE_WORDS.search(words), words


def test_every_rule_has_a_case() -> None:
    told = {case["regla"] for case in CASES} | NEED_AN_ACT
    assert {rule.id for rule in RULES} - told == set()


def test_rules_have_an_id_and_a_statement() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    for rule in RULES:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)
        assert (rule.check.__doc__ or "").strip().endswith("."), rule.id


@pytest.mark.parametrize("case", [case for case in CASES if "personal" in case["regla"]], ids=name)
def test_personal_data_are_never_repeated(case: dict[str, Any], tmp_path: Path) -> None:
    problems = review_with(tmp_path, case["cambios"]).problems
    assert [problem.valor for problem in problems] == [""]
    told = "".join(str(problem) for problem in problems)
    assert not re.search(r"79|310|gmail", told)


def test_flags_that_rules_look_for_exist(tmp_path: Path) -> None:
    known = review_with(tmp_path, ()).lists.lists["banderas"]
    looked_for = {
        *coverage.DOUBTS,
        documents.SHARED_LINK,
        goals.AT_ODDS,
        results.LATER,
        text.KNOWN_REPETITION,
        twinnings.NO_CITY,
        NOT_COUNTED,
    }
    assert looked_for <= set(known)


@pytest.mark.parametrize(
    ("file", "flag", "rule"),
    [
        ("resultados.csv", results.LATER, "resultado-fuera-de-vigencia"),
        ("documentos.csv", documents.SHARED_LINK, "documento-enlace-repetido"),
    ],
)
def test_a_flag_accepts_what_the_source_says(
    file: str, flag: str, rule: str, tmp_path: Path
) -> None:
    case = next(case for case in CASES if case["regla"] == rule)
    lines = (WORLD / file).read_text(encoding="utf-8").splitlines()
    if "banderas" not in lines[0]:
        lines = [f"{lines[0]},banderas", *(f"{line}," for line in lines[1:])]
    flagged = "\n".join([lines[0], *(f"{line}{flag}" for line in lines[1:]), ""])
    change = case["cambios"][0]
    whole = {"archivo": file, "pone": flagged.replace(change["busca"], change["pone"])}
    assert rule not in {problem.regla for problem in review_with(tmp_path, [whole]).problems}


def test_what_has_errors_of_its_own_is_not_said_to_be_missing(tmp_path: Path) -> None:
    wrong_date = {"archivo": "documentos.csv", "busca": "2026-01-20", "pone": "20/01/2026"}
    problems = review_with(tmp_path, [wrong_date]).problems
    assert [problem.regla for problem in problems] == ["fecha"]


def test_a_broken_table_is_told_once(tmp_path: Path) -> None:
    whole = (WORLD / "documentos.csv").read_text(encoding="utf-8")
    broken = {"archivo": "documentos.csv", "pone": whole.replace("Estrategia de", '"Estrategia de')}
    problems = review_with(tmp_path, [broken]).problems
    assert {problem.place.archivo for problem in problems} == {f"{SHOWN}/documentos.csv"}


def test_nobody_reads_the_name_of_a_draft_in_a_remark(tmp_path: Path) -> None:
    draft = (WORLD / "hermanamientos" / "marisma.yml").read_text(encoding="utf-8")
    data = changed_world(
        tmp_path,
        [
            {
                "archivo": "hermanamientos/a-secreto.yml",
                "pone": f"{draft.replace('ciudad: Marisma', 'ciudad: Marissma')}"
                "estado_publicacion: borrador\n",
            }
        ],
    )
    told = " ".join(str(problem) for problem in review(data, SHOWN, AS_OF).problems)
    assert "nombre-parecido" in told
    assert "secreto" in told
    assert load_edition(data, SHOWN, AS_OF).problems == ()
