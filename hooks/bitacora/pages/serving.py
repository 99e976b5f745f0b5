"""The records that answer to a code (an ODS, a global agenda), as pages list them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bitacora.pages.presenter import Presenter
from bitacora.records.kinds import KINDS
from bitacora.records.record import Registro
from bitacora.spanish import count_of, join_y

Found = Mapping[str, tuple[Registro, ...]]
"""By kind of record."""


def groups(presenter: Presenter, found: Found) -> list[dict[str, Any]]:
    """Kind by kind in their usual order: title, count, links."""
    return [
        {
            "titulo": kind.plural.capitalize(),
            "total": len(found[kind.name]),
            "lineas": presenter.links(found[kind.name]),
        }
        for kind in KINDS
        if kind.name in found
    ]


def summary(found: Found) -> str:
    """How many records of each kind, in one sentence: «2 ejes, 5 objetivos y 7 acciones»."""
    return join_y(
        [
            count_of(len(found[kind.name]), kind.singular, kind.plural)
            for kind in KINDS
            if kind.name in found
        ]
    )


def count(found: Found, kind: str) -> int:
    """How many records of a kind."""
    return len(found.get(kind, ()))
