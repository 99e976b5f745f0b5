"""Which part of the money promised to something comes from abroad: half of it matters in law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bitacora.reading.code_lists import CodeLists
from bitacora.records.resources import Recurso
from bitacora.register import Register
from bitacora.tallies.budget import EXACT, BudgetKey, sum_key, sum_precision, sum_rank
from bitacora.tallies.contributions import country_of, newest_first, own_country

PROMISED = "compromiso"
FOREIGN_SOURCES = frozenset({"oficial_bilateral", "oficial_multilateral", "descentralizada"})
HOME_SOURCES = frozenset({"nacional", "recursos_propios"})
HUNDRED, HALF = Decimal(100), Decimal(50)


class Half(StrEnum):
    """On which side of the half a share is; with what is known it may be on either."""

    REACHED = "mitad_o_mas"
    BELOW = "menos_de_la_mitad"
    UNKNOWN = "no_se_sabe"


@dataclass(frozen=True, slots=True)
class ForeignShare:
    """The foreign part, in percent, of promises in one currency, kind and condition.

    ``low`` and ``high`` differ where the origin of some row is not known.
    """

    key: BudgetKey
    rows: tuple[Recurso, ...]
    low: Decimal
    high: Decimal
    precision: str

    @property
    def exact(self) -> bool:
        """Whether the share is one figure and its amounts are exact."""
        return self.low == self.high and self.precision == EXACT

    @property
    def half(self) -> Half:
        """Whether foreign money is at least half."""
        if self.low >= HALF:
            return Half.REACHED
        return Half.BELOW if self.high < HALF else Half.UNKNOWN


def foreign_shares(
    register: Register, lists: CodeLists, rows: Iterable[Recurso]
) -> tuple[ForeignShare, ...]:
    """The foreign share of the promises among these rows, for each currency, kind of support and
    condition; who gives them, in whatever role, is what is being compared."""
    groups: dict[BudgetKey, list[Recurso]] = {}
    for row in rows:
        if row.tipo_flujo == PROMISED and row.monto > 0:
            groups.setdefault(sum_key(row, by_source=False), []).append(row)
    ordered = sorted(groups, key=lambda key: (sum_rank(key, lists), str(key)))
    return tuple(_share(register, key, groups[key]) for key in ordered)


def foreign_part(register: Register, row: Recurso) -> tuple[Decimal, Decimal]:
    """The least and the greatest percentage of a contribution that may be foreign money."""
    if row.porcentaje_exterior is not None:
        return row.porcentaje_exterior, row.porcentaje_exterior
    if row.fuente_recursos in FOREIGN_SOURCES:
        return HUNDRED, HUNDRED
    if row.fuente_recursos in HOME_SOURCES:
        return Decimal(0), Decimal(0)
    country = country_of(register, row)
    if country is None:
        return Decimal(0), HUNDRED
    whole = Decimal(0) if country == own_country(register) else HUNDRED
    return whole, whole


def _share(register: Register, key: BudgetKey, rows: list[Recurso]) -> ForeignShare:
    total = sum((row.monto for row in rows), Decimal(0))
    parts = [(row.monto, foreign_part(register, row)) for row in rows]
    low = sum((amount * part[0] for amount, part in parts), Decimal(0)) / total
    high = sum((amount * part[1] for amount, part in parts), Decimal(0)) / total
    precision = sum_precision(row.precision for row in rows)
    return ForeignShare(key, newest_first(rows), low, high, precision)
