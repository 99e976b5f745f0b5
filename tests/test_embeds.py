"""The figures that other sites show inside theirs: the same values, with their source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from bitacora.artefacts import Artefact
from bitacora.edition import Edition, load_edition
from bitacora.pages import embeds, indicators
from bitacora.pages.embed_code import UNTOLD, embed_code
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.index import sheets
from bitacora.pages.reports.page import report_page
from bitacora.pages.writing import Writer
from bitacora.records.indicators import Indicador
from bitacora.spanish import long_date
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD, changed_world

TEMPLATES = ROOT / "content" / "templates"


def plain(markup: str) -> str:
    """What people read, without signs of markup or repeated spaces."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", markup)))


def made(edition: Edition) -> dict[str, str]:
    return {item.path: str(item.content) for item in embeds.pages(edition, Writer([TEMPLATES]))}


@pytest.fixture(scope="module")
def edition() -> Edition:
    return load_edition(ROOT / "data", "data", date(2026, 11, 21))


@pytest.fixture(scope="module")
def found(edition: Edition) -> Mapping[str, str]:
    return made(edition)


def pages_of_indicators(edition: Edition) -> Iterator[Artefact]:
    return (
        page for page in indicators.pages(edition, Writer([TEMPLATES])) if "index" not in page.path
    )


def test_each_indicator_has_its_page(edition: Edition, found: Mapping[str, str]) -> None:
    ids = {item.id for item in edition.register.all(Indicador)}
    assert {path.split("/")[2] for path in found if "/indicadores/" in path} == ids


def test_a_value_changes_in_its_page_and_in_its_figure(tmp_path: Path) -> None:
    change = {
        "archivo": "avances/2026-T2.csv",
        "busca": "personas-formadas,2026-T2,reportado,60,",
        "pone": "personas-formadas,2026-T2,reportado,7313,",
    }
    changed = load_edition(changed_world(tmp_path, [change]), SHOWN, AS_OF)
    page = next(one for one in pages_of_indicators(changed) if "personas-formadas" in one.path)
    alone = made(changed)["incrustar/indicadores/personas-formadas/index.html"]
    assert "7.353" in plain(str(page.content)), "forty and those"
    assert "7.353" in plain(alone)
    assert "7.353" not in plain(
        made(load_edition(WORLD, SHOWN, AS_OF))[
            "incrustar/indicadores/personas-formadas/index.html"
        ]
    )


def test_every_fact_of_an_indicator_stands_in_its_page(
    edition: Edition, found: Mapping[str, str]
) -> None:
    for page in pages_of_indicators(edition):
        name = page.path.removesuffix(".md")
        alone = found[f"incrustar/{name}/index.html"]
        text = plain(str(page.content))
        for fact in re.findall(r"<dd>(.*?)</dd>", alone):
            assert plain(fact).strip() in text, f"{name}: {fact}"


def test_a_chart_alone_is_that_of_its_report(edition: Edition, found: Mapping[str, str]) -> None:
    writer = Writer([TEMPLATES])
    checked = 0
    for sheet in sheets(Presenter(edition)):
        if sheet.permanent:
            assert "incrustar/" not in str(report_page(sheet, writer).content)
            continue
        page = str(report_page(sheet, writer).content)
        for path, alone in found.items():
            if f"/informes/{sheet.slug}/" in path:
                (drawing,) = re.findall(r"<svg class=.ch-canvas.*</svg>", alone)
                assert drawing in page, path
                assert f'href="../../{path.removesuffix("index.html")}"' in page
                checked += 1
    assert checked > 8


def test_a_figure_alone_carries_its_source(edition: Edition, found: Mapping[str, str]) -> None:
    for path, page in found.items():
        assert '<meta name="robots" content="noindex">' in page, path
        assert "Datos de demostración." in page
        assert "Fuente:" in page
        assert long_date(edition.as_of) in page
        assert edition.entity.nombre in unescape(page)
        back = re.findall(r'<a href="((?:\.\./)+)([^"]+)"', page)
        assert [len(up) // 3 for up, _ in back] == [path.count("/")]
        assert (back[0][1].rstrip("/") + ".md").startswith(("indicadores/", "informes/"))


def test_a_real_government_has_no_notice_of_demonstration(tmp_path: Path) -> None:
    change = {"archivo": "entidad.yml", "busca": "demostracion: sí", "pone": "demostracion: no"}
    real = load_edition(changed_world(tmp_path, [change]), SHOWN, AS_OF)
    assert not any("demostración" in page for page in made(real).values())


def test_a_figure_alone_runs_nothing_and_styles_nothing_inside(found: Mapping[str, str]) -> None:
    for path, page in found.items():
        assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=", page), path
        assert not re.search(r'(?:src|href)="(?:https?:)?//', page), path


def test_a_figure_alone_is_no_page_of_the_menu_nor_of_the_search(found: Mapping[str, str]) -> None:
    for path, page in found.items():
        assert not Artefact(path, page).is_page
        assert "pagefind" not in page


def test_the_sheets_of_a_figure_exist(edition: Edition, found: Mapping[str, str]) -> None:
    theme = {path.name for path in (TEMPLATES / "theme" / "assets").iterdir()}
    computed = {"graficas.css", "entidad.css", "entidad-oscura.css"}
    for page in found.values():
        assert set(re.findall(r'href="[./]+assets/([^"]+)"', page)) <= theme | computed


def test_the_code_to_copy_names_the_site_or_says_what_to_write(edition: Edition) -> None:
    known = embed_code(edition, "incrustar/indicadores/x/index.html", "Ventas <al mes>", tall=True)
    address = f"{edition.entity.direccion_sitio}".rstrip("/")
    code = unescape(known.partition("<code>")[2].partition("</code>")[0])
    assert code.startswith(f'<iframe src="{address}/incrustar/indicadores/x/"')
    assert 'title="Ventas &lt;al mes&gt;"' in code
    assert UNTOLD not in known
    tiny = load_edition(WORLD, SHOWN, AS_OF)
    untold = embed_code(tiny, "incrustar/indicadores/x/index.html", "Ventas", tall=False)
    assert untold.count(UNTOLD) == 2, "in the code, then in what to do with it"
