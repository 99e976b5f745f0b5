"""The printed report: it says what the page says, everyone can read it, its bytes repeat."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import page as validator
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from bitacora.artefacts import Artefact
from bitacora.edition import load_edition
from bitacora.printing.compiling import compiled
from bitacora.printing.cover import Cover, covers, report_path
from bitacora.printing.destinations import Destinations, served
from bitacora.printing.documents import documents, typst_source
from bitacora.printing.own_colours import dressed
from bitacora.printing.tables import alike, is_wide, read, shares
from bitacora.printing.tree import html_tree, page_tree
from bitacora.publication import artefacts
from bitacora.reports.closings.act import Version
from bitacora.reports.published import CLOSED
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD

TEMPLATES = ROOT / "content" / "templates"
ENTITY = load_edition(WORLD, SHOWN, AS_OF).entity.model_copy(update={"color_principal": None})
LOOK = dressed((TEMPLATES / "print" / "informe.typ").read_text(encoding="utf-8"), ENTITY)
SITE = "https://internacional.puerto-claro.example/"
DAY = date(2026, 7, 15)
DIGEST = "3f" * 32
COVER = Cover(
    "informes/2026-t2-v1.md",
    DAY,
    "Alcaldía de Puerto Claro",
    "Definitivo",
    "good",
    DIGEST,
    f"{SITE}informes/2026-t2-v1/",
    "Definitivo · Versión 1 · Corte: 15 de julio de 2026 · Huella: 3f3f3f3f3f3f…",
    "Puerto Claro",
)
DRAWING = (
    '<svg class="ch-canvas" xmlns="http://www.w3.org/2000/svg" role="img" width="100%" height="40">'
    "<title>Tres van en meta</title><desc>Una barra por eje.</desc>"
    '<defs><linearGradient id="g"></linearGradient></defs>'
    '<rect class="ch-bar" x="0" y="0" width="40%" height="20"></rect></svg>'
)
ROWS = "\n".join(
    f"| Indicador número {number} | {number}.000 | {number} % |"
    f' <span class="chip chip--late">En riesgo</span> |'
    for number in range(1, 61)
)
PAGE = f"""---
title: "Informe del segundo trimestre de 2026"
tipo: "Informe trimestral"
---

# Informe del segundo trimestre de 2026

<p class="lead"><span class="chip chip--good">Definitivo</span> Todo el año y la ñandú.</p>

[PDF](2026-t2-v1.pdf)
{{: .web-only }}

Versión
:   1, cerrada el 15 de julio de 2026

## Cinco cifras {{: #cifras }}

- **2 de 3** indicadores van en meta <br><span class="card__meta">antes 1 de 3</span>
{{: .figure }}

## Indicador por indicador

