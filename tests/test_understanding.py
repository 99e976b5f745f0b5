"""What readers meet where they do not understand: words, figures, acronyms, method, headings."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from bitacora.edition import Edition, load_edition
from bitacora.pages import figures
from bitacora.pages.explaining import Explainer, OnPage, Term, explainer
from bitacora.pages.meanings import MEANINGS
from bitacora.pages.method_example import example
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.words import last_report
from bitacora.pages.writing import PageHead, Writer
from bitacora.printing.blocks import Blocks
from bitacora.printing.destinations import Destinations
from bitacora.printing.tree import page_tree
from bitacora.publication import artefacts
from bitacora.records.networks import Red
from bitacora.spanish import percent
from bitacora.tallies.acronyms import Acronym
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD, changed_world

TEMPLATES = ROOT / "content" / "templates"
HEADING = re.compile(r"h[1-6]")
EMPTY_WORDS = re.compile(r"aquí|acá|ver|ver más|más|leer más|este enlace|enlace|csv|json|pdf", re.I)
TERMS = Explainer(
    {"red": Term("Red", "Un grupo."), "iso": Term("ISO: Normas", "Reglas.")},
    {"red": "red", "redes": "red", "ISO": "iso"},
    (Acronym("COP", "peso"), Acronym("COP", "Conferencia", True), Acronym("AL-LAs", "Alianza")),
    "1 de mayo de 2026",
)


@cache
def edition() -> Edition:
    return load_edition(WORLD, SHOWN, AS_OF)


@cache
def markdown() -> Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def rendered(content: str) -> Element:
    body = markdown().reset().convert(get_data(content)[0])
    found: Element = html5lib.parseFragment(body, namespaceHTMLElements=False)
    return found


@cache
def site() -> dict[str, Element]:
    """Each page of the tiny world as a browser reads its body."""
    pages = [made for made in artefacts(edition(), (TEMPLATES,)) if made.is_page]
    return {page.path: rendered(str(page.content)) for page in pages}


def text_of(node: Element) -> str:
    return " ".join("".join(node.itertext()).split())


def written(template: str, tmp_path: Path, path: str = "a/b.md", **values: str) -> str:
    """The body that a template gives, with a small glossary."""
    folder = tmp_path / "pages"
    folder.mkdir(exist_ok=True)
    (folder / "una.md.j2").write_text(template, encoding="utf-8")
    made = Writer([tmp_path], TERMS).page(PageHead(path, "Una"), "una", values)
    return str(made.content).split("---\n", 2)[2].strip()


def explained(template: str, tmp_path: Path, **values: str) -> list[str]:
    body = written(template, tmp_path, **values)
    return re.findall(r'term__word"[^>]*>([^<]*)<', body)


def test_the_first_mention_alone_is_explained(tmp_path: Path) -> None:
    assert explained("Las Redes y la red.\n\nOtra red.", tmp_path) == ["Redes"]


@pytest.mark.parametrize(
    "template",
    [
        "# Una red",
        "| red | otra |",
        "[una red](x.md)",
        "[una]({{ a }}/red.md) y [red]({{ a }}.md)",
        '<a href="{{ a }}">una red</a>',
        '<p title="{{ a }} red">x</p>',
        "<summary>red</summary>",
        "`red`",
        "Texto {: .red }",
        "enredo, sobrered, pre-red",
        "iso",
    ],
)
def test_no_mention_is_explained_where_a_button_has_no_place(template: str, tmp_path: Path) -> None:
    assert explained(template, tmp_path, a="x") == []


@pytest.mark.parametrize(
    "template",
    [
        "## Una red\n\nUna red",
        "[x]({{ a }}.md) red",
        '<a href="{{ a }}">x</a> red',
        "- {{ a }} red",
    ],
)
def test_what_was_closed_does_not_silence_what_follows(template: str, tmp_path: Path) -> None:
    assert explained(template, tmp_path, a="x") == ["red"]


def test_words_of_the_data_are_never_explained(tmp_path: Path) -> None:
    assert explained("Dice: {{ a }}", tmp_path, a="una red ISO") == []
    change = {
        "archivo": "acciones/escuela.yml",
        "busca": "objeto: Cursos cortos para quienes escriben proyectos.",
        "pone": "objeto: Cursos sobre la línea base y las veedurías de los hermanamientos.",
    }
    world = load_edition(changed_world(tmp_path, [change]), SHOWN, AS_OF)
    [page] = [it for it in artefacts(world, (TEMPLATES,)) if it.path == "acciones/escuela.md"]
    assert "línea base y las veedurías de los hermanamientos" in str(page.content)
    assert 'popovertarget="termino-veeduria"' not in str(page.content)


def test_every_button_opens_a_note_of_its_page_and_every_name_is_used_once() -> None:
    opened = 0
    for path, page in site().items():
        names = Counter(node.get("id") for node in page.iter() if node.get("id"))
        assert [name for name, times in names.items() if times > 1] == [], path
        notes = {node.get("id") for node in page.iter() if node.get("popover") is not None}
        asked = [it.get("popovertarget") for it in page.iter("button") if it.get("popovertarget")]
        assert set(asked) == notes, path
        opened += len(asked)
    assert opened > 50


def test_the_links_of_the_notes_lead_to_what_there_is() -> None:
    anchors = {
        path: {node.get("id") for node in page.iter() if node.get("id")}
        for path, page in site().items()
    }
    led = 0
    for path, page in site().items():
        for note in (node for node in page.iter() if node.get("popover") is not None):
            for link in note.iter("a"):
                place, _, anchor = str(link.get("href")).partition("#")
                depth = path.removesuffix("index.md").removesuffix(".md").rstrip("/").count("/") + 1
                here = path == "index.md"
                assert place.count("../") == (0 if here else depth), (path, place)
                folder = place.replace("../", "")
                found = next(
                    one
                    for one in (f"{folder}index.md", f"{folder.rstrip('/')}.md")
                    if one in anchors
                )
                assert not anchor or anchor in anchors[found], (path, link.get("href"))
                led += 1
    assert led > 50


def test_the_glossary_explains_itself_once() -> None:
    page = site()["glosario/index.md"]
    assert not list(page.iter("button"))
    assert page.find(".//dt[@id='hermanamiento']") is not None


def test_search_and_paper_pass_the_notes_by(tmp_path: Path) -> None:
    body = written("La red sirve.", tmp_path)
    [note] = [it for it in rendered(body).iter() if it.get("popover") is not None]
    assert note.get("data-pagefind-ignore") is not None
    root = page_tree(body)
    printed = Blocks(Destinations("a/b.md", "", root.anchors()), root).set(root.children)
    assert "red" in printed
    assert "Un grupo" not in printed
    assert "qué quiere decir" not in printed


def test_a_note_is_only_text(tmp_path: Path) -> None:
    body = written("ISO", tmp_path)
    [note] = [it for it in rendered(body).iter() if it.get("popover") is not None]
    assert text_of(note) == "ISO: Normas. Reglas. «ISO: Normas» en el glosario"
    assert {node.tag for node in note.iter()} <= {"span", "b", "a"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Se dio en AL-LAs", "AL-LAs: Alianza."),
        ("Vale 5 COP", "COP: peso."),
        ("La COP28", "COP con un número: Conferencia."),
        ("[x](COP.md) XCOP COP-1 `COP`", ""),
    ],
)
def test_the_acronyms_of_a_page_are_spelled_out_at_its_end(
    text: str, told: str, tmp_path: Path
) -> None:
    foot = rendered(written("{{ a }}", tmp_path, a=text)).find(".//p[@class='acronyms']")
    assert (text_of(foot).partition("página. ")[2] if foot is not None else "") == told


def test_every_acronym_of_the_glossary_is_spelled_out_on_the_pages_that_say_it() -> None:
    ods = [path for path, page in site().items() if re.search(r"\bODS\b", text_of(page))]
    assert len(ods) > 5
    for path in ods:
        assert "Objetivos de Desarrollo Sostenible" in text_of(site()[path]), path


def test_a_network_shows_its_letters_with_its_name() -> None:
    for red in edition().register.all(Red):
        shown = text_of(site()[f"redes/{red.id}.md"])
        assert red.nombre in shown
        assert not red.sigla or red.sigla in shown


def test_each_meaning_is_asked_for_and_none_is_missing() -> None:
    told = "".join(path.read_text("utf-8") for path in (TEMPLATES / "pages").glob("*.j2"))
    asked = set(re.findall(r'explicar\("([a-z_]+)"\)', told))
    asked |= {f"informe_{key}" for key in re.findall(r'^  "([a-z_]+)": "', told, re.M)}
    assert set(MEANINGS) == asked


def test_a_figure_is_explained_once_with_its_date_its_rows_its_method() -> None:
    page = OnPage(TERMS, "a/b.md")
    told = page.figure("acciones", rows="otras/", moment="El 3 de mayo.")
    assert page.figure("acciones") == ""
    note = rendered(told)
    assert "El 3 de mayo." in text_of(note)
    assert [link.get("href") for link in note.iter("a")] == [
        "../../otras/",
        "../../metodo/#acciones",
    ]
    assert "1 de mayo de 2026" in text_of(rendered(OnPage(TERMS, "b.md").figure("acciones")))


def test_the_five_figures_of_a_report_say_what_they_mean() -> None:
    page = site()["informes/2026-t2.md"]
    names = [it.get("id") for it in page.iter() if str(it.get("id")).startswith("cifra-informe-")]
    assert len(names) == 5


def test_the_example_of_the_method_is_that_of_the_last_report() -> None:
    told = example(Presenter(edition()))
    report = last_report(edition())
    assert told is not None
    assert report is not None
    [line] = [it for it in report.content.renglones if it.indicador in told["indicador"]]
    assert told["valor"] == f"{line.a_la_fecha:f}"
    assert told["meta"] == f"{line.meta:f}"
    assert told["avance"] == percent(25)
    assert line.avance == Decimal("0.25")
    assert f"{told['valor']} de {told['meta']} es el 25 %" in text_of(site()["metodo/index.md"])


def test_without_reports_the_method_goes_without_example() -> None:
    bare = load_edition(WORLD, SHOWN, AS_OF)
    object.__setattr__(bare, "reports", ())
    assert example(Presenter(bare)) is None


@pytest.mark.parametrize("path", sorted(site()))
def test_headings_make_sense_aloud(path: str) -> None:
    above: dict[int, str] = {}
    met: Counter[tuple[str, ...]] = Counter()
    levels = []
    for node in site()[path].iter():
        if isinstance(node.tag, str) and HEADING.fullmatch(node.tag):
            level, words = int(node.tag[1]), text_of(node).removesuffix("#").strip()
            assert words
            levels.append(level)
            above = {it: told for it, told in above.items() if it < level} | {level: words}
            met[tuple(above.values())] += 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [words for words, times in met.items() if times > 1] == []


@pytest.mark.parametrize("path", sorted(site()))
def test_links_make_sense_aloud(path: str) -> None:
    for link in site()[path].iter("a"):
        words = text_of(link) or str(link.get("aria-label") or "")
        assert words, link.get("href")
        assert not EMPTY_WORDS.fullmatch(words), (words, link.get("href"))


@pytest.mark.parametrize(
    ("precision", "original", "told"),
    [
        ("exacto", "12.000", False),
        ("exacto", "12.000  Personas", False),
        ("exacto", "doce mil", True),
        ("aproximado", "12.000", True),
    ],
)
def test_what_the_source_writes_is_told_where_it_says_something_else(
    precision: str, original: str, told: bool, tmp_path: Path
) -> None:
    change = {
        "archivo": "cifras.csv",
        "busca": "aproximado,cerca de 12.000",
        "pone": f"{precision},{original}",
    }
    world = load_edition(changed_world(tmp_path, [change]), SHOWN, AS_OF)
    [page] = figures.pages(world, Writer([TEMPLATES]))
    assert (f"La fuente escribe «{original.split()[0]}" in str(page.content)) == told


def test_an_edition_explains_what_its_glossary_has() -> None:
    words = explainer(edition())
    assert words.words["hermanamientos"] == "hermanamiento"
    assert words.words["ODS"] == "ods"
    assert words.terms["ods"].name.startswith("ODS: ")
