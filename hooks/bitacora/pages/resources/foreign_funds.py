"""Which part of what was promised to each action and instrument comes from abroad."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.contribution_rows import HEAD as ROW_HEAD
from bitacora.pages.contribution_rows import contribution_amount, contribution_rows
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import listed, small, under, untold
from bitacora.pages.resources.sums import kind_words
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.actions import Accion
from bitacora.records.record import Registro
from bitacora.records.relations import Hermanamiento
from bitacora.records.resources import Recurso
from bitacora.register import in_reading_order
from bitacora.spanish import count_of, number, percent
from bitacora.tallies.contributions import newest_first
from bitacora.tallies.foreign_share import HUNDRED, ForeignShare, Half, foreign_shares

HEAD = PageHead(
    "recursos/fondos-extranjeros.md",
    "Fondos extranjeros",
    "Listado",
    description="Qué parte de lo prometido a cada acción viene de otros países.",
)
UNKNOWN_HALF = untold("No se sabe")
SHARE_HEAD = ("Moneda y clase", "Parte extranjera", "Frente a la mitad", "Aportes prometidos")
HALVES = {
    Half.REACHED: "**La mitad o más**",
    Half.BELOW: "Menos de la mitad",
    Half.UNKNOWN: UNKNOWN_HALF,
}


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One page: the actions, then the instruments; those without promises are counted."""
    presenter = Presenter(edition)
    register = edition.register
    actions = in_reading_order(register.all(Accion))
    instruments = in_reading_order(register.all(Hermanamiento))
    if not register.all(Recurso):
        return
    shown = [one for one in actions if _shares(presenter, one, "accion")]
    values = {
        "acciones": _rows(presenter, actions, "accion"),
        "con": number(len(shown)),
        "de": count_of(len(actions), "acción", "acciones"),
        "instrumentos": _rows(presenter, instruments, "hermanamiento"),
        "encabezado_acciones": ("Acción", *SHARE_HEAD),
        "encabezado_instrumentos": ("Instrumento", *SHARE_HEAD),
    }
    yield writer.page(HEAD, "recursos_fondos", values)


def action_funds(presenter: Presenter, action: Accion) -> dict[str, Any]:
    """The contributions of an action, with the foreign share of what was promised to it."""
    rows = newest_first(presenter.edition.register.naming(action, Recurso, "accion"))
    return {
        "hay_registro": bool(presenter.edition.register.all(Recurso)),
        "encabezado_aportes": ROW_HEAD,
        "aportes": contribution_rows(presenter, rows),
        "encabezado": SHARE_HEAD,
        "partes": _share_rows(presenter, action, "accion"),
        "metodo": presenter.to("cómo se calcula", HEAD.path),
    }


def _shares(presenter: Presenter, record: Registro, field: str) -> tuple[ForeignShare, ...]:
    register = presenter.edition.register
    rows = register.naming(record, Recurso, field)
    return foreign_shares(register, presenter.edition.lists, rows)


def _rows(presenter: Presenter, records: Sequence[Registro], field: str) -> list[list[str]]:
    return [
        [presenter.link(record), *cells]
        for record in records
        for cells in _share_rows(presenter, record, field)
    ]


def _share_rows(presenter: Presenter, record: Registro, field: str) -> list[list[str]]:
    shares = _shares(presenter, record, field)
    return [_cells(presenter, share, alone=len(shares) == 1) for share in shares]


def _cells(presenter: Presenter, share: ForeignShare, *, alone: bool) -> list[str]:
    lists = presenter.edition.lists
    rows = [f"{presenter.link(row)}: {contribution_amount(presenter, row)}" for row in share.rows]
    return [
        under(inline(share.key.currency), small(kind_words(lists, share.key))),
        under(share_words(share), "" if alone else small("solo de esta moneda y clase")),
        HALVES[share.half],
        listed(rows),
    ]


def share_words(share: ForeignShare) -> str:
    """A share in words: one figure, or the two between which it lies."""
    # All or nothing does not depend on how exact the amounts are.
    about = not share.exact and 0 < share.low == share.high < HUNDRED
    return ("aproximadamente " if about else "") + part_words(share.low, share.high)


def part_words(low: Decimal, high: Decimal) -> str:
    """A percentage; the two between which it lies where the origin of some money is not known."""
    if low != high:
        return inline(f"entre {percent(low, 1)} y {percent(high, 1)}")
    return inline(percent(low, 1))
