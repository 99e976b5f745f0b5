"""Open data is public API: its files, its words, its exactness."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pandas
import pytest

from bitacora.canonical import canonical, json_text
from bitacora.edition import Edition, load_edition
from bitacora.exports.open_data import open_data
from bitacora.exports.table import Group
from bitacora.exports.tables import tables
from bitacora.exports.texts import csv_text
from bitacora.exports.values import cell
from bitacora.quarters import Period
from bitacora.records.partial_date import PartialDate
from bitacora.records.plain import value_of
from bitacora.records.unknown import NO_INFORMADO
from table_rules import breaches, rows_of
from tiny_world import AS_OF, SHOWN, WORLD, changed_world

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).parent / "golden" / "exports"
FOLDERS = [WORLD, ROOT / "data", *sorted((ROOT / "examples").glob("*/data"))]
KEYS = ["entidad", "demostracion", "fecha_edicion", "licencia", "filas"]


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda path: path.parent.name)
def edition(request: pytest.FixtureRequest) -> Edition:
    as_of = AS_OF if request.param == WORLD else date(2026, 11, 21)
    return load_edition(request.param, SHOWN, as_of)


@pytest.fixture(scope="module")
def files(edition: Edition) -> dict[str, str]:
    return texts_of(edition)


def texts_of(edition: Edition) -> dict[str, str]:
    """Every file of open data by its path below ``datos/``."""
    return {
        artefact.path.removeprefix("datos/"): str(artefact.content)
        for artefact in open_data(edition, tables(edition))
    }


@pytest.mark.parametrize("name", sorted(path.name for path in GOLDEN.glob("*")))
def test_golden_files(name: str) -> None:
    made = texts_of(load_edition(WORLD, SHOWN, AS_OF))[name]
    if os.environ.get("GOLDEN") == "rehacer":
        (GOLDEN / name).write_bytes(made.encode("utf-8"))
    assert made == (GOLDEN / name).read_bytes().decode("utf-8")


def test_every_file_is_as_the_package_says(files: dict[str, str]) -> None:
    assert list(breaches(json.loads(files["datapackage.json"]), files)) == []


def test_a_breach_is_seen() -> None:
    files = texts_of(load_edition(WORLD, SHOWN, AS_OF))
    descriptor = json.loads(files["datapackage.json"])
    broken = {"ejes.csv": files["ejes.csv"].replace("aprender", "vender")}
    found = "\n".join(breaches(descriptor, {**files, **broken}))
    assert "size or hash differ" in found
    assert "the key ('vender',) is empty or there twice" in found
    assert "objetivos.eje: «aprender» is nowhere" in found


def test_every_csv_is_in_the_package_with_its_json(files: dict[str, str]) -> None:
    listed = [resource["path"] for resource in json.loads(files["datapackage.json"])["resources"]]
    assert listed == [path for path in files if path.endswith(".csv")]
    assert len(listed) == len(set(listed))
    assert {path.removesuffix(".csv") + ".json" for path in listed} == {
        path for path in files if path.endswith(".json") and path != "datapackage.json"
    }


def test_the_descriptor_has_what_the_standard_asks(edition: Edition, files: dict[str, str]) -> None:
    package = json.loads(files["datapackage.json"])
    assert package["profile"] == "tabular-data-package"
    assert package["version"] == edition.as_of.isoformat()
    assert package["demostracion"] is edition.entity.demostracion
    assert ("demostración" in package["description"]) is edition.entity.demostracion
    assert re.fullmatch(r"[-a-z0-9._/]+", package["name"])
    assert all(source["title"] for source in package["sources"])
    assert [licence["name"] for licence in package["licenses"]] == [edition.entity.licencia_datos]
    for resource in package["resources"]:
        assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"]), resource["name"]
        assert resource["title"]
        assert resource["description"]
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_every_csv_says_whether_it_is_a_demonstration(
    edition: Edition, files: dict[str, str]
) -> None:
    word = "sí" if edition.entity.demostracion else "no"
    for path in files:
        if path.endswith(".csv"):
            assert files[path].split("\n", 1)[0].endswith(",demostracion"), path
            assert {row["demostracion"] for row in rows_of(files[path])} <= {word}, path


def test_every_json_says_who_when_and_under_which_licence(
    edition: Edition, files: dict[str, str]
) -> None:
    for table in tables(edition):
        found: dict[str, Any] = json.loads(files[table.files[1].removeprefix("datos/")])
        assert list(found) == KEYS
        assert found["demostracion"] is edition.entity.demostracion
        assert found["fecha_edicion"] == edition.as_of.isoformat()
        assert len(found["filas"]) == table.size


def test_pandas_reads_the_same_cells(edition: Edition, files: dict[str, str]) -> None:
    for table in tables(edition):
        text = files[table.files[0].removeprefix("datos/")]
        frame = pandas.read_csv(StringIO(text), dtype=str, keep_default_na=False)
        assert frame.columns.tolist() == [column.name for column in table.columns]
        assert frame.to_numpy().tolist() == [[cell(value) for value in row] for row in table.rows]


def test_the_dictionary_explains_every_column(edition: Edition, files: dict[str, str]) -> None:
    explained = {(row["tabla"], row["campo"]) for row in rows_of(files["diccionario.csv"])}
    assert explained == {
        (table.name, column.name)
        for table in tables(edition)
        if table.group is not Group.DICTIONARY
        for column in table.columns
    }
    assert all(row["descripcion"] for row in rows_of(files["diccionario.csv"]))


def test_codes_lead_to_their_names(files: dict[str, str]) -> None:
    names = {row["codigo"]: row["nombre"] for row in rows_of(files["listas/paises.csv"])}
    assert names["CO"] == "Colombia"
    assert names["NA"] == "Namibia"


def test_blocks_are_tables_in_csv_while_json_keeps_them_inside() -> None:
    files = texts_of(load_edition(WORLD, SHOWN, AS_OF))
    inside = {
        (action["id"], place, milestone["descripcion"])
        for action in json.loads(files["acciones.json"])["filas"]
        for place, milestone in enumerate(action["hitos"], start=1)
    }
    rows = rows_of(files["acciones-hitos.csv"])
    assert inside == {(row["accion"], int(row["indice"]), row["descripcion"]) for row in rows}
    assert inside


def test_drafts_are_nowhere(tmp_path: Path) -> None:
    draft = (
        "nombre: Actor secreto\ntipo: SIN-1\nestado_publicacion: borrador\n"
        "fuente: documento:plan\nresponsable: oficina\nactualizado: 2026-07-01\n"
    )
    data = changed_world(tmp_path, [{"archivo": "actores/actor-secreto.yml", "pone": draft}])
    files = texts_of(load_edition(data, SHOWN, AS_OF))
    assert "agencia-norte" in files["actores.csv"]
    assert [path for path, text in files.items() if "secreto" in text] == []


def test_texts_stay_exactly_as_they_are() -> None:
    edition = load_edition(WORLD, SHOWN, AS_OF)
    texts = [
        "=1+1",
        "+57 (600) 000",
        "-5",
        "@alcaldia",
        'dice "sí", y más',
        "un\n\ndos",
        "NA",
        " x",
    ]
    for table in tables(edition):
        if table.name != "redes":
            continue
        row = list(table.rows[0])
        place = [column.name for column in table.columns].index("nombre")
        for text in texts:
            row[place] = text
            made = csv_text(replace(table, rows=(tuple(row),)))
            assert rows_of(made)[0]["nombre"] == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "sí"),
        (False, "no"),
        (0, "0"),
        (Decimal("1E+3"), "1000"),
        (Decimal("12.500"), "12.5"),
        (Decimal("100"), "100"),
        (Decimal("-0"), "0"),
        (Decimal("0.10"), "0.1"),
        (Decimal("123456789012345678901234567890.12"), "123456789012345678901234567890.12"),
        (date(2026, 11, 21), "2026-11-21"),
        (PartialDate(2026, 11), "2026-11"),
        (Period.parse("2026-T3"), "2026-T3"),
        (NO_INFORMADO, "no_informado"),
        (("uno", "dos"), "uno|dos"),
        (("a|b", "c\\d"), "a\\|b|c\\\\d"),
        ((), ""),
    ],
)
def test_each_value_has_one_form(value: object, text: str) -> None:
    assert cell(value_of(value)) == text


def test_json_numbers_are_exact() -> None:
    value = Decimal("123456789012345678901234567890.12")
    text = json_text({"monto": value, "vacio": [], "lista": [1, "dos", None, {}], "sí": True})
    assert json.loads(text, parse_float=Decimal)["monto"] == value
    assert json.loads(text)["lista"] == [1, "dos", None, {}]
    assert canonical(10) == "10"
