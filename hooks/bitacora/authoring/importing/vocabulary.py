"""The words by which offices call the columns of each kind of record."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from bitacora.authoring.field_words import spoken_field
from bitacora.authoring.importing.likeness import likeness
from bitacora.records.field_order import in_order
from bitacora.records.kinds import BY_FOLDER, Kind
from bitacora.sources import shipped_text
from bitacora.spanish import plain

FOLDERS = (
    *("documentos", "actores", "redes", "hermanamientos"),
    *("eventos", "oportunidades", "recursos", "avances"),
)
"""The kinds that can be imported, those that others name first."""
PASSED_OVER = "?"
"""A column that people know and that no record keeps."""
SECOND_NAME, UNIT, YEAR = "~indicador", "?unidad", "?anio"
CLOSE, APART, HINT = 0.86, 0.04, 0.65
LONGEST = 60
"""A heading longer than this is a sentence, and is like no name."""
_SMALL = frozenset(
    [
        "a",
        "al",
        "con",
        "de",
        "del",
        "e",
        "el",
        "en",
        "la",
        "las",
        "lo",
        "los",
        "o",
        "para",
        "por",
        "que",
        "se",
        "su",
        "un",
        "una",
        "y",
    ]
)
_PARENTHESES = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Match:
    """What a heading may mean: the fields (one where it is plain), whether letter by letter."""

    fields: tuple[str, ...]
    exact: bool = True


@cache
def vocabulary(folder: str) -> Mapping[str, tuple[str, ...]]:
    """Squeezed spellings with the fields that each may mean, for a kind."""
    found: dict[str, list[str]] = {}
    for spelling, field in _spellings(BY_FOLDER[folder], folder):
        fields = found.setdefault(spelling, [])
        if field not in fields:
            fields.append(field)
    return {spelling: tuple(fields) for spelling, fields in found.items()}


def _spellings(kind: Kind, folder: str) -> Iterator[tuple[str, str]]:
    own = [shape.name for shape in in_order(kind.model) if shape.block is None]
    own = [name for name in own if name != "id" or not kind.derived_id]
    for name in own:
        yield squeezed(name), name
        yield squeezed(spoken_field(name)), name
    rows = csv.DictReader(shipped_text("authoring/importing/columnas.csv").splitlines())
    for row in rows:
        if row["clase"] in ("*", folder) and (
            row["campo"] in own or not row["campo"].isidentifier()
        ):
            for words in row["palabras"].split("|"):
                yield squeezed(words), row["campo"]


def squeezed(text: str) -> str:
    """A heading with accents, case, signs, small words and plural endings put aside."""
    words = re.findall(r"[^\W_]+|[%#]", plain(text).replace("ñ", "n"))
    kept = [word for word in words if word not in _SMALL] or words
    return " ".join(word.rstrip("s") if len(word) > 3 else word for word in kept)


@cache
def match(heading: str, folder: str) -> Match | None:
    """What a heading means among the columns of a kind; None where it is like none of them."""
    known = vocabulary(folder)
    for text in (heading, _PARENTHESES.sub(" ", heading), heading.split("\n")[0]):
        # A name of the model is that field and no other.
        name = plain(text).strip()
        if name in known.get(squeezed(name), ()) and name == text.strip():
            return Match((name,))
        if found := known.get(squeezed(text)):
            return Match(found)
    return _in_parts(heading, known) or _near(squeezed(_PARENTHESES.sub(" ", heading)), known)


def suggestion(heading: str, folder: str) -> str:
    """The field whose name is most like a heading that nobody knows; empty if none is."""
    known = vocabulary(folder)
    word = squeezed(_PARENTHESES.sub(" ", heading))
    scores = {it: likeness(word, it, HINT) for it in known if len(it) > 3}
    best = max(scores, key=lambda it: (scores[it], it), default="")
    field = known[best][0] if best and scores[best] else ""
    return field if field.isidentifier() else ""


def _in_parts(heading: str, known: Mapping[str, tuple[str, ...]]) -> Match | None:
    """«Proyecto / concepto» is a name said twice: what its parts may both mean."""
    parts = [known.get(squeezed(part), ()) for part in re.split(r"[/–]| - ", heading)]
    told = [set(part) for part in parts if part]
    shared = set.intersection(*told) if told and len(parts) > 1 else set()
    return Match(tuple(sorted(shared)), False) if shared else None


def _near(word: str, known: Mapping[str, tuple[str, ...]]) -> Match | None:
    if not 4 <= len(word) <= LONGEST:
        return None
    scores: dict[str, float] = {}
    for spelling, fields in known.items():
        ratio = likeness(word, spelling, CLOSE) if len(spelling) > 3 else 0
        if ratio:
            for field in fields:
                scores[field] = max(scores.get(field, 0), ratio)
    if not scores:
        return None
    best = max(scores.values())
    return Match(tuple(sorted(name for name, it in scores.items() if it > best - APART)), False)
