"""Tests of reading entries as records: identities, headers, remarks, what is empty."""

from __future__ import annotations

from pathlib import Path

from bitacora.edition import load_edition
from bitacora.problems import Problem
from bitacora.records.indicators import Avance
from tiny_world import AS_OF, SHOWN, WORLD, changed_world, review_with

ROWS = "avances/2026-T2.csv"


def told(problems: tuple[Problem, ...]) -> list[tuple[str, int, str]]:
    """The rule, the line, the field of each problem."""
    return [(problem.regla, problem.place.linea, problem.campo) for problem in problems]


def table(file: str, old: str, new: str) -> dict[str, str]:
    """A change of every place where a text stands in a file."""
    return {"archivo": file, "pone": (WORLD / file).read_text(encoding="utf-8").replace(old, new)}


def test_an_id_does_not_depend_on_how_the_period_is_spelled(tmp_path: Path) -> None:
    spelled = {
        "archivo": ROWS,
        "busca": "personas-formadas,2026-T2,",
        "pone": "personas-formadas,II trim 2026,",
    }
    review = review_with(tmp_path, [spelled])
    assert told(review.problems) == [("periodo-normalizado", 2, "periodo")]
    assert [problem.registro for problem in review.problems] == ["personas-formadas-2026-t2-1"]
    assert review.register.get(Avance, "personas-formadas-2026-t2-1") is not None


def test_one_period_spelled_in_two_ways_is_repeated(tmp_path: Path) -> None:
    lines = (WORLD / ROWS).read_text(encoding="utf-8").splitlines()
    twin = lines[1].replace("2026-T2", "II trim 2026")
    twin = twin.replace("Tres cursos terminados.", "Tres cursos terminados en los tres barrios.")
    first = lines[1].replace(
        "Tres cursos terminados.", "Tres cursos terminados en los tres barrios."
    )
    whole = {"archivo": ROWS, "pone": "\n".join([lines[0], first, *lines[2:], twin, ""])}
    assert told(review_with(tmp_path, [whole]).problems) == [
        ("identificador-repetido", len(lines) + 1, "id"),
        ("periodo-normalizado", len(lines) + 1, "periodo"),
    ]


def test_a_remark_on_a_draft_row_is_not_published(tmp_path: Path) -> None:
    lines = (WORLD / ROWS).read_text(encoding="utf-8").splitlines()
    draft = lines[1].replace("2026-T2", "II trim 2026")
    rows = [f"{lines[0]},estado_publicacion", f"{draft},borrador"]
    whole = {"archivo": ROWS, "pone": "\n".join([*rows, *(f"{line}," for line in lines[2:]), ""])}
    problems = load_edition(changed_world(tmp_path, [whole]), SHOWN, AS_OF).problems
    assert "periodo-normalizado" not in {problem.regla for problem in problems}


def test_a_renamed_column_is_told_once(tmp_path: Path) -> None:
    problems = review_with(tmp_path, [table(ROWS, ",periodo,", ",trimestre,")]).problems
    assert told(problems) == [("campo-falta", 1, "periodo"), ("campo-desconocido", 1, "trimestre")]
    assert problems[1].remedio == "¿Quiso decir «periodo»?"


def test_rows_tell_their_own_faults_besides_those_of_the_header(tmp_path: Path) -> None:
    change = table(ROWS, ",periodo,", ",trimestre,")
    change["pone"] = change["pone"].replace("reportado,60,,,2026-06-30", "reportado,x,,,2026-06-30")
    problems = review_with(tmp_path, [change]).problems
    assert told(problems)[2:] == [("numero", 2, "valor")]


def test_a_column_too_many_stops_no_row(tmp_path: Path) -> None:
    lines = (WORLD / ROWS).read_text(encoding="utf-8").splitlines()
    wider = "\n".join([f"{lines[0]},zzz", *(f"{line},9" for line in lines[1:]), ""])
    (problem,) = review_with(tmp_path, [{"archivo": ROWS, "pone": wider}]).problems
    assert (problem.regla, problem.place.linea, problem.campo) == ("campo-desconocido", 1, "zzz")
    assert problem.remedio.startswith("Las columnas son: indicador, periodo, ")
    assert " id," not in problem.remedio


def test_rows_that_lean_on_a_table_without_a_column_are_not_told(tmp_path: Path) -> None:
    header = (WORLD / "documentos.csv").read_text(encoding="utf-8").split("\n", 1)[0]
    assert ",titulo," in header
    problems = review_with(
        tmp_path, [table("documentos.csv", header, header.replace(",titulo,", ",rotulo,"))]
    ).problems
    assert {problem.place.archivo for problem in problems} == {f"{SHOWN}/documentos.csv"}
    assert {problem.place.linea for problem in problems} == {1}


def test_a_row_with_errors_is_not_also_said_to_be_unreported(tmp_path: Path) -> None:
    wrong = table("avances/2026-T1.csv", "personas-formadas,2026-T1,", "personas-formadas,nunca,")
    assert told(review_with(tmp_path, [wrong]).problems) == [("periodo", 2, "periodo")]


def test_a_twinning_with_errors_is_not_also_said_to_be_missing_from_the_total(
    tmp_path: Path,
) -> None:
    file = "hermanamientos/marisma.yml"
    wrong = table(file, "actualizado: 2026", "actualizado: hace poco, 2026")
    assert {problem.regla for problem in review_with(tmp_path, [wrong]).problems} == {"fecha"}


def test_a_remark_names_its_field(tmp_path: Path) -> None:
    changes = [
        {
            "archivo": ROWS,
            "busca": "reportado,60,,,2026-06-30",
            "pone": 'Reportado,"60,5",,,2026-06-30',
        }
    ]
    assert told(review_with(tmp_path, changes).problems) == [
        ("codigo-normalizado", 2, "estado_dato"),
        ("numero-normalizado", 2, "valor"),
    ]


def test_a_field_that_is_there_but_empty_is_told_so(tmp_path: Path) -> None:
    file = "acciones/escuela.yml"
    lines = (WORLD / file).read_text(encoding="utf-8").splitlines()
    (line,) = [number for number, text in enumerate(lines, 1) if text.startswith("nombre: ")]
    change = {"archivo": file, "busca": lines[line - 1], "pone": "nombre:"}
    problem = review_with(tmp_path, [change]).problems[0]
    assert (problem.regla, problem.place.linea, problem.campo) == ("campo-falta", line, "nombre")
    assert problem.mensaje.startswith("El campo «nombre» está vacío.")
    assert problem.remedio.startswith("Escriba su valor")
