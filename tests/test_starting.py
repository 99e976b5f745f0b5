"""A new site: its questions, its files, its README followed to the letter, its guide."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from bitacora.authoring.starting.calendar import first_quarter, following
from bitacora.authoring.starting.launcher import PATH, SOURCE, launcher_for
from bitacora.authoring.workflows import PATHS
from bitacora.edition import load_edition
from bitacora.records.institution import Dependencia
from bitacora.records.strategy import Eje
from ordenes import as_typed
from script_files import SCRIPTS, script
from site_builds import ROOT, build

TODAY = "2026-11-21"
DAY = ["--fecha", TODAY]
FETCHED = ["--programa", "https://git.example.gov.co/tic/bitacora.git"]
"""What git may know of the program, or not: told, it is never asked."""
NAMED = [
    *("--nombre", "Alcaldía de Valle Claro", "--nombre-corto", "Valle Claro"),
    *("--codigo", "05001", "--oficina", "Oficina de Cooperación"),
    *("--correo", "internacional@valle-claro.example"),
    *("--repositorio", "https://github.com/alcaldia/valle-claro"),
    *("--estrategia", "Valle Claro en el mundo", "--inicio", "2026", "--fin", "2029"),
    *("--fuente", "Acuerdo 12 de 2026", "--color", "#1d3f72"),
    *("--eje", "Aprender", "--eje", "Vender: más lejos", "--eje", "Compartir"),
    *("--dependencia", "Secretaría de Planeación"),
]
ANSWERS = [
    *("Alcaldía de Valle Claro", "Valle Claro", "municipio", "05001", "Oficina de Cooperación"),
    *("internacional@valle-claro.example", "", "", "", ""),
    *("", "#1d3f72", "Valle Claro en el mundo", "2026", "2029", "Acuerdo 12 de 2026"),
    *("Aprender", "Vender", "Compartir", "", "Secretaría de Planeación", ""),
]


def run(*arguments: str, given: str | None = None) -> Result:
    """Call ``nuevo`` in this process, with these answers to what it asks."""
    main = script("nuevo").main
    return CliRunner().invoke(main, [*arguments, *DAY], input=given, catch_exceptions=False)


def made(folder: Path, *flags: str) -> Path:
    """A new site made without questions."""
    site = folder / "valle-claro"
    done = run("sitio", str(site), "--sin-preguntas", *flags)
    assert done.exit_code == 0, done.output
    return site


def files(site: Path) -> dict[str, str]:
    """The text of every file of a site."""
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in paths}


def order(name: str, site: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    """Call a script from the folder of a site."""
    monkeypatch.chdir(site)
    monkeypatch.setenv("BITACORA_FECHA", TODAY)
    return CliRunner().invoke(script(name).main, arguments, catch_exceptions=False)


@pytest.mark.parametrize("flags", [[], NAMED], ids=["sin nada", "con todo"])
def test_a_new_site_builds_and_its_data_are_sound(
    flags: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = made(tmp_path, *flags)
    built = build(tmp_path / "site", site / "mkdocs.yml", settings={"BITACORA_FECHA": TODAY})
    assert built.returncode == 0, built.stderr
    front = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert ("Valle Claro" if flags else "Territorio por llenar") in front
    assert ("Sitio de demostración" in front) is not bool(flags)
    assert "$" not in files(site)["README.md"]
    reviewed = order("revisar", site, monkeypatch)
    assert reviewed.exit_code == 0, reviewed.output
    assert ("[texto-por-llenar]" in reviewed.output) is not bool(flags)
    ordered = order("ordenar", site, monkeypatch, "--revisar")
    assert ordered.exit_code == 0, ordered.output


def test_what_is_told_by_flags_is_in_the_data(tmp_path: Path) -> None:
    site = made(tmp_path, *NAMED)
    edition = load_edition(site / "data", "data", date(2026, 11, 21))
    entity = edition.entity
    assert (entity.nombre_corto, entity.divipola) == ("Valle Claro", "05001")
    assert entity.repositorio == "https://github.com/alcaldia/valle-claro/blob/main/data/"
    assert not entity.demostracion
    names = [axis.nombre for axis in edition.register.all(Eje)]
    assert names == ["Aprender", "Vender: más lejos", "Compartir"]
    units = [unit.id for unit in edition.register.all(Dependencia)]
    assert units == ["oficina-internacional", "secretaria-de-planeacion"]


def test_nobody_makes_up_what_is_not_told(tmp_path: Path) -> None:
    texts = files(made(tmp_path))
    entity = yaml.safe_load(texts["data/entidad.yml"])
    told = {key: entity[key] for key in ("divipola", "plan_desarrollo", "sede_electronica")}
    assert set(told.values()) == {"no_informado"}
    strategy = yaml.safe_load(texts["data/estrategia/estrategia.yml"])
    assert strategy["vigencia_inicio"] == strategy["vigencia_fin"] == "no_informado"
    assert "Santa Aurelia" not in "".join(texts.values())
    data = {path for path in texts if path.startswith("data/")}
    axes = {f"data/ejes/eje-{number}.yml" for number in (1, 2, 3)}
    others = {"data/entidad.yml", "data/dependencias.csv", "data/estrategia/estrategia.yml"}
    assert data == axes | others


def test_answers_to_the_questions_make_the_same_site(tmp_path: Path) -> None:
    site = tmp_path / "sitio"
    done = run("sitio", str(site), *FETCHED, given="\n".join(ANSWERS) + "\n")
    assert done.exit_code == 0, done.output
    edition = load_edition(site / "data", "data", date(2026, 11, 21))
    assert edition.entity.nombre == "Alcaldía de Valle Claro"
    assert len(edition.register.by_kind["eje"]) == 3
    assert len(edition.register.by_kind["dependencia"]) == 2


def test_enter_to_everything_leaves_it_to_be_filled(tmp_path: Path) -> None:
    done = run("sitio", str(tmp_path / "sitio"), *FETCHED, given="\n" * 40)
    assert done.exit_code == 0, done.output
    texts = files(tmp_path / "sitio")
    assert "nombre: Gobierno por llenar" in texts["data/entidad.yml"]


@pytest.mark.parametrize(
    ("place", "wrong", "says"),
    [
        (2, "municipios", "¿Quiso decir «municipio»?"),
        (3, "5001", "quizá «05001», con el cero que se perdió"),
        (5, "a@b", "no es una dirección de correo"),
        (7, "valle.gov.co", "Escriba «https://valle.gov.co»"),
        (11, "azul", "Escriba un color #rrggbb."),
        (13, "mañana", "no es un año de cuatro cifras"),
        (18, "aprender", "El eje «aprender» está dos veces."),
        (18, "", "Son al menos 3."),
        (20, "Oficina internacional", "ya es la oficina que responde"),
    ],
)
def test_a_wrong_answer_is_asked_again_in_words(
    place: int, wrong: str, says: str, tmp_path: Path
) -> None:
    given = [*ANSWERS[:place], wrong, *ANSWERS[place:]]
    done = run("sitio", str(tmp_path / "sitio"), *FETCHED, given="\n".join(given) + "\n")
    assert done.exit_code == 0, done.output
    assert says in done.output
    assert "Alcaldía de Valle Claro" in files(tmp_path / "sitio")["data/entidad.yml"]


def test_answers_that_do_not_go_together_are_asked_again(tmp_path: Path) -> None:
    given = [*ANSWERS]
    given[11], given[13], given[14] = "#ffff00", "2029", "2026"
    again = ["#1d3f72", "2030"]
    done = run("sitio", str(tmp_path / "sitio"), *FETCHED, given="\n".join([*given, *again]) + "\n")
    assert done.exit_code == 0, done.output
    assert "antes de empezar en 2029" in done.output
    assert "contraste" in done.output
    texts = files(tmp_path / "sitio")
    assert "vigencia_fin: 2030" in texts["data/estrategia/estrategia-2029-2030.yml"]


@pytest.mark.parametrize(
    ("flags", "says"),
    [
        (["--codigo", "5001"], "--codigo: «5001»"),
        (["--eje", "Uno", "--eje", "Dos"], "Escriba entre 3 y 6 ejes; hay 2."),
        (["--inicio", "2029", "--fin", "2026"], "antes de empezar en 2029"),
        (["--color", "#ffff00"], "contraste"),
        (["--dependencia", "Hacienda", "--dependencia", "hacienda"], "está dos veces"),
    ],
)
def test_wrong_flags_write_nothing(flags: list[str], says: str, tmp_path: Path) -> None:
    done = run("sitio", str(tmp_path / "sitio"), "--sin-preguntas", *flags)
    assert done.exit_code == 1
    assert says in done.output
    assert not (tmp_path / "sitio").exists()


def test_too_few_answers_write_nothing(tmp_path: Path) -> None:
    done = run("sitio", str(tmp_path / "sitio"), *FETCHED, given="Alcaldía\n")
    assert done.exit_code == 1
    assert "no se escribió nada" in done.output
    assert not (tmp_path / "sitio").exists()


def test_a_folder_with_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "carta.txt").write_text("No me borre.\n", encoding="utf-8")
    done = run("sitio", str(tmp_path), "--sin-preguntas")
    assert done.exit_code == 1
    assert "no está vacía" in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["carta.txt"]
    assert run("sitio").exit_code == 1
    assert "son de un sitio nuevo" in run("accion", "feria", "--nombre", "Feria").output


def test_the_workflows_and_the_command_know_where_the_program_is(tmp_path: Path) -> None:
    texts = files(made(tmp_path, *NAMED))
    for path in (*PATHS, "bitacora"):
        told = re.findall(r"PROGRAMA(?:: |=)\"(.+)\"", texts[path])
        assert told or "PROGRAMA" not in texts[path], path
        assert all((tmp_path / "valle-claro" / one / "Makefile").is_file() for one in told), path
        assert not re.search(r"PROGRAMA: \.$", texts[path], re.M), path


def test_who_answers_for_what_waits_for_real_names(tmp_path: Path) -> None:
    text = files(made(tmp_path, *NAMED))[".github/CODEOWNERS"]
    assert "Secretaría de Planeación" in text
    assert "# /data/entidad.yml @usuario" in text
    assert [line for line in text.splitlines() if line and line[0] != "#"] == []
    gitlab = ["--repositorio", "https://gitlab.com/alcaldia/valle-claro"]
    assert ".gitlab/CODEOWNERS" in files(made(tmp_path / "otro", *gitlab))


def test_the_editor_finds_the_schemas(tmp_path: Path) -> None:
    site = made(tmp_path)
    first = files(site)["data/entidad.yml"].splitlines()[0]
    schema = first.partition("$schema=")[2]
    assert (site / "data" / schema).resolve().is_file()
    settings = yaml.safe_load(files(site)[".vscode/settings.json"])
    assert all((site / name).resolve().is_file() for name in settings["yaml.schemas"])


def test_a_site_knows_where_to_fetch_the_program_or_says_it_does_not(tmp_path: Path) -> None:
    known = files(made(tmp_path / "uno", *FETCHED))
    for path in (".github/workflows/revisar.yml", ".gitlab-ci.yml", "bitacora"):
        assert FETCHED[1] in known[path]
    assert "PROGRAMA_ORIGEN" not in known["README.md"]
    done = run("sitio", str(tmp_path / "x"), "--sin-preguntas", "--programa", "git.example")
    assert "--programa: La dirección no empieza por https://" in done.output


@pytest.mark.parametrize(
    ("today", "years", "quarter", "published"),
    [
        ("2026-11-21", None, "2026-T4", "2027-01-25"),
        ("2026-11-21", (2028, 2031), "2028-T1", "2028-04-25"),
        ("2026-11-21", (2020, 2023), "2023-T4", "2026-12-21"),
        # Four weeks after it is announced, and on a working day.
        ("2026-06-28", (2026, 2029), "2026-T2", "2026-07-27"),
    ],
)
def test_the_first_quarter_is_within_the_strategy(
    today: str, years: tuple[int, int] | None, quarter: str, published: str
) -> None:
    first = first_quarter(date.fromisoformat(today), years)
    assert (first.quarter.text, first.published.isoformat()) == (quarter, published)
    assert following(first).quarter == first.quarter.next()


# The short command


def command(*words: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """What the short command of a folder answers; that of the program's own is a script."""
    name = SOURCE if folder == ROOT else f"./{PATH}"
    return subprocess.run([name, *words], cwd=folder, capture_output=True, text=True, check=False)


