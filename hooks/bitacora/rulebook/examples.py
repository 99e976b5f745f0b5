"""What breaks each rule and what keeps it, as excerpts of a file: made from the cases that test
the rules, so that no example is invented."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bitacora.sources.shipped import shipped_text

FILE = "rulebook/examples.json"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A few lines of a file, or a few columns and rows of a table; empty where there is nothing
    to see."""

    lines: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.lines and not self.rows


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of an example: the excerpt with the fault, the same one without it; as it was
    published, where the fault is what a change did to it."""

    file: str
    wrong: Excerpt
    right: Excerpt
    published: Excerpt | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A breach of a rule in one or more files, with what the review says of it."""

    pieces: tuple[Piece, ...]
    told: str


@cache
def examples() -> Mapping[str, Example]:
    """The example of each rule by its id."""
    found = json.loads(shipped_text(FILE))
    return {rule: _example(raw) for rule, raw in found.items()}


def _example(raw: Mapping[str, Any]) -> Example:
    pieces = (
        Piece(
            piece["archivo"],
            _excerpt(piece["mal"]),
            _excerpt(piece["bien"]),
            _excerpt(piece["publicado"]) if "publicado" in piece else None,
        )
        for piece in raw["partes"]
    )
    return Example(tuple(pieces), raw["dice"])


def _excerpt(raw: Mapping[str, Any]) -> Excerpt:
    return Excerpt(
        tuple(raw.get("lineas", ())),
        tuple(raw.get("columnas", ())),
        tuple(tuple(row) for row in raw.get("filas", ())),
    )
