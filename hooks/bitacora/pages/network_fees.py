"""What it costs to belong to a network, as pages tell it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bitacora.pages.amounts import money
from bitacora.pages.count_tables import Table
from bitacora.pages.escape import inline
from bitacora.pages.presenter import UNKNOWN, Presenter
from bitacora.pages.reports.cells import small, under, untold
from bitacora.records.networks import Red
from bitacora.records.unknown import NoInformado
from bitacora.spanish import count_of, number, sentence_case
from bitacora.tallies.memberships import FeeSum, fee_of, fee_sums, fees_untold

HEAD = ("Moneda", "Cada cuánto", "Suma de las cuotas", "Redes", "Cuáles")
FREE = "Sin costo"
UNTOLD = "Nadie ha dicho cuánto cuesta"


def fee_shown(presenter: Presenter, network: Red) -> str:
    """The fee with how often it is paid; free, unknown and untold are three different things."""
    if isinstance(network.cuota, NoInformado):
        return UNKNOWN
    if network.cuota is None:
        return untold(UNTOLD)
    fee = fee_of(network)
    if fee is None:
        return FREE
    lists = presenter.edition.lists
    amount = inline(money(lists, fee.amount, fee.currency))
    return under(amount, small(_period(presenter, network.cuota_periodicidad).lower()))


def _period(presenter: Presenter, period: str | None) -> str:
    name = presenter.edition.lists.name("periodicidades", period) if period else ""
    return inline(name or "No se dice cada cuánto")


def fee_table(presenter: Presenter, networks: Sequence[Red]) -> Table:
    """The known fees, one row for each currency and period; they are never added across."""
    return Table(HEAD, tuple(_row(presenter, item) for item in fee_sums(networks)))


def _row(presenter: Presenter, item: FeeSum) -> tuple[str, ...]:
    lists, currency = presenter.edition.lists, item.total.currency
    return (
        inline(f"{sentence_case(lists.name('monedas', currency))} ({currency})"),
        _period(presenter, item.period),
        inline(money(lists, item.total.amount, currency)),
        number(len(item.networks)),
        ", ".join(presenter.links(item.networks)),
    )


def fees_left(presenter: Presenter, networks: Sequence[Red]) -> list[str]:
    """The networks whose fee is in no sum, by the reason, each with its link."""
    left = fees_untold(networks)
    groups: Sequence[tuple[str, Sequence[Red]]] = (
        ("no cuesta nada pertenecer", left.free),
        ("la cuota se preguntó y no se sabe", left.unknown),
        ("nadie ha dicho cuánto cuesta", left.silent),
    )
    return [
        f"De {count_of(len(found), 'red', 'redes')} {words}: {_names(presenter, found)}."
        for words, found in groups
        if found
    ]


def _names(presenter: Presenter, found: Sequence[Any]) -> str:
    return ", ".join(presenter.links(found))
