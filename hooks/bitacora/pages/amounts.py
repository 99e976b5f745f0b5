"""Figures with their unit, currency, precision as people read them."""

from __future__ import annotations

from decimal import Decimal

from bitacora.money import PRECISION_WORDS, Money
from bitacora.reading.code_lists import CodeLists
from bitacora.records.codes import CodigoMoneda
from bitacora.spanish import NO_BREAK_SPACE, number, percent


def money(lists: CodeLists, amount: Decimal, currency: str, *, short: bool = False) -> str:
    """An amount with the sign of its currency, as plain text: «$ 1.500.000 COP»."""
    known = lists.lists.get("monedas", {}).get(currency)
    symbol = known.simbolo if isinstance(known, CodigoMoneda) else currency
    if symbol == currency:
        return f"{number(amount)}{NO_BREAK_SPACE}{currency}"
    return Money(amount, currency).spoken(symbol, short=short)


def figure(
    lists: CodeLists, value: Decimal, unit: str, currency: str | None, precision: str = "exacto"
) -> str:
    """A figure as plain text: «más de 7.930.000 habitantes», «aproximadamente 15,7 %»."""
    if currency:
        shown = money(lists, value, currency, short=True)
    elif unit == "%":
        shown = percent(value)
    else:
        shown = f"{number(value)} {unit}"
    return f"{PRECISION_WORDS.get(precision, '')}{shown}"
