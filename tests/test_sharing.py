"""What the pages of the built demonstration tell to those who share, quote or index them."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import html5lib
import pytest

from bitacora.edition import Edition, load_edition
from bitacora.exports.server_files import POLICY, server_files
from bitacora.pages.sharing.described import described
from bitacora.pages.sharing.places import Here
from bitacora.pages.writing import PageHead, Writer, said_of, saying, title_of
from bitacora.printing.pictures import picture
from bitacora.records.documents import Direccion
from bitacora.records.events import Evento
from bitacora.tallies.site_addresses import OWN_FOLDERS, living_addresses
from poison import Dose, poisoned_edition
from site_builds import DEMO_DAY, ROOT, build
from tiny_world import AS_OF, SHOWN, WORLD, changed_world

HTML = "{http://www.w3.org/1999/xhtml}"
OPEN_GRAPH = ("og:type", "og:title", "og:site_name", "og:locale", "og:description", "og:url")
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "GovernmentOrganization": ("name",),
    "WebSite": ("name", "url", "publisher"),
    "DataCatalog": ("name", "description", "url", "publisher", "dataset"),
    "Dataset": ("name", "description", "license", "creator", "distribution"),
    "DataDownload": ("contentUrl", "encodingFormat"),
    "MediaObject": ("contentUrl", "encodingFormat"),
    "Event": ("name", "startDate", "endDate", "eventStatus", "location", "url"),
    "Place": ("name", "address"),
    "PostalAddress": ("addressCountry",),
    "VirtualLocation": ("url",),
    "Report": ("name", "url", "dateModified", "temporalCoverage", "publisher", "encoding"),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position", "name", "item"),
}


@dataclass(frozen=True)
class Page:
    """A page of the built site."""

    address: str
    text: str

    @cached_property
    def root(self) -> Element:
        """Its tree, as browsers make it."""
        made: Element = html5lib.parse(self.text)
        return made

    def all(self, name: str) -> Iterator[Element]:
        """Every element of a name."""
        return self.root.iter(f"{HTML}{name}")

    @cached_property
    def metas(self) -> Mapping[str, str]:
        """What it says of itself in its head."""
        found = {}
        for meta in self.all("meta"):
            key = meta.get("property") or meta.get("name") or meta.get("http-equiv")
            if key:
                assert key not in found, f"{self.address}: {key} twice"
                found[key] = meta.get("content", "")
        return found

    @property
    def canonical(self) -> str:
        """The address it gives as its own."""
        return next(it.get("href", "") for it in self.all("link") if it.get("rel") == "canonical")

    @property
    def graph(self) -> list[dict[str, Any]]:
        """What it says in the words of schema.org."""
        blocks = [it.text for it in self.all("script") if it.get("type") == "application/ld+json"]
        assert len(blocks) == 1, self.address
        found: list[dict[str, Any]] = json.loads(blocks[0] or "")["@graph"]
        return found


@pytest.fixture(scope="module")
def pages(demo_site: Path) -> Mapping[str, Page]:
    found = {}
    for path in sorted(demo_site.rglob("*.html")):
        address = path.relative_to(demo_site).as_posix().removesuffix("index.html")
        if not address.startswith("incrustar/"):
            found[address] = Page(address, path.read_text(encoding="utf-8"))
    assert len(found) > 300
    return found


@pytest.fixture(scope="module")
def told(pages: Mapping[str, Page]) -> list[Page]:
    """Every page but the one that stands in for those that are missing."""
    return [page for address, page in pages.items() if address != "404.html"]


@pytest.fixture(scope="module")
def world() -> Edition:
    return load_edition(WORLD, SHOWN, AS_OF)


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from _nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _nodes(inner)


def test_every_page_says_what_it_is_to_those_who_share_it(told: list[Page]) -> None:
    for page in told:
        missing = [name for name in OPEN_GRAPH if not page.metas.get(name)]
        assert missing == [], page.address
        assert page.metas["og:locale"] == "es_CO"
        assert page.metas["og:url"] == page.canonical
        assert page.metas["twitter:card"] == "summary_large_image"
        assert "&" not in re.sub(r"&(?= )", "", page.metas["og:title"]), page.address


def test_every_shared_page_has_a_picture_that_is_there(told: list[Page], demo_site: Path) -> None:
    pictures = {page.metas["og:image"] for page in told}
    assert len(pictures) > 15
    for address in pictures:
        place = urlsplit(address)
        assert place.scheme
        file = (demo_site.parent / place.path.lstrip("/")).read_bytes()
        assert file.startswith(b"\x89PNG")
        assert struct.unpack(">II", file[16:24]) == (1200, 630)
        assert len(file) < 100_000, address


def test_the_data_blocks_are_whole_and_name_no_person(told: list[Page]) -> None:
    for page in told:
        for node in _nodes(page.graph):
            kind = node["@type"]
            assert kind in REQUIRED, f"{page.address}: {kind}"
            lacking = [name for name in REQUIRED[kind] if not node.get(name)]
            assert lacking == [], f"{page.address}: {kind}"
            assert "no_informado" not in json.dumps(node), page.address


def test_each_kind_of_page_speaks_of_its_thing(pages: Mapping[str, Page]) -> None:
    def first(address: str) -> str:
        return str(pages[address].graph[0]["@type"])

    assert first("") == "GovernmentOrganization"
    assert first("datos/") == "DataCatalog"
    events = [it for it in pages if re.fullmatch(r"eventos/(?!misiones/)[^/]+/", it)]
    reports = [it for it in pages if re.fullmatch(r"informes/\d{4}-t\d(-v\d+)?/", it)]
    assert events
    assert reports
    assert {first(address) for address in events} == {"Event"}
    assert {first(address) for address in reports} == {"Report"}


def test_the_way_to_each_page_ends_in_it_and_leads_through_pages(
    pages: Mapping[str, Page], told: list[Page]
) -> None:
    home = str(pages[""].graph[1]["url"])
    for page in told:
        ways = [node for node in page.graph if node["@type"] == "BreadcrumbList"]
        assert len(ways) == (page.address != "")
        for way in ways:
            steps = [str(step["item"]).removeprefix(home) for step in way["itemListElement"]]
            assert steps[0] == ""
            assert unquote(steps[-1]) == page.address
            assert set(steps) <= set(pages), page.address


def test_nothing_in_a_page_needs_an_inline_script_or_style(pages: Mapping[str, Page]) -> None:
    for page in pages.values():
        for element in page.root.iter():
            at = f"{page.address}: {element.tag}"
            if element.tag == f"{HTML}script":
                assert element.get("src") or element.get("type") == "application/ld+json", at
            assert element.tag != f"{HTML}style", at
            assert not [it for it in element.attrib if it == "style" or it.startswith("on")], at
            assert not (element.get("href") or "").startswith("javascript:"), at


def test_every_page_says_the_same_policy_as_the_server_should(
    pages: Mapping[str, Page], demo_site: Path
) -> None:
    assert "unsafe-inline" not in POLICY
    assert f"Content-Security-Policy: {POLICY}" in (demo_site / "_headers").read_text("utf-8")
    for page in pages.values():
        assert page.metas["Content-Security-Policy"] == POLICY, page.address
        # What stands before the policy is not bound by it.
        assert page.text.index("Content-Security-Policy") < page.text.index("<link"), page.address


def test_every_page_says_its_date_its_unit_and_where_to_tell_of_a_mistake(told: list[Page]) -> None:
    for page in told:
        main = page.text.split("<main", 1)[1].split("</main>", 1)[0]
        dated = "Edición del " in main or "<dt>Actualizado</dt>" in main
        assert dated, page.address
        assert "Responde" in main, page.address
        assert "Reportar un error" in main, page.address


def test_every_foot_leads_to_what_a_reader_may_want_to_check(pages: Mapping[str, Page]) -> None:
    root = "http://x.example/internacional/"
    for page in pages.values():
        foot = page.text.split('<footer class="foot"', 1)[1]
        links = {urljoin(root + page.address, it) for it in re.findall(r'href="([^"]*)"', foot)}
        for folder in ("datos", "calidad", "correcciones", "accesibilidad", "privacidad", "mapa"):
            assert f"{root}{folder}/" in links, page.address
        assert "novedades.atom.xml" in foot, page.address


def test_an_address_that_moved_leads_on(pages: Mapping[str, Page], demo_site: Path) -> None:
    demo = load_edition(ROOT / "data", "data", DEMO_DAY)
    rows = demo.register.all(Direccion)
    assert rows
    rules = (demo_site / "_redirects").read_text(encoding="utf-8")
    for row in rows:
        page, target = pages[row.antes], pages[row.ahora]
        assert re.fullmatch(r"0; url=\S+", page.metas["refresh"])
        assert page.canonical == target.canonical
        up = page.metas["refresh"].removeprefix("0; url=")
        assert any(link.get("href") == up for link in page.all("a"))
        assert f"/{row.antes} /{row.ahora} 301" in rules
    assert all(
        "refresh" not in page.metas
        for page in pages.values()
        if not page.address.endswith(tuple(row.antes for row in rows))
    )


def test_the_lost_page_offers_ways_on(pages: Mapping[str, Page]) -> None:
    lost = pages["404.html"]
    main = lost.text.split("<main", 1)[1].split("</main>", 1)[0]
    links = re.findall(r'href="([^"]*)"', main)
    inside = [link for link in links if link.startswith("/internacional/")]
    # From any depth: each link starts at the root of the server.
    assert [link for link in links if not link.startswith(("/internacional/", "mailto:"))] == []
    assert {"/internacional/.", "/internacional/mapa/"} <= set(inside)
    assert any(re.fullmatch(r"/internacional/informes/\d{4}-t\d/", link) for link in inside)
    assert 'action="/internacional/buscar/"' in main


def test_a_figure_can_be_quoted_with_its_date_and_address(pages: Mapping[str, Page]) -> None:
    page = next(it for it in pages.values() if re.fullmatch(r"indicadores/[^/]+/", it.address))
    quote = next(it for it in page.all("p") if it.get("class") == "quote")
    words = "".join(quote.itertext())
    assert "Alcaldía de Santa Aurelia (2026)." in words
    assert "Edición del " in words
    assert words.endswith(f"/{page.address}")


def test_the_folders_of_the_site_are_told_apart_from_those_of_records(
    pages: Mapping[str, Page],
) -> None:
    """Else a moved address could stand where the site puts a page of its own."""
    demo = load_edition(ROOT / "data", "data", DEMO_DAY)
    free = living_addresses(demo.register) | {row.antes for row in demo.register.all(Direccion)}
    unknown = {
        address
        for address in pages
        if address not in free
        and address.partition("/")[0] not in OWN_FOLDERS
        and address not in {"", "404.html"}
        and "Ficha retirada" not in pages[address].text
    }
    assert unknown == set()


def test_the_news_hold_reports_corrections_and_calls(demo_site: Path) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.parse(demo_site / "datos" / "novedades.atom.xml").getroot()
    titles = [entry.findtext(f"{atom}title", "") for entry in feed.iter(f"{atom}entry")]
    kinds = {category.get("term", "") for category in feed.iter(f"{atom}category")}
    assert "Informe" in kinds
    assert any("corregida" in title for title in titles)
    assert {"Convocatorias", "Premios"} <= kinds


def test_a_page_to_embed_loads_only_what_it_shows(demo_site: Path) -> None:
    found = sorted((demo_site / "incrustar").rglob("*.html"))
    assert found
    for path in found:
        text = path.read_text(encoding="utf-8")
        assert "Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'" in text
        assert "<script" not in text
        assert " style=" not in text


@pytest.fixture(scope="module")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny world as a site whose address nobody told, with the bar and the form."""
    folder = tmp_path_factory.mktemp("plain")
    change = {
        "archivo": "entidad.yml",
        "busca": "demostracion: sí",
        "pone": "demostracion: no\nbarra_govco: sí\n"
        "reporte_errores: https://www.puerto-claro.example/errores",
    }
    changed_world(folder, [change])
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT / 'mkdocs.yml'}\n"
        f"hooks: ['{ROOT / 'hooks' / 'publish.py'}']\n"
        f"theme: {{custom_dir: '{ROOT / 'content' / 'templates' / 'theme'}'}}\n",
        encoding="utf-8",
    )
    settings = {"BITACORA_FECHA": AS_OF.isoformat()}
    built = build(folder / "site", folder / "mkdocs.yml", settings=settings)
    assert built.returncode == 0, built.stderr
    return folder / "site"