Véase [la meta](../indicadores/ventas.md#meta), [las cifras](#cifras), [afuera](https://example.org/a).

#### Un título que salta

| Indicador | Meta | Avance | Luz |
| --- | ---: | ---: | --- |
{ROWS}

<figure><figcaption>Tres van en meta</figcaption>{DRAWING}<details><summary>Ver la tabla</summary>
<table><tr><th>Eje</th><th>Total</th></tr><tr><td>Uno</td><td>3</td></tr></table></details></figure>

Signos: #panic("no") \\*uno\\* `$a_b$` "comillas" [corchete] \\\\ barra <br> 北京 y fin.
"""


def source(content: str = PAGE, site: str = SITE) -> str:
    """The Typst source of a page."""
    return typst_source(LOOK, COVER, content, site)


@pytest.fixture(scope="module")
def printed() -> PdfReader:
    """The sample page, printed."""
    return PdfReader(BytesIO(compiled(source(), DAY)))


def words_of(reader: PdfReader) -> str:
    """All the text of a document on one line, divided words put together."""
    text = "\n".join(page.extract_text() for page in reader.pages)
    return " ".join(re.sub(r"[-\u00ad\u2010]\n", "", text).split())


def struck(reader: PdfReader, kind: str) -> list[DictionaryObject]:
    """The elements of the structure tree of one kind, in reading order."""
    found: list[DictionaryObject] = []

    def walk(node: object) -> None:
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, DictionaryObject):
            if node.get("/S") == kind:
                found.append(node)
            walk(node.get("/K"))

    walk(reader.root_object["/StructTreeRoot"].get_object())
    return found


def titles(outline: Iterable[object]) -> list[object]:
    """The bookmarks of a document, those below another in a list of their own."""
    return [
        titles(item) if isinstance(item, list) else getattr(item, "title", None) for item in outline
    ]


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_every_rule_of_the_standards_holds(profile: str) -> None:
    report = validator.validate_pdf_bytes(compiled(source(), DAY), profile=profile)
    assert report.rules.total > 100
    # A stream whose last byte is a carriage return seems to that rule to be one byte too long.
    failures = [one for one in report.failures if "STREAM-LENGTH" not in one.rule_id]
    assert [failure.message for failure in failures] == []


def test_it_says_in_which_language_what_title_and_date(printed: PdfReader) -> None:
    assert str(printed.root_object["/Lang"]) == "es-CO"
    assert printed.metadata is not None
    assert printed.metadata.title == "Informe del segundo trimestre de 2026"
    assert printed.metadata.author == "Alcaldía de Puerto Claro"
    assert printed.metadata.creation_date_raw == "D:20260715000000Z"
    assert {tuple(map(round, page.mediabox[2:])) for page in printed.pages} == {(595, 842)}


def test_sections_are_bookmarks_in_order_without_skipped_levels(printed: PdfReader) -> None:
    sections = ["Cinco cifras", "Indicador por indicador", ["Un título que salta"]]
    assert titles(printed.outline) == sections


def test_every_page_tells_version_cutoff_digest_address_number(printed: PdfReader) -> None:
    total = len(printed.pages)
    assert total > 2
    for number, page in enumerate(printed.pages, start=1):
        text = " ".join(page.extract_text().split())
        assert COVER.foot in text
        assert f"{SITE}informes/2026-t2-v1/" in text
        assert f"página {number} de {total}" in text
        assert "Documento de demostración. Puerto Claro es un lugar inventado" in text


def test_the_cover_tells_the_digest_whole(printed: PdfReader) -> None:
    first = "".join(printed.pages[0].extract_text().split())
    assert DIGEST in first
    assert "Todoelañoylañandú." in first
    assert "1,cerradael15dejuliode2026" in first


def test_a_place_that_exists_carries_no_banner() -> None:
    real = typst_source(LOOK, COVER_OF_A_REAL_PLACE, PAGE, SITE)
    assert "demostración" not in words_of(PdfReader(BytesIO(compiled(real, DAY))))


COVER_OF_A_REAL_PLACE = Cover(
    "informes/2026-t2.md", DAY, "Alcaldía", "Preliminar", "going", "", "", "Preliminar", ""
)


def test_headings_of_a_table_are_marked_and_come_back_on_each_page(printed: PdfReader) -> None:
    cells = struck(printed, "/TH")
    assert len(cells) == 4 + 2
    long = [
        page.extract_text() for page in printed.pages if "Indicador número" in page.extract_text()
    ]
    assert len(long) > 1
    assert all(re.search(r"Indicador\s+Meta\s+Avance\s+Luz", text) for text in long)


def test_drawings_speak(printed: PdfReader) -> None:
    (figure,) = struck(printed, "/Figure")
    assert str(figure["/Alt"]) == "Tres van en meta Una barra por eje."


def test_it_says_the_words_of_the_page_and_no_others(printed: PdfReader) -> None:
    text = words_of(printed)
    for said in ("2 de 3 indicadores van en meta antes 1 de 3", "Indicador número 60", "Uno 3"):
        assert said in text
    assert "PDF" not in text
    assert "Ver la tabla" not in text


def test_signs_of_the_data_stay_signs(printed: PdfReader) -> None:
    text = words_of(printed)
    assert '#panic("no") *uno* $a_b$ "comillas" [corchete] \\ barra' in text
    assert "[U+5317][U+4EAC] y fin." in text


def test_links_lead_to_the_site_or_inside_the_document(printed: PdfReader) -> None:
    actions = [
        note.get_object().get("/A", note.get_object())
        for page in printed.pages
        for note in page.get("/Annots", [])
    ]
    outside = {str(action["/URI"]) for action in actions if "/URI" in action}
    assert outside == {
        f"{SITE}indicadores/ventas/#meta",
        "https://example.org/a",
        f"{SITE}informes/2026-t2-v1/",
    }


def test_without_an_address_links_of_the_site_are_words() -> None:
    bare = source(site="")
    assert '#"la meta"' in bare
    assert "indicadores/ventas" not in bare


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("../indicadores/a.md", f"{SITE}indicadores/a/"),
        ("../metodo/index.md#luces", f"{SITE}metodo/#luces"),
        ("2026-t2-filas.md", f"{SITE}informes/2026-t2-filas/"),
        ("../datos/informes/2026-t2.json", f"{SITE}datos/informes/2026-t2.json"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("#cifras", ""),
    ],
)
def test_addresses_are_those_the_site_serves(target: str, address: str) -> None:
    assert Destinations("informes/2026-t2.md", SITE, frozenset()).web(target) == address
    assert served("index.md") == ""


def test_columns_alike_where_headings_are_alike() -> None:
    one = "<table><tr><th>Eje</th><th>Qué</th></tr><tr><td>a</td><td>{}</td></tr></table>"
    root = html_tree(one.format("corto") + one.format("una frase muy larga " * 9))
    (widths,) = alike(root.elements).values()
    assert widths[1] > 2 * widths[0]


def test_a_table_with_much_to_say_lays_its_section_down() -> None:
    head = "".join(f"<th>Columna {number}</th>" for number in range(8))
    cells = "<td>una frase que necesita sitio para leerse</td>" * 8
    table = f"<table><tr>{head}</tr><tr>{cells}</tr></table>"
    (found,) = html_tree(table).elements
    assert is_wide(found)
    assert sum(shares(read(found))) > 1000
    made = compiled(source(PAGE + f"\n## Ancha\n\n{table}\n\n## Angosta\n\nFin.\n"), DAY)
    sides = [
        float(page.mediabox.width) > float(page.mediabox.height)
        for page in PdfReader(BytesIO(made)).pages
    ]
    assert sides.count(True) == 1
    assert sides[-2:] == [True, False]


def test_a_first_section_on_its_side_leaves_no_empty_page() -> None:
    head = "".join(f"<th>Columna {number}</th>" for number in range(8))
    cells = "<td>una frase que necesita sitio para leerse</td>" * 8
    table = f"<table><tr>{head}</tr><tr>{cells}</tr></table>"
    made = compiled(source(f'---\ntitle: "Uno"\n---\n\n## Ancha\n\n{table}\n'), DAY)
    assert len(PdfReader(BytesIO(made)).pages) == 2


def test_drawings_keep_their_capitals_and_stand_alone() -> None:
    strip = (
        '<svg class="ch-strip" role="img" aria-label="T1 atrasado" width="13" height="16">'
        '<rect class="ch-bad" x="1" y="1" width="11" height="14"></rect>'
        '<rect fill="url(#camino-atrasado)" width="11" height="14"></rect></svg>'
    )
    lent = '<pattern id="camino-atrasado" patternUnits="userSpaceOnUse"></pattern>'
    shared = f'<div class="unseen"><svg width="1" height="1"><defs>{lent}</defs></svg></div>'
    text = source(f"{PAGE}\n{shared}\n\nAsí va: {strip} bien.\n")
    assert "<linearGradient" in text
    assert text.count('patternUnits=\\"userSpaceOnUse\\"') == 1
    assert '"T1 atrasado", 9.75pt' in text
    assert "ch-bad" not in text
    assert compiled(text, DAY)


def test_an_ornament_is_seen_and_not_read() -> None:
    sign = '<svg class="ch-strip" aria-hidden="true" width="13" height="16"><g></g></svg>'
    text = source(f'{PAGE}\n<ul class="ch-key"><li>{sign} En meta</li></ul>\n')
    assert "#clave([#adorno(" in text
    made = PdfReader(BytesIO(compiled(text, DAY)))
    assert len(struck(made, "/Figure")) == 1
    assert "En meta" in made.pages[-1].extract_text()


def test_markdown_of_a_page_is_read_as_the_site_reads_it() -> None:
    root = page_tree(PAGE)
    assert {"cifras", "un-titulo-que-salta"} <= root.anchors()
    assert "tipo" not in root.text()


def test_same_page_same_bytes_in_any_process(tmp_path: Path) -> None:
    program = (
        "import sys; sys.path[:0] = ['tests']\n"
        "from test_printing import DAY, compiled, source\n"
        "sys.stdout.buffer.write(compiled(source(), DAY))\n"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "America/Bogota"), ("2", "Asia/Tokyo"))
    ]
    assert made[0] == made[1] == compiled(source(), DAY)


def test_each_report_of_a_site_is_printed_beside_its_page() -> None:
    edition = load_edition(WORLD, SHOWN, AS_OF)
    made = {one.path: one for one in artefacts(edition, [TEMPLATES])}
    pages = [one for one in made.values() if one.is_page]
    papers = {path for path in made if path.endswith(".pdf")}
    assert papers == {cover.path.removesuffix(".md") + ".pdf" for cover in covers(edition, pages)}
    for report in edition.reports:
        path = report_path(report, numbered=bool(report.act)).removesuffix(".md")
        assert made[f"{path}.pdf"].as_bytes().startswith(b"%PDF-1.7")
        text = words_of(PdfReader(BytesIO(made[f"{path}.pdf"].as_bytes())))
        for name in {line.nombre for line in report.content.renglones}:
            assert " ".join(name.split()) in text


def test_a_closed_report_is_printed_at_both_its_addresses_with_its_digest() -> None:
    edition = load_edition(WORLD, SHOWN, AS_OF)
    last = edition.reports[-1]
    act = Version(
        version=1,
        clase="cierre",
        cerrado=DAY,
        huella_anterior="",
        huella_entradas="",
        huella_cifras="",
        huella=DIGEST,
        contenido=last.content,
        entradas={},
    )
    closed = replace(edition, reports=(replace(last, state=CLOSED, act=act),))
    latest, permanent = covers(closed, [])
    assert (latest.path, permanent.path) == ("informes/2026-t2.md", "informes/2026-t2-v1.md")
    assert permanent.digest == latest.digest == DIGEST
    assert permanent.foot == (
        "Definitivo · Versión 1 · Corte: 15 de julio de 2026 · Huella: 3f3f3f3f3f3f…"
        " · En el sitio: informes/2026-t2-v1/"
    )


def test_what_has_no_page_is_not_printed() -> None:
    edition = load_edition(WORLD, SHOWN, AS_OF)
    assert list(documents(edition, [Artefact("index.md", PAGE)], [TEMPLATES])) == []


def test_no_row_of_a_page_is_lost_on_paper() -> None:
    root = page_tree(PAGE)
    rows = [len(read(table).body) for table in root.walk() if table.tag == "table"]
    cells = len(struck(PdfReader(BytesIO(compiled(source(), DAY))), "/TR"))
    assert cells == sum(rows) + len(rows)


def test_the_paper_has_the_colours_of_the_government_that_publishes() -> None:
    own = ENTITY.model_copy(update={"color_principal": "#7a1f5c", "color_acento": "#c9a227"})
    told = dressed("", own)
    for name, colour in (("civico", "#7a1f5c"), ("acento", "#c9a227")):
        assert f'{name}: rgb("{colour}")' in told
    template = LOOK.split("\n", 1)[1]
    ours = compiled(typst_source(dressed(template, own), COVER, PAGE, SITE), DAY)
    painted = PdfReader(BytesIO(ours)).pages[0].get_contents()
    plain = PdfReader(BytesIO(compiled(source(), DAY))).pages[0].get_contents()
    assert painted is not None
    assert plain is not None
    purple = b"0.47843137 0.12156863 0.36078432"
    assert purple in painted.get_data()
    assert purple not in plain.get_data()
