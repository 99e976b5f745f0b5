"""The forms of the editor are those of the models, with the choices of the site."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bitacora.authoring.forms.choices import Choices
from bitacora.authoring.forms.config import Desk, editor_config
from bitacora.authoring.forms.page import editor_page
from bitacora.authoring.forms.patterns import pattern_of
from bitacora.authoring.forms.places import form_of
from bitacora.authoring.forms.repository import Repository, repository_at
from bitacora.edition import load_edition, review
from bitacora.exports.server_files import server_files
from bitacora.publication import theme_values
from bitacora.records.field_order import in_order
from bitacora.records.fields import FieldShape
from bitacora.records.fieldtypes import FieldType, ReadingContext
from bitacora.records.kinds import BY_FOLDER, BY_NAME, KINDS
from bitacora.records.values import (
    Day,
    Hour,
    Mail,
    Moment,
    Number,
    Pattern,
    ReportingPeriod,
    WebAddress,
    Whole,
    Year,
)
from script_files import script
from tiny_world import AS_OF, SHOWN, WORLD, changed_world

PUBLISHED = "editor: sí\nrepositorio: https://github.com/o/r\nfuente:"
HOME = Repository("github", "github.com", "puerto-claro/datos", "main")
DRAFT = {
    "archivo": "actores/en-secreto.yml",
    "pone": "nombre: Socio en secreto\ntipo: SIN-1\nfuente: documento:plan\nresponsable: oficina\n"
    "actualizado: 2026-07-01\nestado_publicacion: borrador\n",
}


def config_of(data: Path) -> dict[str, Any]:
    found = review(data, SHOWN, AS_OF)
    desk = Desk("Editar", HOME, "data", through_review=True)
    config: dict[str, Any] = json.loads(editor_config(desk, found.lists, found.register))
    return config


@pytest.fixture(scope="module")
def config() -> dict[str, Any]:
    """The editor of the tiny world."""
    return config_of(WORLD)


def collection(config: dict[str, Any], folder: str) -> dict[str, Any]:
    found: dict[str, Any] = next(
        one for one in config["editor"]["collections"] if one["name"] == folder
    )
    return found


def field(config: dict[str, Any], folder: str, path: str) -> dict[str, Any]:
    found: dict[str, Any] = collection(config, folder)
    for step in path.split("."):
        found = next(one for one in found["fields"] if one["name"] == step)
    return found


def test_every_field_of_a_model_is_in_its_form_in_the_order_of_the_file(
    config: dict[str, Any],
) -> None:
    def compare(fields: list[dict[str, Any]], shapes: tuple[FieldShape, ...]) -> None:
        inside = [shape for shape in shapes if shape.name != "id"]
        assert [one["name"] for one in fields] == [shape.name for shape in inside]
        for one, shape in zip(fields, inside, strict=True):
            assert one["required"] == shape.required, one
            assert one["label"], one
            assert one["hint"].startswith(shape.description), one
            if shape.block is not None:
                compare(one["fields"], in_order(shape.block))

    *in_files, tables = config["editor"]["collections"]
    for one in in_files:
        compare(one["fields"], in_order(BY_FOLDER[one["name"]].model))
    for table in tables["files"]:
        shapes = in_order(BY_FOLDER[table["name"]].model)
        [rows] = table["fields"]
        identity, *columns = rows["fields"]
        assert identity["name"] == "id"
        compare(columns, tuple(shape for shape in shapes if shape.block is None))
    [entity] = config["editor"]["singletons"]
    compare(entity["fields"], in_order(BY_NAME["entidad"].model))


def test_records_in_files_are_picked_from_the_form_itself_others_from_a_list(
    config: dict[str, Any],
) -> None:
    assert field(config, "acciones", "objetivo")["widget"] == "relation"
    assert field(config, "acciones", "objetivo")["collection"] == "objetivos"
    partner = field(config, "acciones", "actores.actor")
    assert partner["widget"] == "select"
    assert {"label": "Agencia del Norte", "value": "agencia-norte"} in partner["options"]
    doers = field(config, "acciones", "responsables")
    assert doers["multiple"] is True
    assert doers["min"] == 1
    assert doers["options"][-1] == {"label": "No informado", "value": "no_informado"}


def test_codes_are_picked_by_their_names(config: dict[str, Any]) -> None:
    country = field(config, "hermanamientos", "pais")["options"]
    assert {"label": "Noruega", "value": "NO"} in country
    names = [option["label"] for option in country]
    assert names.index("Álbania".replace("Á", "A")) < names.index("Bélgica") < names.index("Zambia")
    goals = field(config, "ejes", "ods")
    assert goals["multiple"] is True
    assert goals["options"][0]["value"] == "1"
    assert goals["options"][0]["label"].startswith("1 · ")


def test_what_must_stay_exact_is_never_a_number_of_the_editor(config: dict[str, Any]) -> None:
    def widgets(fields: list[dict[str, Any]]) -> set[str]:
        inside = [widgets(one.get("fields", [])) for one in fields]
        return {one["widget"] for one in fields}.union(*inside)

    *in_files, tables = config["editor"]["collections"]
    used = set().union(*(widgets(one["fields"]) for one in (*in_files, *tables["files"])))
    assert used == {"string", "text", "select", "relation", "datetime", "list", "object"}


def test_a_draft_is_no_choice_of_the_editor_that_is_published(tmp_path: Path) -> None:
    data = changed_world(tmp_path, [DRAFT])
    found = review(data, SHOWN, AS_OF)
    actors = BY_NAME["actor"]
    here = [option["value"] for option in _options(Choices(found.lists, found.register), actors)]
    assert "en-secreto" in here
    editar = script("editar")
    _publish(data, editar, tmp_path)
    assert "en secreto" not in (tmp_path / "site" / "editar" / "config.json").read_text("utf-8")


def _options(choices: Choices, kind: Any) -> list[dict[str, str]]:
    return [option for option in choices.records(kind) if isinstance(option, dict)]  # type: ignore[misc]


SAMPLES: tuple[tuple[FieldType, tuple[str, ...]], ...] = (
    (Number(), ("0", "-3.20", "1234567.89", "1.136", "1,5", "12 mil", "", "1e3", "05")),
    (Whole(), ("0", "12", "-1", "1.5", "x")),
    (Year(), ("2026", "26", "20266", "2026 ")),
    (Day(), ("2026-11-21", "2026-11", "21/11/2026", "2026-13-01")),
    (Moment(), ("2026-11-21", "2026-11", "2026", "11-2026", "2026-00")),
    (ReportingPeriod(), ("2026-T4", "2026-S2", "2026-11", "2026", "2025-2028", "2026-T5", "T4")),
    (Hour(), ("14:30", "24:00", "9:30")),
    (WebAddress(), ("https://a.gov.co/x", "a.gov.co", "https://a b.co")),
    (Mail(), ("a@b.gov.co", "a@b", "a b@c.co")),
    (Pattern(regex="[0-9]{2}|[0-9]{5}", form="dos cifras"), ("05", "05001", "5", "050")),
)


@pytest.mark.parametrize(
    ("kind", "text"),
    [(kind, text) for kind, texts in SAMPLES for text in texts],
    ids=lambda one: one if isinstance(one, str) else type(one).__name__,
)
def test_a_form_lets_through_nothing_that_cannot_be_read(kind: FieldType, text: str) -> None:
    found = pattern_of(kind)
    assert found is not None
    pattern, words = found
    assert words.endswith(".")
    if re.search(pattern, text):
        kind.parse(text, ReadingContext())


def test_every_kind_has_a_form_but_the_rows_that_are_only_added(config: dict[str, Any]) -> None:
    *in_files, tables = config["editor"]["collections"]
    formed = {one["name"] for one in (*in_files, *tables["files"])} | {"entidad"}
    assert {kind.folder for kind in KINDS} - formed == {"avances"}


def test_what_may_be_unknown_may_be_said_to_be() -> None:
    assert pattern_of(Number()) is not None
    known, unknown = pattern_of(Number()), pattern_of(Number(unknown=True))
    assert known is not None
    assert unknown is not None
    assert not re.search(known[0], "no_informado")
    assert re.search(unknown[0], "no_informado")
    assert "no_informado" in unknown[1]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://github.com/o/r", Repository("github", "github.com", "o/r")),
        ("https://github.com/o/r.git", Repository("github", "github.com", "o/r")),
        ("https://github.com/o/r/blob/main", Repository("github", "github.com", "o/r", "main")),
        (
            "https://github.com/o/r/tree/main/sitios/norte/",
            Repository("github", "github.com", "o/r", "main", "sitios/norte"),
        ),
        (
            "https://gitlab.com/g/s/r/-/blob/main",
            Repository("gitlab", "gitlab.com", "g/s/r", "main"),
        ),
        (
            "https://gitlab.alcaldia.gov.co/g/r",
            Repository("gitlab", "gitlab.alcaldia.gov.co", "g/r"),
        ),
        ("https://datos.santa-aurelia.example/repositorio/", None),
        ("https://github.com/o", None),
        (None, None),
    ],
)
def test_the_repository_is_known_by_its_address(
    address: str | None, found: Repository | None
) -> None:
    assert repository_at(address) == found


def test_a_gitlab_of_ones_own_is_asked_at_its_own_address() -> None:
    found = repository_at("https://gitlab.alcaldia.gov.co/g/r/-/blob/main")
    assert found is not None
    desk = Desk("Editar", found, "data", through_review=True)
    reviewed = review(WORLD, SHOWN, AS_OF)
    backend = json.loads(editor_config(desk, reviewed.lists, reviewed.register))["editor"][
        "backend"
    ]
    assert backend["api_root"] == "https://gitlab.alcaldia.gov.co/api/v4"
    assert backend["auth_methods"] == ["token"]


def test_the_page_asks_only_its_own_site_and_where_the_data_are_kept() -> None:
    page = editor_page("Editar los datos · «X» & Y", ("https://api.github.com",))
    assert re.findall(r"https?://[^ \";]+", page) == ["https://api.github.com"]
    assert "default-src 'none'" in page
    assert "«X» &amp; Y" in page


def _write(folder: Path, page: str, config: str) -> None:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(page, encoding="utf-8")
    (folder / "config.json").write_text(config, encoding="utf-8")


def _publish(data: Path, editar: Any, tmp_path: Path) -> str:
    entity = data / "entidad.yml"
    text = entity.read_text(encoding="utf-8")
    entity.write_text(
        text.replace("fuente:", "editor: sí\nrepositorio: https://github.com/o/r\nfuente:", 1),
        encoding="utf-8",
    )
    editar.prepare, editar.write_editor = (lambda: None), _write
    site = tmp_path / "site"
    site.mkdir(exist_ok=True)
    said = editar.published(data, AS_OF, site / "editar")
    assert isinstance(said, str)
    return said


def test_it_is_published_only_where_the_entity_says_so(tmp_path: Path) -> None:
    data = changed_world(tmp_path, [])
    editar = script("editar")
    left = tmp_path / "site" / "editar"
    left.mkdir(parents=True)
    assert editar.published(data, AS_OF, left) == ""
    assert not left.exists()
    assert "quedó en" in _publish(data, editar, tmp_path)
    made = json.loads((left / "config.json").read_text(encoding="utf-8"))["editor"]
    assert made["publish_mode"] == "editorial_workflow"
    assert made["backend"]["repo"] == "o/r"
    assert made["singletons"][0]["file"] == "data/entidad.yml"
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["editar"]


def run(*arguments: str) -> str:
    """What an office reads when the script refuses."""
    result = CliRunner().invoke(script("editar").main, list(arguments))
    assert result.exit_code == 1, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.output


def test_without_an_address_that_it_knows_it_is_not_published(tmp_path: Path) -> None:
    data = changed_world(tmp_path, [])
    entity = data / "entidad.yml"
    text = entity.read_text(encoding="utf-8")
    entity.write_text(text.replace("fuente:", "editor: sí\nfuente:", 1), encoding="utf-8")
    (tmp_path / "site").mkdir()
    said = run("--datos", str(data), "--sitio", str(tmp_path / "site"), "--fecha", "2026-07-15")
    assert "«repositorio» de entidad.yml" in said
    assert not list((tmp_path / "site").iterdir())


def test_outside_a_working_copy_it_says_what_is_missing(tmp_path: Path) -> None:
    data = changed_world(tmp_path, [])
    assert "git init" in run("--datos", str(data), "--sin-abrir", "--fecha", "2026-07-15")


def test_without_npm_it_says_what_to_ask_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = changed_world(tmp_path, [])
    (tmp_path / ".git").mkdir()
    editar = script("editar")
    monkeypatch.setattr("armado.MODULES", tmp_path / "nothing")
    monkeypatch.setenv("PATH", str(tmp_path))
    result = CliRunner().invoke(
        editar.main, ["--datos", str(data), "--sin-abrir", "--fecha", "2026-07-15"]
    )
    assert result.exit_code == 1
    assert "hace falta el programa npm" in result.output


def test_the_lock_names_no_registry() -> None:
    lock = Path(__file__).resolve().parent.parent / "scripts" / "editor" / "package-lock.json"
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    pinned = {name: one for name, one in packages.items() if name}
    assert all(one["integrity"].startswith("sha512-") for one in pinned.values())
    assert not any("resolved" in one for one in pinned.values())


def test_every_kind_says_how_its_files_are_written(config: dict[str, Any]) -> None:
    assert set(config["archivos"]) == {kind.name for kind in KINDS}
    shape = {one["nombre"]: one for one in config["archivos"]["accion"]}
    assert shape["presupuesto"]["lista"] is True
    assert {one["nombre"]: one["clase"] for one in shape["presupuesto"]["bloque"]}["monto"] == (
        "numero"
    )


def test_the_server_lets_the_editor_ask_where_the_data_are_kept(tmp_path: Path) -> None:
    edition = load_edition(WORLD, SHOWN, AS_OF)
    entity = edition.entity.model_copy(update={"editor": True})
    without, with_it = (
        next(iter(server_files(one, ()))).content
        for one in (edition, replace(edition, entity=entity))
    )
    assert _rules(str(without))["/*"].count("Content-Security-Policy: default-src") == 1
    ruled = _rules(str(with_it))
    assert "default-src" not in ruled["/*"]
    assert "Strict-Transport-Security" in ruled["/*"]
    assert "default-src 'none'" in ruled["/acciones/*"]
    assert ruled["/editar/*"].strip() == "Content-Security-Policy: frame-ancestors 'self'"


def _rules(text: str) -> dict[str, str]:
    """The headers of each address of a file of headers."""
    found: dict[str, str] = {}
    place = ""
    for line in text.splitlines():
        if line.startswith("/"):
            place = line
            found[place] = ""
        elif line.startswith("  "):
            found[place] += line + "\n"
    return found


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("hermanamientos/marisma.yml", "editar/#/collections/hermanamientos/entries/marisma"),
        ("actores.csv", "editar/#/collections/tablas/entries/actores"),
        ("entidad.yml", "editar/#/collections/_singletons/entries/entidad"),
        # The rows of progress have no form; nor has what nobody reads.
        ("avances/2026-T2.csv", ""),
        ("hermanamientos/marisma.yaml", ""),
        ("notas/marisma.yml", ""),
    ],
)
def test_the_way_to_a_form(path: str, place: str) -> None:
    assert form_of(path) == place


def test_every_page_of_a_record_leads_to_a_form_that_there_is(config: dict[str, Any]) -> None:
    editor = config["editor"]
    folders = {one["name"] for one in editor["collections"]}
    files = {one["name"] for one in (*editor["singletons"], *_tables(editor))}
    found = load_edition(WORLD, SHOWN, AS_OF).register
    paths = {item.path for item in found.located if BY_NAME[item.record.kind].has_pages}
    assert len(paths) > 20
    for path in paths:
        folder, _, entry = form_of(path).removeprefix("editar/#/collections/").split("/")
        assert entry in files if folder == "tablas" else folder in folders, path


def _tables(editor: dict[str, Any]) -> list[dict[str, Any]]:
    (tables,) = (one["files"] for one in editor["collections"] if one["name"] == "tablas")
    return list(tables)


@pytest.mark.parametrize(
    ("words", "there"),
    [
        (PUBLISHED, True),
        (PUBLISHED.replace("editor: sí\n", ""), False),
        (PUBLISHED.replace("https://github.com/o/r", "https://datos.example/"), False),
    ],
)
def test_pages_lead_to_forms_only_where_the_editor_is_part_of_the_site(
    words: str, there: bool, tmp_path: Path
) -> None:
    data = changed_world(tmp_path, [])
    entity = data / "entidad.yml"
    text = entity.read_text(encoding="utf-8").replace("fuente:", words, 1)
    entity.write_text(text, encoding="utf-8")
    edition = load_edition(data, SHOWN, AS_OF)
    assert ("form_of" in theme_values(edition, preview=False)) is there
    assert "form_of" not in theme_values(edition, preview=True)
