"""What is done with each country, told once for each register."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from bitacora.records.events import Evento
from bitacora.records.institution import Entidad
from bitacora.records.practices import BuenaPractica, Transferencia
from bitacora.records.relations import Actor, Hermanamiento
from bitacora.records.resources import Recurso
from bitacora.register import Register

OWN_MONEY, COUNTERPART = "recursos_propios", "contrapartida"
GONE_TO = frozenset({"mision_saliente", "participacion"})
REFERENT = "referente"
OFFICIAL_MANY = "oficial_multilateral"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Transferred:
    """A practice with one of the governments that took it up."""

    practice: BuenaPractica
    transfer: Transferencia


@dataclass(frozen=True, slots=True)
class Country:
    """What the registers tell of a country, each register sorted by id."""

    code: str
    instruments: tuple[Hermanamiento, ...]
    contributions: tuple[Recurso, ...]
    events: tuple[Evento, ...]
    practices: tuple[BuenaPractica, ...]
    transfers: tuple[Transferred, ...]
    actors: tuple[Actor, ...]


def countries_of(register: Register) -> tuple[Country, ...]:
    """Every country with which something is done, by code.

    The country of a contribution is its own, else that of who gives it; that of an event is where
    it happens and that of the instrument it serves. At home only what is done with others counts:
    neither the own money nor the meetings hosted there.
    """
    home = {entity.pais for entity in register.all(Entidad)}
    instruments = _by(register.all(Hermanamiento), lambda item: (item.pais,))
    contributions = _by(register.all(Recurso), lambda item: _giver(register, item, home))
    events = _by(register.all(Evento), lambda item: _places(register, item, home))
    practices = _by(
        (item for item in register.all(BuenaPractica) if item.origen == REFERENT),
        lambda item: (item.pais,),
    )
    transfers = _by(_transfers(register), lambda item: (item.transfer.pais,))
    actors = _by(register.all(Actor), lambda item: (item.pais,) if item.pais else ())
    named = {*instruments, *contributions, *events, *practices, *transfers, *actors}
    return tuple(
        Country(
            code,
            tuple(instruments.get(code, ())),
            tuple(contributions.get(code, ())),
            tuple(events.get(code, ())),
            tuple(practices.get(code, ())),
            tuple(transfers.get(code, ())),
            tuple(actors.get(code, ())),
        )
        for code in sorted(named)
    )


def _by(items: Iterable[T], places: Callable[[T], Iterable[str]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for item in items:
        for place in places(item):
            found.setdefault(place, []).append(item)
    return found


def contribution_country(register: Register, item: Recurso) -> str | None:
    """The country that a contribution comes from: its own, else that of who gives it. A body of
    many countries has none: that of its seat gives nothing. None if nobody tells."""
    if item.pais is None and item.fuente_recursos == OFFICIAL_MANY:
        return None
    giver = register.get(Actor, item.aportante if isinstance(item.aportante, str) else None)
    return item.pais or (giver.pais if giver else None)


def _giver(register: Register, item: Recurso, home: set[str]) -> tuple[str, ...]:
    country = contribution_country(register, item)
    own = item.rol == OWN_MONEY or (item.rol == COUNTERPART and country in home)
    return () if country is None or own else (country,)


def _places(register: Register, event: Evento, home: set[str]) -> tuple[str, ...]:
    served = register.get(Hermanamiento, event.hermanamiento)
    here = event.pais in home and event.tipo not in GONE_TO
    places = [*([] if here else [event.pais]), *([served.pais] if served else [])]
    return tuple(dict.fromkeys(places))


def _transfers(register: Register) -> Iterator[Transferred]:
    for practice in register.all(BuenaPractica):
        for transfer in practice.transferencias:
            yield Transferred(practice, transfer)
