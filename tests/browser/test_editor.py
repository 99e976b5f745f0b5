"""The editor of the browser: each kind of record is created, changed and related through its form,
and what it saves is what the scripts would write."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from bitacora.authoring.forms.tables import FORMAT, has_table
from bitacora.authoring.ordering import Surroundings, ordered_file
from bitacora.edition import review, shipped_lists
from bitacora.reading.records import kind_of_file
from bitacora.records.about import about
from bitacora.records.kinds import KINDS
from bitacora.sources import read_folder
from browser.conftest import need
from browser.editor_records import CHANGES, NEW, SHARED
from browser.officer import PATIENCE, Officer
from browser.serving import served
from escritorio import LOCAL
from script_files import script
from site_builds import build, inherit
from tiny_world import AS_OF, SHOWN, WORLD

ROOT = Path(__file__).resolve().parents[2]
INSTALLED = ROOT / "scripts" / "editor" / "node_modules" / "yaml"
EXAMPLES = sorted((ROOT / "examples").glob("*/data"))
ADDRESS = re.compile(r"http://localhost:\d+/editar/")
ROUND_TRIP = """async ([kind, texts]) => {
  const { archivos, tablas } = await (await fetch('config.json')).json();
  const { reader, writer } = await import('./formato.js');
  const { tableReader, tableWriter } = await import('./tablas.js');
  const table = kind in tablas;
  const read = table ? tableReader(tablas[kind]) : reader(archivos[kind]);
  const write = table ? tableWriter(tablas[kind]) : writer(archivos[kind]);
  return texts.map((text) => write(read(text.trim())));
}"""


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tiny world in a folder that git keeps."""
    folder = tmp_path_factory.mktemp("clone")
    (folder / ".git").mkdir()
    shutil.copytree(WORLD, folder / SHOWN)
    return folder


