"""The records of each register by facets, one file a register, for whoever looks for one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from bitacora.artefacts import Artefact
from bitacora.canonical import Value, json_text
from bitacora.edition import Edition
from bitacora.exports.table import FOLDER, Table
from bitacora.records.kinds import Kind
from bitacora.register import kind_named
from bitacora.tallies.facet_sets import FACETS
from bitacora.tallies.facets import Card, Counted, faceted

FACET_FILES = f"{FOLDER}/facetas"


def facet_files(edition: Edition, offered: Sequence[Table]) -> Iterator[Artefact]:
    """A file for each register that has facets, with every public record exactly once."""
    scene = edition.scene()
    for name, facets in FACETS.items():
        kind = kind_named(name)
        found = faceted(scene, edition.register.all(kind.model), facets)
        head: Value = {
            "registro": name,
            "titulo": kind.plural[:1].upper() + kind.plural[1:],
            "pagina": f"{kind.folder}/",
            "fecha": edition.as_of.isoformat(),
            "demostracion": edition.entity.demostracion,
            "facetas": [_facet(one) for one in found.counted],
        }
        yield Artefact(
            f"{FACET_FILES}/{kind.folder}.json",
            _text(head, [_card(kind, it) for it in found.cards]),
        )


def _text(head: Value, cards: Sequence[Value]) -> str:
    """The file: what it is about, then a line for each record, for readers fetch it whole."""
    lines = ",\n".join(f"    {json.dumps(card, ensure_ascii=False)}" for card in cards)
    body = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{json_text(head).removesuffix("}").rstrip()},\n  "fichas": {body}\n}}\n'


def _facet(one: Counted) -> Value:
    return {
        "codigo": one.facet.code,
        "nombre": one.facet.title,
        "varias": one.facet.many,
        "valores": [
            {"codigo": value.code, "nombre": value.name, "cuantas": value.count}
            for value in one.values
        ],
    }


def _card(kind: Kind, card: Card) -> Value:
    moment = {"fecha": card.moment} if card.moment else {}
    return {
        "id": card.record.id,
        "titulo": card.record.title,
        "pagina": f"{kind.folder}/{card.record.id}/",
        **moment,
        "facetas": {code: list(values) for code, values in card.values.items()},
    }
