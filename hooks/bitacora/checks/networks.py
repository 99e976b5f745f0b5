"""Rules of the networks to which the government belongs: since when, until when, what for."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.networks import Red
from bitacora.spanish import join_y
from bitacora.tallies.happened import Standing, standing_of
from bitacora.tallies.instruments import (
    ALIVE,
    IDLE_MONTHS,
    InstrumentState,
    is_idle,
    months_before,
)
from bitacora.tallies.memberships import QUESTIONS, asked


def _standing(world: World) -> Iterator[tuple[Red, Standing]]:
    for item in world.register.all(Red):
        yield item, standing_of(world.register, item, world.as_of)


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
    for item, now in _standing(world):
        unknown = now.last is None and item.adhesion is None
        if now.state in ALIVE and (unknown or is_idle(now.last, item.adhesion, world.as_of)):
            when = (
                f"La última participación es de {now.last}"
                if now.last
                else "No se dice cuándo se participó por última vez"
            )
            yield Finding(
                item,
                ("ultima_actividad",),
                f"{when}; se pide al menos una en {IDLE_MONTHS} meses.",
                "Escriba la fecha de la última participación, o decida si se sigue en la red.",
            )


@rule("red-vencida", Severity.AVISO)
def expired(world: World) -> Iterator[Finding]:
    """A membership in force has not expired."""
    for item, now in _standing(world):
        if now.state is InstrumentState.VENCIDO:
            yield Finding(
                item,
                ("vence",),
                f"La adhesión venció ({now.term.end}) y no consta que se haya renovado.",
                "Si se renovó, escriba la fecha en «renovada» y el nuevo «vence»; si no, "
                "«terminado» en «estado».",
            )


@rule("red-por-vencer", Severity.AVISO)
def expiring(world: World) -> Iterator[Finding]:
    """Whoever decides on a membership knows in time that it must be renewed."""
    for item, now in _standing(world):
        if now.state is InstrumentState.POR_VENCER:
            yield Finding(
                item,
                ("vence",),
                f"La adhesión vence pronto ({now.term.end}).",
                "Decida si se renueva; cuando se renueve, escriba «renovada» y el nuevo «vence».",
            )


@rule("red-fecha-imposible", Severity.AVISO)
def impossible_dates(world: World) -> Iterator[Finding]:
    """A network was joined before it was used, renewed or left, on dates that have come."""
    for item in world.register.all(Red):
        done = (("ultima_actividad", item.ultima_actividad), ("renovada", item.renovada))
        for name, moment in (("adhesion", item.adhesion), *done):
            if moment and moment.first > world.as_of:
                yield Finding(
                    item, (name,), f"La fecha ({moment}) no ha llegado.", "Corrija la fecha."
                )
        words = {
            "ultima_actividad": "La última participación",
            "renovada": "La renovación",
            "vence": "El vencimiento",
        }
        for name, moment in (*done, ("vence", item.vence)):
            if moment and item.adhesion and moment.last < item.adhesion.first:
                yield Finding(
                    item,
                    (name,),
                    f"{words[name]} ({moment}) es anterior a la adhesión ({item.adhesion}).",
                    "Revise las dos fechas.",
                )


@rule("red-renovada-sin-vencimiento", Severity.AVISO)
def renewed_until_nobody_knows(world: World) -> Iterator[Finding]:
    """The end of a membership is that of its last renewal."""
    for item in world.register.all(Red):
        if item.renovada and item.vence and item.vence.last < item.renovada.first:
            yield Finding(
                item,
                ("vence",),
                f"El vencimiento ({item.vence}) es anterior a la renovación ({item.renovada}).",
                "Escriba hasta cuándo se renovó, o deje «vence» vacía si no vence.",
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


@rule("red-preguntas-sin-respuesta", Severity.MEJORA)
def joined_without_asking(world: World) -> Iterator[Finding]:
    """A network that is being joined, or was in the last 24 months, has its six answers."""
    limit = months_before(world.as_of, IDLE_MONTHS)
    for item in world.register.all(Red):
        recent = item.adhesion is not None and item.adhesion.first >= limit
        lacking = asked(item).lacking
        if lacking and (recent or item.estado == InstrumentState.EN_GESTION):
            yield Finding(
                item,
                (lacking[0],),
                f"Tienen respuesta {len(QUESTIONS) - len(lacking)} de las {len(QUESTIONS)} "
                "preguntas que se hacen antes de adherir.",
                f"Responda {join_y([f'«{name}»' for name in lacking])}.",
            )


RULES = (
    no_date_of_joining,
    idle,
    expired,
    expiring,
    impossible_dates,
    renewed_until_nobody_knows,
    purpose_missing,
    joined_without_asking,
)
