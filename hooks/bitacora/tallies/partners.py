"""With whom instruments are signed: rows and cities, which are not the same number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bitacora.records.relations import Hermanamiento
from bitacora.spanish import plain


@dataclass(frozen=True, slots=True)
class Partners:
    """The instruments with one kind of partner: how many rows, how many cities they name, how
    many are signed by others too. The kind is empty where it is all of them."""

    kind: str
    rows: int
    cities: int
    with_others: int


def partners_by_kind(found: Sequence[Hermanamiento]) -> tuple[Partners, ...]:
    """One line for each kind of partner that occurs, the most frequent first."""
    kinds = {item.tipo_contraparte for item in found}
    lines = [_partners(kind, [it for it in found if it.tipo_contraparte == kind]) for kind in kinds]
    return tuple(sorted(lines, key=lambda line: (-line.rows, line.kind)))


def all_partners(found: Sequence[Hermanamiento]) -> Partners:
    """The line of all of them: a city that two rows name is one city."""
    return _partners("", found)


def _partners(kind: str, found: Sequence[Hermanamiento]) -> Partners:
    return Partners(kind, len(found), cities_named(found), sum(bool(item.partes) for item in found))


def cities_named(found: Iterable[Hermanamiento]) -> int:
    """How many different cities the instruments name."""
    return len(
        {
            (item.pais, plain(city))
            for item in found
            for city in (item.ciudad, *item.ciudades)
            if city
        }
    )
