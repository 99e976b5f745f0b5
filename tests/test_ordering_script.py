"""The ordering as the office calls it: what it says, what it writes, what it leaves alone."""

from __future__ import annotations

import re
import shutil
import stat
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bitacora.authoring.closing_steps import made_final
from bitacora.authoring.ordering import Ordered, Surroundings, ordered_file
from bitacora.authoring.schemas import project_lists
from bitacora.authoring.skeleton import known_of, yaml_skeleton
from bitacora.edition import review, shipped_lists
from bitacora.records.kinds import BY_NAME, KINDS, Kind
from bitacora.sources import Sources
from script_files import script
from tiny_world import AS_OF, WORLD

ROOT = Path(__file__).resolve().parent.parent
SITES = [ROOT / "data", *sorted((ROOT / "examples").glob("*/data"))]
AROUND = Surroundings.of(shipped_lists(), Sources((), ()))
AXIS = "data/ejes/vender.yml"
ROWS = "data/conteos.csv"


def run(*arguments: str) -> Result:
    """Call the script in this process."""
    return CliRunner().invoke(script("ordenar").main, arguments, catch_exceptions=False)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a copy of the tiny world in its form, but for an axis."""
    shutil.copytree(WORLD, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    assert run().exit_code == 0
    *lines, last = Path(AXIS).read_text(encoding="utf-8").splitlines(keepends=True)
    Path(AXIS).write_text("".join([last, *lines]), encoding="utf-8")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("folder", SITES, ids=lambda path: path.parent.name)
def test_the_data_of_the_project_are_in_order(folder: Path) -> None:
    found = run("--datos", str(folder), "--revisar")
    assert found.output.startswith("Todo está en orden ("), found.output
    assert found.exit_code == 0


def test_looking_writes_nothing_and_says_what_would_change(world: Path) -> None:
    before = contents(world)
    found = run("--revisar")
    assert found.exit_code == 1
    assert found.output.splitlines() == [
        f"{AXIS}: orden de los campos",
        "Por ordenar: 1 archivo. Corra: python scripts/ordenar.py",
    ]
    assert contents(world) == before


def test_ordering_writes_only_what_changes_and_then_is_done(world: Path) -> None:
    before = contents(world)
    Path(AXIS).chmod(0o640)
    found = run()
    assert found.exit_code == 0
    assert found.output.splitlines()[-1] == "1 archivo quedó ordenado; lo que dicen no cambió."
    after = contents(world)
    assert {name for name in after if after[name] != before[name]} == {AXIS}
    assert set(after) == set(before)
    assert stat.S_IMODE(Path(AXIS).stat().st_mode) == 0o640
    assert run("--revisar").output.startswith("Todo está en orden (")


def test_the_site_is_the_same_before_and_after(world: Path) -> None:
    before = review(WORLD, "data", AS_OF)
    run()
    after = review(world / "data", "data", AS_OF)
    assert after.register.by_kind == before.register.by_kind
    assert after.problems == before.problems == ()


def test_what_cannot_be_read_stays_while_the_others_are_ordered(world: Path) -> None:
    broken = Path("data/objetivos/formar.yml")
    broken.write_text("numero: 'uno\n", encoding="utf-8")
    strange = Path("data/conteos.csv")
    strange.write_text("id,declarados\nuno,1\n", encoding="utf-8")
    found = run()
    assert found.exit_code == 1
    assert broken.read_text(encoding="utf-8") == "numero: 'uno\n"
    assert strange.read_text(encoding="utf-8") == "id,declarados\nuno,1\n"
    assert f"{AXIS}: orden de los campos" in found.output
    assert "data/objetivos/formar.yml:1: " in found.output
    assert "La columna «declarados» no existe aquí." in found.output
    *_, done, left, way = found.output.splitlines()
    assert done == "1 archivo quedó ordenado; lo que dicen no cambió."
    assert left == "2 archivos quedaron como estaban: corrija primero lo que se dice arriba."
    assert way.startswith("Para entender una regla: python scripts/revisar.py --explicar ")


def test_only_the_files_that_are_named_are_ordered(world: Path) -> None:
    Path(ROWS).write_bytes(Path(ROWS).read_bytes().replace(b"\n", b"\r\n"))
    rows = Path(ROWS).read_bytes()
    assert run(AXIS, "--revisar").output.endswith("Corra: python scripts/ordenar.py " + AXIS + "\n")
    assert run(AXIS).exit_code == 0
    assert Path(ROWS).read_bytes() == rows
    assert run(str(world / ROWS)).output.startswith(f"{ROWS}: fin de los renglones")
    assert b"\r" not in Path(ROWS).read_bytes()


def test_a_named_file_is_found_in_its_own_site(
    world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path.parent)
    here = f"{tmp_path.name}/{AXIS}"
    assert run(here).output.startswith(f"{here}: orden de los campos")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--datos", "nada"], "No existe la carpeta «nada»."),
        (["nada.yml"], "No existe el archivo «nada.yml»."),
        (["ajeno.yml"], "«ajeno.yml» no es un archivo de datos de la carpeta «data»."),
        (["data/cierres/2026-T1.json"], "los cierres y los archivos adjuntos no se tocan"),
    ],
)
def test_wrong_use_is_one_sentence(world: Path, arguments: list[str], says: str) -> None:
    Path("ajeno.yml").write_text("a: 1\n", encoding="utf-8")
    Path("data/cierres").mkdir(exist_ok=True)
    Path("data/cierres/2026-T1.json").write_text("{}", encoding="utf-8")
    found = run(*arguments)
    assert found.exit_code == 1
    assert says in found.output
    assert "Traceback" not in found.output


def test_closings_attachments_and_notes_are_not_touched(world: Path) -> None:
    for name in ("cierres/2020-T1.json", "archivos/tabla.csv", "README.md", ".oculto.yml"):
        file = world / "data" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"b,a\r\n1,2\r\n")
    run()
    for name in ("cierres/2020-T1.json", "archivos/tabla.csv", "README.md", ".oculto.yml"):
        assert (world / "data" / name).read_bytes() == b"b,a\r\n1,2\r\n"


def test_a_failure_while_writing_leaves_the_file_whole(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(world)

    def full(handle: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        run()
    assert contents(world) == before


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_new_record_is_born_in_order(kind: Kind) -> None:
    name = "entidad.yml" if kind.name == "entidad" else f"{kind.folder}/2026-t3.yml"
    today = date(2026, 11, 21)
    known = known_of(kind, "2026-t3", today)
    text = yaml_skeleton(kind, project_lists(), today, "../esquema.json", known)
    assert ordered_file(text.encode(), name, "data", AROUND) == Ordered(text)


def test_closing_a_report_keeps_its_file_in_order() -> None:
    texts = {path.name: path.read_text("utf-8") for path in (ROOT / "data/informes").glob("*.yml")}
    closed = {
        name: made_final(text.replace("estado: definitivo", "estado: preliminar"))
        for name, text in texts.items()
        if "estado: borrador" not in text
    }
    assert len(closed) >= len(list((ROOT / "data" / "cierres").glob("*.json")))
    for name, text in closed.items():
        assert text is not None
        assert ordered_file(text.encode(), f"informes/{name}", "data", AROUND) == Ordered(text)


def test_a_field_that_is_taken_into_use_goes_to_its_place() -> None:
    text = yaml_skeleton(BY_NAME["hermanamiento"], project_lists(), AS_OF, "../esquema.json")
    assert "\n#ciudad:\n" in text
    used = text.replace("\n#ciudad:\n", "\nciudad: Porto # la de siempre\n")
    used = used.replace("\n#nota:\n", "\nnota: Una nota\n")
    found = ordered_file(used.encode(), "hermanamientos/porto.yml", "data", AROUND)
    wanted = re.findall(r"(?m)^[a-z_]+(?=:)", text)
    at = {name: wanted.index(name) for name in ("contraparte", "pais", "actualizado")}
    assert re.findall(r"(?m)^[a-z_]+(?=:)", found.text) == [
        *wanted[: at["contraparte"] + 1],
        "ciudad",
        *wanted[at["pais"] : at["actualizado"] + 1],
        "nota",
        *wanted[at["actualizado"] + 1 :],
    ]
    # What waits stays together at the end, each with what explains it.
    lines = text[text.index("# Opcionales") :].split("\n\n")
    kept = [group for group in lines if not group.rstrip().endswith(("#ciudad:", "#nota:"))]
    assert found.text.endswith("\n" + "\n\n".join(kept).rstrip("\n") + "\n")
    assert "[texto]\nciudad: Porto # la de siempre\n" in found.text
