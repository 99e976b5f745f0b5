"""Plain language: how the check reads a text, and the words of the site's own templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment

from bitacora.checks.plain_language import (
    LONGEST_SENTENCE,
    SHOUTED_WORDS,
    length,
    sentences,
    unexplained,
)
from bitacora.edition import shipped_lists
from bitacora.pages.meanings import MEANINGS
from bitacora.reading.code_lists import read_code_lists
from bitacora.records.codes import CodigoGlosario
from bitacora.register import make_register
from bitacora.sources import Sources
from bitacora.tallies.acronyms import acronyms
from site_builds import ROOT

TEMPLATES = sorted((ROOT / "content" / "templates" / "pages").glob("*.j2"))
LISTS = read_code_lists(shipped_lists(), Sources((), ()))[0]
KNOWN = frozenset(one.letters for one in acronyms(make_register(()), LISTS))
# Not prose: headings, rows of tables, attribute lists.
LAYOUT = re.compile(r"^\s*(?:#|\||\{:)")
CODE = re.compile(r"<[^>]*>|\]\([^)]*\)|\{:[^}]*\}|`[^`]*`|\*\*")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Una. Dos.", ["Una.", "Dos."]),
        ("Vale 1.234,5 pesos. ¿Y después? Nada.", ["Vale 1.234,5 pesos.", "¿Y después?", "Nada."]),
        ("Lo dijo el Sr. y calló.", ["Lo dijo el Sr. y calló."]),
        ("Uno; dos.\n\nTres", ["Uno", "dos.", "Tres"]),
        ("Dijo «basta». Y salió.", ["Dijo «basta", "Y salió."]),
    ],
)
def test_sentences_end_where_readers_stop(text: str, found: list[str]) -> None:
    assert [part.rstrip("».") for part in sentences(text)] == [part.rstrip("».") for part in found]


def test_a_figure_or_a_joined_word_is_one_word() -> None:
    assert length("El 15,5 % de 1.200 euro-latinoamericanos") == 5
    assert length("Está en https://un.example/una/pagina/muy/larga") == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La ORIX escribe.", ["ORIX"]),
        ("La Oficina (ORIX) escribe; la ORIX firma.", []),
        ("ORIX (la oficina) escribe.", []),
        ("El siglo XXI en EE. UU. cuesta US$ 5.", []),
        ("El indicador IND-04 y el ISSN 0122.", []),
        ("Un ODS y la ONU.", []),
        ("TODO EN MAYÚSCULAS ORIX", []),
    ],
)
def test_an_acronym_is_explained_where_it_is_known_or_spelled_out(
    text: str, found: list[str]
) -> None:
    assert unexplained(text, KNOWN) == found


def own_words(template: Path) -> Iterator[str]:
    """The lines of prose of a template, with «x» where a value goes."""
    told = []
    for _, kind, text in Environment(trim_blocks=True, lstrip_blocks=True).lex(
        template.read_text(encoding="utf-8")
    ):
        told += [text] if kind == "data" else ["x"] if kind == "variable_begin" else []
    for line in "".join(told).splitlines():
        if not LAYOUT.match(line):
            yield CODE.sub(" ", line)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_the_sentences_of_the_site_are_short_and_plain(template: Path) -> None:
    for line in own_words(template):
        for sentence in sentences(line):
            assert length(sentence) <= LONGEST_SENTENCE, sentence
            assert length(sentence) <= SHOUTED_WORDS or not sentence.isupper(), sentence
        assert unexplained(line, KNOWN) == [], line


def test_there_are_sentences_to_read() -> None:
    assert sum(length(line) for path in TEMPLATES for line in own_words(path)) > 1000


@pytest.mark.parametrize("key", MEANINGS)
def test_the_meanings_of_figures_are_short_and_plain(key: str) -> None:
    meaning = MEANINGS[key]
    for text in (meaning.counts, meaning.beware, meaning.moment):
        assert all(length(sentence) <= LONGEST_SENTENCE for sentence in sentences(text))
        assert unexplained(text, KNOWN) == []


def test_the_glossary_is_in_plain_words() -> None:
    for term in LISTS.all("glosario"):
        assert isinstance(term, CodigoGlosario)
        assert term.definicion, term.codigo
        assert unexplained(term.definicion, KNOWN) == [], term.codigo
        for sentence in sentences(term.definicion):
            assert length(sentence) <= LONGEST_SENTENCE, term.codigo
