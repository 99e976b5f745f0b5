"""Text from data stays text: it cannot become HTML, script, Markdown structure or a template."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from markdown import Markdown
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from bitacora.edition import Edition
from bitacora.publication import artefacts
from poison import MAIL_WORD, URL_WORD, WORD, Dose, poisoned_edition
from site_builds import QUIET, ROOT

URL = "https://x.example/\"><b>u</b>'`[z](j)"
MAIL = '"><b>m</b>[z](j)@x.example'
# All in lower case: titles may change their first letter, and the comparison puts case aside.
ANYWHERE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> <a href='javascript:alert(1)'>b</a> "
    "</p></td></li></dl> <!-- hidden --> <![cdata[ x ]]> <?php x ?> <http://x.example> "
    "[link](javascript:alert(1)) [ref][1] ![img](http://x.example/a.png) [toc] [^1] "
    "**bold** __bold__ *em* _em_ `code` ``code`` ~~del~~ ==mark== ++ins++ ^sup^ $x$ :smile: "
    "{{ 7*7 }} {% raw %} {% endraw %} {# no #} ${7*7} <%= 7*7 %> "
    "{: onclick=alert(1) } {:.cls #id} &lt;b&gt; &amp;amp; &#60; &nbsp; a | b \\| c \\* "
    "\" onmouseover=alert(1) ' \N{RIGHT-TO-LEFT OVERRIDE}rtl http://x.example/ end"
)
AT_THE_START = (
    "# one",
    "###### one ######",
    "- one",
    "* one",
    "+ one",
    "1. one",
    "12) one",
    "> one",
    "---",
    "***",
    "_ _ _",
    "===",
    "| a | b |",
    ": one",
    "~~~ one",
    "``` one",
    "[^1]: one",
    "[ref]: http://x.example",
    "*[abbr]: one",
    "!!! note",
    "<div markdown=1> one",
    "{: .one }",
    "{% if 1 %} one",
    "%yaml one",
    "title: one",
)
IN_LINES = (
    "one\n---\ntwo",
    "one\n===",
    "---\ntitle: other\n---\none",
    "a | b\n--- | ---\n1 | 2",
    "one\n:   two",
    "one\n\n# two\n\n    code\n\n- three\n\n| a |\n| - |\n\n---\n\n```\ncode\n```",
    "one\r\n\r\n# two\u2028# three\u0085# four",
)
PAYLOADS = (ANYWHERE, *AT_THE_START, *IN_LINES)
FOLDERS = (ROOT / "content" / "templates",)
# What these attributes hold follows the text of the page.
FREE = {
    "id",
    "href",
    "src",
    "action",
    "content",
    "title",
    "aria-label",
    "data-title",
    "data-estado",
    "data-noun",
    "data-said",
    "data-t",
}
# HTML shown to be copied: what stands in it is written as in a source.
CODE_TO_COPY = re.compile("(<iframe .*?</iframe>)")
# The page for what is not found cannot know where it stands: its links hold the site's address.
MISSING = "404.html"
# «y» or «e», by the sound that follows it.
CONJUNCTION = re.compile(r"\b[ye]\b")
# Among pages with a title of their own, those named after data stand where the text puts them.
ORDERED_BY_TEXT = {"mapa/index.md", "mapa/index.html"}


@cache
def markdown() -> Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


@cache
def rendered(dose: Dose) -> dict[str, Element]:
    """Each page as the site's Markdown makes it, its title first; parsed as a browser would."""
    pages = {}
    for artefact in artefacts(poisoned_edition(dose), FOLDERS):
        if artefact.is_page:
            body, meta = get_data(str(artefact.content))
            html = f"<p>{meta['title']}</p>{markdown().reset().convert(body)}"
            pages[artefact.path] = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return pages


def skeleton(node: Element, depth: int = 0) -> list[tuple[int, str, tuple[str, ...]]]:
    """Every element and comment with its attributes: all that is not text."""
    attributes = tuple(
        sorted(name if name in FREE else f"{name}={value}" for name, value in node.items())
    )
    found = [(depth, node.tag if isinstance(node.tag, str) else "comment", attributes)]
    if found[0][1].endswith("svg"):
        # How many lines a text of a drawing takes, and how high it is, follows its length.
        found[0] = (depth, "svg", tuple(sorted(node.keys())))
        return found + sorted({(0, one.tag, tuple(sorted(one.keys()))) for one in node.iter()})
    for child in node:
        found += skeleton(child, depth + 1)
    return found


