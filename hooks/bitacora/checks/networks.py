"""Rules of the networks to which the government belongs."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.networks import Red
from bitacora.tallies.instruments import IDLE_MONTHS, InstrumentState, is_idle, membership_state

ALIVE = frozenset({InstrumentState.VIGENTE, InstrumentState.SIN_ACTIVIDAD})


@rule("red-sin-adhesion", Severity.AVISO)
def no_date_of_joining(world: World) -> Iterator[Finding]:
    """A membership says since when."""
    for item in world.register.all(Red):
        if item.adhesion is None and item.estado != InstrumentState.EN_GESTION:
            yield Finding(
                item,
                ("adhesion",),
                "No se informa desde cuándo se hace parte.",
                "Busque la fecha de adhesión; vale solo el año.",
            )


@rule("red-sin-actividad", Severity.AVISO)
def idle(world: World) -> Iterator[Finding]:
    """A membership in force has some activity in the last 24 months."""
    for item in world.register.all(Red):
        last = item.ultima_actividad.last if item.ultima_actividad else None
        since = item.adhesion.last if item.adhesion else None
        unknown = last is None and since is None
        alive = membership_state(item, world.as_of) in ALIVE
        if alive and (unknown or is_idle(last, since, world.as_of)):
            when = (
                f"La última participación es de {item.ultima_actividad}"
                if last
                else ("No se dice cuándo se participó por última vez")
            )
            yield Finding(
                item,
                ("ultima_actividad",),
                f"{when}; se pide al menos una en {IDLE_MONTHS} meses.",
                "Escriba la fecha de la última participación, o decida si se sigue en la red.",
            )


@rule("red-fecha-imposible", Severity.AVISO)
def impossible_dates(world: World) -> Iterator[Finding]:
    """A network was joined before it was used, both on dates that have come."""
    for item in world.register.all(Red):
        for name, moment in (
            ("adhesion", item.adhesion),
            ("ultima_actividad", item.ultima_actividad),
        ):
            if moment and moment.first > world.as_of:
                yield Finding(
                    item, (name,), f"La fecha ({moment}) no ha llegado.", "Corrija la fecha."
                )
        last, joined = item.ultima_actividad, item.adhesion
        if last and joined and last.last < joined.first:
            yield Finding(
                item,
                ("ultima_actividad",),
                f"La última participación ({last}) es anterior a la adhesión ({joined}).",
                "Revise las dos fechas.",
            )


@rule("red-sin-proposito", Severity.MEJORA)
def purpose_missing(world: World) -> Iterator[Finding]:
    """A membership says what the government seeks in it."""
    for item in world.register.all(Red):
        if not item.para_que:
            yield Finding(
                item,
                ("para_que",),
                "No se cuenta para qué se hace parte de esta red.",
                "Escríbalo en una o dos frases.",
            )


RULES = (no_date_of_joining, idle, impossible_dates, purpose_missing)
