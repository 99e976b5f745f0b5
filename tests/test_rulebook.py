"""The rulebook: every rule has its words, every example is true, every way leads to it."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bitacora.authoring.rule_help import explained
from bitacora.checks.all import RULES
from bitacora.edition import load_edition
from bitacora.pages import quality, rules
from bitacora.pages.writing import Writer
from bitacora.problems import Severity
from bitacora.records.kinds import KINDS
from bitacora.rulebook.book import address_of, chapters, help_of, lessons
from rule_examples import FILE, all_cases, as_text, chosen, examples
from script_files import script
from site_builds import ROOT
from test_architecture import CORE
from tiny_world import AS_OF, SHOWN, WORLD, changed_world, review_with

READERS = [
    *(path for room in ("sources", "reading", "records") for path in (CORE / room).rglob("*.py")),
    CORE / "edition.py",
    CORE / "checks" / "identity.py",
    CORE / "reports" / "closings" / "acts.py",
    CORE / "authoring" / "comparing" / "promises.py",
]
APPLIED = CORE / "checks" / "rule.py"
"""Where the checks, which are all in one list, become problems."""
PRINTED = [
    *(ROOT / "tests" / "cases").rglob("*.txt"),
    *(ROOT / "tests" / "cases").rglob("*.md"),
    *(ROOT / "content" / "templates" / "pages" / "guia").glob("*.txt"),
]
TOLD = re.compile(r"(?:error|aviso|mejora): .*\[([a-z-]+)\](?:\(.*)?$", re.M)
RULE_ID = re.compile(r"[a-z]+(-[a-z]+)+")
TELLERS = {"fault", "error", "remark"}
OTHER_WORDS = {"x-ficha", "x-lista", "un-nombre-corto"} | {
    word for kind in KINDS for word in (kind.name, kind.folder, *kind.reserved)
}
"""What looks like the id of a rule and is none."""
OWN = {rule.id: rule.severity for rule in RULES}
MENDED = [case for case in all_cases() if "arreglo" in case]


def named_in(path: Path) -> Iterator[str]:
    """The ids of rules that a module which makes problems may tell."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and RULE_ID.fullmatch(str(node.value)):
            yield str(node.value)
    for call in calls_in(tree):
        if called(call) in TELLERS and call.args and isinstance(call.args[0], ast.Constant):
            yield str(call.args[0].value)


