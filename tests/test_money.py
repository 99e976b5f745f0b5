"""Amounts never part from their currency."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest

from bitacora.money import Money


def spaced(text: str) -> str:
    """The text with no-break spaces shown as common ones."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("amount", "currency", "symbol", "expected"),
    [
        ("1500000", "COP", "$", "$ 1.500.000 COP"),
        ("37500000", "USD", "US$", "US$ 37.500.000"),
        ("1234.50", "EUR", "€", "€ 1.234,50"),
        ("0", "SEK", "SEK", "SEK 0"),
    ],
)
def test_spoken_in_full(amount: str, currency: str, symbol: str, expected: str) -> None:
    assert spaced(Money(Decimal(amount), currency).spoken(symbol)) == expected


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("37500000", "US$ 37,5 millones"),
        ("1278780000", "US$ 1.278,78 millones"),
        ("1000000", "US$ 1 millón"),
        ("1000000000", "US$ 1.000 millones"),
        ("1000000000000", "US$ 1 billón"),
        ("2500000000000", "US$ 2,5 billones"),
        ("1234567", "US$ 1.234.567"),
        ("999999.99", "US$ 999.999,99"),
        ("0", "US$ 0"),
        ("-1500000", "US$ -1,5 millones"),
    ],
)
def test_short_form_never_rounds(amount: str, expected: str) -> None:
    assert spaced(Money(Decimal(amount), "USD").spoken("US$", short=True)) == expected


def test_short_form_of_a_shared_symbol_keeps_the_code() -> None:
    pesos = Money(Decimal("12000000000"), "COP")
    assert spaced(pesos.spoken("$", short=True)) == "$ 12.000 millones COP"


def test_figure_does_not_part_from_its_symbol() -> None:
    assert Money(Decimal(5), "COP").spoken("$") == "$\u00a05\u00a0COP"


def test_same_currency_adds_exactly() -> None:
    assert Money(Decimal("0.1"), "USD") + Money(Decimal("0.2"), "USD") == Money(
        Decimal("0.3"), "USD"
    )


def test_different_currencies_do_not_add() -> None:
    with pytest.raises(ValueError, match="no se suman USD y EUR"):
        Money(Decimal(1), "USD") + Money(Decimal(1), "EUR")


@pytest.mark.parametrize("currency", ["$", "usd", "US", "", "DOLARES"])
def test_currency_must_look_like_iso_4217(currency: str) -> None:
    with pytest.raises(ValueError, match="ISO 4217"):
        Money(Decimal(1), currency)


@pytest.mark.parametrize("amount", ["NaN", "Infinity"])
def test_amount_must_be_finite(amount: str) -> None:
    with pytest.raises(ValueError, match="no es un monto"):
        Money(Decimal(amount), "COP")


def test_money_is_frozen() -> None:
    money = Money(Decimal(1), "COP")
    with pytest.raises(FrozenInstanceError):
        money.amount = Decimal(2)  # type: ignore[misc]
