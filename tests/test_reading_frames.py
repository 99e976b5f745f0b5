"""The frames in which results are read: criteria, levels, agendas, self-checks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.pages import agenda_matrix, indicators, levels, reference_indicators, selfchecks
from bitacora.pages.writing import Writer
from bitacora.records.strategy import Objetivo
from bitacora.tallies.adoption import Adoption, criteria_groups
from bitacora.tallies.adoption import count as count_criteria
from bitacora.tallies.answering import answering
from bitacora.tallies.evaluation import Answer
from bitacora.tallies.levels import levels as levels_of
from bitacora.tallies.selfcheck import Step, self_checks
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD, Change, changed_world, review_with

CHECK = "autoevaluaciones/de-2026.yml"
TRAINED, SOLD = "indicadores/personas-formadas.yml", "indicadores/ventas-cumplidas.yml"
TEACH, ACTION = "objetivos/ensenar.yml", "acciones/relatos.yml"


@cache
def tiny() -> Edition:
    return load_edition(WORLD, SHOWN, AS_OF)


def changed(folder: Path, *changes: tuple[str, str, str]) -> Edition:
    made: Sequence[Change] = [
        {"archivo": file, "busca": before, "pone": after} for file, before, after in changes
    ]
    return load_edition(changed_world(folder, made), SHOWN, AS_OF)


def shown(module: ModuleType, edition: Edition, path: str) -> str:
    """One page of a module."""
    writer = Writer([ROOT / "content" / "templates"])
    [page] = [page for page in module.pages(edition, writer) if page.path == path]
    return str(page.content)


def adopted(edition: Edition) -> dict[str, Adoption]:
    groups = criteria_groups(edition.register, edition.lists, edition.as_of)
    return {item.criterion.codigo: item.state for group in groups for item in group.criteria}


def test_every_criterion_stands_once_in_one_state() -> None:
    edition = tiny()
    groups = criteria_groups(edition.register, edition.lists, edition.as_of)
    assert len(groups) == 7
    assert sum(count_criteria(groups, state) for state in Adoption) == 64
    assert adopted(edition)["CD-06"] is Adoption.MEDIDO
    assert adopted(edition)["AE-01"] is Adoption.NO_ADOPTADO


def test_a_criterion_without_any_value_is_not_measured(tmp_path: Path) -> None:
    rows = {
        f"avances/{quarter}.csv": (WORLD / "avances" / f"{quarter}.csv").read_text(encoding="utf-8")
        for quarter in ("2026-T1", "2026-T2")
    }
    silent: Sequence[Change] = [
        {"archivo": file, "pone": "".join(line for line in lines if "personas-" not in line)}
        for file, text in rows.items()
        if (lines := text.splitlines(keepends=True))
    ]
    edition = load_edition(changed_world(tmp_path, silent), SHOWN, AS_OF)
    assert adopted(edition)["CD-06"] is Adoption.SIN_MEDIR
    page = shown(reference_indicators, edition, "indicadores-de-referencia/index.md")
    assert "0 ya se miden y 1 todavía no" in page


def test_several_indicators_may_adopt_one_criterion(tmp_path: Path) -> None:
    edition = changed(
        tmp_path, (SOLD, "denominador:", "criterio_cuantitativo: CD-06\ndenominador:")
    )
    page = shown(reference_indicators, edition, "indicadores-de-referencia/index.md")
    [row] = [line for line in page.splitlines() if line.startswith("| **CD-06**")]
    assert "Personas formadas" in row
    assert "Pedidos del exterior" in row


def test_criterion_and_indicator_lead_to_each_other() -> None:
    library = shown(reference_indicators, tiny(), "indicadores-de-referencia/index.md")
    [row] = [line for line in library.splitlines() if line.startswith("| **CD-06**")]
    assert "../indicadores/personas-formadas.md" in row
    assert "2026" in row
    page = shown(indicators, tiny(), "indicadores/personas-formadas.md")
    assert "indicadores-de-referencia/index.md#grupo-5" in page
    assert "## Cooperación al desarrollo descentralizada {: #grupo-5 }" in library


@pytest.mark.parametrize(
    ("criterion", "unit", "told"),
    [
        ("AE-05", "millones de dólares", False),
        ("AE-05", "personas", True),
        ("AE-03", "visitantes", False),
        ("AE-03", "millones de pesos", True),
        ("AE-04", "'%'", False),
        ("MD-01", "personas", False),
        ("PE-02", "puesto", False),
    ],
)
def test_only_units_of_another_kind_are_told(
    criterion: str, unit: str, told: bool, tmp_path: Path
) -> None:
    changes: Sequence[Change] = [
        {"archivo": TRAINED, "busca": "unidad: personas", "pone": f"unidad: {unit}"},
        {"archivo": TRAINED, "busca": "cuantitativo: CD-06", "pone": f"cuantitativo: {criterion}"},
    ]
    found = {problem.regla for problem in review_with(tmp_path, changes).problems}
    assert ("indicador-criterio-unidad" in found) is told


def test_three_levels_with_sixteen_measures_and_what_nobody_measures() -> None:
    found = levels_of(tiny().register, tiny().lists)
    assert [len(level.measures) for level in found] == [4, 4, 8]
    assert [level.measured for level in found] == [1, 0, 0]
    page = shown(levels, tiny(), "niveles/index.md")
    silent = page.split("## Lo que nadie mide", 1)[1].split("## Oficina internacional", 1)[0]
    assert "Transversalidad" in silent
    assert "Formación de recursos humanos" not in silent
    assert "1 de 16" in page


def test_an_objective_answers_itself_or_through_its_actions(tmp_path: Path) -> None:
    edition = changed(
        tmp_path,
        (TEACH, "ods:\n  - 17\n", "ods:\n  - 17\nagendas: A2030\n"),
        (ACTION, "codigo:", "agendas:\n  - A2030\n  - NAU\ncodigo:"),
    )
    [objective] = [one for one in edition.register.all(Objetivo) if one.id == "ensenar"]
    found = answering(edition.register, objective, "agendas")
    assert {code: answer.direct for code, answer in found.items()} == {"A2030": True, "NAU": False}
    assert [action.id for action in found["NAU"].actions] == ["relatos"]


def test_objectives_that_answer_to_nothing_are_told() -> None:
    page = shown(agenda_matrix, tiny(), "agendas/matriz.md")
    marked = page.split("## Agendas globales")[0]
    for objective in tiny().register.all(Objetivo):
        ways = answering(tiny().register, objective, "agendas")
        silent = not any(it.direct for it in ways.values())
        assert (f"../objetivos/{objective.id}.md" in marked) is silent


def test_signs_of_the_matrix_have_words() -> None:
    page = shown(agenda_matrix, tiny(), "agendas/matriz.md")
    for sign, words in (("●", "Lo dice el objetivo"), ("○", "Por sus acciones")):
        assert page.count(f">{sign}</span>") == page.count(f">{words}</span>")


def test_every_factor_is_counted_once(tmp_path: Path) -> None:
    cut = "  - factor: CHU-04\n    respuesta: sin_evaluar\n"
    edition = changed(tmp_path, (CHECK, cut, ""))
    [check] = self_checks(edition.register, edition.lists)
    counts = {answer: check.count(answer) for answer in (*Answer, None)}
    assert counts == {
        Answer.SI: 1,
        Answer.NO: 1,
        Answer.NO_APLICA: 1,
        Answer.SIN_EVALUAR: 25,
        None: 1,
    }
    assert [len(stage.factors) for stage in check.stages] == [10, 3, 2, 5, 5, 4]
    assert check.moved(Step.OTRO) == ()


def test_a_check_is_compared_with_the_one_before(tmp_path: Path) -> None:
    now = (WORLD / CHECK).read_text(encoding="utf-8")
    before = (
        now.replace("2026-03-10", "2025-03-10")
        .replace("Autoevaluación de 2026", "Autoevaluación de 2025")
        .replace(
            "    respuesta: si\n    evidencia: documento:plan, acto de adopción\n",
            "    respuesta: no\n    que_falta: Un acto.\n",
        )
        .replace(
            "  - factor: COP-02\n    respuesta: no_aplica\n",
            "  - factor: COP-02\n    respuesta: si\n    evidencia: documento:plan, anexo\n",
        )
    )
    data = changed_world(tmp_path, [{"archivo": "autoevaluaciones/de-2025.yml", "pone": before}])
    edition = load_edition(data, SHOWN, AS_OF)
    first, last = self_checks(edition.register, edition.lists)
    assert first.former is None
    assert last.former == first.record
    moved = {step: [it.code.codigo for it in last.moved(step)] for step in Step}
    assert moved[Step.GANADO] == ["DIS-01"]
    assert moved[Step.PERDIDO] == ["COP-02"]
    assert moved[Step.OTRO] == []
    page = shown(selfchecks, edition, "autoevaluaciones/de-2026.md")
    assert "### Ahora sí" in page
    assert "### Ya no" in page
    assert page.index("## Diseño y planeación") < page.index("## Cuántos de cada respuesta")
    index = shown(selfchecks, edition, "autoevaluaciones/index.md")
    assert index.index("de-2026.md") < index.index("de-2025.md")
    assert "AL-LAs" in index


def test_without_any_check_the_page_says_so(tmp_path: Path) -> None:
    data = changed_world(tmp_path, ())
    (data / CHECK).unlink()
    edition = load_edition(data, SHOWN, AS_OF)
    page = shown(selfchecks, edition, "autoevaluaciones/index.md")
    assert "no ha registrado ninguna autoevaluación" in page
    found = {problem.regla for problem in edition.problems}
    assert not any(rule.startswith("autoevaluacion") for rule in found)
