"""What each actor takes part in, who funds what, whom the map of actors has not got."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bitacora.reading.code_lists import CodeLists
from bitacora.records.actions import Accion
from bitacora.records.codes import CodigoActor
from bitacora.records.relations import Actor
from bitacora.records.resources import Recurso
from bitacora.records.unknown import NoInformado
from bitacora.register import Register, in_reading_order
from bitacora.tallies.contributions import newest_first

GIVES = "cooperante"
FUNDS = "financia"


@dataclass(frozen=True, slots=True)
class TypeOfActor:
    """One of the types of the map, with who is of it."""

    code: CodigoActor
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector of the map with its types, those of nobody too."""

    name: str
    types: tuple[TypeOfActor, ...]

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Everyone in the sector, type by type."""
        return tuple(actor for one in self.types for actor in one.actors)

    @property
    def empty(self) -> tuple[CodigoActor, ...]:
        """The types of which there is nobody."""
        return tuple(one.code for one in self.types if not one.actors)


def actor_map(register: Register, lists: CodeLists) -> tuple[Sector, ...]:
    """Every sector with every type, in the order of the code list."""
    by_type: dict[str, list[Actor]] = {}
    for actor in register.all(Actor):
        by_type.setdefault(actor.tipo, []).append(actor)
    sectors: dict[str, list[TypeOfActor]] = {}
    for code in lists.all("tipos_actor"):
        if isinstance(code, CodigoActor):
            found = in_reading_order(by_type.get(code.codigo, ()))
            sectors.setdefault(code.sector_nombre, []).append(TypeOfActor(code, found))
    return tuple(Sector(name, tuple(types)) for name, types in sectors.items())


@dataclass(frozen=True, slots=True)
class Funder:
    """An actor with what it has given, the last first, and the actions that say it funds them."""

    actor: Actor
    given: tuple[Recurso, ...]
    actions: tuple[Accion, ...]


def funder(register: Register, actor: Actor) -> Funder:
    """What an actor gives."""
    given = newest_first(register.naming(actor, Recurso, "aportante"))
    return Funder(actor, given, _funded(register, actor, given))


def _funded(register: Register, actor: Actor, given: Iterable[Recurso]) -> tuple[Accion, ...]:
    paid = [register.get(Accion, row.accion) for row in given]
    said = [
        action
        for action in register.naming(actor, Accion)
        if any(one.actor == actor.id and one.rol == FUNDS for one in action.actores)
        or any(line.aportante == actor.id for line in action.presupuesto)
    ]
    found = {action.id: action for action in (*paid, *said) if action is not None}
    return in_reading_order(found.values())


def funders_of(register: Register, category: str) -> tuple[Funder, ...]:
    """The actors of a category of funder, whether they have given anything or not."""
    actors = (item for item in register.all(Actor) if item.categoria_financiador == category)
    return tuple(funder(register, actor) for actor in in_reading_order(actors))


def partners_without_category(register: Register) -> tuple[Funder, ...]:
    """The actors that gave something as partners and of which nobody says what kind of funder
    they are."""
    actors = in_reading_order(a for a in register.all(Actor) if not a.categoria_financiador)
    found = (funder(register, actor) for actor in actors)
    return tuple(one for one in found if any(row.rol == GIVES for row in one.given))


def of_nobody(register: Register) -> Sequence[Recurso]:
    """The contributions of which nobody knows who gives them."""
    rows = (row for row in register.all(Recurso) if isinstance(row.aportante, NoInformado))
    return newest_first(rows)
