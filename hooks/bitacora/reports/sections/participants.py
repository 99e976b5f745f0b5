"""Who took part in what a quarter's report tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bitacora.records.actions import Accion
from bitacora.records.events import Evento, Oportunidad
from bitacora.records.indicators import Indicador
from bitacora.records.relations import Actor
from bitacora.records.resources import Recurso
from bitacora.records.unknown import NoInformado
from bitacora.register import in_reading_order
from bitacora.reports.content import Aporte, Encuentro, Participacion, Postulacion, Renglon
from bitacora.reports.view import View
from bitacora.tallies.sectors import sector_of

Pair = tuple[str, str]
"""An actor with the record it took part in («evento:feria»)."""
ACTION = "accion:"


def participants(
    view: View,
    lines: Sequence[Renglon],
    given: Sequence[Aporte],
    met: Sequence[Encuentro],
    applied: Sequence[Postulacion],
) -> tuple[Participacion, ...]:
    """The actors that gave something, came to what was not called off, offered a call that was
    applied to, or belong to an action in which something was done: a milestone, a value of one of
    its indicators. Each once, by name."""
    pairs = dict.fromkeys(
        (
            *_givers(view, given),
            *_guests(view, met),
            *_offerers(view, applied),
            *_partners(view, lines),
        )
    )
    found = {name: actor for name, _ in pairs if (actor := view.register.get(Actor, name))}
    return tuple(
        Participacion(
            id=actor.id,
            nombre=actor.nombre,
            tipo=actor.tipo,
            sector=sector_of(actor, view.lists),
            filas=tuple(row for name, row in pairs if name == actor.id),
        )
        for actor in in_reading_order(found.values())
    )


def _givers(view: View, given: Iterable[Aporte]) -> Iterator[Pair]:
    for one in given:
        record = view.register.get(Recurso, one.id)
        if record and not isinstance(record.aportante, NoInformado):
            yield record.aportante, f"recurso:{one.id}"


def _guests(view: View, met: Iterable[Encuentro]) -> Iterator[Pair]:
    for one in met:
        record = view.register.get(Evento, one.id)
        if record and one.cancelado is None:
            yield from ((name, f"evento:{one.id}") for name in record.actores)


def _offerers(view: View, applied: Iterable[Postulacion]) -> Iterator[Pair]:
    for one in applied:
        record = view.register.get(Oportunidad, one.id)
        if record and record.actor:
            yield record.actor, f"oportunidad:{one.id}"


def _partners(view: View, lines: Iterable[Renglon]) -> Iterator[Pair]:
    measured = {
        indicator.accion
        for line in lines
        if line.valor is not None and (indicator := view.register.get(Indicador, line.indicador))
    }
    for action in view.register.all(Accion):
        if action.id in measured or _moved(view, action):
            names = (*(one.actor for one in action.actores), *action.socios)
            yield from ((name, f"{ACTION}{action.id}") for name in names)


def _moved(view: View, action: Accion) -> bool:
    """Whether a milestone was reached in the quarter."""
    days = (milestone.fecha_real for milestone in action.hitos)
    return any(day is not None and view.holds_whole(day) for day in days)
