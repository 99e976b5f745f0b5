"""Sums of contributions as tables, each with the rows that make it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bitacora.money import PRECISION_WORDS
from bitacora.pages.amounts import money
from bitacora.pages.contribution_rows import contribution_rows
from bitacora.pages.escape import inline
from bitacora.pages.naming import inside
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import small, under
from bitacora.reading.code_lists import CodeLists
from bitacora.records.resources import Recurso, Tasa
from bitacora.spanish import number
from bitacora.tallies.budget import BudgetKey
from bitacora.tallies.contributions import ContributionSum
from bitacora.tallies.rates import ConvertedSum, Rates, rates_of

SUM_HEAD = ("Momento", "Quién lo pone", "Clase", "Suma", "Aportes")
SUM_NUMBERS = (3, 4)
ROW_HEAD = ("Aporte", "Quién aporta", "Monto", "Fecha")
LOAN, GIFT = "préstamo: se devuelve", "no se devuelve"


def rates_in(presenter: Presenter) -> Rates:
    """The table of rates of the edition."""
    return rates_of(presenter.edition.register.all(Tasa))


def said(lists: CodeLists, done: ContributionSum) -> str:
    """A sum with its currency, how exact it is."""
    words = PRECISION_WORDS.get(done.precision, "")
    return inline(f"{words}{money(lists, done.total.amount, done.total.currency)}")


def sum_cells(presenter: Presenter, done: ContributionSum, place: str, rates: Rates) -> list[str]:
    """The cells of a sum: flow, role, kind, amount with its conversions, how many rows; the last
    two lead to the rows, which stand at ``place``."""
    lists = presenter.edition.lists
    converted = [
        line
        for one in rates.converted(done)
        for line in conversion_lines(lists, one, done.precision)
    ]
    return [
        inline(lists.name("tipos_flujo", done.key.flow)),
        inline(lists.name("roles_recurso", done.key.role)),
        kind_words(lists, done.key),
        under(f"[{said(lists, done)}]({place})", *converted),
        f"[{number(len(done.rows))}]({place})",
    ]


def kind_words(lists: CodeLists, key: BudgetKey) -> str:
    """The kind of support; only what must be paid back says so."""
    support = lists.name("tipos_aporte", key.support)
    return inline(f"{support}, {LOAN}" if key.repayable else support)


def conversion_lines(lists: CodeLists, done: ConvertedSum, precision: str) -> list[str]:
    """What a sum makes in another currency, then how many of its rows could be converted."""
    noun = "aporte convertido" if done.rows == 1 else "aportes convertidos"
    of = small(f"{number(done.converted)} de {number(done.rows)} {noun}")
    if done.total is None:
        return [small(inline(f"En {done.target}: sin tasa")), of]
    words = PRECISION_WORDS.get(precision, "")
    return [small(inline(words + money(lists, done.total.amount, done.total.currency))), of]


def sum_title(lists: CodeLists, key: BudgetKey) -> str:
    """A sum in words."""
    parts = (
        lists.name("tipos_flujo", key.flow),
        inside(lists.name("roles_recurso", key.role)),
        inside(lists.name("tipos_aporte", key.support)),
        LOAN if key.repayable else GIFT,
        key.currency,
    )
    return inline(", ".join(parts))


def sum_detail(presenter: Presenter, done: ContributionSum, anchor: str) -> dict[str, Any]:
    """A sum with the rows that make it."""
    lists = presenter.edition.lists
    return {
        "ancla": anchor,
        "titulo": sum_title(lists, done.key),
        "suma": said(lists, done),
        # What they have in common stands in the title.
        "filas": [(*row[:3], row[4]) for row in contribution_rows(presenter, done.rows)],
    }


def by_currency(
    lists: CodeLists, items: Iterable[tuple[ContributionSum, list[str]]]
) -> list[dict[str, Any]]:
    """Rows of sums under the name of their currency, in the order in which they come."""
    groups: dict[str, list[list[str]]] = {}
    for done, row in items:
        groups.setdefault(done.key.currency, []).append(row)
    order = [code.codigo for code in lists.all("monedas") if code.codigo in groups]
    return [
        {"nombre": currency_name(lists, code), "sumas": groups[code]}
        for code in (*order, *sorted(groups.keys() - set(order)))
    ]


def currency_name(lists: CodeLists, code: str) -> str:
    """A currency as a heading: «Peso colombiano (COP)»."""
    name = lists.name("monedas", code)
    return inline(f"{name[:1].upper()}{name[1:]} ({code})")


CARD_HEAD = ("Aporte", "Quién aporta", "Monto", "Cómo", "Fecha", "Para")
CARD_NUMBERS = (2,)


def cards(presenter: Presenter, rows: Sequence[Recurso]) -> list[list[str]]:
    """Each contribution with what it pays for, in the order given."""
    return [_card(presenter, row) for row in rows]


def _card(presenter: Presenter, row: Recurso) -> list[str]:
    [(title, giver, amount, how, date)] = contribution_rows(presenter, [row])
    return [title, giver, amount, how, date, under(*purposes(presenter, row))]


def purposes(presenter: Presenter, row: Recurso) -> list[str]:
    """The action, instrument, network, event and call of a contribution, as links."""
    view = presenter.view(row)
    fields = ("accion", "hermanamiento", "red", "evento", "oportunidad")
    return [view[field] for field in fields if view[field]]
