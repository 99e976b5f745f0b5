"""The script that imports, as the office runs it: what it writes, what it says, its exit codes."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from bitacora.edition import review
from closed_world import LATER, close, closed_world, edit
from messy_sheets import SAVED, made
from script_files import script
from tiny_world import SHOWN, WORLD

DAY = "2026-10-20"
HEADER: list[Any] = ["Indicador", "Periodo", "Valor", "Evidencias"]
GOOD: list[list[Any]] = [HEADER, ["I-1", "2026-T3", 75, "Acta 4"], ["I-3", "2026-T3", 1, "Acta 4"]]


def book(rows: Sequence[Sequence[Any]], file: Path) -> Path:
    """A workbook of one sheet on disk."""
    file.write_bytes(made({"hojas": {"Hoja1": rows}}))
    return file


def run(*arguments: object, day: str = DAY) -> Result:
    """Call the script."""
    words = [*map(str, arguments), "--fecha", day]
    return CliRunner().invoke(script("importar").main, words, catch_exceptions=False)


def bytes_of(data: Path) -> Mapping[str, bytes]:
    """Every file of a folder with its bytes."""
    return {
        path.relative_to(data).as_posix(): path.read_bytes()
        for path in sorted(data.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a copy of the tiny world in ``data``."""
    shutil.copytree(WORLD, tmp_path / SHOWN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_writes_what_it_tells_and_the_second_time_nothing(world: Path) -> None:
    file = book(GOOD, world / "Avances.xlsx")
    before = bytes_of(world / SHOWN)
    first = run(file)
    assert first.exit_code == 0, first.output
    after = bytes_of(world / SHOWN)
    assert set(after) - set(before) == {"avances/2026-T3.csv"}
    assert all(after[name] == raw for name, raw in before.items())
    assert "data/avances/2026-T3.csv (escrito)" in first.output
    assert "2 filas leídas: 2 nuevas, 0 cambiadas, 0 iguales, 0 rechazadas." in first.output
    assert "Ahora revise: python scripts/revisar.py" in first.output
    again = run(file, day="2026-11-30")
    assert again.exit_code == 0
    assert "El sitio ya dice todo esto. No se escribió nada." in again.output
    assert bytes_of(world / SHOWN) == after


def test_what_it_writes_is_in_canonical_form(world: Path) -> None:
    run(book(GOOD, world / "Avances.xlsx"))
    twins = [["Ciudad", "País", "Tipo de instrumento", "Estado"]]
    twins.append(["Puerto Azul", "Chile", "Hermanamiento", "Vigente"])
    run(book(twins, world / "Hermanamientos.xlsx"))
    written = [
        world / SHOWN / "avances" / "2026-T3.csv",
        world / SHOWN / "hermanamientos" / "puerto-azul.yml",
    ]
    found = CliRunner().invoke(script("ordenar").main, ["--revisar", *map(str, written)])
    assert found.exit_code == 0, found.output


def test_a_trial_writes_nothing_and_tells_the_same(world: Path) -> None:
    file = book(GOOD, world / "Avances.xlsx")
    before = bytes_of(world / SHOWN)
    tried = run(file, "--simular")
    assert tried.exit_code == 0
    assert bytes_of(world / SHOWN) == before
    assert "data/avances/2026-T3.csv (se escribiría)" in tried.output
    assert "Fue un ensayo y no se escribió nada." in tried.output
    assert "2 filas leídas: 2 nuevas" in tried.output


def test_one_bad_row_and_nothing_is_written(world: Path) -> None:
    rows = [*GOOD, ["I-2", "2026-T3", "1.234", ""]]
    before = bytes_of(world / SHOWN)
    refused = run(book(rows, world / "Avances.xlsx"))
    assert refused.exit_code == 1
    assert "Fila 4, columna C: «1.234» puede ser 1234 o 1 con decimales" in refused.output
    assert "3 filas leídas: 2 nuevas, 0 cambiadas, 0 iguales, 1 rechazada." in refused.output
    assert "No se escribió nada." in refused.output
    assert bytes_of(world / SHOWN) == before


def test_an_error_that_only_the_checks_see_is_told_at_its_cell(world: Path) -> None:
    rows = [HEADER, ["I-3", "2026-T3", 2, ""]]
    refused = run(book(rows, world / "Avances.xlsx"))
    assert refused.exit_code == 1
    assert "Fila 2, columna C: Con este valor el avance llega a 100" in refused.output
    assert not (world / SHOWN / "avances" / "2026-T3.csv").exists()


def test_errors_that_were_there_before_do_not_stop_it(world: Path) -> None:
    edit(world / SHOWN / "ejes" / "vender.yml", "numero: 2", "numero: uno")
    assert run(book(GOOD, world / "Avances.xlsx")).exit_code == 0


def test_comments_and_other_fields_of_a_record_stay(world: Path) -> None:
    path = world / SHOWN / "hermanamientos" / "marisma.yml"
    edit(
        path, "vence: 2028-05-10\n", "# Lo prorrogó el Concejo.\nvence: 2028-05-10  # cuatro años\n"
    )
    rows: list[list[Any]] = [["Contraparte", "Estado", "Vence", "Temas"]]
    rows.append(["Marisma", "Vigente", "10/05/2030", "Agua; Riesgo"])
    done = run(book(rows, world / "Hermanamientos.xlsx"), "--como", "hermanamientos")
    assert done.exit_code == 0, done.output
    text = path.read_text(encoding="utf-8")
    assert "vence: 2030-05-10\n" in text
    assert "ambitos:\n  - Agua\n  - Riesgo\n" in text
    assert "motivo: Comparten un río que inunda el centro.\n" in text
    assert "# Lo prorrogó el Concejo." in text


def test_published_rows_are_refused_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = closed_world(tmp_path)
    before = bytes_of(data)
    refused = run(book([HEADER, ["I-3", "2026-T2", 2, ""]], tmp_path / "A.xlsx"), day=str(LATER))
    assert refused.exit_code == 1
    assert "ya salió en el informe cerrado 2026-T2, y lo publicado no se cambia" in refused.output
    assert "escriba 2 en la columna «version»" in refused.output
    assert "python scripts/cerrar.py 2026-T2" in refused.output
    assert bytes_of(data) == before


def test_the_way_out_leads_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = closed_world(tmp_path)
    rows: list[list[Any]] = [[*HEADER, "Version", "Motivo de la corrección"]]
    rows.append(["I-3", "2026-T2", 2, "documento:relato", 2, "Faltaba contar uno."])
    done = run(book(rows, tmp_path / "A.xlsx"), day=str(LATER))
    assert done.exit_code == 0, done.output
    assert "Para terminar la corrección de lo ya publicado:" in done.output
    assert "  - clase: correccion" in done.output
    report = data / "informes" / "2026-t2.yml"
    entry = done.output[
        done.output.index("\ncorrecciones:") + 1 : done.output.index("Ahora revise")
    ]
    assert 'causa: "Faltaba contar uno."' in entry
    report.write_text(report.read_text(encoding="utf-8") + entry, encoding="utf-8")
    closed = close(data, day=LATER)
    assert closed.exit_code == 0, (closed.output, done.output)
    assert not [one for one in review(data, SHOWN, LATER).problems if one.is_error]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Falta el archivo: importar.py Avances.xlsx."),
        (["nada.xlsx"], "No se puede abrir «nada.xlsx»."),
        (["Avances.xlsx", "--como", "avance"], "¿Quiso decir «avances»?"),
        (["Avances.xlsx", "--datos", "otra"], "No existe la carpeta «otra»."),
        (["Avances.xlsx", "--hoja", "9"], "No hay una hoja «9». Las hojas son: «Hoja1»."),
        (["Avances.xlsx", "--periodo", "ayer"], "No entiendo el periodo «ayer»"),
        (["."], "No se puede abrir «.»."),
        (["Avances.xlsx", "--responsable", "Nadie"], "No hay dependencia que se llame «Nadie»."),
    ],
)
def test_a_wrong_call_is_one_clear_sentence(arguments: list[str], words: str, world: Path) -> None:
    book(GOOD, world / "Avances.xlsx")
    found = run(*arguments)
    assert found.exit_code == 1
    assert words in found.output


