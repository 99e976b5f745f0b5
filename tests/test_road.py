"""The whole road of an officer: a workbook filled in badly, a branch with data in order, a change
told in words, the site that shows it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from site_builds import ROOT, build, inherit
from tiny_world import WORLD

TODAY = "2026-10-05"
QUARTER = "2026-T3"
BOOK = "avances.xlsx"
WRITTEN = "data/avances/2026-T3.csv"
FILLED = {
    "personas-formadas": {
        "estado_dato": "reportado ",
        "valor": "1.085,0",
        "fecha_corte": "30/09/2026",
        "fuente": "documento:acta-1",
        "evidencias": "documento:acta-1",
        "descripcion": "Dos cursos\u00a0más.",
        "verificado_por": "Secretaría de Planeacion",
    },
    "relatos-publicados": {
        "estado_dato": "Sin dato",
        "fecha_corte": "30/09/2026",
        "fuente": "documento:acta-1",
        "dificultades": "El editor no ha entregado.",
    },
}
"""As people write: thousands with a point, dates their way, names instead of identifiers."""
KEYS, FIRST = 4, 6


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository of an office whose data are in order, on a branch for the quarter."""
    folder = tmp_path_factory.mktemp("oficina")
    copytree(WORLD, folder / "data")
    inherit(folder)
    (folder / ".gitignore").write_text(f"{BOOK}\nsite/\n", encoding="utf-8")
    assert _run(folder, "ordenar").returncode == 0
    _git(folder, "init", "--quiet", "--initial-branch=main")
    _save(folder, "Lo publicado")
    _git(folder, "switch", "--quiet", "--create", "avances-t3")
    return folder


def test_from_the_workbook_to_the_site(office: Path, tmp_path: Path) -> None:
    asked = _run(office, "plantilla", "avances", QUARTER, "--salida", BOOK, "--fecha", TODAY)
    assert asked.returncode == 0, asked.stderr
    _fill(office / BOOK)

    rehearsed = _run(office, "importar", BOOK, "--simular", "--fecha", TODAY)
    assert rehearsed.returncode == 0, rehearsed.stdout + rehearsed.stderr
    assert "«1.085,0» → 1085" in rehearsed.stdout
    assert _changed(office) == ""

    assert _run(office, "importar", BOOK, "--fecha", TODAY).returncode == 0
    assert _changed(office) == f"?? {WRITTEN}"
    written = (office / WRITTEN).read_bytes()
    assert b"personas-formadas,2026-T3,reportado,1085," in written
    assert b",2026-09-30," in written
    assert _run(office, "ordenar", "--revisar").returncode == 0
    assert _run(office, "importar", BOOK, "--fecha", TODAY).returncode == 0
    assert (office / WRITTEN).read_bytes() == written

    reviewed = _run(office, "revisar", "--fecha", TODAY)
    assert reviewed.returncode == 0
    assert "0 errores" in reviewed.stdout
    _save(office, "Avances del tercer trimestre")

    told = _run(office, "comparar", "--base", "main", "--fecha", TODAY)
    assert told.returncode == 0, told.stdout
    assert "Se añaden 2 avances" in told.stdout
    assert "valor a la fecha, pasa de 100 a 1.185 personas" in told.stdout
    assert "«Relatos publicados» pasa de «Por reportar» a «Sin dato»" in told.stdout

    built = build(tmp_path / "site", office / "mkdocs.yml", settings={"BITACORA_FECHA": TODAY})
    assert built.returncode == 0, built.stderr
    shown = tmp_path / "site" / "indicadores" / "personas-formadas" / "index.html"
    assert "1.185" in shown.read_text(encoding="utf-8")


def _fill(book: Path) -> None:
    workbook = load_workbook(book)
    filled = set()
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible" and sheet.cell(KEYS, 1).value == "indicador":
            filled |= _fill_sheet(sheet)
    assert filled == set(FILLED)
    workbook.save(book)


def _fill_sheet(sheet: Worksheet) -> set[str]:
    columns = {str(cell.value): cell.column for cell in sheet[KEYS] if cell.value}
    filled = set()
    for row in range(FIRST, sheet.max_row + 1):
        indicator = str(sheet.cell(row, columns["indicador"]).value)
        for key, value in FILLED.get(indicator, {}).items():
            sheet.cell(row, columns[key]).value = value
            filled.add(indicator)
    return filled


def _run(folder: Path, script: str, *given: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / f"{script}.py"), *given],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def _git(folder: Path, *given: str) -> str:
    who = ("-c", "user.name=Oficina", "-c", "user.email=oficina@puerto-claro.example")
    done = subprocess.run(
        ["git", *who, *given], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.rstrip("\n")


def _changed(folder: Path) -> str:
    return _git(folder, "status", "--porcelain", "--untracked-files=all")


def _save(folder: Path, message: str) -> None:
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", message)