@pytest.fixture(scope="module")
def address(clone: Path) -> Iterator[str]:
    """The editor of that copy, opened as an office opens it."""
    need(INSTALLED.is_dir(), "el editor (npm ci en scripts/editor/)")
    command = [sys.executable, str(ROOT / "scripts" / "editar.py"), "--puerto", "0"]
    with subprocess.Popen(
        [*command, "--sin-abrir", "--fecha", AS_OF.isoformat()],
        cwd=clone,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as server:
        assert server.stdout is not None
        found = ADDRESS.search(server.stdout.readline())
        assert found, "the script does not say where it opened"
        yield found[0]
        server.terminate()


def files_of(data: Path) -> dict[str, str]:
    """The files of a data folder, by their place in the clone."""
    return {
        f"{SHOWN}/{path.relative_to(data).as_posix()}": path.read_text(encoding="utf-8")
        for path in sorted([*data.rglob("*.yml"), *data.rglob("*.csv")])
    }


@pytest.fixture
def officer(chromium: Browser, address: str, clone: Path) -> Iterator[Officer]:
    """Somebody at the editor, who has opened the copy."""
    officer = Officer(chromium, address, files_of(clone / SHOWN))
    officer.enter()
    yield officer
    officer.leave()


@pytest.fixture(scope="module")
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """The page of the editor, at its door."""
    page = chromium.new_page()
    page.goto(address)
    yield page
    page.close()


def canonical(data: Path, path: str) -> str:
    """A file as scripts/ordenar.py would leave it."""
    around = Surroundings.of(shipped_lists(), read_folder(data, SHOWN))
    found = ordered_file((data / path).read_bytes(), path, SHOWN, around)
    assert not found.left_alone, f"{path}: {found.reason} {found.faults}"
    return found.text


def test_every_kind_is_created_changed_and_related_as_the_scripts_would_write_it(
    officer: Officer, tmp_path: Path
) -> None:
    before = officer.files()
    for collection, _, values in NEW:
        officer.start(collection)
        officer.write({**values, **SHARED})
        officer.save()
    for collection, record, values in CHANGES:
        officer.open(collection, record)
        officer.write(values)
        officer.save()
    after = officer.files()

    data = shutil.copytree(WORLD, tmp_path / SHOWN)
    changed = {path: text for path, text in after.items() if before.get(path) != text}
    for path, text in changed.items():
        (tmp_path / path).write_text(text, encoding="utf-8", newline="")
    made = {f"{SHOWN}/{collection}/{record}.yml" for collection, record, _ in (*NEW, *CHANGES)}
    assert set(changed) == made
    found = review(data, SHOWN, AS_OF)
    assert [str(problem) for problem in found.problems if problem.is_error] == []
    for path, text in changed.items():
        assert canonical(data, path.removeprefix(f"{SHOWN}/")) == text
    assert officer.asked == []
    assert officer.complaints == []


def test_no_kind_that_lives_in_files_is_left_out() -> None:
    alone = {"entidad"}
    kept = {kind.folder for kind in KINDS if not about(kind).in_table} - alone
    assert {collection for collection, _, _ in NEW} == kept
    assert {collection for collection, _, _ in CHANGES} == kept


def test_the_entity_is_changed_in_its_own_form(officer: Officer) -> None:
    before = officer.files()
    officer.open("_singletons", "entidad")
    officer.write({"nombre_corto": "Puerto Claro 2", "barra_govco": "sí"})
    officer.save()
    after = officer.files()
    assert [path for path in after if after[path] != before[path]] == [f"{SHOWN}/entidad.yml"]
    text = after[f"{SHOWN}/entidad.yml"]
    assert "\nnombre_corto: Puerto Claro 2\n" in text
    assert "\nbarra_govco: sí\n" in text
    assert "\n  codigo_postal: '000999'\n" in text


def test_the_rows_of_a_table_are_changed_and_added(officer: Officer, tmp_path: Path) -> None:
    before = officer.files()
    officer.open("tablas", "actores")
    officer.field("filas").get_by_role("button", name="Expandir").nth(1).click()
    officer.write({"nombre": "Agencia del Norte, hoy"}, "filas.0.")
    officer.field("filas").get_by_role("button", name="Agregar").last.click()
    row = {"id": "astillero", "nombre": 'El "Astillero"', "alias": ["Varadero", "Dique"]}
    officer.write({**row, "tipo": "SAC-1", "pais": "CO", **SHARED}, "filas.2.")
    officer.save()
    after = officer.files()
    assert [path for path in after if after[path] != before[path]] == [f"{SHOWN}/actores.csv"]
    text = after[f"{SHOWN}/actores.csv"]
    assert '\nagencia-norte,"Agencia del Norte, hoy",AN,,SIN-1,NO,' in text
    assert '\nastillero,"El ""Astillero""",,Varadero|Dique,SAC-1,CO,' in text
    data = shutil.copytree(WORLD, tmp_path / SHOWN)
    (data / "actores.csv").write_text(text, encoding="utf-8", newline="")
    assert not any(problem.is_error for problem in review(data, SHOWN, AS_OF).problems)
    assert canonical(data, "actores.csv") == text


@pytest.mark.parametrize(
    "data", [WORLD, ROOT / "data", *EXAMPLES], ids=lambda data: data.parent.name
)
def test_a_record_that_is_opened_and_saved_is_what_ordering_makes_of_it(
    page: Page, data: Path
) -> None:
    around = Surroundings.of(shipped_lists(), read_folder(data, SHOWN))
    by_kind: dict[str, list[tuple[str, str]]] = {}
    for place, text in files_of(data).items():
        path = place.removeprefix(f"{SHOWN}/")
        kind = kind_of_file(path)
        if kind is None or (path.endswith(".csv") and not has_table(kind)):
            continue
        name = FORMAT.format(kind.name) if path.endswith(".csv") else kind.name
        wanted = ordered_file((data / path).read_bytes(), path, SHOWN, around).text
        by_kind.setdefault(name, []).append((text, wanted))
    assert len(by_kind) > 3
    for name, files in by_kind.items():
        texts = [text for text, _ in files]
        assert page.evaluate(ROUND_TRIP, [name, texts]) == [text for _, text in files]


COMMENTED = """\
# Lo que se acordó
# en la mesa de mayo

# Otro grupo
estrategia: mundo # al lado
numero: 3
# sobre el nombre
nombre: Eje raro con #signos # otro
descripcion: >-
  Texto plegado
  en dos # no es comentario

  Otro párrafo.

# suelto

ods: [4, 8] # en corchetes
hitos:
  # sobre el hito
  - texto: Uno # al lado de uno
    # sobre el periodo
    periodo: "2025"
  - texto: |
      Dos

      y más
    fuente: acta 1|acta 2
servicios: Uno|Dos
fuente:
  - acta # fuente
  # al final de la lista
actualizado: 2026-01-02
responsable: oficina
# pie
"""


def test_comments_stay_where_ordering_leaves_them(page: Page, tmp_path: Path) -> None:
    data = shutil.copytree(WORLD, tmp_path / SHOWN)
    (data / "ejes" / "comentado.yml").write_text(COMMENTED, encoding="utf-8")
    [text] = page.evaluate(ROUND_TRIP, ["eje", [COMMENTED]])
    assert text == canonical(data, "ejes/comentado.yml")
    assert COMMENTED.count("#") == text.count("#")


def test_a_mistake_is_told_beside_its_field_and_nothing_is_saved(officer: Officer) -> None:
    before = officer.files()
    officer.open("hermanamientos", "marisma")
    officer.write({"vence": "10/05/2028"})
    officer.page.get_by_role("button", name="Guardar").click()
    expect(officer.field("vence").get_by_role("alert")).to_contain_text(
        "2026-11-21, 2026-11 o 2026"
    )
    expect(officer.page.get_by_text("Hay un campo por corregir")).to_be_visible(timeout=PATIENCE)
    assert officer.files() == before


def test_it_speaks_spanish_to_a_browser_that_does_not(
    chromium: Browser, address: str, clone: Path
) -> None:
    officer = Officer(chromium, address, files_of(clone / SHOWN))
    expect(officer.page.get_by_role("button", name=LOCAL)).to_be_visible(timeout=PATIENCE)
    expect(officer.page.get_by_role("heading", name="Editar los datos")).to_be_visible(
        timeout=PATIENCE
    )
    expect(officer.page.get_by_text(clone.name)).to_be_visible(timeout=PATIENCE)
    officer.enter()
    expect(officer.page.get_by_text("Buenas prácticas")).to_be_visible(timeout=PATIENCE)
    assert "available" not in officer.page.inner_text("body")
    assert officer.asked == []
    officer.leave()


def test_the_page_of_a_record_leads_to_its_form(chromium: Browser, tmp_path: Path) -> None:
    need(INSTALLED.is_dir(), "el editor (npm ci en scripts/editor/)")
    folder, site = tmp_path / "mundo", tmp_path / "listo"
    shutil.copytree(WORLD, folder / SHOWN)
    inherit(folder)
    _publish_editor(folder / SHOWN)
    day = {"BITACORA_FECHA": AS_OF.isoformat()}
    built = build(site, folder / "mkdocs.yml", settings=day)
    assert built.returncode == 0, built.stderr
    script("editar").published(folder / SHOWN, AS_OF, site / "editar")
    with served(site) as place:
        officer = Officer(chromium, f"{place}editar/", files_of(folder / SHOWN))
        page = officer.page
        ways = {"hermanamientos/marisma": "Marisma", "actores/agencia-norte": "Actores"}
        for record, name in ways.items():
            page.goto(f"{place}{record}/")
            page.get_by_role("link", name="Editar esta ficha").click()
            door = page.get_by_role("button", name=LOCAL)
            form = page.get_by_role("button", name="Guardar")
            expect(door.or_(form).first).to_be_visible(timeout=PATIENCE)
            if door.is_visible():
                door.click()
            expect(form).to_be_visible(timeout=PATIENCE)
            expect(page).to_have_title(re.compile(name), timeout=PATIENCE)
        # What no record made has no form.
        page.goto(f"{place}glosario/")
        expect(page.get_by_role("link", name="Editar esta ficha")).to_have_count(0)
        officer.leave()


def _publish_editor(data: Path) -> None:
    entity = data / "entidad.yml"
    home = "editor: sí\nrepositorio: https://github.com/puerto-claro/datos/blob/main\nfuente:"
    text = entity.read_text(encoding="utf-8").replace("fuente:", home, 1)
    entity.write_text(text, encoding="utf-8")


def test_published_it_asks_only_where_the_data_are_kept(chromium: Browser, tmp_path: Path) -> None:
    need(INSTALLED.is_dir(), "el editor (npm ci en scripts/editor/)")
    data = shutil.copytree(WORLD, tmp_path / SHOWN)
    _publish_editor(data)
    site = tmp_path / "site"
    site.mkdir()
    script("editar").published(data, AS_OF, site / "editar")
    asked: list[str] = []

    def refused(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    with served(site) as place:
        page = chromium.new_page()
        page.set_default_timeout(PATIENCE)
        page.route(lambda url: not url.startswith(place), refused)
        page.goto(f"{place}editar/")
        page.get_by_role("button", name="Entrar con una llave de acceso").click()
        page.get_by_text("Pegue aquí su llave de acceso").wait_for()
        key = page.get_by_role("textbox", name="Llave de acceso")
        key.fill("una-llave")
        with page.expect_event(
            "requestfailed", lambda one: one.url.startswith("https://api.github.com/")
        ):
            key.press("Enter")
        page.close()
    assert {urlsplit(one).netloc for one in asked} == {"api.github.com"}
