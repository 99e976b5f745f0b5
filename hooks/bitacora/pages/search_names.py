"""The names that search looks through first: every page that has a kind, every term."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.explaining import term_anchor
from bitacora.pages.naming import axis_words
from bitacora.pages.search_words import Words, synonyms, words_of, words_of_page
from bitacora.pages.situations import situation_name, standing
from bitacora.pages.writing import said_of
from bitacora.records.codes import CodigoGlosario
from bitacora.records.kinds import BY_FOLDER
from bitacora.records.networks import Red
from bitacora.records.record import Registro
from bitacora.records.relations import Hermanamiento
from bitacora.records.strategy import Eje
from bitacora.register import in_reading_order
from bitacora.spanish import sort_key
from bitacora.tallies.belonging import axis_of, strategy_of
from bitacora.tallies.prominence import prominence_of

PATH = "buscar/nombres.json"
GLOSSARY = "glosario/"
TERM_KIND = "Término"
LIST_KIND = "Listado"
OF_INDEX, OF_LIST, OF_PAGE, OF_TERM = 5, 4, 3, 1
"""How near the front belong the pages that are of no record."""
NONE = -1
"""The place in a list of what a page does not have."""


@dataclass(frozen=True, slots=True)
class Name:
    """A page as search knows it: where it is, what it is called, of which kind, in which state,
    of which axis (its id), how near the front it belongs, the words it is found by."""

    address: str
    title: str
    kind: str
    state: str
    axis: str
    prominence: int
    words: Words


def search_names(edition: Edition, made: Sequence[Artefact]) -> Artefact:
    """The file of names, from the pages made; its rows say kinds, states and axes by their place
    in the lists at its head, and leave out what is missing at their end."""
    names = sorted(_names(edition, made), key=lambda one: (sort_key(one.title), one.address))
    kinds = _sorted(one.kind for one in names)
    states = _sorted(one.state for one in names if one.state)
    used = {one.axis for one in names}
    axes = [axis for axis in in_reading_order(edition.register.all(Eje)) if axis.id in used]
    ids = [axis.id for axis in axes]
    head = {
        "tipos": kinds,
        "estados": states,
        "ejes": [[axis.id, _axis_name(edition, axis)] for axis in axes],
        "sinonimos": synonyms(edition),
    }
    rows = [_row(one, kinds, states, ids) for one in names]
    lines = [f'"{key}": {_compact(value)}' for key, value in head.items()]
    listed = ",\n".join(map(_compact, rows))
    return Artefact(PATH, "{" + ",\n".join([*lines, f'"paginas": [\n{listed}\n]']) + "}\n")


def _names(edition: Edition, made: Iterable[Artefact]) -> Iterator[Name]:
    for page in made:
        facts = said_of(page) if page.is_page else {}
        if facts.get("tipo"):
            yield _name(edition, page, facts)
    for term in edition.lists.all("glosario"):
        acronym = term.sigla if isinstance(term, CodigoGlosario) else None
        yield Name(
            f"{GLOSSARY}#{term_anchor(term.codigo)}",
            f"{term.nombre} ({acronym})" if acronym else term.nombre,
            TERM_KIND,
            "",
            "",
            OF_TERM,
            Words((acronym, term.nombre) if acronym else ()),
        )


def _name(edition: Edition, page: Artefact, facts: Mapping[str, Any]) -> Name:
    record = _record(edition, page)
    axis = axis_of(edition.register, record) if record else None
    return Name(
        page.path.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/",
        facts["title"],
        facts["tipo"],
        _state(edition, record) or facts.get("estado", ""),
        axis.id if axis else "",
        _prominence(edition, page, record, facts["tipo"]),
        words_of(edition, record) if record else words_of_page(edition, page.path, facts),
    )


def _record(edition: Edition, page: Artefact) -> Registro | None:
    folder, _, name = page.path.removesuffix(".md").rpartition("/")
    kind = BY_FOLDER.get(folder)
    return edition.register.find(kind.name, name) if kind and kind.has_pages else None


def _state(edition: Edition, record: Registro | None) -> str:
    """The state of a relation without since when, so that those of one state stay together."""
    if isinstance(record, Hermanamiento | Red):
        return situation_name(edition, standing(edition, record).state)
    return ""


def _prominence(edition: Edition, page: Artefact, record: Registro | None, kind: str) -> int:
    if record:
        return prominence_of(edition.register, record, edition.as_of)
    if page.path.endswith("/index.md"):
        return OF_INDEX
    return OF_LIST if kind == LIST_KIND else OF_PAGE


def _axis_name(edition: Edition, axis: Eje) -> str:
    word = axis_words(strategy_of(edition.register, axis)).singular
    return f"{word} {axis.numero}. {axis.title}" if axis.numero else axis.title


def _row(one: Name, kinds: list[str], states: list[str], axes: list[str]) -> list[object]:
    row: list[object] = [one.address, one.title, kinds.index(one.kind), one.prominence]
    row += [_place(one.state, states), _place(one.axis, axes)]
    row += ["|".join(one.words.names), " ".join(one.words.others)]
    while row[-1] in ("", NONE):
        row.pop()
    return row


def _place(value: str, values: list[str]) -> int:
    return values.index(value) if value in values else NONE


def _sorted(values: Iterable[str]) -> list[str]:
    return sorted(set(values), key=sort_key)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
