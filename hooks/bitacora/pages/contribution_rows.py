"""Contributions as rows: for what, from whom, how much, how it was given."""

from __future__ import annotations

from collections.abc import Iterable

from bitacora.money import PRECISION_WORDS
from bitacora.pages.amounts import money
from bitacora.pages.cells import short_moment
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import small, under
from bitacora.records.resources import Recurso

HEAD = ("Para qué", "Quién aporta", "Monto", "Cómo", "Fecha")
REPAYABLE = "préstamo: se devuelve"


def contribution_rows(presenter: Presenter, found: Iterable[Recurso]) -> list[tuple[str, ...]]:
    """Each contribution by its date. Amounts stand one by one: nothing here is added up."""
    rows = sorted(found, key=lambda item: (item.fecha.first, item.id))
    return [_row(presenter, item) for item in rows]


def _row(presenter: Presenter, item: Recurso) -> tuple[str, ...]:
    return (
        presenter.link(item),
        presenter.view(item)["aportante"],
        contribution_amount(presenter, item),
        under(*contribution_kind(presenter, item)),
        short_moment(item.fecha),
    )


def contribution_amount(presenter: Presenter, item: Recurso) -> str:
    """The amount with its currency, how exact it is."""
    shown = money(presenter.edition.lists, item.monto, item.moneda)
    return inline(f"{PRECISION_WORDS.get(item.precision, '')}{shown}")


def contribution_kind(presenter: Presenter, item: Recurso) -> list[str]:
    """What tells a contribution from others: moment, kind of support, role, whether it is a
    loan."""
    lists = presenter.edition.lists
    facts = [lists.name("tipos_aporte", item.tipo_aporte), lists.name("roles_recurso", item.rol)]
    if item.reembolsable:
        facts.append(REPAYABLE)
    return [presenter.code("tipos_flujo", item.tipo_flujo), small(inline(", ".join(facts)))]
