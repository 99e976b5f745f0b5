"""What a reader can check of a published report, with nothing but its files."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bitacora.edition import load_edition
from bitacora.exports.report_files import report_files
from closed_world import closed_world, versions
from script_files import SCRIPTS, script
from tiny_world import AS_OF, SHOWN

NAME = "2026-t2-v1"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The published files of a closed world."""
    data = closed_world(tmp_path_factory.mktemp("world"))
    made = report_files(load_edition(data, SHOWN, AS_OF), ())
    found = {Path(item.path).name: item.as_bytes() for item in made}
    found["huella"] = versions(data)[0]["huella"].encode()
    return found


@pytest.fixture
def folder(files: dict[str, bytes], tmp_path: Path) -> Path:
    """The same files in a folder of their own."""
    for name, raw in files.items():
        (tmp_path / name).write_bytes(raw)
    return tmp_path


def verify(*words: str) -> Result:
    """Call the script that checks."""
    arguments = ["informe", *words]
    return CliRunner().invoke(script("verificar").main, arguments, catch_exceptions=False)


def test_what_was_published_agrees(folder: Path) -> None:
    done = verify(str(folder / f"{NAME}.json"))
    assert done.exit_code == 0, done.output
    assert "Todo coincide" in done.output
    assert "Las cifras de 3 indicadores salen iguales al calcularlas otra vez." in done.output
    assert f"{NAME}-cifras.csv dice lo mismo que el informe." in done.output
    assert f"{NAME}-filas.csv dice lo mismo que el informe." in done.output


def test_a_digest_finds_its_report(folder: Path) -> None:
    digest = (folder / "huella").read_text()
    for wanted in (digest, digest[:12], digest.upper(), "2026-T2"):
        done = verify(wanted, "--carpeta", str(folder))
        assert done.exit_code == 0, done.output
        assert NAME in done.output
    assert verify("2026-T1", "--carpeta", str(folder)).exit_code == 1
    assert verify("0" * 64, "--carpeta", str(folder)).exit_code == 1
    assert verify(digest[:6], "--carpeta", str(folder)).exit_code == 1


def test_an_open_report_is_not_a_closed_one(folder: Path) -> None:
    done = verify(str(folder / "2026-t1.json"))
    assert done.exit_code == 1
    assert "no es un informe cerrado" in done.output


def swapped(old: str, new: str) -> Callable[[str], str]:
    """An edit of a text, which must have those words."""

    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


@pytest.mark.parametrize(
    ("file", "edit"),
    [
        (f"{NAME}.json", swapped('"valor": 60', '"valor": 61')),
        (f"{NAME}.json", swapped('"meta": 400', '"meta": 300')),
        (f"{NAME}.json", swapped('"cerrado": "2026-07-15"', '"cerrado": "2026-07-14"')),
        (f"{NAME}.json", swapped('"luz": "atrasado"', '"luz": "en_meta"')),
        (f"{NAME}.json", swapped('"estado_dato": "reportado"', '"estado_dato": "preliminar"')),
        (f"{NAME}.json", swapped('"huella_anterior": ""', '"huella_anterior": "0"')),
        (f"{NAME}.json", swapped('"entidad": "Alcaldía', '"entidad": "La alcaldía')),
        (f"{NAME}.json", swapped('"contenido"', '"sin_contenido"')),
        (f"{NAME}.json", swapped("Se graduaron sesenta", "Se graduaron setenta")),
        (f"{NAME}.json", swapped('"version": 1,', '"version": 1, "version": 1,')),
        (f"{NAME}-cifras.csv", swapped(",60,", ",61,")),
        (f"{NAME}-filas.csv", swapped("2026-04-10", "2026-04-11")),
    ],
)
def test_nothing_can_be_changed(file: str, edit: Callable[[str], str], folder: Path) -> None:
    path = folder / file
    path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
    done = verify(str(folder / f"{NAME}.json"))
    assert done.exit_code == 1, done.output


def test_a_figure_that_does_not_come_from_its_rows_is_told(folder: Path) -> None:
    """Whoever edits a figure may also make its digests again: the figure still gives it away."""
    import json
    from decimal import Decimal

    from bitacora.reports.closings.act_text import version_text
    from bitacora.reports.verifying.digest import with_digests

    path = folder / f"{NAME}.json"
    report = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    report["acta"]["contenido"]["renglones"][0]["avance"] = Decimal("0.99")
    act = version_text(with_digests(report["periodo"], report["acta"]))
    head = {name: report[name] for name in ("periodo", "entidad", "demostracion")}
    text = json.dumps(head, ensure_ascii=False).removesuffix("}")
    path.write_text(f'{text}, "acta": {act}}}', encoding="utf-8")
    done = verify(str(path))
    assert done.exit_code == 1
    assert "avance: el informe dice 0.99 y sale 0.25" in done.output


def test_the_checker_runs_with_nothing_but_python(folder: Path) -> None:
    command = [sys.executable, "-I", "-S", "verificar.pyz", "informe", f"{NAME}.json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Todo coincide" in done.stdout
    digest = (folder / "huella").read_text()
    found = subprocess.run(
        [*command[:5], digest, "--carpeta", "."],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr


def test_the_script_explains_itself() -> None:
    assert (SCRIPTS / "verificar.py").is_file()
    done = CliRunner().invoke(script("verificar").main, ["informe", "--help"])
    assert done.exit_code == 0
    assert "Comprueba un informe cerrado" in done.output
