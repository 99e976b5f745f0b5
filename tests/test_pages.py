"""The pages: every record has its own, with everything it holds; nothing is lost in the lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from bitacora.artefacts import Artefact
from bitacora.edition import Edition, load_edition
from bitacora.exports.tables import tables
from bitacora.hours import spoken_hour, zone_words
from bitacora.pages.cells import short_moment
from bitacora.pages.links import page_path
from bitacora.pages.presenter import plain_value
from bitacora.pages.reports.cells import day
from bitacora.pages.writing import title_of
from bitacora.publication import artefacts
from bitacora.quarters import Period
from bitacora.records.documents import Direccion, Retiro
from bitacora.records.fields import Leaf, leaves
from bitacora.records.institution import Entidad
from bitacora.records.kinds import BY_NAME, KINDS
from bitacora.records.media_types import media_name
from bitacora.records.partial_date import PartialDate
from bitacora.records.relations import Hermanamiento
from bitacora.records.unknown import NO_INFORMADO
from bitacora.records.values import CodeOf, Ref, Source, WebAddress
from bitacora.register import kind_of, make_register
from bitacora.spanish import language_name, number
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD, changed_world

TEMPLATES = (ROOT / "content" / "templates",)
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/mkdocs.yml"))
SITES = {
    "demo": ROOT / "data",
    **{example.name: example / "data" for example in EXAMPLES},
    "world": WORLD,
}
# Neither is a fact about the record.
NOT_SHOWN = {"id", "estado_publicacion"}
# These are told by the sign of the amount, or by a word before it.
TOLD_BY_THE_FIGURE = {"moneda", "cuota_moneda", "precision"}


def pages_of(edition: Edition) -> dict[str, Artefact]:
    return {page.path: page for page in artefacts(edition, TEMPLATES) if page.is_page}


def plain_text(page: Artefact) -> str:
    return re.sub(r"\s+", " ", unescape(str(page.content))).casefold()


@pytest.fixture(scope="module", params=SITES)
def edition(request: pytest.FixtureRequest) -> Edition:
    return load_edition(SITES[request.param], SHOWN, date(2026, 11, 21))


@pytest.fixture(scope="module")
def pages(edition: Edition) -> dict[str, Artefact]:
    return pages_of(edition)


@pytest.fixture(scope="module")
def world() -> dict[str, Artefact]:
    return pages_of(load_edition(WORLD, SHOWN, AS_OF))


def spellings(edition: Edition, leaf: Leaf) -> Iterator[str]:
    """The ways in which a page may show a value."""
    kind, value = leaf.value_type, leaf.value
    if value is NO_INFORMADO:
        yield "No informado"
    elif isinstance(kind, CodeOf):
        yield edition.lists.name(kind.codelist, str(value))
    elif isinstance(kind, Ref):
        found = edition.register.find(kind.kind, value)
        yield found.title if found else value
    elif leaf.path[-1] == "formato":
        yield media_name(value)
    elif leaf.path[-1] == "zona":
        yield zone_words(value)
    elif isinstance(value, time):
        yield spoken_hour(value)
    elif leaf.path[-1] == "idioma":
        yield str(language_name(value))
    elif isinstance(value, PartialDate):
        yield from (plain_value(value), short_moment(value))
    elif isinstance(value, Decimal):
        yield from (number(value), number(value, 0))
    elif isinstance(value, date):
        yield from (plain_value(value), day(value))
    elif isinstance(value, Period):
        yield plain_value(value)
    else:
        yield _words(kind, str(value))


def _words(kind: Any, text: str) -> str:
    if Source.document(text):
        return text.partition(",")[2]
    return text.split("/")[2] if isinstance(kind, WebAddress) else text


def is_shown(edition: Edition, leaf: Leaf, page: str) -> bool:
    field = next(step for step in reversed(leaf.path) if isinstance(step, str))
    if field in NOT_SHOWN | TOLD_BY_THE_FIGURE or isinstance(leaf.value, bool):
        return True
    return any(
        all(re.sub(r"\s+", " ", part).strip().casefold() in page for part in text.split("\n\n"))
        for text in spellings(edition, leaf)
    )


def test_each_record_shows_all_it_holds(edition: Edition, pages: dict[str, Artefact]) -> None:
    missing = []
    for item in edition.register.located:
        if kind_of(item.record).has_pages:
            page = plain_text(pages[page_path(item.record)])
            missing += [
                (page_path(item.record), leaf.field, leaf.value)
                for leaf in leaves(item.record)
                if not is_shown(edition, leaf, page)
            ]
    assert missing == []


def test_no_link_of_markdown_stands_where_html_would_show_it_as_it_is(
    pages: dict[str, Artefact],
) -> None:
    raw = re.compile(r"^<(?:p|li|h[1-6])\b[^>\n]*>.*\]\(.*$", re.MULTILINE)
    assert {
        path: raw.findall(str(page.content))
        for path, page in pages.items()
        if page.is_page and raw.search(str(page.content))
    } == {}


def test_each_code_of_ods_and_agenda_has_a_page(
    edition: Edition, pages: dict[str, Artefact]
) -> None:
    assert {f"ods/ods-{number}.md" for number in range(1, 18)} <= pages.keys()
    assert {f"agendas/{code.codigo.lower()}.md" for code in edition.lists.all("agendas")} <= (
        pages.keys()
    )


def test_no_record_can_take_the_address_of_another_page(
    edition: Edition, pages: dict[str, Artefact]
) -> None:
    records = {page_path(item.record) for item in edition.register.located}
    withdrawn = {
        f"{BY_NAME[one.tipo].folder}/{one.ficha}.md" for one in edition.register.all(Retiro)
    }
    for kind in (one for one in KINDS if one.has_pages):
        own = {
            path.removeprefix(f"{kind.folder}/").removesuffix(".md")
            for path in pages.keys() - records - withdrawn - moved(edition)
            if path.startswith(f"{kind.folder}/")
        }
        assert own == {name for name in kind.reserved if f"{kind.folder}/{name}.md" in pages}


def test_every_remark_is_told_once(edition: Edition, pages: dict[str, Artefact]) -> None:
    lines = str(pages["calidad/index.md"].content).split("\n## Avisos\n")[1].splitlines()
    rows = [line for line in lines if line.startswith("| ") and line.endswith(" |")]
    heads = [line for line in rows if line.startswith(("| Ficha ", "| --- |"))]
    assert len(rows) - len(heads) == len(edition.problems)


def moved(edition: Edition) -> set[str]:
    """The pages at addresses that were left."""
    return {f"{one.antes.rstrip('/')}.md" for one in edition.register.all(Direccion)}


def test_the_map_links_every_page(edition: Edition, pages: dict[str, Artefact]) -> None:
    links = re.findall(r"\]\(\.\./([^)]+)\)", str(pages["mapa/index.md"].content))
    assert sorted(links) == sorted(pages.keys() - {"mapa/index.md"} - moved(edition))


def test_every_table_can_be_downloaded(edition: Edition, pages: dict[str, Artefact]) -> None:
    page = str(pages["datos/index.md"].content)
    for table in tables(edition):
        for file in table.files:
            assert f"](../{file})" in page


def test_no_two_pages_share_an_address(edition: Edition) -> None:
    paths = [artefact.path for artefact in artefacts(edition, TEMPLATES)]
    assert len(set(paths)) == len(paths)


def test_titles_come_back_as_they_were(edition: Edition, pages: dict[str, Artefact]) -> None:
    for record in edition.register.all(Hermanamiento):
        assert title_of(pages[page_path(record)]) == record.title


def test_a_withdrawn_record_leaves_a_note(world: dict[str, Artefact]) -> None:
    page = str(world["hermanamientos/isla-verde.md"].content)
    assert "Esta ficha se retiró: 1 de abril de 2026." in page
    assert "Nunca se firmó." in page
    assert "](../hermanamientos/marisma.md)" in page


def test_the_colours_of_the_ods_come_from_their_list() -> None:
    edition = load_edition(WORLD, SHOWN, AS_OF)
    [style] = [each for each in artefacts(edition, TEMPLATES) if each.path == "assets/ods.css"]
    rules = str(style.content).splitlines()
    assert len(rules) == 17
    assert rules[3] == ".ods--4 { background: #c5192d; color: #ffffff; }"
    assert rules[10] == ".ods--11 { background: #fd9d24; color: #000000; }"


def test_nothing_of_a_draft_is_published(tmp_path: Path) -> None:
    draft = {
        "archivo": "hermanamientos/marisma.yml",
        "busca": "region: Costa Sur",
        "pone": "region: Costa Zafiro\nestado_publicacion: borrador",
    }
    retiro = {"archivo": "retiros.csv", "pone": (WORLD / "retiros.csv").read_text("utf-8")}
    retiro["pone"] = retiro["pone"].replace(",marisma,", ",,")
    edition = load_edition(changed_world(tmp_path, [draft, retiro]), SHOWN, AS_OF)
    # The examples of the rules come with the program: they say the same in every site.
    published = (it for it in artefacts(edition, TEMPLATES) if not it.path.startswith("reglas/"))
    for artefact in published:
        # A PDF is made of what its page says; its own bytes are looked into by the embargo's test.
        told = f"{artefact.path} {artefact.as_bytes().decode('utf-8', 'replace')}".lower()
        assert "zafiro" not in told, artefact.path
        assert "hermanamientos/marisma" not in told, artefact.path


def test_a_site_with_nothing_but_its_entity_has_its_pages() -> None:
    full = load_edition(WORLD, SHOWN, AS_OF)
    unit = full.entity.dependencia_internacional
    kept = (
        item
        for item in full.register.located
        if isinstance(item.record, Entidad) or item.record.id == unit
    )
    bare = replace(full, register=make_register(kept), problems=())
    assert "hermanamientos/index.md" in pages_of(bare)
