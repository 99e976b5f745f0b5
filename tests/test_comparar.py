"""The script that compares with what git has, in repositories of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from closed_world import REPORT, ROWS, act_of, closed_world, edit
from comparing_cases import take
from script_files import script
from tiny_world import AS_OF, SHOWN, WORLD

DATE = ["--fecha", AS_OF.isoformat()]
IDENTITY = ("-c", "user.name=Oficina", "-c", "user.email=oficina@puerto-claro.example")


def git(folder: Path, *words: str, **settings: str) -> str:
    """What git answers in a folder."""
    done = subprocess.run(
        ["git", *IDENTITY, "-C", str(folder), *words],
        capture_output=True,
        text=True,
        check=True,
        env={
            **os.environ,
            **settings,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
        },
    )
    return done.stdout


def saved(folder: Path, words: str) -> None:
    """Keep all there is as a commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", words)


def compared(*arguments: str) -> Result:
    """Call the script where one stands."""
    return CliRunner().invoke(script("comparar").main, [*arguments, *DATE], catch_exceptions=False)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the tiny world published on main, on a branch of its own."""
    folder = tmp_path / "sitio"
    shutil.copytree(WORLD, folder / SHOWN)
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(folder))
    saved(folder, "lo publicado")
    git(folder, "switch", "--quiet", "--create", "propuesta")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.usefixtures("site")
def test_the_same_data_change_nothing() -> None:
    done = compared()
    assert done.exit_code == 0
    said, against = done.output.splitlines()
    assert said == "Nada cambia para el público: los datos dicen lo mismo."
    assert re.fullmatch(
        r"Comparado con «main» \(cambio [0-9a-f]{8}, del \d+ de \w+ de \d{4}\)\.", against
    )


def test_a_file_not_yet_saved_counts(site: Path) -> None:
    take(site / SHOWN, [{"archivo": "ejes/vender.yml", "busca": "numero: 2", "pone": "numero: 4"}])
    assert "Cambia 1 eje." in compared().output
    saved(site, "el número del eje")
    assert "Cambia 1 eje." in compared().output
    assert "Nada cambia" in compared("--base", "HEAD").output


def test_a_record_moved_by_git_without_its_old_address_fails(site: Path) -> None:
    old, new = (f"data/buenas-practicas/{it}.yml" for it in ("mercado-flotante", "mercado"))
    git(site, "mv", old, new)
    saved(site, "otro nombre")
    done = compared("--base", "main")
    assert done.exit_code == 1
    assert f"{new}:1: error: «Mercado flotante» cambió de nombre" in done.output
    row = next(line for line in done.output.splitlines() if line.startswith("mudanza-"))
    table = site / SHOWN / "direcciones.csv"
    written = row.replace("(escriba aquí el acta, el oficio o el documento que lo dice)", "Acta 4")
    table.write_text(table.read_text("utf-8") + written + "\n", encoding="utf-8")
    assert compared("--base", "main").exit_code == 0


def test_a_deleted_record_fails_until_its_note_is_pasted(site: Path) -> None:
    (site / SHOWN / "buenas-practicas" / "mercado-flotante.yml").unlink()
    done = compared()
    assert done.exit_code == 1
    row = next(line for line in done.output.splitlines() if line.startswith("retiro-"))
    table = site / SHOWN / "retiros.csv"
    table.write_text(table.read_text("utf-8") + row + "\n", encoding="utf-8")
    done = compared()
    assert done.exit_code == 0
    assert "1 página queda como constancia de retiro." in done.output


def test_what_others_published_since_is_no_change_of_this_one(site: Path) -> None:
    git(site, "switch", "--quiet", "main")
    card = {"archivo": "ejes/vender.yml", "busca": "numero: 2", "pone": "numero: 4"}
    take(site / SHOWN, [card])
    saved(site, "otra persona")
    git(site, "switch", "--quiet", "propuesta")
    assert "Nada cambia" in compared("--base", "main").output


def test_a_day_is_what_there_was_at_its_end(site: Path) -> None:
    days = ("2026-03-01T23:50:00-05:00", "2026-04-01T08:00:00-05:00")
    git(site, "commit", "--amend", "--no-edit", "--quiet", GIT_COMMITTER_DATE=days[0])
    take(site / SHOWN, [{"archivo": "ejes/vender.yml", "busca": "numero: 2", "pone": "numero: 4"}])
    git(site, "commit", "--all", "--quiet", "--message", "abril", GIT_COMMITTER_DATE=days[1])
    assert "Cambia 1 eje." in compared("--base", "2026-03-01").output
    assert "Nada cambia" in compared("--base", "2026-04-02").output
    done = compared("--base", "2026-02-28")
    assert done.exit_code == 1
    assert "El 2026-02-28 todavía no había nada guardado aquí." in done.output


def test_a_closed_quarter_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitio").mkdir()
    data = closed_world(tmp_path / "sitio")
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "sitio")
    saved(tmp_path / "sitio", "cerrado")
    monkeypatch.chdir(tmp_path / "sitio")
    edit(data / ROWS, "2026-T2,reportado,1,", "2026-T2,reportado,2,")
    done = compared()
    assert "Cuidado: 1 error toca informes ya cerrados." in done.output
    git(tmp_path / "sitio", "checkout", "--", ".")
    act_of(data).unlink()
    edit(data / REPORT, "estado: definitivo", "estado: preliminar")
    done = compared("--formato", "json")
    assert done.exit_code == 1
    told = json.loads(done.output)
    assert [it["regla"] for it in told["por_corregir"]] == ["acta-borrada"]
    assert told["publicable"] is False


def test_the_first_data_are_all_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "sitio"
    folder.mkdir()
    (folder / "README.md").write_text("vacío\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "sitio")
    saved(folder, "nada todavía")
    shutil.copytree(WORLD, folder / SHOWN)
    monkeypatch.chdir(folder)
    done = compared()
    assert done.exit_code == 0
    assert done.output.startswith("Es la primera vez que hay datos aquí, y se pueden publicar.\n")
    assert "Se añaden" in done.output


def test_files_that_are_no_data_are_told_apart(site: Path) -> None:
    (site / "content").mkdir()
    (site / "content" / "contacto.md").write_text("# Contacto\n", encoding="utf-8")
    (site / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (site / "notas.txt").write_text("para mí\n", encoding="utf-8")
    git(site, "add", "mkdocs.yml")
    told = json.loads(compared("--formato", "json").output)
    assert told["archivos"] == {
        "datos": [],
        "palabras": ["content/contacto.md"],
        "programa": ["mkdocs.yml"],
    }
    assert told["mismos_datos"] is True
    assert told["resumen"][0].startswith("Los datos dicen lo mismo; lo que cambia está en otros")


def test_a_site_inside_a_larger_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "todo" / "sitios" / "puerto claro"
    shutil.copytree(WORLD, folder / SHOWN)
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "todo")
    saved(tmp_path / "todo", "lo publicado")
    (tmp_path / "todo" / "otra-cosa.txt").write_text("fuera del sitio\n", encoding="utf-8")
    take(
        folder / SHOWN, [{"archivo": "ejes/vender.yml", "busca": "numero: 2", "pone": "numero: 4"}]
    )
    monkeypatch.chdir(tmp_path)
    done = compared("--datos", "todo/sitios/puerto claro/data", "--formato", "json")
    told = json.loads(done.output)
    assert told["archivos"]["datos"] == ["data/ejes/vender.yml"]
    assert [it["id"] for it in told["registros"]] == ["vender"]


def test_the_result_is_kept_whole_with_its_marks(site: Path) -> None:
    (site / SHOWN / "buenas-practicas" / "mercado-flotante.yml").unlink()
    done = compared("--formato", "markdown", "--salida", "c.md", "--anotar", "github")
    assert done.exit_code == 1
    assert done.output.startswith("::error file=data/buenas-practicas/mercado-flotante.yml,line=1,")
    assert done.output.count("\n") == 1
    assert (site / "c.md").read_text("utf-8").startswith("<!-- bitacora:comparar -->\n### ")
    done = compared("--formato", "markdown", "--salida", "c.md", "--anotar", "gitlab")
    (fault,) = json.loads(done.output)
    assert fault["location"] == {
        "path": "data/buenas-practicas/mercado-flotante.yml",
        "lines": {"begin": 1},
    }
    assert sorted(path.name for path in site.iterdir()) == [".git", "c.md", SHOWN]


# What an officer may get wrong


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--base", "principal"], "El repositorio no conoce «principal»."),
        (["--base", "--output=x"], "no conoce «--output=x»"),
        (["--datos", "datos"], "No existe la carpeta «datos»."),
        (["--anotar", "github"], "--anotar va con --salida"),
        (["--salida", "no/hay/c.md"], "No existe la carpeta «no/hay»"),
    ],
)
@pytest.mark.usefixtures("site")
def test_wrong_use_is_one_sentence(arguments: list[str], says: str) -> None:
    done = compared(*arguments)
    assert done.exit_code == 1
    assert says in done.output
    assert done.output.count("\n") == 1


def test_without_a_repository_there_is_nothing_to_compare_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(WORLD, tmp_path / SHOWN)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "no está en un repositorio de git" in compared().output
    git(tmp_path, "init", "--quiet", ".")
    assert "todavía no se ha guardado nada" in compared().output


def test_a_shallow_copy_says_how_to_get_the_rest(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = git(site, "rev-parse", "HEAD").strip()
    (site / "a.txt").write_text("a\n", encoding="utf-8")
    saved(site, "dos")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{site}", "copia")
    monkeypatch.chdir(tmp_path / "copia")
    done = compared("--base", first)
    assert done.exit_code == 1
    assert "trae solo los últimos cambios" in done.output
    assert "git fetch --unshallow" in done.output
    git(tmp_path / "copia", "fetch", "--quiet", "--unshallow")
    assert compared("--base", first).exit_code == 0


def test_a_hook_of_git_may_call_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    take(site / SHOWN, [{"archivo": "ejes/vender.yml", "busca": "numero: 2", "pone": "numero: 4"}])
    assert "Cambia 1 eje." in compared().output


def test_a_folder_of_somebody_else_says_how_to_trust_it(
    monkeypatch: pytest.MonkeyPatch, site: Path
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    done = compared()
    assert done.exit_code == 1
    assert f"git config --global --add safe.directory {site}" in done.output


def test_what_is_published_is_asked_of_the_copy_it_came_from(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(site, "switch", "--quiet", "main")
    git(tmp_path, "clone", "--quiet", str(site), "copia")
    monkeypatch.chdir(tmp_path / "copia")
    take(
        tmp_path / "copia" / SHOWN,
        [{"archivo": "ejes/vender.yml", "busca": "numero: 2", "pone": "numero: 4"}],
    )
    saved(tmp_path / "copia", "en mi copia")
    done = compared()
    assert "Comparado con «origin/main» (" in done.output
    assert "Cambia 1 eje." in done.output


def test_a_base_with_errors_is_still_compared(site: Path) -> None:
    wrong = {"archivo": "ejes/vender.yml", "busca": "numero: 2", "pone": "numero: dos"}
    take(site / SHOWN, [wrong])
    saved(site, "un error")
    take(site / SHOWN, [{"archivo": "ejes/vender.yml", "busca": ": dos", "pone": ": 2"}])
    done = compared("--base", "HEAD")
    assert done.exit_code == 0
    assert "Además corrige lo que no dejaba publicar." in done.output
    assert "antes del cambio los datos tienen errores" in done.output