def words(node: Element) -> str:
    for heading in node.iter("h2"):
        # The initial of a term, over the terms of the glossary.
        if heading.text and len(heading.text) == 1:
            heading.text = "·"
    return CONJUNCTION.sub("y", " ".join("".join(text_of(node)).split()).casefold())


def text_of(node: Element) -> Iterator[str]:
    """The text for people outside drawings, which break their lines where the text has room."""
    if isinstance(node.tag, str) and not node.tag.endswith(("svg", "script")):
        yield node.text or ""
        for child in node:
            yield from text_of(child)
            yield child.tail or ""


def expected(harmless: str, dose: Dose) -> str:
    """The text of a page with harmless words, put back as it was meant."""
    parts = CODE_TO_COPY.split(harmless)
    told = "".join(put_back(part, dose, escape if i % 2 else str) for i, part in enumerate(parts))
    return CONJUNCTION.sub("y", told.casefold())


def put_back(harmless: str, dose: Dose, spell: Callable[[str], str]) -> str:
    return (
        harmless.replace(" ".join(dose.harmless.text.split()), spell(" ".join(dose.text.split())))
        .replace(f"x.example/{URL_WORD}", spell(dose.url.removeprefix("https://")))
        .replace(f"{MAIL_WORD}@x.example", spell(dose.mail))
    )


def links(node: Element) -> set[str]:
    """Where the links of a page lead, addresses of the fields apart."""
    return {
        re.sub(r"#.*", "", href)
        for found in node.iter("a")
        if not (href := found.get("href", "")).startswith(("https://x.example/", "mailto:"))
    }


def same_but_for_the_text(clean: Element, dirty: Element, dose: Dose, path: str) -> None:
    assert skeleton(dirty) == skeleton(clean), path
    told, meant = words(dirty), expected(words(clean), dose)
    if path in ORDERED_BY_TEXT:
        assert sorted(told.split()) == sorted(meant.split()), path
    else:
        assert told == meant, path
    if path == MISSING:
        assert len(links(dirty)) == len(links(clean)), path
    else:
        assert links(dirty) == links(clean), path


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_a_text_in_every_field_changes_nothing_but_the_text(payload: str) -> None:
    dose = Dose(payload, URL, MAIL)
    dirty, clean = (rendered(each) for each in (dose, dose.harmless))
    assert dirty.keys() == clean.keys()
    for path, page in dirty.items():
        same_but_for_the_text(clean[path], page, dose, path)


def test_the_payload_is_met_on_the_pages() -> None:
    pages = rendered(Dose(ANYWHERE, URL, MAIL))
    shown = " ".join(ANYWHERE.split()).casefold()
    without = {path for path, page in pages.items() if shown not in words(page)}
    # The guide and the rules come with the program: they say the same in every site.
    of_data = {path for path in without if not path.startswith(("guia/", "reglas/"))}
    assert of_data <= {"buscar/index.md", "informes/index.md"}


def test_the_words_of_the_pages_are_not_those_of_the_tests() -> None:
    for template in FOLDERS[0].rglob("*.j2"):
        assert not re.search(rf"{WORD}|{URL_WORD}|{MAIL_WORD}", template.read_text("utf-8"))


def test_what_is_no_web_address_is_no_link() -> None:
    pages = rendered(Dose("x", "javascript:alert(1)//", MAIL))
    for path, page in pages.items():
        for found in page.iter("a"):
            assert not found.get("href", "").startswith("javascript:"), path


def built(edition: Edition, target: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Element]:
    """Each page of the whole site, theme and all, as MkDocs builds it."""
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(target), strict=True)
    [hook] = config["hooks"].values()
    monkeypatch.setattr(hook, "load_edition", lambda *_: edition)
    build(config)
    return {
        page.relative_to(target).as_posix(): html5lib.parse(
            page.read_bytes(), namespaceHTMLElements=False
        )
        for page in sorted(target.rglob("*.html"))
    }


def test_the_built_site_has_the_same_elements(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {**QUIET, "SOURCE_DATE_EPOCH": "0", "BITACORA_FECHA": "2026-07-15"}.items():
        monkeypatch.setenv(name, value)
    dose = Dose(ANYWHERE, URL, MAIL)
    dirty = built(poisoned_edition(dose), tmp_path / "dirty", monkeypatch)
    clean = built(poisoned_edition(dose.harmless), tmp_path / "clean", monkeypatch)
    assert dirty.keys() == clean.keys()
    for path, page in dirty.items():
        same_but_for_the_text(clean[path], page, dose, path)