def test_a_site_without_an_address_promises_none(plain_site: Path) -> None:
    text = (plain_site / "eventos" / "rueda-de-compradores" / "index.html").read_text("utf-8")
    page = Page("eventos/rueda-de-compradores/", text)
    assert not {"og:image", "og:url"} & set(page.metas)
    assert page.metas["twitter:card"] == "summary"
    assert 'rel="canonical"' not in text
    assert page.graph[0]["url"] == "../../eventos/rueda-de-compradores/"
    assert "Demostración" not in text


def test_the_bar_of_the_state_is_shown_only_where_the_entity_asks_for_it(
    plain_site: Path, pages: Mapping[str, Page]
) -> None:
    assert not any("www.gov.co" in page.text for page in pages.values())
    for name in ("index.html", "404.html", "acciones/index.html"):
        text = (plain_site / name).read_text(encoding="utf-8")
        bar, foot = [it.start() for it in re.finditer("https://www.gov.co/", text)]
        assert bar < text.index("<header") < text.index("<footer") < foot


def test_a_mistake_is_told_through_the_form_where_there_is_one(plain_site: Path) -> None:
    for name in ("404.html", "acciones/index.html", "accesibilidad/index.html"):
        text = (plain_site / name).read_text(encoding="utf-8")
        main = text.split("<main", 1)[1].split("</main>", 1)[0]
        assert 'href="https://www.puerto-claro.example/errores"' in main, name


