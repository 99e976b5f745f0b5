"""Rules of plain language: what makes a text harder to read than it need be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.checks.texts import ADDRESS, Written, texts
from bitacora.problems import Severity
from bitacora.records.kinds import BY_MODEL
from bitacora.records.reports import Informe
from bitacora.records.values import LongText, Text
from bitacora.spanish import count_of
from bitacora.tallies.acronyms import acronyms

LONGEST_SENTENCE = 30
"""Words. Colombia's guide (DNP, «Guía de lenguaje claro para servidores públicos», 2015) advises
20 in a sentence; studies that GOV.UK quotes find one of 29 or more very hard to read. Short of that
a remark would be noise: what is told here is what most readers lose."""
ADVISED = 20
LONG_TITLE, LONG_SUMMARY = 65, 600
SHOUTED_WORDS = 4
SHOWN = 60
TITLES = ("nombre", "titulo")
# What a source says is quoted as it stands; names are what they are.
QUOTED = frozenset(
    {
        "acto",
        "alias",
        "cita",
        "evidencia",
        "evidencias",
        "fuente",
        "linea_base_fuente",
        "medio_verificacion",
        "meta_texto",
        "pais_texto_original",
        "sigla",
        "texto_original",
    }
)
NAMES = frozenset({"nombre", "titulo", "ciudad", "lugar", "entidad", "quien"})
# A stop followed by a capital; a semicolon; a line of its own.
SENTENCE_END = re.compile(r"(?<=[.!?…])[»”\")]*\s+(?=[«“\"(¿¡]*[A-ZÁÉÍÓÚÑ\d])|;\s+|\n\s*\n")
WORD = re.compile(r"\w+(?:[-’'.,/]\w+)*")
LETTERS = re.compile(r"(?<![\w.-])[A-ZÁÉÍÓÚÑ]{2,6}(?![\w$+=/-]|\.\w)")
NO_ACRONYMS = frozenset({"AA", "AAA", "DOI", "ISBN", "ISSN"})
"""Grades, and what stands before the number by which a publication is found."""
ROMAN = re.compile(r"[IVXLC]+")
# «EE. UU.», «S. A. S.»: written with stops, they are abbreviations that everybody reads.
WITH_STOPS = re.compile(r"\b(?:[A-ZÁÉÍÓÚÑ]{1,2}\. ?){2,}")
SOME_WORDS = 4


def sentences(text: str) -> list[str]:
    """The sentences of a text, first to last."""
    return [part.strip() for part in SENTENCE_END.split(text) if part.strip()]


def length(sentence: str) -> int:
    """How many words a sentence has; a figure or a hyphenated word is one."""
    return len(WORD.findall(ADDRESS.sub("", sentence)))


def unexplained(text: str, known: frozenset[str]) -> list[str]:
    """The acronyms of a text that are not known, nor spelled out beside it: «Oficina (ORI)»."""
    if text.isupper():
        return []
    found = LETTERS.findall(WITH_STOPS.sub(" ", ADDRESS.sub(" ", text)))
    return [
        letters
        for letters in dict.fromkeys(found)
        if letters not in known | NO_ACRONYMS
        and not ROMAN.fullmatch(letters)
        and f"({letters})" not in text
        and f"{letters} (" not in text
    ]


@rule("frase-larga", Severity.MEJORA)
def long_sentence(world: World) -> Iterator[Finding]:
    """No sentence has more than thirty words."""
    for written in _prose(world):
        longest = max(sentences(written.text), key=length)
        if (words := length(longest)) > LONGEST_SENTENCE:
            yield Finding(
                written.record,
                written.leaf.path,
                f"Hay una frase de {words} palabras, que empieza así: «{_cut(longest)}».",
                f"Pártala en dos: se aconsejan {ADVISED} palabras por frase, una idea en cada una.",
            )


@rule("sigla-sin-explicar", Severity.MEJORA)
def unexplained_acronym(world: World) -> Iterator[Finding]:
    """Every acronym is in the glossary or in a register, or is spelled out where it stands; one
    that is not is told once, where it is first met."""
    known = frozenset(
        part
        for one in acronyms(world.register, world.lists)
        for part in (one.letters, *one.letters.split("-"))
    )
    met: dict[str, list[Written]] = {}
    for written in _prose(world):
        for letters in unexplained(written.text, known):
            met.setdefault(letters, []).append(written)
    for letters, places in met.items():
        more = len(places) - 1
        also = f" Está también en {count_of(more, 'texto', 'textos')} más." if more else ""
        yield Finding(
            places[0].record,
            places[0].leaf.path,
            f"No se explica qué es «{letters}».{also}",
            "Escriba el nombre completo y, entre paréntesis, la sigla; o añádala a "
            "listas/glosario.csv.",
        )


@rule("texto-mayusculas", Severity.MEJORA)
def shouting(world: World) -> Iterator[Finding]:
    """No text of more than four words is all in capitals."""
    for written in texts(world):
        if written.leaf.path[-1] in QUOTED:
            continue
        words = [word for word in written.text.split() if any(map(str.isalpha, word))]
        if len(words) > SHOUTED_WORDS and written.text.isupper():
            yield Finding(
                written.record,
                written.leaf.path,
                "El texto está todo en mayúsculas, que cuestan más de leer.",
                "Use mayúscula solo al comienzo y en los nombres propios.",
            )


@rule("titulo-largo", Severity.MEJORA)
def long_title(world: World) -> Iterator[Finding]:
    """The title of a page has at most 65 characters."""
    for item in world.register.located:
        record = item.record
        if not BY_MODEL[type(record)].has_pages or record.title_field not in TITLES:
            continue
        if len(record.title) > LONG_TITLE:
            yield Finding(
                record,
                (record.title_field,),
                f"El nombre tiene {count_of(len(record.title), 'carácter', 'caracteres')}; "
                f"con más de {LONG_TITLE} los buscadores lo cortan.",
                "Si no es un nombre oficial, acórtelo.",
            )


@rule("resumen-largo", Severity.MEJORA)
def long_summary(world: World) -> Iterator[Finding]:
    """A summary has at most 600 characters; that of a report has a rule of its own."""
    for written in texts(world):
        if isinstance(written.record, Informe) or written.leaf.path != ("resumen",):
            continue
        if len(written.text) > LONG_SUMMARY:
            yield Finding(
                written.record,
                written.leaf.path,
                f"El resumen tiene {len(written.text)} caracteres; se aconsejan {LONG_SUMMARY}.",
                "Deje lo esencial y pase el detalle a otro campo.",
            )


def _prose(world: World) -> Iterator[Written]:
    """The texts written for people here: no names, nothing quoted."""
    for written in texts(world):
        names = {str(part) for part in written.leaf.path}
        if (
            isinstance(written.leaf.value_type, (Text, LongText))
            and names.isdisjoint(QUOTED | NAMES)
            and length(written.text) >= SOME_WORDS
        ):
            yield written


def _cut(sentence: str) -> str:
    if len(sentence) <= SHOWN:
        return sentence
    return sentence[:SHOWN].rsplit(" ", 1)[0] + "…"


RULES = (long_sentence, unexplained_acronym, shouting, long_title, long_summary)