def test_a_wrong_date_is_told(world: Path) -> None:
    assert run(book(GOOD, world / "Avances.xlsx"), day="mañana").exit_code == 1


def test_a_file_that_cannot_be_written_leaves_all_as_it_was(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = book(GOOD, world / "Avances.xlsx")
    before = bytes_of(world / SHOWN)

    def full(path: Path, target: object) -> None:
        raise OSError(28, "No queda espacio")

    monkeypatch.setattr(Path, "replace", full)
    failed = run(file)
    assert failed.exit_code == 1
    assert "No se pudo escribir" in failed.output
    assert bytes_of(world / SHOWN) == before


def test_the_workbook_that_the_project_hands_out_comes_back_with_no_flag(world: Path) -> None:
    made_book = world / "plantilla.xlsx"
    words = ["avances", "2026-T3", "--salida", str(made_book), "--fecha", DAY]
    handed = CliRunner().invoke(script("plantilla").main, words, catch_exceptions=False)
    assert handed.exit_code == 0, handed.output
    assert "3 sin llenar" in run(made_book).output
    filled = openpyxl.load_workbook(made_book)
    answers: dict[str, dict[str, Any]] = {
        "personas-formadas": {"valor": 75},
        "ventas-cumplidas": {"numerador": 25, "denominador": 40},
        "relatos-publicados": {"estado_dato": "Sin dato", "dificultades": "Falta la corrección."},
    }
    for sheet in filled.worksheets:
        names = [cell.value for cell in sheet[4]] if sheet.max_row > 5 else []
        for line in range(6, sheet.max_row + 1) if "indicador" in names else ():
            said = answers.get(str(sheet.cell(line, names.index("indicador") + 1).value), {})
            for name, value in said.items():
                sheet.cell(line, names.index(name) + 1).value = value
    filled.save(made_book)
    done = run(made_book)
    assert done.exit_code == 0, done.output
    assert "3 filas leídas: 3 nuevas, 0 cambiadas, 0 iguales, 0 rechazadas." in done.output
    assert "valor: «62.5» en 1 fila (25 de 40, por cien)." in done.output
    text = (world / SHOWN / "avances" / "2026-T3.csv").read_text(encoding="utf-8")
    assert "personas-formadas,2026-T3,reportado,75," in text
    assert "relatos-publicados,2026-T3,sin_dato,," in text


def test_hidden_rows_and_sheets_of_the_workbook_that_the_project_hands_out(world: Path) -> None:
    made_book = world / "plantilla.xlsx"
    words = ["avances", "2026-T3", "--salida", str(made_book), "--fecha", DAY]
    CliRunner().invoke(script("plantilla").main, words, catch_exceptions=False)
    filled = openpyxl.load_workbook(made_book)
    shown = [sheet for sheet in filled.worksheets if sheet.sheet_state == "visible"]
    *_, first, last = [sheet for sheet in shown if sheet["A4"].value]
    names = [cell.value for cell in first[4]]
    first.cell(6, names.index("valor") + 1).value = 75
    first.row_dimensions[6].hidden = True
    last.sheet_state = "hidden"
    filled.save(made_book)
    told = run(made_book, "--simular").output
    assert "Están ocultas y también se leyeron: fila 6." in told
    assert f"La hoja «{last.title}» está oculta y no se leyó; para leerla: --hoja" in told
    assert "_listas" not in told


def test_a_damaged_workbook_is_one_clear_sentence(
    world: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    raw = (SAVED / "seguimiento.xls").read_bytes()
    boundary = raw.index(b"\x85\x00", 512) + 4
    file = world / "Avances.xls"
    # The place where a sheet begins, far beyond the end of the file.
    file.write_bytes(raw[:boundary] + b"\xff\xff\x00\x00" + raw[boundary + 4 :])
    found = run(file)
    assert found.exit_code == 1
    assert "«Avances.xls» no se puede leer: está dañado" in found.output
    assert capfd.readouterr().err == ""