def test_moved_addresses_are_not_offered_to_search_engines(demo_site: Path) -> None:
    listed = (demo_site / "sitemap.xml").read_text(encoding="utf-8")
    assert listed.count("<loc>") > 300
    assert "/acciones/alertas-quebradas/</loc>" in listed
    assert "alertas-tempranas" not in listed


def test_no_text_of_the_data_can_close_a_data_block() -> None:
    name = "</script><script>alert(1)</script><!-- &amp; {% raw %}"
    edition = poisoned_edition(Dose(name, "https://x.example/", "a@x.example"))
    writer = Writer([ROOT / "content" / "templates"])
    made = writer.page(PageHead("eventos/rueda-de-compradores.md", name, "Evento"), "buscar", {})
    (page,) = described(edition, [made], ())
    said = said_of(page)
    assert title_of(page) == name
    assert said["datos"]["@graph"][0]["name"] == name
    front = str(page.content).split("\n---\n")[0].split("\ndatos: ")[1]
    assert not set("<>&'") & set(front)


def test_what_is_added_to_a_page_changes_nothing_else() -> None:
    made = Writer([ROOT / "content" / "templates"]).page(
        PageHead("a/b.md", "Título", "Clase"), "buscar", {}
    )
    more = saying(made, datos={"a": ["<b>", "\x85", 1]})
    assert said_of(more) == {**said_of(made), "datos": {"a": ["<b>", "\x85", 1]}}
    assert str(more.content).split("\n---\n", 1)[1] == str(made.content).split("\n---\n", 1)[1]


