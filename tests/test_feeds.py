"""The calendars and feeds, read back by programs that did not write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]
import pytest
import vobject  # type: ignore[import-untyped]

from bitacora.edition import Edition, load_edition
from bitacora.exports.calendars import AGENDA, CLOSINGS, REPORTS, calendars
from bitacora.exports.feeds import CALLS, NEWS, feeds
from bitacora.pages.links import page_path
from bitacora.pages.reports.words import report_path, slug_of
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD, Change, changed_world

ATOM = "{http://www.w3.org/2005/Atom}"
MISSION = "eventos/rueda-de-compradores.yml"
ADDRESS = "https://internacional.puerto.example/sitio/"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)")
IRI = re.compile(r"(tag:[^,]+,\d{4}:|urn:uuid:[0-9a-f-]{36})\S*")
FIVE_HOURS = timedelta(hours=-5)


def files_of(edition: Edition) -> dict[str, bytes]:
    return {
        made.path: made.as_bytes() for maker in (calendars, feeds) for made in maker(edition, ())
    }


def edition_with(folder: Path, *changes: Change) -> Edition:
    return load_edition(changed_world(folder, changes), SHOWN, AS_OF)


@pytest.fixture(scope="module")
def demonstration() -> Edition:
    return load_edition(ROOT / "data", "data", date(2026, 11, 21))


@pytest.fixture(scope="module")
def files(demonstration: Edition) -> dict[str, bytes]:
    return files_of(demonstration)


def entries(content: bytes) -> dict[str, Any]:
    """The entries of a calendar by their UID, as another library reads them."""
    calendar = vobject.readOne(content.decode("utf-8"))
    found = list(getattr(calendar, "vevent_list", []))
    assert len({one.uid.value for one in found}) == len(found)
    return {one.uid.value: one for one in found}


def by_title(content: bytes, title: str) -> Any:
    (found,) = [one for one in entries(content).values() if title in one.summary.value]
    return found


@pytest.mark.parametrize("path", [AGENDA, CLOSINGS, REPORTS])
def test_lines_are_as_the_standard_asks(path: str, files: dict[str, bytes]) -> None:
    content = files[path]
    assert content.endswith(b"END:VCALENDAR\r\n")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        line.decode("utf-8")  # no letter is cut in two
    whole = content.replace(b"\r\n ", b"").decode("utf-8")
    named = set(re.findall(r"TZID=([^:;]+)", whole))
    assert named == set(re.findall(r"\r\nTZID:(.+)\r\n", whole))
    for one in entries(content).values():
        assert one.dtstamp.value.tzinfo is not None
        assert one.status.value in ("CONFIRMED", "CANCELLED")


def test_the_same_data_make_the_same_bytes() -> None:
    edition = load_edition(WORLD, SHOWN, AS_OF)
    made = files_of(edition)
    assert files_of(load_edition(WORLD, SHOWN, AS_OF)) == made
    # The day of the edition changes what is open, not when anything was last revised.
    assert files_of(replace(edition, as_of=AS_OF + timedelta(days=1))) == made


def test_hours_of_events_are_those_of_colombia(files: dict[str, bytes]) -> None:
    one = by_title(files[AGENDA], "Segunda rueda con cooperantes")
    assert one.dtstart.value.replace(tzinfo=None) == datetime(2026, 12, 3, 8, 30)
    assert one.dtstart.value.utcoffset() == FIVE_HOURS
    assert one.dtend.value - one.dtstart.value == timedelta(hours=4)
    assert (
        one.location.value
        == "Salón de la Ceiba, Palacio Municipal, piso 1, Santa Aurelia, Colombia"
    )


def test_whole_days_end_the_day_after(files: dict[str, bytes]) -> None:
    one = by_title(files[AGENDA], "Intercambio de guardabosques")
    assert (one.dtstart.value, one.dtend.value) == (date(2026, 11, 18), date(2026, 11, 25))
    assert not isinstance(one.dtstart.value, datetime)


def test_what_was_cancelled_says_so_and_why(files: dict[str, bytes]) -> None:
    one = by_title(files[AGENDA], "Feria de lanas")
    assert one.status.value == "CANCELLED"
    assert "Se canceló: Un temporal" in one.description.value
    others = [it for it in entries(files[AGENDA]).values() if it.status.value != "CONFIRMED"]
    assert [it.uid.value for it in others] == [one.uid.value]


def test_a_closing_in_madrid_knows_summer(files: dict[str, bytes]) -> None:
    summer = by_title(files[CLOSINGS], "Premio a los barrios").dtstart.value
    assert summer.replace(tzinfo=None) == datetime(2027, 3, 28, 23, 59)
    assert summer.utcoffset() == timedelta(hours=2)
    winter = by_title(files[CLOSINGS], "Obras tempranas").dtstart.value
    assert winter.utcoffset() == timedelta(hours=1)
    assert winter.astimezone(_bogota(files)).hour == 11


def _bogota(files: dict[str, bytes]) -> Any:
    return by_title(files[AGENDA], "Segunda rueda con cooperantes").dtstart.value.tzinfo


def test_a_closing_without_hour_is_its_whole_day(files: dict[str, bytes]) -> None:
    one = by_title(files[CLOSINGS], "Alianzas entre municipios")
    assert (one.dtstart.value, one.dtend.value) == (date(2027, 2, 26), date(2027, 2, 27))


def test_the_reports_that_were_announced_have_their_hour(
    demonstration: Edition, files: dict[str, bytes]
) -> None:
    found = entries(files[REPORTS])
    assert len(found) == len(demonstration.calendar)
    moments = {one.summary.value: one.dtstart.value for one in found.values()}
    for said in demonstration.calendar:
        told = moments[f"Informe del {said.quarter.spoken}"]
        assert told.replace(tzinfo=None) == datetime.combine(said.day, said.hour)
        assert told.utcoffset() == FIVE_HOURS


def test_signs_of_any_kind_come_back_as_they_were(tmp_path: Path) -> None:
    name = "Ñandú; «día», coma\\barra: " + "é" * 90
    edition = edition_with(
        tmp_path,
        {"archivo": MISSION, "busca": "nombre: Rueda de compradores", "pone": f"nombre: '{name}'"},
        {
            "archivo": MISSION,
            "busca": "resultado: Cuatro empresas cerraron pedidos.",
            "pone": "resultado: |\n  Un párrafo.\n\n  Otro; con, signos: 3 < 5 & 7.",
        },
    )
    made = files_of(edition)
    one = by_title(made[AGENDA], "Ñandú")
    assert one.summary.value == name
    assert "Qué dejó: Un párrafo.\n\nOtro; con, signos: 3 < 5 & 7." in one.description.value
    (told,) = [it for it in read(made[NEWS]).entries if "Ñandú" in it.title]
    assert told.title == f"Qué dejó: {name}"
    root = ElementTree.fromstring(made[NEWS])
    summaries = [str(line.text) for line in root.iter(f"{ATOM}summary")]
    assert "Un párrafo.\n\nOtro; con, signos: 3 < 5 & 7." in summaries


def read(content: bytes) -> Any:
    found = feedparser.parse(content)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_the_feeds_hold_what_is_open_and_what_is_new(files: dict[str, bytes]) -> None:
    usable = read(files[CALLS])
    titles = {one.title for one in usable.entries}
    assert {"Premio a los barrios que se cuidan", "Escuela de estrategia urbana"} <= titles
    assert "Senderos sin huella" not in titles
    news = read(files[NEWS])
    titles = {one.title for one in news.entries}
    assert "Informe del tercer trimestre de 2026" in titles
    assert "Qué dejó: Cumbre de Mercociudades" in titles
    for found in (usable, news):
        days = [one.updated_parsed for one in found.entries]
        assert days == sorted(days, reverse=True)
        assert found.feed.updated_parsed == days[0]
        assert "(demostración)" in found.feed.title


@pytest.mark.parametrize("path", [CALLS, NEWS])
@pytest.mark.parametrize("with_address", [True, False])
def test_the_feeds_keep_the_musts_of_the_standard(
    path: str, with_address: bool, tmp_path: Path
) -> None:
    made = files_of(load_edition(with_site(tmp_path, with_address), SHOWN, AS_OF))
    assert list(breaches(made[path], ADDRESS if with_address else "")) == []
    assert (b"<!--" in made[path]) is not with_address


def with_site(folder: Path, known: bool) -> Path:
    """The world, whose site has an address or not, with a call that is open."""
    line = f"direccion_sitio: {ADDRESS}\ncontacto:" if known else "contacto:"
    whole = (WORLD / "oportunidades.csv").read_text(encoding="utf-8")
    entity = (WORLD / "entidad.yml").read_text(encoding="utf-8")
    entity = re.sub(r"direccion_sitio: .*\n", "", entity).replace("contacto:", line)
    return changed_world(
        folder,
        [
            {"archivo": "entidad.yml", "pone": entity},
            {"archivo": "oportunidades.csv", "pone": whole.replace("2026-05-31", "2026-12-31")},
        ],
    )


def breaches(content: bytes, base: str) -> Iterator[str]:
    """What RFC 4287 says must be, and is not."""
    root = ElementTree.fromstring(content)
    if root.tag != f"{ATOM}feed":
        yield "the root is no feed"
    if [len(root.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] != [1, 1, 1]:
        yield "feed without exactly one id, title and updated"
    if not root.findall(f"{ATOM}author/{ATOM}name"):
        yield "no author"
    items = root.findall(f"{ATOM}entry")
    ids = [str(one.findtext(f"{ATOM}id")) for one in items]
    if not ids or len(ids) != len(set(ids)):
        yield "no entries, or the same id twice"
    for part in (root, *items):
        yield from _part_breaches(part, base)


def _part_breaches(part: ElementTree.Element, base: str) -> Iterator[str]:
    if not IRI.fullmatch(str(part.findtext(f"{ATOM}id"))):
        yield f"id: {part.findtext(f'{ATOM}id')}"
    if not RFC3339.fullmatch(str(part.findtext(f"{ATOM}updated"))):
        yield f"updated: {part.findtext(f'{ATOM}updated')}"
    if not str(part.findtext(f"{ATOM}title")).strip():
        yield "empty title"
    links = [link for link in part.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
    if len(links) != 1:
        yield f"{len(links)} alternate links"
    for link in links:
        href = str(link.get("href"))
        if not href.startswith(base or "../"):
            yield f"link: {href}"


def test_a_breach_of_the_standard_is_seen() -> None:
    bad = b'<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><updated>2026</updated></feed>'
    assert len(list(breaches(bad, ""))) >= 5


def test_names_are_for_ever_with_a_host_and_without(tmp_path: Path) -> None:
    known = files_of(load_edition(with_site(tmp_path / "a", True), SHOWN, AS_OF))
    host = urlsplit(ADDRESS).hostname
    assert f"evento-rueda-de-compradores@{host}" in entries(known[AGENDA])
    assert by_title(known[AGENDA], "Rueda").url.value == f"{ADDRESS}eventos/rueda-de-compradores/"
    unknown = files_of(load_edition(with_site(tmp_path / "b", False), SHOWN, AS_OF))
    one = by_title(unknown[AGENDA], "Rueda")
    assert one.uid.value.startswith("urn:uuid:")
    assert not hasattr(one, "url")


def test_addresses_are_those_of_the_pages(demonstration: Edition, files: dict[str, bytes]) -> None:
    base = str(demonstration.entity.direccion_sitio).rstrip("/")
    records = [
        *demonstration.register.by_kind["evento"].values(),
        *demonstration.register.by_kind["oportunidad"].values(),
    ]
    paths = [page_path(record) for record in records]
    paths += [report_path(report.quarter) for report in demonstration.reports]
    paths += [
        f"informes/{slug_of(report, permanent=True)}.md"
        for report in demonstration.reports
        if report.act
    ]
    pages = {f"{base}/{path.removesuffix('.md')}/" for path in paths}
    pages.add(f"{base}/informes/calendario/")
    told = {
        one.url.value
        for path in (AGENDA, CLOSINGS, REPORTS)
        for one in entries(files[path]).values()
    }
    told |= {one.link for path in (CALLS, NEWS) for one in read(files[path]).entries}
    assert told <= pages


def test_a_draft_is_in_no_file(tmp_path: Path) -> None:
    draft = (WORLD / MISSION).read_text(encoding="utf-8").replace("Rueda", "Xilófono")
    edition = edition_with(
        tmp_path,
        {"archivo": "eventos/secreto.yml", "pone": f"{draft}estado_publicacion: borrador\n"},
    )
    for path, content in files_of(edition).items():
        assert "Xilófono".encode() not in content.replace(b"\r\n ", b""), path
        assert b"secreto" not in content.replace(b"\r\n ", b""), path


def test_nothing_is_no_fault(tmp_path: Path) -> None:
    head = (WORLD / "oportunidades.csv").read_text(encoding="utf-8").splitlines()[0]
    edition = edition_with(tmp_path, {"archivo": "oportunidades.csv", "pone": f"{head}\n"})
    made = files_of(edition)
    assert entries(made[CLOSINGS]) == {}
    assert read(made[CALLS]).entries == []
