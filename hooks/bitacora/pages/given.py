"""The contributions that pay for a record, or that came of it, as its page lists them."""

from __future__ import annotations

from collections.abc import Iterable

from bitacora.money import PRECISION_WORDS
from bitacora.pages.amounts import money
from bitacora.pages.cells import short_moment
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.records.resources import Recurso

GIVEN = ("Aporte", "Quién aporta", "Monto", "Momento", "Fecha")


def given_rows(presenter: Presenter, resources: Iterable[Recurso]) -> list[list[str]]:
    """Each contribution on its own: they are not added up here."""
    return [_row(presenter, one) for one in resources]


def _row(presenter: Presenter, one: Recurso) -> list[str]:
    view = presenter.view(one)
    amount = money(presenter.edition.lists, one.monto, one.moneda)
    return [
        presenter.link(one),
        view["aportante"],
        inline(f"{PRECISION_WORDS.get(one.precision, '')}{amount}"),
        view["tipo_flujo"],
        short_moment(one.fecha),
    ]
