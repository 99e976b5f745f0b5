"""Who does what abroad: the units of the administration against the kinds of initiative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.cells import NOTHING
from bitacora.pages.escape import inline
from bitacora.pages.initiatives import ONE, WORDS, section_of
from bitacora.pages.links import page_path
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import small, under
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.institution import Dependencia
from bitacora.records.kinds import Kind
from bitacora.spanish import count_of, number
from bitacora.tallies.unit_matrix import (
    KINDS,
    Initiative,
    UnitRow,
    initiatives,
    unit_matrix,
    without_unit,
)

HEAD = PageHead(
    "matriz/index.md",
    "Quién hace qué",
    "Listado",
    description="Qué dependencias tienen acciones, acuerdos, eventos o recursos internacionales.",
)
COLUMNS = ("Dependencia", *(WORDS[kind.name] for kind in KINDS))


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One page: the matrix, then what nobody has told."""
    presenter = Presenter(edition)
    yield writer.page(HEAD, "matriz", _values(presenter))


def _values(presenter: Presenter) -> dict[str, Any]:
    edition = presenter.edition
    rows = unit_matrix(edition.register)
    busy = [row for row in rows if row.total]
    return {
        "gobierno": inline(edition.entity.nombre_corto),
        "activas": number(len(busy)),
        "total": count_of(len(rows), "dependencia", "dependencias"),
        "encabezado": COLUMNS,
        "filas": [_row(presenter, row) for row in busy],
        "numeros": range(1, len(COLUMNS)),
        "totales": _distinct(initiatives(edition.register)),
        "sin_nada": [_name(presenter, row) for row in rows if not row.total],
        "sin_dependencia": _untold(presenter, without_unit(edition.register)),
        "archivo": presenter.to("matriz-dependencias.csv", "datos/matriz-dependencias.csv"),
    }


def _row(presenter: Presenter, row: UnitRow) -> list[str]:
    return [_name(presenter, row), *(_count(presenter, row, kind) for kind in KINDS)]


def _name(presenter: Presenter, row: UnitRow) -> str:
    parent = presenter.edition.register.get(Dependencia, row.unit.padre)
    part = f"Hace parte de: {inline(parent.nombre)}" if parent else ""
    return under(presenter.link(row.unit), small(part))


def _count(presenter: Presenter, row: UnitRow, kind: Kind) -> str:
    """How many, linked to where the page of the unit lists them."""
    how_many = row.count(kind)
    if not how_many:
        return NOTHING
    return presenter.to(number(how_many), f"{page_path(row.unit)}#{section_of(kind)}")


def _distinct(found: Sequence[Initiative]) -> list[tuple[str, str]]:
    """How many there are of each kind; what several units carry out counts once."""
    counts = [(kind, len({it.record.id for it in found if it.kind is kind})) for kind in KINDS]
    return [
        (number(count), inline(ONE[kind.name] if count == 1 else WORDS[kind.name].lower()))
        for kind, count in counts
    ]


def _untold(presenter: Presenter, found: Sequence[Initiative]) -> list[dict[str, Any]]:
    return [
        {
            "titulo": WORDS[kind.name],
            "lineas": presenter.links(item.record for item in found if item.kind is kind),
        }
        for kind in KINDS
        if any(item.kind is kind for item in found)
    ]
