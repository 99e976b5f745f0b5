"""Documents, the registry of information assets, the publication scheme."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.exports.table import Table
from bitacora.exports.tables import tables
from bitacora.exports.texts import csv_text
from bitacora.pages import documents
from bitacora.pages.transparency import transparency
from bitacora.pages.writing import Writer
from bitacora.records.documents import Documento
from bitacora.spanish import language_name
from site_builds import DEMO_DAY, ROOT
from table_rules import Row, rows_of
from tiny_world import AS_OF, SHOWN, WORLD, changed_world


@pytest.fixture(scope="module")
def edition() -> Edition:
    return load_edition(WORLD, SHOWN, AS_OF)


@pytest.fixture(scope="module")
def offered(edition: Edition) -> tuple[Table, ...]:
    return tables(edition)


@pytest.fixture(scope="module")
def site(edition: Edition, offered: tuple[Table, ...]) -> Mapping[str, str]:
    writer = Writer([ROOT / "content" / "templates"])
    made = (*transparency(edition, writer, offered), *documents.pages(edition, writer))
    return {page.path: str(page.content) for page in made}


def rows(offered: tuple[Table, ...], name: str) -> list[Row]:
    return rows_of(csv_text(next(table for table in offered if table.name == name)))


def test_the_registry_lists_each_document_each_report_and_each_table_once(
    edition: Edition, offered: tuple[Table, ...]
) -> None:
    ids = [row["id"] for row in rows(offered, "registro-activos")]
    assert len(ids) == len(set(ids))
    assert set(ids) == {
        *(f"documento:{item.id}" for item in edition.register.all(Documento)),
        *(f"informe:{report.quarter.text}" for report in edition.reports),
        *(f"tabla:{table.name}" for table in offered),
    }


def test_the_scheme_has_only_what_anybody_can_open(tmp_path: Path) -> None:
    change = {
        "archivo": "documentos.csv",
        "busca": "https://www.puerto-claro.example/relato",
        "pone": "no_informado",
    }
    edition = load_edition(changed_world(tmp_path, [change]), SHOWN, AS_OF)
    offered = tables(edition)
    assets = {row["id"]: row for row in rows(offered, "registro-activos")}
    scheme = {row["id"] for row in rows(offered, "esquema-publicacion")}
    assert set(assets) - scheme == {"documento:relato"}
    assert assets["documento:relato"]["disponible"] == "a solicitud"
    assert assets["documento:relato"]["lugar_consulta"] == "no_informado"


def test_a_document_is_told_in_words(offered: tuple[Table, ...]) -> None:
    row = next(row for row in rows(offered, "esquema-publicacion") if row["id"] == "documento:plan")
    assert row["idioma"] == "español (Colombia)"
    assert row["formato"] == "text/html"
    assert row["fecha_generacion"] == "2026-01-20"
    assert row["frecuencia"] == "Única vez"
    assert row["responsable_informacion"] == "Oficina Internacional"
    assert row["medio_conservacion"] == "no_informado"


def test_a_table_bears_the_last_day_on_which_one_of_its_records_changed(tmp_path: Path) -> None:
    change = {
        "archivo": "redes.csv",
        "busca": "oficina,2026-07-01",
        "pone": "oficina,2026-07-09",
    }
    edition = load_edition(changed_world(tmp_path, [change]), SHOWN, AS_OF)
    found = {row["id"]: row for row in rows(tables(edition), "registro-activos")}
    assert found["tabla:redes"]["fecha_generacion"] == "2026-07-09"
    assert found["tabla:actores"]["fecha_generacion"] == "2026-07-01"
    assert found["tabla:redes"]["licencia"] == edition.entity.licencia_datos


def test_the_same_registry_is_read_on_the_pages(
    site: Mapping[str, str], offered: tuple[Table, ...]
) -> None:
    total = len(rows(offered, "registro-activos"))
    assert f"{total} activos de información" in site["transparencia/activos.md"]
    assert f"**{total}**" in site["transparencia/index.md"]
    for path in ("registro-activos.csv", "esquema-publicacion.csv"):
        assert f"(../datos/{path})" in site["transparencia/index.md"]
    assert "(../documentos/relato.md)" in site["transparencia/activos.md"]
    assert "(../informes/2026-t2.md)" in site["transparencia/esquema.md"]


def test_nothing_but_public_information_is_in_the_registry(offered: tuple[Table, ...]) -> None:
    assert {row["clasificacion"] for row in rows(offered, "registro-activos")} == {"publica"}


def test_a_document_page_says_all_that_the_law_asks(site: Mapping[str, str]) -> None:
    page = site["documentos/relato.md"]
    assert "Inglés" in page
    assert "Página web (HTML)" in page.replace("&#40;", "(").replace("&#41;", ")")
    assert "Cada cuánto se actualiza\n:   <span" in page  # nobody says
    assert "Quién lo guarda\n:   [Oficina Internacional]" in page


def test_a_document_that_proves_something_says_what(site: Mapping[str, str]) -> None:
    assert "(../preguntas/compradores.md)" in site["documentos/acta-1.md"]


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("es-CO", "español (Colombia)"),
        ("en", "inglés"),
        ("pt-BR", "portugués (Brasil)"),
        ("zh-Hans", "chino (simplificado)"),
        ("guc", "wayuunaiki"),
        ("mul", "varios idiomas"),
        ("español", None),
        ("es_CO", None),
        ("es-XX", None),
        ("ES", None),
        ("", None),
    ],
)
def test_languages_have_names(tag: str, name: str | None) -> None:
    assert language_name(tag) == name


def test_the_demonstration_has_every_way_of_reading_and_several_languages() -> None:
    demo = load_edition(ROOT / "data", SHOWN, DEMO_DAY)
    found = demo.register.all(Documento)
    ways = {code.codigo for code in demo.lists.all("accesibilidades_documento")}
    assert {item.accesible for item in found} == ways
    assert {item.idioma.split("-")[0] for item in found} == {"es", "en", "fr", "pt"}
    assert {item.frecuencia for item in found if item.frecuencia} >= {
        "trimestral",
        "anual",
        "unica",
    }
