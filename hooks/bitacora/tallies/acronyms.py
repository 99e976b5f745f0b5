"""The acronyms that a site can spell out: those of its glossary, registers, currencies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bitacora.reading.code_lists import CodeLists
from bitacora.records.codes import CodigoGlosario
from bitacora.records.institution import Dependencia
from bitacora.records.networks import Red
from bitacora.records.relations import Actor
from bitacora.register import Register

CAPITALS = 2
"""Letters in capitals without which a word is no acronym."""
LETTERS = re.compile(r"[^\W_][\w-]{1,19}")


@dataclass(frozen=True, slots=True)
class Acronym:
    """Some letters with what they stand for.

    ``numbered`` is true of those that only mean it with a number behind («COP28»), because alone
    they are something else (the Colombian peso).
    """

    letters: str
    name: str
    numbered: bool = False


def acronyms(register: Register, lists: CodeLists) -> tuple[Acronym, ...]:
    """Every acronym with its name; of two with the same letters, the glossary's wins, then that of
    a network, an actor, a unit."""
    coins = [Acronym(code.codigo, code.nombre) for code in lists.all("monedas")]
    letters = {coin.letters for coin in coins}
    found: dict[tuple[str, bool], Acronym] = {(coin.letters, False): coin for coin in coins}
    for one in (*_of_glossary(lists), *_of_records(register)):
        numbered = one.letters in letters
        found.setdefault((one.letters, numbered), Acronym(one.letters, one.name, numbered))
    return tuple(found[key] for key in sorted(found))


def is_acronym(word: str) -> bool:
    """Whether a word is written as acronyms are: no spaces, two capitals at least."""
    return bool(LETTERS.fullmatch(word)) and sum(map(str.isupper, word)) >= CAPITALS


def _of_glossary(lists: CodeLists) -> Iterator[Acronym]:
    for term in lists.all("glosario"):
        if isinstance(term, CodigoGlosario) and term.sigla and is_acronym(term.sigla):
            yield Acronym(term.sigla, term.nombre)


def _of_records(register: Register) -> Iterator[Acronym]:
    named: Iterable[Red | Actor | Dependencia] = (
        *register.all(Red),
        *register.all(Actor),
        *register.all(Dependencia),
    )
    for item in named:
        if item.sigla and is_acronym(item.sigla) and item.sigla != item.nombre:
            yield Acronym(item.sigla, item.nombre)
