"""Units of measure that rules must tell apart."""

from __future__ import annotations

import re

from bitacora.records.unknown import NoInformado
from bitacora.spanish import plain

_PERCENT = re.compile(r"%|porcentaje\b|por ciento\b|puntos? porcentual")
_MONEY = re.compile(
    r"monto\b|pesos?\b|dolar(es)?\b|euros?\b|(miles|millones|billones)( de)? (pesos|dolares|euros)"
    r"|usd\b|cop\b|eur\b"
)


def is_percent(unit: str | NoInformado | None) -> bool:
    """Whether a unit says that its figures are percentages."""
    return isinstance(unit, str) and _PERCENT.match(plain(unit)) is not None


def is_money(unit: str) -> bool:
    """Whether a unit says that its figures are amounts of money."""
    return _MONEY.match(plain(unit)) is not None
