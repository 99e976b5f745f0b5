"""The budget of an action: its lines, with the sums that may be made of them."""

from __future__ import annotations

from collections.abc import Iterable

from bitacora.money import PRECISION_WORDS
from bitacora.pages.amounts import money
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.reading.code_lists import CodeLists
from bitacora.records.actions import Accion, Partida
from bitacora.tallies.budget import BudgetKey, BudgetSum, budget_lines, budget_sums

LINE_HEAD = ("Concepto", "Monto", "Recurso", "Aporte", "Momento", "De dónde viene", "Quién aporta")
SUM_HEAD = ("Recurso", "Aporte", "Momento", "Suma", "Partidas")


def line_rows(presenter: Presenter, action: Accion) -> list[list[str]]:
    """Each budget line: concept, amount, kind, support, flow, source, who gives."""
    return [[inline(line.concepto), *line_cells(presenter, line)] for line in action.presupuesto]


def line_cells(presenter: Presenter, line: Partida) -> list[str]:
    """The cells of a line after its concept."""
    lists = presenter.edition.lists
    view = presenter.view(line)
    return [
        amount_shown(lists, line),
        kind_name(line.reembolsable),
        view["tipo_aporte"],
        view["tipo_flujo"],
        view["fuente_recursos"],
        view["aportante"] or "—",
    ]


def amount_shown(lists: CodeLists, line: Partida) -> str:
    """The amount with its currency, how exact it is."""
    words = PRECISION_WORDS.get(line.precision, "")
    return inline(f"{words}{money(lists, line.monto, line.moneda)}")


def sum_rows(presenter: Presenter, action: Accion) -> list[list[str]]:
    """The sums of an action's lines, only of what may be added up."""
    lists = presenter.edition.lists
    sums = budget_sums(budget_lines([action]), lists, by_source=False)
    return [
        [*key_words(lists, item.key), sum_shown(lists, item), str(len(item.lines))] for item in sums
    ]


def key_words(lists: CodeLists, key: BudgetKey) -> list[str]:
    """What the lines of a sum have in common: kind, support, flow."""
    return [
        kind_name(key.repayable),
        inline(lists.name("tipos_aporte", key.support)),
        inline(lists.name("tipos_flujo", key.flow)),
    ]


def sum_shown(lists: CodeLists, item: BudgetSum) -> str:
    """A sum with its currency, how exact it is."""
    words = PRECISION_WORDS.get(item.precision, "")
    return inline(f"{words}{money(lists, item.total.amount, item.total.currency)}")


def kind_name(repayable: bool) -> str:
    """Whether the money must be given back."""
    return "Reembolsable (préstamo)" if repayable else "No reembolsable"


def currencies(actions: Iterable[Accion]) -> tuple[str, ...]:
    """The currencies that the budgets use, by code."""
    return tuple(sorted({line.moneda for action in actions for line in action.presupuesto}))
