"""The scripts as other people and programs call them: exit codes, formats, files."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bitacora.authoring import problem_formats
from bitacora.authoring.skeleton import table_columns
from bitacora.edition import load_edition, review
from bitacora.publication import artefacts
from bitacora.records.about import about
from bitacora.records.kinds import BY_NAME, KINDS, Kind
from espanol import range_words
from script_files import SCRIPTS, script
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD, changed_world

DATE = ["--fecha", AS_OF.isoformat()]
KEYS = [
    "archivo",
    "linea",
    "registro",
    "campo",
    "valor",
    "regla",
    "severidad",
    "mensaje",
    "remedio",
    "ayuda",
]
FAULT = {"archivo": "ejes/vender.yml", "busca": "numero: 2", "pone": "numero: uno"}


def run(name: str, *arguments: str) -> Result:
    """Call a script in this process."""
    return CliRunner().invoke(script(name).main, arguments, catch_exceptions=False)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a copy of the tiny world in ``data``."""
    shutil.copytree(WORLD, tmp_path / SHOWN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same with one error in it."""
    changed_world(tmp_path, [FAULT])
    monkeypatch.chdir(tmp_path)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(
    ("low", "high", "ends", "told"),
    [
        (0, 3650, {}, "de 0 a 3650"),
        (1, None, {}, "desde 1"),
        (None, 9, {}, "hasta 9"),
        (0, None, {"above": True}, "más de 0"),
        (0, 1, {"below": True}, "desde 0 y menos de 1"),
    ],
)
def test_a_range_is_told_in_words(
    low: int | None, high: int | None, ends: dict[str, bool], told: str
) -> None:
    assert range_words(low, high, **ends) == told


def test_no_sign_of_programmers_is_left_in_help_or_in_a_refusal(world: Path) -> None:
    for words in (["--help"], ["--dias", "4000"]):
        shown = " ".join(run("pendientes", *words).output.split())
        assert "de 0 a 3650" in shown
        assert "<=" not in shown
    assert "ORDEN…" in run("verificar", "--help").output


@pytest.mark.parametrize("path", sorted(SCRIPTS.glob("*.py")), ids=lambda path: path.name)
def test_every_script_explains_itself(path: Path) -> None:
    shown = subprocess.run(
        [sys.executable, str(path), "--help"], capture_output=True, text=True, check=False
    )
    assert shown.returncode == 0
    assert shown.stderr == ""


# revisar


@pytest.mark.usefixtures("world")
def test_sound_data_leave_with_zero() -> None:
    done = run("revisar", *DATE)
    assert done.exit_code == 0
    assert done.output == "0 errores, 0 avisos, 0 mejoras\n"


@pytest.mark.usefixtures("broken")
def test_an_error_leaves_with_one_and_its_place() -> None:
    done = run("revisar", *DATE)
    assert done.exit_code == 1
    first, *_, count, way = done.output.splitlines()
    assert re.match(r"data/ejes/vender\.yml:\d+: error: numero: .+ → .+ \[numero-entero\]", first)
    assert count.startswith("1 error, ")
    assert way.endswith("--explicar numero-entero")


@pytest.mark.usefixtures("broken")
def test_json_has_the_keys_that_other_programs_read() -> None:
    done = run("revisar", "--formato", "json", *DATE)
    assert done.exit_code == 1
    found = json.loads(done.output)
    assert [list(row) for row in found] == [KEYS] * len(found)
    row = next(row for row in found if row["severidad"] == "error")
    assert (row["archivo"], row["registro"]) == ("data/ejes/vender.yml", "vender")
    assert (row["campo"], row["valor"], row["regla"]) == ("numero", "uno", "numero-entero")
    assert isinstance(row["linea"], int)


@pytest.mark.usefixtures("world")
def test_json_of_sound_data_is_an_empty_list() -> None:
    assert json.loads(run("revisar", "--formato", "json", *DATE).output) == []


@pytest.mark.usefixtures("broken")
def test_github_marks_the_line() -> None:
    done = run("revisar", "--formato", "github", *DATE)
    assert done.exit_code == 1
    pattern = r"::error file=data/ejes/vender\.yml,line=\d+,title=numero-entero::numero: .+"
    assert re.fullmatch(pattern, done.output.splitlines()[0])


def test_github_marks_cannot_be_forged() -> None:
    written = problem_formats._escaped("a\n::error::b%,c:d", ",:")
    assert written == "a%0A%3A%3Aerror%3A%3Ab%25%2Cc%3Ad"


@pytest.mark.parametrize("name", ["revisar", "exportar"])
@pytest.mark.parametrize(
    ("arguments", "says"),
    [(["--datos", "nada"], "No existe la carpeta «nada»"), (["--fecha", "ayer"], "AAAA-MM-DD")],
)
@pytest.mark.usefixtures("world")
def test_wrong_use_is_one_sentence(name: str, arguments: list[str], says: str) -> None:
    also = ["--salida", "salida"] if name == "exportar" else []
    done = run(name, *arguments, *also)
    assert done.exit_code == 1
    assert says in done.output
    assert not Path("salida").exists()


# exportar


def test_the_folder_holds_exactly_the_artefacts(world: Path) -> None:
    done = run("exportar", "--salida", "salida", *DATE)
    assert done.exit_code == 0
    edition = load_edition(world / SHOWN, SHOWN, AS_OF)
    made = artefacts(edition, (world / "content/templates", ROOT / "content/templates"))
    expected = {artefact.path: artefact.as_bytes() for artefact in made}
    found = contents(world / "salida")
    assert found.pop(".bitacora")
    assert found == expected
    last = f"2 archivos sin extensión\nEdición del {AS_OF.isoformat()} escrita en salida\n"
    assert f"archivos .xml\n{last}" in done.output


def test_a_second_time_replaces_the_first(world: Path) -> None:
    run("exportar", "--salida", "salida", *DATE)
    before = contents(world / "salida")
    (world / "salida" / "sobra.md").write_text("de otra edición", encoding="utf-8")
    assert run("exportar", "--salida", "salida", *DATE).exit_code == 0
    assert contents(world / "salida") == before
    assert sorted(path.name for path in world.iterdir()) == ["data", "salida"]


def test_a_folder_of_others_is_left_alone(world: Path) -> None:
    (world / "salida").mkdir()
    (world / "salida" / "tesis.txt").write_text("mía", encoding="utf-8")
    done = run("exportar", "--salida", "salida", *DATE)
    assert done.exit_code == 1
    assert "use una carpeta vacía" in done.output
    assert contents(world / "salida") == {"tesis.txt": "mía".encode()}


def test_errors_write_nothing(broken: Path) -> None:
    done = run("exportar", "--salida", "salida", *DATE)
    assert done.exit_code == 1
    assert "data/ejes/vender.yml:" in done.output
    assert "No se escribió nada." in done.output
    assert [path.name for path in broken.iterdir()] == ["data"]


def test_a_failure_half_way_leaves_the_last_edition(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("exportar", "--salida", "salida", *DATE)
    before = contents(world / "salida")

    def fail(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError("disk is full")
        os.rename(self, target)
        return target

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="disk is full"):
        run("exportar", "--salida", "salida", *DATE)
    assert contents(world / "salida") == before
    assert sorted(path.name for path in world.iterdir()) == ["data", "salida"]


# nuevo


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_new_record_of_every_kind(kind: Kind, world: Path) -> None:
    if kind.name == "entidad":
        (world / SHOWN / "entidad.yml").unlink()
    named = "2027-t1" if kind.name == "informe" else "ficha-nueva"
    done = run("nuevo", kind.name, named, *DATE)
    assert done.exit_code == 0, done.output
    if about(kind).in_table:
        assert named in done.output
        return
    path = Path(re.findall(r"Se escribió (\S+)\.\s", done.output)[0])
    text = path.read_text(encoding="utf-8")
    schema = re.findall(r"\$schema=(\S+)", text)[0]
    assert (path.parent.resolve() / schema).resolve().is_file()
    assert run("nuevo", kind.name, named, *DATE).exit_code == 1
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.usefixtures("world")
def test_a_report_begins_with_what_its_name_tells() -> None:
    done = run("nuevo", "informe", "2027t5", *DATE)
    assert done.exit_code == 1
    assert "Un informe se llama como su trimestre" in done.output
    done = run("nuevo", "informe", "2027-t1", *DATE)
    text = Path(re.findall(r"Se escribió (\S+)\.\s", done.output)[0]).read_text(encoding="utf-8")
    assert "\nperiodo: 2027-T1\n" in text
    assert "\nestado: borrador\n" in text


def test_a_row_follows_the_columns_of_its_file(world: Path) -> None:
    header = (world / SHOWN / "actores.csv").read_text(encoding="utf-8").splitlines()[0]
    output = run("nuevo", "actor", "cooperativa", *DATE).output
    assert f"\n{header}\ncooperativa," in output
    (world / SHOWN / "actores.csv").unlink()
    output = run("nuevo", "actor", "cooperativa", *DATE).output
    assert f"\n{','.join(table_columns(BY_NAME['actor']))}\ncooperativa," in output


@pytest.mark.usefixtures("world")
def test_progress_goes_to_the_file_of_its_quarter() -> None:
    output = run("nuevo", "avance", "personas-formadas", *DATE).output
    assert "al final de data/avances/2026-T3.csv" in output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["acion", "x"], "¿Quiso decir «accion»?"),
        (["accion", "Feria de café"], "Escriba «feria-de-cafe»."),
        (["accion"], "minúsculas"),
        (["accion", "escuela"], "Ya hay acción con el identificador «escuela»."),
        (["actor", "universidad"], "Ya hay actor con el identificador «universidad»."),
    ],
)
@pytest.mark.usefixtures("world")
def test_what_cannot_be_created_says_why(arguments: list[str], says: str) -> None:
    done = run("nuevo", *arguments, *DATE)
    assert done.exit_code == 1
    assert says in done.output


# medir


def test_the_bench_grows_sound_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data", tmp_path / SHOWN)
    monkeypatch.chdir(tmp_path)
    assert script("medir").grow(tmp_path / SHOWN, 1200) == 1200
    found = review(tmp_path / SHOWN, SHOWN, date(2026, 11, 21))
    assert [problem for problem in found.problems if problem.is_error] == []
    paged = [kind.name for kind in KINDS if kind.has_pages]
    assert sum(len(found.register.by_kind[name]) for name in paged) == 1200


def test_another_python_hands_the_script_to_the_project(tmp_path: Path) -> None:
    """``python scripts/revisar.py`` works, or says what to do, without the environment active."""
    scripts = tmp_path / "scripts"
    shutil.copytree(ROOT / "scripts", scripts, ignore=shutil.ignore_patterns("__pycache__"))
    bare = [sys.executable, "-I", "-S", "-c"]
    started = "import sys; sys.path.insert(0, sys.argv[1]); import entorno"
    alone = subprocess.run(
        [*bare, started, str(scripts)], capture_output=True, text=True, check=False
    )
    assert alone.returncode == 1
    assert alone.stderr.strip() == "Falta preparar el entorno de trabajo. Corra primero: make site"
