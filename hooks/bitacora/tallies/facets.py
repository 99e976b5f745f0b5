"""The records of a register by facets: every record under each of its values, none lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from bitacora.reading.code_lists import CodeLists
from bitacora.records.partial_date import PartialDate
from bitacora.records.record import Registro
from bitacora.records.unknown import NoInformado
from bitacora.register import Register, in_reading_order
from bitacora.spanish import sort_key
from bitacora.tallies.zones import COLOMBIA

R = TypeVar("R", bound=Registro)
NO_DATA = ("sin_dato", "Sin dato")
"""The value of a record that has none: nobody tells it, or its source does not."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What facets are computed from: the public records, the lists, the date of the edition, the
    zone of its hours, the light of each indicator in the last report."""

    register: Register
    lists: CodeLists
    as_of: date
    zone: str = COLOMBIA
    lights: Mapping[str, str] = field(default_factory=dict)


Words = Callable[[Scene], Iterable[tuple[str, str]]]
"""The values a facet may have with their names, in the order in which people read them."""


def no_words(_: Scene) -> Iterable[tuple[str, str]]:
    """For values that are their own name: years, subjects."""
    return ()


@dataclass(frozen=True, slots=True)
class Facet(Generic[R]):
    """A way to part the records of a register.

    ``values`` gives those of a record; absent ones and «no_informado» do not count, and a record
    left with none has ``missing``. ``many`` tells a facet in which a record may have several;
    ``by_code`` one whose values people call by their codes («ODS 11»); ``moment`` names the field
    of a date that the facet is made of.
    """

    code: str
    title: str
    values: Callable[[Scene, R], Iterable[object]]
    words: Words = no_words
    many: bool = False
    missing: tuple[str, str] = NO_DATA
    by_code: bool = False
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet, with how many records have it."""

    code: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A facet with the values that some record has, in their order, the missing one last."""

    facet: Facet[Any]
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A record with its values in each facet, by the code of the facet; ``moment`` is the date by
    which it takes its place among the others, as precise as it is known, or None."""

    record: Registro
    values: Mapping[str, tuple[str, ...]]
    moment: str | None = None


@dataclass(frozen=True, slots=True)
class Faceted:
    """A register parted by its facets; ``cards`` has every record exactly once."""

    counted: tuple[Counted, ...]
    cards: tuple[Card, ...]


def faceted(scene: Scene, records: Iterable[R], facets: Sequence[Facet[R]]) -> Faceted:
    """The records by these facets, in reading order."""
    cards = tuple(
        Card(
            record,
            {facet.code: values_of(scene, record, facet) for facet in facets},
            moment_of(record, facets),
        )
        for record in in_reading_order(records)
    )
    return Faceted(tuple(_counted(scene, facet, cards) for facet in facets), cards)


def values_of(scene: Scene, record: R, facet: Facet[R]) -> tuple[str, ...]:
    """The values of a record in a facet, each once; never none."""
    told = (
        value
        for value in facet.values(scene, record)
        if value is not None and not isinstance(value, NoInformado)
    )
    return tuple(dict.fromkeys(map(str, told))) or (facet.missing[0],)


def moment_of(record: Registro, facets: Sequence[Facet[Any]]) -> str | None:
    """The date of a record in the facet that is made of one: «2026», «2026-03», «2026-03-01»;
    None where no facet is, or nobody knows the date."""
    for facet in facets:
        told = getattr(record, facet.moment) if facet.moment else None
        if isinstance(told, date | PartialDate):
            return str(told)
    return None


def _counted(scene: Scene, facet: Facet[Any], cards: Sequence[Card]) -> Counted:
    counts = Counter(value for card in cards for value in card.values[facet.code])
    names = dict(facet.words(scene))
    known = [code for code in names if code in counts]
    last = facet.missing[0]
    loose = sorted((code for code in counts if code not in names and code != last), key=sort_key)
    order = [*known, *loose, *([last] if last in counts and last not in names else [])]
    spoken = {**dict([facet.missing]), **names}
    return Counted(
        facet, tuple(Value(code, spoken.get(code, code), counts[code]) for code in order)
    )