def test_the_short_command_lists_orders_that_exist() -> None:
    listed = re.findall(r"^  scripts/bitacora (\w+)", command().stdout, re.M)
    assert len(listed) > 8
    for name in set(listed) - {"ver", "construir"}:
        assert (SCRIPTS / f"{name}.py").is_file(), name


def test_the_short_command_takes_what_messages_say() -> None:
    told = command("scripts/revisar.py", "--help")
    assert told.returncode == 0
    assert told.stdout == command("revisar", "--help").stdout
    wrong = command("reviar")
    assert wrong.returncode == 1
    assert "No hay una orden que se llame «reviar»" in wrong.stderr


@pytest.mark.parametrize(
    ("told", "typed"),
    [
        (
            "Corra: python scripts/plantilla.py avances 2026-T4",
            "Corra: ./b plantilla avances 2026-T4",
        ),
        ("Llénelo y corra scripts/revisar.py.", "Llénelo y corra ./b revisar."),
        ("Cambia 1 archivo del programa: scripts/revisar.py", None),
        ("Uso: cerrar.py [OPCIONES]", "Uso: ./b cerrar [OPCIONES]"),
        ("Falta el trimestre: cerrar.py 2026-T3.", "Falta el trimestre: ./b cerrar 2026-T3."),
        ("Cambian notas.py y mi-revisar.py", None),
    ],
)
def test_messages_say_orders_as_they_are_typed(told: str, typed: str | None) -> None:
    assert as_typed(told, "./b") == (typed or told)