def calls_in(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    return str(getattr(call.func, "id", getattr(call.func, "attr", "")))


def test_no_room_makes_problems_unseen() -> None:
    """What is not among the readers could tell a rule that leads nowhere."""
    rooms = [*CORE.rglob("*.py"), *(ROOT / "scripts").glob("*.py"), *(ROOT / "hooks").glob("*.py")]
    makers = {
        path
        for path in rooms
        if any(called(it) == "Problem" for it in calls_in(ast.parse(path.read_text("utf-8"))))
    }
    assert makers - {APPLIED} <= set(READERS)


def test_every_rule_that_is_printed_leads_somewhere() -> None:
    told = {
        (path.name, rule)
        for path in PRINTED
        for rule in TOLD.findall(path.read_text("utf-8").replace("\\", ""))
    }
    assert len({rule for _, rule in told}) > 10
    assert {(name, rule) for name, rule in told if rule not in lessons()} == set()


def test_every_rule_that_can_be_told_has_its_entry_and_no_entry_is_idle() -> None:
    told = {word for path in READERS for word in named_in(path)} - OTHER_WORDS
    assert told | set(OWN) == set(lessons())


def test_an_entry_stands_once_and_is_as_grave_as_its_rule() -> None:
    ids = [lesson.id for chapter in chapters() for lesson in chapter.lessons]
    assert len(ids) == len(set(ids))
    for case in all_cases():
        grades = {re.split(r":\d+: ", told)[1].split(":")[0] for told in case["problemas"]}
        lesson = lessons()[case["regla"]]
        # Two rules of one name may differ: a repeated code is graver in a list.
        if lesson.id != "codigo-repetido":
            assert grades <= {str(lesson.severity)}, lesson.id


def test_every_entry_says_all_in_whole_sentences() -> None:
    for lesson in lessons().values():
        for words in (lesson.asks, lesson.why, lesson.remedy):
            assert words[0] == words[0].upper(), lesson.id
            assert words.endswith("."), lesson.id
            assert len(words) <= 220, lesson.id
        assert bool(lesson.wrong) == bool(lesson.right), lesson.id
        pieces = lesson.example.pieces if lesson.example else ()
        assert lesson.wrong or pieces, f"{lesson.id} has no example"
        # A file that a change takes away shows nothing, right or wrong.
        shown = [it for it in pieces if not (it.published and it.wrong == it.right)]
        assert shown or lesson.wrong, lesson.id
        for piece in shown:
            assert piece.wrong != piece.right, lesson.id
            assert not piece.right.is_empty, f"{lesson.id}: say in words what is right"
        assert all(not it.published.is_empty for it in pieces if it.published), lesson.id


def test_the_examples_are_those_of_the_cases() -> None:
    """``python tests/rule_examples.py`` writes them anew."""
    assert FILE.read_bytes() == as_text(examples()).encode("utf-8")


@pytest.mark.parametrize("case", MENDED, ids=lambda case: str(case["regla"]))
def test_what_is_shown_as_right_is_right(case: dict[str, Any], tmp_path: Path) -> None:
    changed = review_with(tmp_path / "wrong", case["cambios"])
    assert case["regla"] in {problem.regla for problem in changed.problems}
    mended = review_with(tmp_path / "right", [*case["cambios"], *case["arreglo"]])
    assert case["regla"] not in {problem.regla for problem in mended.problems}


def test_without_a_mending_of_its_own_what_is_right_is_the_world_as_it_was() -> None:
    # test_checks.py shows that the world breaks no rule, and that each case breaks its own.
    for case in chosen(all_cases()).values():
        for change in case["cambios"]:
            if "arreglo" not in case and "busca" in change:
                assert change["busca"] in (WORLD / change["archivo"]).read_text(encoding="utf-8")


# pages


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """The pages of the rules by their path."""
    edition = load_edition(WORLD, SHOWN, AS_OF)
    writer = Writer([ROOT / "content" / "templates"])
    return {page.path: str(page.content) for page in rules.pages(edition, writer)}


def test_every_rule_has_an_anchor_in_its_chapter_and_in_the_list(made: dict[str, str]) -> None:
    for lesson in lessons().values():
        anchor = f"{{: #regla-{lesson.id} }}"
        assert made["reglas/index.md"].count(anchor) == 1, lesson.id
        assert made[f"reglas/{lesson.chapter}.md"].count(anchor) == 1, lesson.id
    assert all("sin_buscadores: true" in text for text in made.values())


def test_what_a_file_holds_stays_text_in_the_page(made: dict[str, str]) -> None:
    assert "Cursos &lt;b&gt;cortos&lt;/b&gt; para" in made["reglas/textos.md"]
    assert "<b>cortos" not in made["reglas/textos.md"]
    assert "&#123;&#123; nombre &#125;&#125;" in made["reglas/archivos.md"]


def test_the_quality_page_leads_to_each_rule_it_tells(tmp_path: Path) -> None:
    (case,) = [case for case in all_cases() if case["regla"] == "avance-sin-evidencia"]
    data = changed_world(tmp_path, case["cambios"])
    edition = load_edition(data, SHOWN, AS_OF)
    assert [problem.regla for problem in edition.problems] == ["avance-sin-evidencia"]
    (page,) = quality.pages(edition, Writer([ROOT / "content" / "templates"]))
    assert "(../reglas/avances.md#regla-avance-sin-evidencia)" in str(page.content)


def test_a_rule_of_comparing_shows_what_was_published_too(made: dict[str, str]) -> None:
    page = made["reglas/cambios.md"]
    assert "**Publicado**, en `data/buenas-practicas/mercado-flotante.yml`:" in page
    assert page.count("**El cambio** borra ese archivo.") == 1
    assert page.count("**La comparación dice:**") == 6
    assert "La revisión dice" not in page


# from a message to its rule


def test_the_address_of_a_rule_is_whole_where_the_site_has_one() -> None:
    assert address_of("fecha") == "reglas/valores/#regla-fecha"
    assert help_of("fecha", "https://x.example/") == "https://x.example/reglas/valores/#regla-fecha"
    assert help_of("fecha", None) == ""
    assert address_of("no-es-regla") == "reglas/"


def test_a_rule_is_explained_in_the_terminal() -> None:
    told = explained(lessons()["fecha"], "https://x.example")
    assert told.startswith("fecha (error)\n")
    assert "    personas-formadas  30/06/2026\n" in told
    assert "    personas-formadas  2026-06-30\n" in told
    assert told.endswith("En el sitio: https://x.example/reglas/valores/#regla-fecha")
    for lesson in lessons().values():
        assert lesson.remedy.split(" ")[0] in explained(lesson), lesson.id


def test_the_script_explains_a_rule_without_any_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(script("revisar").main, ["--explicar", "[campo-falta]"])
    assert done.exit_code == 0
    assert done.output.startswith("campo-falta (error)")
    wrong = CliRunner().invoke(script("revisar").main, ["--explicar", "campo-flata"])
    assert wrong.exit_code == 1
    assert "¿Quiso decir «campo-falta»?" in wrong.output


def test_the_review_says_once_how_to_understand_a_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = {"archivo": "ejes/vender.yml", "busca": "numero: 2", "pone": "numero: uno"}
    changed_world(tmp_path, [change])
    monkeypatch.chdir(tmp_path)
    day = ["--fecha", AS_OF.isoformat()]
    lines = CliRunner().invoke(script("revisar").main, day).output.splitlines()
    assert lines[-1].endswith("python scripts/revisar.py --explicar numero-entero")
    rows = json.loads(
        CliRunner().invoke(script("revisar").main, [*day, "--formato", "json"]).output
    )
    assert rows[0]["ayuda"] == address_of(rows[0]["regla"])


def test_the_formats_carry_the_address_where_the_site_has_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed_world(
        tmp_path,
        [
            {"archivo": "ejes/vender.yml", "busca": "numero: 2", "pone": "numero: uno"},
            {
                "archivo": "entidad.yml",
                "busca": "pais: CO\n",
                "pone": "pais: CO\ndireccion_sitio: https://mundo.example/\n",
            },
        ],
    )
    monkeypatch.chdir(tmp_path)
    address = "https://mundo.example/reglas/valores/#regla-numero-entero"
    for form in ("json", "github", "gitlab"):
        run = ["--fecha", AS_OF.isoformat(), "--formato", form]
        assert address in CliRunner().invoke(script("revisar").main, run).output, form


def test_the_gravest_stand_first_in_each_chapter() -> None:
    for chapter in chapters():
        grades = [list(Severity).index(lesson.severity) for lesson in chapter.lessons]
        assert grades == sorted(grades), chapter.name
