"""All records of a site, found by kind and id; relations followed in both directions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from bitacora.reading.records import Located
from bitacora.records.fields import Leaf, leaves
from bitacora.records.kinds import BY_MODEL, BY_NAME, KINDS, Kind
from bitacora.records.record import Registro
from bitacora.records.values import Ref, Source
from bitacora.spanish import sort_key

R = TypeVar("R", bound=Registro)
PROOFS = frozenset({"evidencia", "evidencias"})
"""The fields that prove something, wherever they stand: they may name a document, as sources do."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One record naming another: who, in which field, and whom."""

    origin: Registro
    field: str
    path: tuple[str | int, ...]
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Register:
    """Every record, public or not; ``located`` keeps the order of the files."""

    located: tuple[Located, ...]
    by_kind: Mapping[str, Mapping[str, Registro]]
    places: Mapping[tuple[str, str], Located]
    incoming: Mapping[tuple[str, str], tuple[Reference, ...]]

    def all(self, model: type[R]) -> tuple[R, ...]:
        """The records of a kind, sorted by id."""
        return cast("tuple[R, ...]", tuple(self.by_kind.get(model.kind, {}).values()))

    def get(self, model: type[R], record_id: str | None) -> R | None:
        """One record by its id, or None."""
        return cast("R | None", self.by_kind.get(model.kind, {}).get(record_id or ""))

    def find(self, kind: str, record_id: str) -> Registro | None:
        """One record by the word of its kind, or None."""
        return self.by_kind.get(kind, {}).get(record_id)

    def where(self, record: Registro) -> Located:
        """The entry a record was read from."""
        return self.places[(record.kind, record.id)]

    def naming(self, record: Registro, model: type[R], field: str | None = None) -> tuple[R, ...]:
        """The records of a kind that name this one (in that field), sorted as people sort."""
        found = {
            reference.origin.id: reference.origin
            for reference in self.incoming.get((record.kind, record.id), ())
            if isinstance(reference.origin, model) and field in (None, reference.field)
        }
        return in_reading_order(cast("Iterable[R]", found.values()))

    def public(self) -> Register:
        """The same register without drafts."""
        return self.only(lambda record: record.is_public)

    def only(self, keep: Callable[[Registro], bool]) -> Register:
        """The same register with the records that are kept."""
        return make_register(item for item in self.located if keep(item.record))


def in_reading_order(records: Iterable[R]) -> tuple[R, ...]:
    """Records sorted by number or code where they have one, then by title."""

    def key(record: R) -> tuple[object, ...]:
        number = getattr(record, "numero", None) or getattr(record, "codigo", None) or ""
        return (sort_key(str(number)), sort_key(record.title), record.id)

    return tuple(sorted(records, key=key))


def references(record: Registro) -> Iterator[Reference]:
    """Every record that this one names, with the field that names it."""
    for leaf in leaves(record):
        target = _target(leaf)
        if target is not None:
            kind, target_id = target
            yield Reference(record, str(leaf.path[0]), leaf.path, kind, target_id)


def _target(leaf: Leaf) -> tuple[str, str] | None:
    if not isinstance(leaf.value, str):
        return None
    if isinstance(leaf.value_type, Ref):
        return leaf.value_type.kind, leaf.value
    if isinstance(leaf.value_type, Source) or PROOFS.intersection(map(str, leaf.path)):
        document = Source.document(leaf.value)
        return ("documento", document) if document else None
    return None


def make_register(located: Iterable[Located]) -> Register:
    """The register of these records; the first of two with one id stays (a check tells of both)."""
    items = tuple(located)
    places: dict[tuple[str, str], Located] = {}
    for item in items:
        places.setdefault((item.record.kind, item.record.id), item)
    by_kind: dict[str, dict[str, Registro]] = {kind.name: {} for kind in KINDS}
    incoming: dict[tuple[str, str], list[Reference]] = {}
    for (kind, record_id), item in sorted(places.items(), key=lambda pair: pair[0]):
        by_kind[kind][record_id] = item.record
        for reference in references(item.record):
            incoming.setdefault((reference.kind, reference.target), []).append(reference)
    return Register(items, by_kind, places, {key: tuple(found) for key, found in incoming.items()})


def kind_of(record: Registro) -> Kind:
    """The kind of a record."""
    return BY_MODEL[type(record)]


def kind_named(name: str) -> Kind:
    """A kind by its word."""
    return BY_NAME[name]