def test_the_short_command_answers_with_its_own_name(tmp_path: Path) -> None:
    site = made(tmp_path)
    told = command("nuevo", "hermanamiento", "ciudad-socia", *DAY, folder=site)
    assert told.stdout.endswith("Llénelo y corra ./bitacora revisar.\n")
    wrong = command("plantilla", "avances", "2026-T4", *DAY, folder=site)
    assert "Corra: ./bitacora revisar" in wrong.stderr
    assert "scripts/" not in wrong.stderr


def test_without_the_program_the_short_command_says_so(tmp_path: Path) -> None:
    text = (ROOT / SOURCE).read_text(encoding="utf-8")
    (tmp_path / "bitacora").write_text(launcher_for(text, "../no está"), encoding="utf-8")
    (tmp_path / "bitacora").chmod(0o755)
    told = command("revisar", folder=tmp_path)
    assert told.returncode == 1
    assert "No está el programa en la carpeta «../no está»" in told.stderr
    assert told.stdout == ""


def test_the_short_command_fetches_the_program_it_was_made_with(tmp_path: Path) -> None:
    origin = tmp_path / "origen"
    shutil.copytree(ROOT / "scripts" / "plantillas", origin / "scripts")
    (origin / "Makefile").write_text(".venv/site.stamp:\n\t@exit 3\n", encoding="utf-8")
    git = ["git", "-C", str(origin), "-c", "user.name=x", "-c", "user.email=x@x.example"]
    for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "x"]):
        subprocess.run([*git, *words], check=True)
    version = subprocess.check_output([*git, "rev-parse", "HEAD"], text=True)
    site = tmp_path / "sitio"
    site.mkdir()
    text = (ROOT / SOURCE).read_text(encoding="utf-8")
    told = launcher_for(text, "../programa", origin.as_uri(), version.strip())
    (site / "bitacora").write_text(told, encoding="utf-8")
    (site / "bitacora").chmod(0o755)
    assert command("revisar", folder=site).returncode == 1
    assert (tmp_path / "programa" / "Makefile").is_file()