def test_addresses_are_whole_only_where_that_of_the_site_is_known(world: Edition) -> None:
    known = world.entity.model_copy(update={"direccion_sitio": "https://x.example/sitio"})
    event = "eventos/rueda-de-compradores.md"
    assert Here(known, event).itself == "https://x.example/sitio/eventos/rueda-de-compradores/"
    assert Here(world.entity, event).to("index.md") == "../../"
    assert Here(world.entity, "index.md").to("datos/a.csv") == "./datos/a.csv"
    assert Here(world.entity, "a/index.md").to("b/index.md") == "../b/"


def test_headers_know_the_folder_of_the_site(world: Edition) -> None:
    entity = world.entity.model_copy(update={"direccion_sitio": "https://x.example/sitio/"})
    there = Edition(entity, world.register, world.lists, (), world.as_of)
    headers, redirects = [str(made.content) for made in server_files(there, ())]
    assert "\n/sitio/*\n" in headers
    assert "\n/sitio/incrustar/*\n" not in headers
    assert "/sitio/acciones/ferias-del-puerto/ /sitio/acciones/ferias/ 301" in redirects


def test_pictures_are_the_same_each_time_and_differ_by_kind(world: Edition) -> None:
    folders = [ROOT / "content" / "templates"]
    action = picture(world, "Acción", folders)
    assert action == picture(world, "Acción", folders)
    assert action != picture(world, "Red", folders)
    entity = world.entity.model_copy(update={"color_principal": "#7a1f5c"})
    purple = Edition(entity, world.register, world.lists, (), world.as_of)
    assert action != picture(purple, "Acción", folders)


def test_a_cancelled_event_is_said_to_be_cancelled(pages: Mapping[str, Page]) -> None:
    demo = load_edition(ROOT / "data", "data", DEMO_DAY)
    off = [event for event in demo.register.all(Evento) if event.cancelado]
    assert off
    for event in off:
        node = pages[f"eventos/{event.id}/"].graph[0]
        assert node["eventStatus"] == "https://schema.org/EventCancelled"
