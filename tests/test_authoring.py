"""What helps a person write data is made from the models, so it is never behind them."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from bitacora.authoring.field_tables import END, START, refreshed
from bitacora.authoring.schemas import project_lists, schema_files
from bitacora.authoring.skeleton import table_columns, table_row, yaml_skeleton
from bitacora.edition import review
from bitacora.records.about import about, places
from bitacora.records.field_order import in_order
from bitacora.records.kinds import BY_FOLDER, BY_NAME, KINDS, Kind
from script_files import script

ROOT = Path(__file__).resolve().parent.parent
DATA = [ROOT / "data", *sorted((ROOT / "examples").glob("*/data")), ROOT / "tests/world/data"]
FILES = [path for folder in DATA for path in sorted(folder.rglob("*.yml"))]
LISTS = project_lists()
SCHEMAS = {name: json.loads(text) for name, text in schema_files(LISTS)}
TODAY = date(2026, 11, 21)


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: «no» is a word, a date is a text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (PyYAML asks for it here)


def _resolve(tag: str, pattern: str, first: str) -> None:
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), [*first])


_resolve("int", r"[-+]?[0-9]+$", "-+0123456789")
_resolve("float", r"[-+]?[0-9]+\.[0-9]+$", "-+0123456789")
_resolve("bool", r"(?:true|false)$", "tf")
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"(?:~|null|)$"), ["~", "n", ""]
)
EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def as_editor(text: str) -> Any:
    """A YAML text as an editor's plug-in sees it."""
    return yaml.load(text, EditorLoader)


def kind_of(path: Path) -> Kind:
    """The kind of record that a YAML file holds."""
    return BY_FOLDER["entidad" if path.name == "entidad.yml" else path.parent.name]


def faults(kind: Kind, text: str) -> list[str]:
    """What the schema of a kind says of a file."""
    validator = jsonschema.Draft7Validator(SCHEMAS[f"{kind.name}.json"])
    return [f"{list(e.path)}: {e.message[:200]}" for e in validator.iter_errors(as_editor(text))]


def test_nothing_that_is_made_from_the_models_is_behind_them() -> None:
    made = script("esquemas")
    assert made.stale(made.wanted()) == [], "run python scripts/esquemas.py"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_data_file_passes_its_schema(path: Path) -> None:
    assert faults(kind_of(path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_data_file_names_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    if named is None and path.is_relative_to(ROOT / "tests"):
        return
    assert named is not None, first
    schema = (path.parent / named[1]).resolve()
    assert schema == ROOT / "hooks/bitacora/schemas" / f"{kind_of(path).name}.json"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_schemas_are_schemas(kind: Kind) -> None:
    schema = SCHEMAS[f"{kind.name}.json"]
    jsonschema.Draft7Validator.check_schema(schema)
    assert "id" not in schema["properties"]
    assert all(field["description"] for field in schema["properties"].values())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("estado: en_ejecucion", "estado: en ejecución"),
        ("estado: en_ejecucion", "estadoo: en_ejecucion"),
        ("codigo: ", "codigos: "),
        ("cumplido: sí", "cumplido: quizá"),
        ("actualizado: 2026-07-01", "actualizado: ayer"),
    ],
)
def test_a_schema_sees_faults(old: str, new: str) -> None:
    text = (ROOT / "tests/world/data/acciones/escuela.yml").read_text(encoding="utf-8")
    assert old in text
    assert faults(BY_NAME["accion"], text.replace(old, new)) != []


def test_an_office_may_add_codes_to_open_lists_only() -> None:
    action = SCHEMAS["accion.json"]["properties"]["tipo"]
    row = SCHEMAS["avance.json"]["properties"]["estado_dato"]
    assert jsonschema.Draft7Validator(action).is_valid("brigada")
    assert not jsonschema.Draft7Validator(row).is_valid("brigada")
    assert jsonschema.Draft7Validator(row).is_valid("sin_dato")


def test_the_marks_of_the_readme_must_be_there() -> None:
    made = refreshed(f"antes\n{START}\nviejo\n{END}\ndespués\n", LISTS)
    assert made.startswith(f"antes\n{START}\n")
    assert made.endswith(f"{END}\ndespués\n")
    assert "viejo" not in made
    with pytest.raises(ValueError, match="marcas"):
        refreshed("sin marcas", LISTS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_is_told_to_people(kind: Kind) -> None:
    words = about(kind)
    assert all(text.endswith(".") for text in (words.what, words.editor, words.derived))
    assert places(kind).startswith(kind.folder)
    columns = table_columns(kind)
    header, row = table_row(kind, "uno", TODAY, columns).splitlines()
    assert header == ",".join(columns)
    assert row.count(",") == header.count(",")
    assert "uno" in row.split(",")
    assert "2026-11-21" in row.split(",")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_skeleton_lacks_values_only(kind: Kind, tmp_path: Path) -> None:
    text = yaml_skeleton(kind, LISTS, TODAY, "../x.json")
    shown = re.findall(r"^#?([a-z_]+):", text, re.MULTILINE)
    assert sorted(set(shown)) == sorted(
        shape.name for shape in in_order(kind.model) if shape.name != "id"
    )
    # With every optional field uncommented it is YAML that our reader knows, only empty.
    opened = re.sub(r"^#(?=[a-z_]+:|  )", "", text, flags=re.MULTILINE)
    path = tmp_path / (f"{kind.name}.yml" if kind.name == "entidad" else f"{kind.folder}/uno.yml")
    path.parent.mkdir(exist_ok=True)
    path.write_text(opened, encoding="utf-8")
    problems = [
        problem
        for problem in review(tmp_path, "data", TODAY).problems
        if problem.place.archivo.endswith(path.name)
    ]
    rules = {problem.regla for problem in problems}
    assert rules <= {"campo-falta", "lista-vacia", "campo-vacio"}, rules
    # What nobody has filled in was not found: no message says that it found «una lista de 1».
    assert {problem.valor for problem in problems} <= {""}
