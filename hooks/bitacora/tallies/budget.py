"""Sums of budget lines that never mix currencies, loans with grants, flows or kinds of support.

Contributions are summed by the same key, which for them also keeps the roles apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol

from bitacora.money import Money
from bitacora.reading.code_lists import CodeLists
from bitacora.records.actions import Accion, Partida

EXACT, ABOUT, AT_LEAST, AT_MOST = "exacto", "aproximado", "minimo", "maximo"


class Amount(Protocol):
    """Money or support given, with all that decides what it may be added to."""

    @property
    def monto(self) -> Decimal: ...
    @property
    def moneda(self) -> str: ...
    @property
    def reembolsable(self) -> bool: ...
    @property
    def tipo_flujo(self) -> str: ...
    @property
    def tipo_aporte(self) -> str: ...
    @property
    def fuente_recursos(self) -> str: ...


class Given(Amount, Protocol):
    """An amount of which the role is known: a partner's gift, a counterpart, own money."""

    @property
    def rol(self) -> str: ...


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One line of the budget of an action."""

    action: Accion
    line: Partida


@dataclass(frozen=True, slots=True)
class BudgetKey:
    """What the lines of a sum have in common; ``source`` is empty where sources are added up,
    ``role`` where no line has one."""

    currency: str
    repayable: bool
    flow: str
    support: str
    source: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class BudgetSum:
    """Lines that may be added up, with their total and how exact it is."""

    key: BudgetKey
    lines: tuple[BudgetLine, ...]
    total: Money
    precision: str


def budget_lines(actions: Iterable[Accion]) -> tuple[BudgetLine, ...]:
    """Every budget line of the actions, in their order."""
    return tuple(BudgetLine(action, line) for action in actions for line in action.presupuesto)


def budget_sums(
    lines: Iterable[BudgetLine], lists: CodeLists, *, by_source: bool
) -> tuple[BudgetSum, ...]:
    """The lines in groups that may be summed, in the order of the code lists."""
    groups: dict[BudgetKey, list[BudgetLine]] = {}
    for item in lines:
        groups.setdefault(sum_key(item.line, by_source=by_source), []).append(item)
    ordered = sorted(groups, key=lambda key: sum_rank(key, lists))
    return tuple(_sum(key, groups[key]) for key in ordered)


def sum_precision(precisions: Iterable[str]) -> str:
    """How exact a sum is: as exact as its parts; floors and ceilings together are only about."""
    inexact = {code for code in precisions if code != EXACT}
    if not inexact:
        return EXACT
    return inexact.pop() if len(inexact) == 1 else ABOUT


def sum_key(line: Amount, *, by_source: bool) -> BudgetKey:
    """What an amount must have in common with another to be added to it."""
    return BudgetKey(
        line.moneda,
        line.reembolsable,
        line.tipo_flujo,
        line.tipo_aporte,
        line.fuente_recursos if by_source else "",
    )


def contribution_key(given: Given, *, by_source: bool) -> BudgetKey:
    """What a contribution must have in common with another to be added to it: its role too."""
    return replace(sum_key(given, by_source=by_source), role=given.rol)


def _sum(key: BudgetKey, items: Sequence[BudgetLine]) -> BudgetSum:
    first, *rest = (Money(item.line.monto, item.line.moneda) for item in items)
    total = sum(rest, start=first)
    return BudgetSum(key, tuple(items), total, sum_precision(item.line.precision for item in items))


def sum_rank(key: BudgetKey, lists: CodeLists) -> tuple[int, ...]:
    """The place of a sum among others: the order of the code lists."""
    return (
        _place(lists, "monedas", key.currency),
        _place(lists, "roles_recurso", key.role),
        int(key.repayable),
        _place(lists, "tipos_aporte", key.support),
        _place(lists, "tipos_flujo", key.flow),
        _place(lists, "fuentes_recursos", key.source),
    )


def _place(lists: CodeLists, name: str, code: str) -> int:
    codes = list(lists.lists.get(name, {}))
    return codes.index(code) if code in codes else len(codes)
