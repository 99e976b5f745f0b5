"""What a reader meets first: counts before lists, what is happening now, the words of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bitacora.artefacts import Artefact
from bitacora.edition import Edition, load_edition
from bitacora.pages import commitments, events, home, indicators, missions, questions, unit_matrix
from bitacora.pages.commitment_rows import parted_count
from bitacora.pages.sharing.abstracts import ROOM, abstract
from bitacora.pages.writing import Writer
from bitacora.printing.blocks import Blocks, sections
from bitacora.printing.destinations import Destinations
from bitacora.printing.tree import page_tree
from bitacora.records.events import Evento
from bitacora.records.unknown import NO_INFORMADO
from register_rows import event
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD, changed_world

MAKERS = (commitments, events, home, indicators, missions, questions, unit_matrix)
WIDE = (
    '<table class="wide"><tr><th>Indicador</th><th>Valor</th></tr>'
    "<tr><td>Uno</td><td>2</td></tr></table>"
)


def made(edition: Edition) -> Iterator[Artefact]:
    writer = Writer([ROOT / "content" / "templates"])
    for maker in MAKERS:
        yield from maker.pages(edition, writer)


def pages_on(day: date, data: Path = WORLD) -> dict[str, str]:
    found = made(load_edition(data, SHOWN, day))
    return {page.path: str(page.content).replace("\N{NO-BREAK SPACE}", " ") for page in found}


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    return pages_on(AS_OF)


def lead(page: str) -> str:
    """The paragraph that opens a page."""
    return page.split("{: .lead }")[0].strip().rsplit("\n\n", 1)[-1]


def test_what_was_asked_and_promised_is_counted_first(site: dict[str, str]) -> None:
    assert lead(site["preguntas/index.md"]) == (
        "1 pregunta, con respuesta. [1 compromiso, abierto y en plazo](#compromisos-abiertos)."
    )
    assert "lleva la cuenta de 1 compromiso, abierto y en plazo" in site["compromisos/index.md"]


def test_parts_of_a_count_are_told_in_words() -> None:
    parts = [(12, "con respuesta"), (0, "en plazo"), (2, "sin respuesta a tiempo")]
    told = parted_count("14 preguntas", parts)
    assert told == "14 preguntas: 12 con respuesta y 2 sin respuesta a tiempo"
    assert parted_count("0 preguntas", []) == "0 preguntas"


def test_the_list_of_indicators_tells_the_last_light_of_each(site: dict[str, str]) -> None:
    page = site["indicadores/index.md"]
    row = next(line for line in page.splitlines() if "personas-formadas.md" in line)
    assert 'chip--good">En meta</span>' in row
    assert "T2 de 2026" in row
    assert "](../informes/2026-t2.md)" in lead(page)
    assert "<p" not in lead(page)


def test_what_is_happening_is_not_told_as_to_come(tmp_path: Path) -> None:
    during = pages_on(AS_OF, trip(tmp_path / "hoy", "2026-07-14", "2026-07-16"))
    before = pages_on(AS_OF, trip(tmp_path / "luego", "2026-07-20", "2026-07-22"))
    assert "Está pasando ahora:" in during["index.md"]
    assert lead(during["eventos/index.md"]).startswith("Está pasando ahora: [")
    assert "## Las que están en curso y las que vienen" in during["eventos/misiones.md"]
    assert "Lo que sigue:" in before["index.md"]
    assert lead(before["eventos/index.md"]).startswith("Lo próximo: [")
    assert "## Las que vienen" in before["eventos/misiones.md"]


def trip(folder: Path, first: str, last: str) -> Path:
    """The world with its mission on other days."""
    file = "eventos/rueda-de-compradores.yml"
    words = (
        ("fecha_inicio: 2026-05-18", f"fecha_inicio: {first}"),
        ("fecha_fin: 2026-05-20", f"fecha_fin: {last}"),
        ("resultado: Cuatro empresas cerraron pedidos.\n", ""),
    )
    changes = [{"archivo": file, "busca": old, "pone": new} for old, new in words]
    return changed_world(folder, changes)


def test_what_changed_reads_as_sentences(site: dict[str, str]) -> None:
    changes = site["index.md"].split("## Lo último que cambió")[1].split("###")[0]
    told = [line.strip() for line in changes.splitlines() if line.startswith("    ")]
    assert told
    assert all(line[0].isupper() or line[0] in "[0123456789" for line in told)
    assert not any(mark in line for line in told for mark in (".;", "..", ".]("))


def test_one_is_told_in_the_singular(site: dict[str, str]) -> None:
    tiles = site["matriz/index.md"].split("## Cuántas iniciativas hay")[1]
    assert "<li><strong>1</strong> red</li>" in tiles
    assert "<strong>1</strong> redes" not in tiles


def test_a_data_file_is_named_only_where_no_link_leads_to_it(tmp_path: Path) -> None:
    path = f"eventos/{load_edition(WORLD, SHOWN, AS_OF).register.all(Evento)[0].id}.md"
    public = {
        "archivo": "entidad.yml",
        "busca": "fuente:",
        "pone": "repositorio: https://github.com/o/r\nfuente:",
    }
    linked = changed_world(tmp_path, [public])
    assert "Archivo de datos" in pages_on(AS_OF)[path]
    assert "Archivo de datos" not in pages_on(AS_OF, linked)[path]


def test_a_description_says_what_the_record_says_and_fits() -> None:
    long = "Reunir a quienes compran con quienes venden. " * 8
    told = abstract(event(proposito=long))
    assert told.startswith("Reunir a quienes compran")
    assert len(told) <= ROOM
    assert told.endswith("…")
    assert abstract(event(proposito=NO_INFORMADO)) == ""


def upright(html: str) -> list[tuple[bool, str]]:
    """The parts of a page, each with whether it lies on its side, in the words of its headings."""
    return [
        (wide, " ".join(it.text() for it in part if not isinstance(it, str) and it.tag[0] == "h"))
        for wide, part in sections(page_tree(html).children)
    ]


def test_only_what_needs_the_width_of_the_page_lies_on_its_side() -> None:
    wide = f"<h2>Uno por uno</h2>{WIDE}<h3>Por nivel</h3><p>Poco.</p>"
    assert upright(f"{wide}<h2>Cambios</h2><p>Nada.</p>") == [
        (True, "Uno por uno"),
        (False, "Por nivel"),
        (False, "Cambios"),
    ]
    # Turning the page twice for a few lines would waste one.
    assert upright(f"{wide}<h2>Otra</h2>{WIDE}") == [
        (True, "Uno por uno Por nivel"),
        (True, "Otra"),
    ]


def test_what_a_heading_announces_stays_with_it() -> None:
    root = page_tree("<h2>Lo que no se hizo</h2><p>Lo prometido.</p><p>Más.</p>")
    source = Blocks(Destinations("informes/2026-t2.md", "", root.anchors()), root).set(
        root.children
    )
    assert "#anuncio[" in source
    assert source.count("#parrafo[") == 1
