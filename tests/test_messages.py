"""What an officer reads: no English, no jargon, a remedy always, their own value mended."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic_core import PydanticCustomError

from bitacora.problems import Place, Problem, Severity
from bitacora.records.fieldtypes import FieldType, ReadingContext
from bitacora.records.values import (
    Day,
    Hour,
    Mail,
    Moment,
    Number,
    Pattern,
    Ref,
    WebAddress,
    Whole,
    Year,
    YesNo,
)
from bitacora.rulebook.book import chapters
from bitacora.wording import brief_lines, problem_lines
from rule_examples import PROBLEM, all_cases
from script_files import SCRIPTS, script
from tiny_world import AS_OF, WORLD, changed_world

ENGLISH = re.compile(
    r"\b(the|of|and|is|are|not|with|your|for|from|this|that|must|should|file|field|value|missing|"
    r"invalid|expected|unknown|unexpected|required|empty|found|line|date|number|text|true|false|"
    r"null|none|list|row|column|error at|got|usage|options|default|show|message|exit|try|help|"
    r"argument|option|such|choose|one|aborted|directory|command|input|output|wrong|right)\b",
    re.IGNORECASE,
)
JARGON = re.compile(
    r"\b(slug|string|strings|regex|yaml|json|booleano|bool|array|token|tokens|parser|parsear|"
    r"backend|frontend|schema|ID|IDs|integer|float|unicode|bytes?|encoding|sintaxis|IANA|"
    r"tipo de dato|objeto nulo)\b"
)
QUOTED = re.compile(
    r"«[^»]*»|`[^`]*`|python scripts/\S+( --\S+)*|https?://\S+|[\w/-]+\.(yml|csv|json)"
)
ITS_OWN_NAMES = {"«Texto Unicode»", "Unicode (UTF-8)"}
"""How a spreadsheet calls its own choices."""


def told_by_the_review() -> Iterator[tuple[str, str]]:
    """Each message of the golden cases, with its rule."""
    for case in all_cases():
        for line in case["problemas"]:
            found = PROBLEM.fullmatch(line)
            assert found, line
            yield case["regla"], found[2]


def told_by_the_rulebook() -> Iterator[tuple[str, str]]:
    """Each sentence of the rulebook, with its rule."""
    for chapter in chapters():
        yield chapter.name, chapter.title
        yield chapter.name, chapter.summary
        for lesson in chapter.lessons:
            for words in (lesson.asks, lesson.why, lesson.remedy, lesson.wrong, lesson.right):
                yield lesson.id, words


def plain(words: str) -> str:
    """The words without what is quoted: values, fields and orders are as they are."""
    for name in ITS_OWN_NAMES:
        words = words.replace(name, "")
    return QUOTED.sub("", words)


@pytest.mark.parametrize("told", [told_by_the_review, told_by_the_rulebook])
def test_no_english_and_no_jargon(told: object) -> None:
    assert callable(told)
    found = [(rule, words) for rule, words in told() if ENGLISH.search(plain(words))]
    found += [(rule, words) for rule, words in told() if JARGON.search(plain(words))]
    assert found == []


def test_no_message_without_a_remedy() -> None:
    for rule, words in told_by_the_review():
        sentences = re.split(r"(?<=[.?…:]) ", words)
        assert len(sentences) >= 2, f"{rule}: {words}"
        assert words[-1] in ".?…", f"{rule}: {words}"


@pytest.mark.parametrize(
    ("kind", "written", "mended"),
    [
        (Day(), "15/03/2026", "«2026-03-15» (15 de marzo de 2026)"),
        (Day(), "3-4-26", "«2026-04-03» (3 de abril de 2026)"),
        (Day(), "2026/3/5", "«2026-03-05»"),
        (Day(), "46096", "«2026-03-15»"),
        (Day(), "marzo 15 de 2026", "«2026-03-15»"),
        (Day(), "15-mar-2026", "«2026-03-15»"),
        (Day(), "2026-03-15 00:00:00", "«2026-03-15»"),
        (Moment(), "marzo de 2026", "«2026-03»"),
        (Moment(), "03/2026", "«2026-03»"),
        (Hour(), "2:30 p. m.", "«14:30»"),
        (Hour(), "12:00 am", "«00:00»"),
        (Hour(), "9:00", "«09:00»"),
        (Number(), "$ 1.500.000", "«1500000»"),
        (Number(), "12,5 %", "«12.5»"),
        (Number(), "60 personas", "«60»"),
        (Number(), "1 234 567", "«1234567»"),
        (Whole(low=1, high=9999), "1.200", "«1200»"),
        (Year(), "26", "«2026»"),
        (Year(), "2026-03-15", "«2026»"),
        (YesNo(), "x", "«sí»"),
        (YesNo(), "Falso", "«no»"),
        (Pattern(regex="[0-9]{5}", form="cinco cifras"), "5001", "«05001»"),
        (Ref(kind="accion"), "Escuela de Niños", "«escuela-de-ninos»"),
        (WebAddress(), "www.ejemplo.gov.co/plan", "«https://www.ejemplo.gov.co/plan»"),
        (Mail(), "Oficina @ejemplo.gov.co", "«oficina@ejemplo.gov.co»"),
    ],
)
def test_the_remedy_has_the_officer_s_own_value_mended(
    kind: FieldType, written: str, mended: str
) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        kind.parse(written, ReadingContext())
    assert caught.value.context is not None
    remedy = caught.value.context["remedy"]
    assert mended in remedy
    # What is proposed is then read without a word.
    proposed = re.search(r"«([^»]+)»", remedy[remedy.index(mended) :])
    assert proposed is not None
    kind.parse(proposed[1], ReadingContext())


@pytest.mark.parametrize("written", ["-5 %", "(1.234)", "12 de 25", "entre 3 y 4", "1.2.3 kg"])
def test_a_figure_that_may_mean_two_things_is_not_guessed(written: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        Number().parse(written, ReadingContext())
    assert caught.value.context is not None
    assert "«1234567.89»" in caught.value.context["remedy"]


def test_a_date_that_does_not_exist_is_told_so() -> None:
    with pytest.raises(PydanticCustomError) as caught:
        Day().parse("2026-02-30", ReadingContext())
    assert caught.value.context is not None
    assert caught.value.context["message"] == "La fecha «2026-02-30» no existe."


# many faults alike


def fault(line: int, value: str, file: str = "data/redes.csv", field: str = "fecha") -> Problem:
    """A date written in another way."""
    message = f"No entiendo la fecha «{value}»."
    place = Place(file, line)
    return Problem(place, f"r{line}", field, value, "fecha", Severity.ERROR, message, "Escriba.")


def test_the_same_fault_down_a_column_is_told_as_one() -> None:
    lines = brief_lines([fault(line, f"{line}/03/2026") for line in range(2, 30)])
    assert len(lines) == 4
    assert lines[3] == (
        "data/redes.csv:5: error: fecha: Lo mismo en 25 filas más de esta columna: "
        "de la 5 a la 29. → Para ver cada una, añada --todas. [fecha]"
    )


def test_each_row_is_told_to_who_asks_for_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (WORLD / "documentos.csv").read_text(encoding="utf-8")
    row = text.splitlines()[1]
    rows = [row.replace("plan,", f"doc-{n},", 1).replace("2026-01-20", "x") for n in range(9)]
    whole = "\n".join([*text.splitlines(), *rows, ""])
    changed_world(tmp_path, [{"archivo": "documentos.csv", "pone": whole}])
    monkeypatch.chdir(tmp_path)
    day = ["--fecha", AS_OF.isoformat()]
    brief = CliRunner().invoke(script("revisar").main, day).output
    every = CliRunner().invoke(script("revisar").main, [*day, "--todas"]).output
    assert (brief.count("[fecha]"), every.count("[fecha]")) == (4, 9)
    assert "--todas" not in every


def test_rows_that_are_not_in_a_run_are_named() -> None:
    lines = brief_lines([fault(line, "x") for line in range(2, 20, 2)])
    assert "Lo mismo en 6 filas más de esta columna: 8, 10, 12, 14, 16 y 18." in lines[3]


def test_few_faults_or_faults_of_other_columns_are_each_told() -> None:
    few = [fault(line, "x") for line in range(2, 7)]
    assert brief_lines(few) == problem_lines(few)
    others = [fault(line, "x", field=f"campo_{line}") for line in range(2, 30)]
    assert brief_lines(others) == problem_lines(others)
    records = [fault(1, "x", file=f"data/acciones/{line}.yml") for line in range(2, 30)]
    assert brief_lines(records) == problem_lines(records)


def test_a_value_is_not_told_twice() -> None:
    (line,) = problem_lines([fault(2, "15/03/2026")])
    assert line.count("15/03/2026") == 1


# the scripts


COMMANDS = sorted(
    path.stem for path in SCRIPTS.glob("*.py") if "@click.command" in path.read_text("utf-8")
)
CLICK_WORDS = re.compile(
    r"Usage|Options|OPTIONS|Show this|Error:.*(No such|Missing|Invalid|Got unexpected)|Try '|"
    r"\bTEXT\b|\bINTEGER\b|\bFLOAT\b|\bPATH\b|\brequired\b|\bdefault\b|Did you mean|is not"
)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(
    "arguments", [["--help"], ["--no-existe"], ["sobra", "otro", "y", "otro", "mas"]]
)
def test_scripts_speak_spanish_even_where_click_speaks(name: str, arguments: list[str]) -> None:
    done = CliRunner().invoke(script(name).main, arguments)
    if arguments == ["--help"]:
        assert done.exit_code == 0
        assert "Muestra esta ayuda y termina." in done.output
    if arguments == ["--no-existe"]:
        assert done.exit_code != 0
        assert "No hay una opción «--no-existe»." in done.output
    assert not CLICK_WORDS.search(done.output), done.output
    assert not ENGLISH.search(QUOTED.sub("", without_names(done.output))), done.output


def without_names(text: str) -> str:
    """What is shown without the names of options, of their choices and of the script."""
    return re.sub(r"--[\w-]+|\[[\w|-]+\]|[\w-]+\.py|[A-Z]+-[A-Z]+", "", text)


def test_a_wrong_choice_and_a_missing_one_are_told_in_spanish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke
    assert "es una de estas" in run(script("revisar").main, ["--formato", "xml"]).output
    assert "le falta su valor" in run(script("revisar").main, ["--fecha"]).output
    assert "Falta la opción '--salida'." in run(script("exportar").main, []).output
    assert "¿Quiso decir" in run(script("revisar").main, ["--formatos"]).output


def test_a_script_speaks_spanish_when_it_is_run_as_people_run_it() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPTS / "revisar.py"), "--datso"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("Error: No hay una opción «--datso».")
