"""The workbooks to fill, read back by a program that did not write them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bitacora.authoring.workbook.names import LONGEST, sheet_names
from bitacora.authoring.workbook.sheets import WITHIN
from bitacora.authoring.workbook.tables import table_workbook
from bitacora.authoring.workbook.writing import workbook_bytes
from bitacora.checks.rule import World
from bitacora.edition import review
from bitacora.records.fields import shapes
from bitacora.records.fieldtypes import ReadingContext
from bitacora.records.indicators import Avance
from bitacora.records.kinds import BY_FOLDER
from script_files import script
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, changed_world

DAY = ["--fecha", AS_OF.isoformat()]
TABLES = (
    "actores",
    "documentos",
    "eventos",
    "hermanamientos",
    "oportunidades",
    "recursos",
    "redes",
)
OFFICE, PLANNING = "Oficina Internacional", "Secretaría de Planeación"
HEAD = 5


def run(*arguments: str) -> Result:
    return CliRunner().invoke(script("plantilla").main, arguments, catch_exceptions=False)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    changed_world(tmp_path, ())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def book_of(*arguments: str) -> Workbook:
    result = run(*arguments, "--salida", "libro.xlsx", *DAY)
    assert result.exit_code == 0, result.output
    return load_workbook("libro.xlsx")


def fields_of(sheet: Worksheet) -> dict[str, int]:
    """The column of each field of the model."""
    names = {str(cell.value): cell.column for cell in sheet[HEAD - 1] if cell.value != "-"}
    return {name: column for name, column in names.items() if column}


def cell_of(sheet: Worksheet, row: int, field: str) -> Cell:
    found = sheet.cell(row, fields_of(sheet)[field])
    assert isinstance(found, Cell)
    return found


def hidden_columns(sheet: Worksheet) -> set[int]:
    groups = [each for each in sheet.column_dimensions.values() if each.hidden]
    return {column for each in groups for column in range(each.min or 0, (each.max or 0) + 1)}


def known(sheet: Worksheet, row: int) -> dict[str, object]:
    """What the columns for reading show, by their heading."""
    return {
        str(sheet.cell(HEAD, cell.column).value): sheet.cell(row, cell.column).value
        for cell in sheet[HEAD - 1]
        if cell.value == "-" and cell.column
    }


def admitted(sheet: Worksheet, cell: Cell) -> DataValidation:
    found: list[DataValidation] = [
        each for each in sheet.data_validations.dataValidation if cell.coordinate in each.sqref
    ]
    assert len(found) == 1
    return found[0]


def choices(book: Workbook, validation: DataValidation) -> list[str]:
    """The values of the list that a validation points to."""
    assert validation.type == "list"
    assert validation.formula1 is not None
    name, _, area = validation.formula1.rpartition("!")
    return [str(row[0].value) for row in book[name.strip("'")][area.replace("$", "")]]


def test_a_quarter_has_a_sheet_for_each_unit_with_what_it_must_report(world: Path) -> None:
    book = book_of("avances", "2026-T3")
    assert book.sheetnames == ["Cómo llenar", OFFICE, PLANNING, "_listas", "_bitacora"]
    states = [book[name].sheet_state for name in book.sheetnames]
    assert states == ["visible", "visible", "visible", "hidden", "veryHidden"]
    office = book[OFFICE]
    keys = [
        [cell_of(office, row, name).value for name in ("indicador", "periodo", "version")]
        for row in (6, 7)
    ]
    assert keys == [["personas-formadas", "2026-T3", 1], ["relatos-publicados", "2026-T3", 1]]
    assert known(office, 7) == {
        "Código": "I-3",
        "Indicador": "Relatos publicados",
        "Periodo": "Tercer trimestre de 2026",
        "Situación": "Por reportar",
        "Unidad": "relatos",
        "Meta del periodo": 2,
        "Meta final": 2,
        "Último valor": 1,
        "De qué periodo": "2026-T2",
    }
    assert [row[0].value for row in book[PLANNING].iter_rows(min_row=6)] == ["ventas-cumplidas"]


def test_the_note_of_an_indicator_says_how_it_is_worked_out(world: Path) -> None:
    sheet = book_of("avances", "2026-T3")[PLANNING]
    (note,) = [cell.comment.text for cell in sheet[6] if cell.comment]
    assert "Cómo se calcula: Pedidos entregados a tiempo sobre pedidos recibidos" in note
    assert "Denominador: Pedidos recibidos" in note
    assert "Con qué se prueba: Registro de pedidos" in note


def test_what_is_to_be_filled_is_empty_and_open_and_the_rest_is_locked(world: Path) -> None:
    sheet = book_of("avances", "2026-T3")[OFFICE]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    filled = ("estado_dato", "valor", "fecha_corte", "fuente", "descripcion", "nota")
    for name in filled:
        assert cell_of(sheet, 6, name).value is None
        assert not cell_of(sheet, 6, name).protection.locked, name
    for name in ("indicador", "periodo", "version", "responsable"):
        assert cell_of(sheet, 6, name).protection.locked
        assert cell_of(sheet, 6, name).column in hidden_columns(sheet)
    assert not hidden_columns(sheet) & {cell_of(sheet, 6, name).column for name in filled}
    assert all(cell.protection.locked for cell in sheet[HEAD])
    assert sheet.row_dimensions[HEAD - 1].hidden


def test_cells_admit_what_the_field_admits_and_say_why_not_in_spanish(world: Path) -> None:
    book = book_of("avances", "2026-T3")
    sheet = book[OFFICE]
    value = admitted(sheet, cell_of(sheet, 6, "valor"))
    assert value.type == "decimal"
    assert (value.formula1, value.formula2) == ("-999999999999999", "999999999999999")
    assert value.error == (
        "Escriba solo el número: sin %, sin $, sin palabras. Si no lo sabe, déjelo vacío."
    )
    state = admitted(sheet, cell_of(sheet, 6, "estado_dato"))
    assert choices(book, state) == ["Reportado", "Preliminar", "Sin dato", "No aplica"]
    assert state.showErrorMessage
    source = admitted(sheet, cell_of(sheet, 6, "fuente"))
    assert choices(book, source)[:2] == ["documento:acta-1", "documento:plan"]
    assert not source.showErrorMessage
    cut = admitted(sheet, cell_of(sheet, 6, "fecha_corte"))
    assert cut.type == "date"
    assert cut.error == "Escriba una fecha entre 2026-07-01 y 2026-10-30."
    assert cut.prompt == "Lo usual es el último día del periodo: 2026-09-30."
    verifier = admitted(sheet, cell_of(sheet, 6, "verificado_por"))
    assert f"planeacion{WITHIN}{PLANNING}" in choices(book, verifier)


def test_a_percentage_is_worked_out_from_its_parts(world: Path) -> None:
    book = book_of("avances", "2026-T3")
    sheet = book[PLANNING]
    above, below, value = (
        cell_of(sheet, 6, name) for name in ("numerador", "denominador", "valor")
    )
    a, b = above.coordinate, below.coordinate
    assert value.value == f'=IF(OR({a}="",{b}="",{b}=0),"",ROUND(100*{a}/{b},2))'
    assert not value.protection.locked
    assert "numerador" not in fields_of(book[OFFICE])


def test_what_is_reported_is_shown_and_filling_it_again_corrects_it(world: Path) -> None:
    book = book_of("avances", "2026-T2")
    sheet = book[OFFICE]
    assert known(sheet, 6)["Situación"] == "Ya reportado. Llénela solo para corregir."
    assert (known(sheet, 6)["Último valor"], known(sheet, 6)["De qué periodo"]) == (60, "2026-T2")
    assert cell_of(sheet, 6, "version").value == 2
    assert cell_of(sheet, 6, "valor").value is None
    state = admitted(sheet, cell_of(sheet, 6, "estado_dato"))
    assert choices(book, state) == ["Corregido"]
    assert "motivo_correccion" in fields_of(sheet)
    assert "motivo_correccion" not in fields_of(book_of_another("2026-T3")[OFFICE])


def book_of_another(quarter: str) -> Workbook:
    result = run("avances", quarter, "--salida", f"{quarter}.xlsx", *DAY)
    assert result.exit_code == 0, result.output
    return load_workbook(f"{quarter}.xlsx")


def test_what_was_left_from_before_comes_when_asked(tmp_path: Path) -> None:
    left = {"archivo": "avances/2026-T1.csv", "busca": "relatos-publicados,2026-T1,", "pone": ""}
    data = changed_world(tmp_path, ())
    rows = (data / "avances/2026-T1.csv").read_text("utf-8").splitlines(keepends=True)
    kept = [row for row in rows if not row.startswith(left["busca"])]
    (data / "avances/2026-T1.csv").write_text("".join(kept), "utf-8")
    out = tmp_path / "libro.xlsx"
    common = ["--datos", str(data), "--salida", str(out), *DAY]
    assert run("avances", "2026-T3", "--con-atrasados", *common).exit_code == 0
    sheet = load_workbook(out)[OFFICE]
    late = {row: known(sheet, row) for row in range(6, 9)}
    told = [(it["Indicador"], it["Periodo"], it["Situación"]) for it in late.values()]
    assert ("Relatos publicados", "Primer trimestre de 2026", "Atrasado") in told


def test_the_sheet_stays_readable_on_the_screen_and_on_paper(world: Path) -> None:
    sheet = book_of("avances", "2026-T3")[OFFICE]
    frozen = sheet.cell(6, 7)
    assert sheet.freeze_panes == frozen.coordinate
    assert sheet.cell(HEAD, 6).value == "Indicador"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == f"${HEAD}:${HEAD}"


def test_the_workbook_tells_the_importer_what_it_is(world: Path) -> None:
    sheet = book_of("avances", "2026-T3")["_bitacora"]
    rows = [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()]
    assert rows[:5] == [
        ["formato", "1"],
        ["clase", "avances"],
        ["trimestre", "2026-T3"],
        ["entidad", "Puerto Claro"],
        ["fecha", "2026-07-15"],
    ]
    assert rows[5:] == [
        ["hoja", OFFICE, "4", "5", "6", "7", "oficina"],
        ["hoja", PLANNING, "4", "5", "6", "6", "planeacion"],
    ]


def test_the_same_data_make_the_same_bytes(world: Path) -> None:
    book_of("avances", "2026-T3")
    first = Path("libro.xlsx").read_bytes()
    Path("libro.xlsx").unlink()
    book_of("avances", "2026-T3")
    assert Path("libro.xlsx").read_bytes() == first
    assert load_workbook("libro.xlsx").properties.created == datetime(2026, 7, 15)


def test_a_text_of_the_data_never_becomes_a_formula(tmp_path: Path) -> None:
    change = {
        "archivo": "indicadores/relatos-publicados.yml",
        "busca": "nombre: Relatos publicados",
        "pone": 'nombre: "=HYPERLINK(\\"http://mal.example\\")"',
    }
    data = changed_world(tmp_path, [change])
    out = tmp_path / "libro.xlsx"
    common = ["--datos", str(data), "--salida", str(out), *DAY]
    assert run("avances", "2026-T3", *common).exit_code == 0
    with ZipFile(out) as inside:
        sheets = [name for name in inside.namelist() if name.startswith("xl/worksheets/sheet")]
        texts = [inside.read(name).decode() for name in sheets]
    assert not any("HYPERLINK" in text for text in texts), "the text is among the shared ones"


def test_each_unit_may_have_a_workbook_of_its_own(world: Path) -> None:
    Path("para-enviar").mkdir()
    result = run("avances", "2026-T3", "--separadas", "--salida", "para-enviar", *DAY)
    assert result.exit_code == 0, result.output
    made = sorted(path.name for path in Path("para-enviar").iterdir())
    assert made == ["avances-2026-T3-oficina.xlsx", "avances-2026-T3-planeacion.xlsx"]
    book = load_workbook(Path("para-enviar") / made[1])
    assert [name for name in book.sheetnames if not name.startswith("_")][1:] == [PLANNING]


def test_a_unit_is_named_by_its_id_or_its_name(world: Path) -> None:
    book = book_of("avances", "2026-T3", "--dependencia", "secretaria de planeación")
    assert book.sheetnames[1:-2] == [PLANNING]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["avanses"], "¿Quiso decir «avances»?"),
        (["avances"], "Falta el trimestre: plantilla.py avances 2026-T3."),
        (["avances", "2026-S2"], "«2026-S2» no es un trimestre. Escriba, por ejemplo, 2026-T4."),
        (["avances", "ayer"], "«ayer»"),
        (["avances", "2031-T1"], "ninguna dependencia tiene indicadores por reportar"),
        (["avances", "2026-T3", "--dependencia", "ofisina"], "¿Quiso decir «oficina»?"),
        (["redes", "2026-T3"], "«redes» no va por trimestres"),
        (["redes", "--separadas"], "solo sirve con avances"),
        (["redes", "--salida", "redes.csv"], "no termina en .xlsx"),
        (["redes", "--salida", "no-hay/redes.xlsx"], "No existe la carpeta «no-hay»"),
        (["redes", "--datos", "datos"], "No existe la carpeta «datos»"),
        (["redes", "--fecha", "mañana"], "no entiendo la fecha «mañana»"),
        (["avances", "2026-T3", "--separadas", "--salida", "x"], "es una carpeta que ya existe"),
    ],
)
def test_what_cannot_be_made_is_said_in_one_sentence(
    world: Path, arguments: list[str], words: str
) -> None:
    result = run(*arguments, *([] if "--fecha" in arguments else DAY))
    assert result.exit_code == 1
    assert words in result.output
    assert not list(world.glob("**/*.xlsx"))


def test_a_workbook_that_may_hold_data_is_never_written_over(world: Path) -> None:
    Path("redes.xlsx").write_bytes(b"lleno")
    result = run("redes", *DAY)
    assert result.exit_code == 1
    assert "Ya existe «redes.xlsx» y puede tener datos escritos; no se tocó." in result.output
    assert Path("redes.xlsx").read_bytes() == b"lleno"


def test_errors_in_the_data_are_told_and_stop_nothing(tmp_path: Path) -> None:
    broken = {"archivo": "ejes/vender.yml", "busca": "numero: 2", "pone": "numero: uno"}
    data = changed_world(tmp_path, [broken])
    out = tmp_path / "libro.xlsx"
    result = run("redes", "--con-datos", "--datos", str(data), "--salida", str(out), *DAY)
    assert result.exit_code == 0
    assert "puede faltar algo aquí" in result.output
    assert out.exists()


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_comes_empty_with_the_words_of_its_fields(world: Path, kind: str) -> None:
    book = book_of(kind)
    sheet = book.worksheets[1]
    heads = [str(cell.value) for cell in sheet[HEAD]]
    assert heads[0].startswith("Identificador\n")
    assert any(head.startswith("Fuente *\nDe dónde sale el dato.") for head in heads)
    assert all(cell.value is None for row in sheet.iter_rows(min_row=6) for cell in row)
    assert not any(cell.protection.locked for cell in sheet[6])
    unit = admitted(sheet, cell_of(sheet, 6, "responsable"))
    assert f"oficina{WITHIN}{OFFICE}" in choices(book, unit)


def test_codes_are_picked_by_their_words(world: Path) -> None:
    book = book_of("recursos")
    sheet = book.worksheets[1]

    def offered(field: str) -> list[str]:
        return choices(book, admitted(sheet, cell_of(sheet, 6, field)))

    assert "Desembolso" in offered("tipo_flujo")
    assert offered("moneda")[0] == "COP · peso colombiano"
    assert offered("reembolsable") == ["Sí", "No"]
    assert offered("aportante")[-1] == "No informado"
    assert "Colombia" in offered("pais")
    ods = admitted(sheet, cell_of(sheet, 6, "ods"))
    assert not ods.showErrorMessage, "a list may hold several"


def cells_of(book: bytes) -> Iterator[dict[str, str]]:
    """The rows of a table as the form says that they are read."""
    sheet = load_workbook(BytesIO(book)).worksheets[1]
    columns = fields_of(sheet)
    for row in sheet.iter_rows(min_row=6):
        texts = {name: _text(row[column - 1].value) for name, column in columns.items()}
        if any(texts.values()):
            yield {name: text for name, text in texts.items() if text}


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    parts = str("" if value is None else value).split(" | ")
    return "|".join(part.split(WITHIN)[0] for part in parts)


@pytest.fixture(scope="module")
def demonstration() -> World:
    day = date(2026, 11, 21)
    found = review(ROOT / "data", "data", day)
    return World(found.register, found.lists, day)


@pytest.mark.parametrize("folder", TABLES)
def test_the_rows_of_a_table_are_read_back_as_the_same_records(
    demonstration: World, folder: str
) -> None:
    kind, lists = BY_FOLDER[folder], demonstration.lists
    context = ReadingContext(lists.names(), lists.aliases(), lists.notes())
    book = workbook_bytes(table_workbook(demonstration, kind, "", with_data=True))
    read = {row["id"]: kind.model.model_validate(row, context=context) for row in cells_of(book)}
    records = demonstration.register.all(kind.model)
    assert set(read) == {record.id for record in records}
    single = [shape.name for shape in shapes(kind.model) if shape.block is None]
    for record in records:
        for name in single:
            assert getattr(read[record.id], name) == getattr(record, name), (record.id, name)


def test_the_identity_of_what_is_there_cannot_be_changed(world: Path) -> None:
    sheet = book_of("redes", "--con-datos").worksheets[1]
    assert cell_of(sheet, 6, "id").value == "puertos"
    assert cell_of(sheet, 6, "id").protection.locked
    assert not cell_of(sheet, 7, "id").protection.locked


def test_names_of_sheets_are_short_safe_and_told_apart() -> None:
    long = "Oficina de Relaciones Internacionales y Cooperación"
    found = sheet_names(
        [
            ("A/B: [uno]", ""),
            (long, ""),
            (long, ""),
            (long, "ORIC"),
            ("oric", ""),
            ("Secretaría de Ambiente y Gestión del Riesgo", "SAM"),
            ("'Cultura'", ""),
            ("Cómo llenar", ""),
            ("History", ""),
            ("", ""),
        ],
        ("Cómo llenar",),
    )
    assert found == (
        "A B uno",
        "Oficina de Relaciones…",
        "Oficina de Relaciones… (2)",
        "ORIC",
        "oric (2)",
        "Ambiente y Gestión del Riesgo",
        "Cultura",
        "Cómo llenar (2)",
        "History 1",
        "Hoja",
    )
    assert all(len(name) <= LONGEST for name in found)


def test_the_instructions_are_plain_and_whole(world: Path) -> None:
    sheet = book_of("avances", "2026-T2")["Cómo llenar"]
    words = "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)
    assert "El informe se publica el 14 de julio de 2026." in words
    assert "Cero no es lo mismo que vacío." in words
    assert sheet.protection.sheet


def test_an_amount_keeps_every_figure(demonstration: World) -> None:
    kind = BY_FOLDER["recursos"]
    resource = demonstration.register.all(kind.model)[0]
    huge = resource.model_copy(update={"monto": Decimal("12345678901234567.25")})
    register = replace(
        demonstration.register, by_kind={**demonstration.register.by_kind, "recurso": {"x": huge}}
    )
    book = workbook_bytes(
        table_workbook(replace(demonstration, register=register), kind, "", with_data=True)
    )
    (row,) = cells_of(book)
    assert row["monto"] == "12345678901234567.25"


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_given_back_as_it_was_changes_nothing(world: Path, kind: str) -> None:
    book_of(kind, "--con-datos")
    before = {path: path.read_bytes() for path in Path(SHOWN).rglob("*") if path.is_file()}
    result = taken("libro.xlsx")
    assert result.exit_code == 0, result.output
    assert "No se escribió nada." in result.output
    after = {path: path.read_bytes() for path in Path(SHOWN).rglob("*") if path.is_file()}
    assert after == before


def test_a_quarter_that_was_filled_comes_in(world: Path) -> None:
    book = book_of("avances", "2026-T2")
    sheet = book[OFFICE]
    filled: dict[str, Any] = {
        "estado_dato": "Corregido",
        "valor": 64,
        "fecha_corte": date(2026, 6, 30),
        "fuente": "documento:acta-1",
        "evidencias": "documento:acta-1",
        "verificado_por": f"planeacion{WITHIN}{PLANNING}",
        "motivo_correccion": "Faltaba contar un curso.",
    }
    for name, value in filled.items():
        cell_of(sheet, 6, name).value = value
    book.save("lleno.xlsx")
    result = taken("lleno.xlsx")
    assert result.exit_code == 0, result.output
    found = review(world / SHOWN, SHOWN, AS_OF)
    assert not [problem for problem in found.problems if problem.is_error]
    row = found.register.get(Avance, "personas-formadas-2026-t2-2")
    assert row is not None
    assert (row.valor, row.verificado_por) == (Decimal(64), "planeacion")
    assert row.motivo_correccion == "Faltaba contar un curso."
    assert len(found.register.all(Avance)) == 7, "what was not filled is passed over"


def taken(book: str) -> Result:
    return CliRunner().invoke(script("importar").main, [book, *DAY], catch_exceptions=False)
