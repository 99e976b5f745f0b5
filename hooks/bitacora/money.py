"""An amount that never parts from its currency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bitacora.spanish import NO_BREAK_SPACE, number

_ISO_4217 = re.compile(r"[A-Z]{3}")
# Several countries write «$», so the code must follow it.
_SHARED_SYMBOL = "$"
# Spanish long scale: a «billón» is 10^12, and 10^9 is written «1.000 millones».
_SCALES = (
    (Decimal(10) ** 12, "billón", "billones"),
    (Decimal(10) ** 6, "millón", "millones"),
)
_SHORT_DECIMALS = 2
PRECISION_WORDS = {"aproximado": "aproximadamente ", "minimo": "más de ", "maximo": "hasta "}
"""What stands before a figure that is not exact; the codes are those of «precisiones»."""


@dataclass(frozen=True, slots=True)
class Money:
    """A finite amount and its ISO 4217 code; ValueError if either is not so."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not _ISO_4217.fullmatch(self.currency):
            raise ValueError(f"«{self.currency}» no es un código de moneda ISO 4217")
        if not self.amount.is_finite():
            raise ValueError(f"«{self.amount}» no es un monto")

    def __add__(self, other: Money) -> Money:
        """The sum; ValueError if the currencies differ."""
        if self.currency != other.currency:
            raise ValueError(f"no se suman {self.currency} y {other.currency}")
        return Money(self.amount + other.amount, self.currency)

    def spoken(self, symbol: str, *, short: bool = False) -> str:
        """The amount for people, in full: «$ 1.500.000 COP», «US$ 37.500.000».

        ``short`` says exact millions or billones in words, «US$ 1.278,78 millones»; an amount
        that two decimals cannot tell exactly stays in full, so nothing is rounded.
        """
        figure = (_in_words(self.amount) if short else None) or number(self.amount)
        code = f"{NO_BREAK_SPACE}{self.currency}" if symbol == _SHARED_SYMBOL else ""
        return f"{symbol}{NO_BREAK_SPACE}{figure}{code}"


def _in_words(amount: Decimal) -> str | None:
    for size, one, many in _SCALES:
        scaled = amount / size
        if abs(scaled) >= 1 and scaled == round(scaled, _SHORT_DECIMALS):
            return f"{number(scaled, _SHORT_DECIMALS)} {one if abs(scaled) == 1 else many}"
    return None
