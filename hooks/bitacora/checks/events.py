"""Rules of missions, visits, meetings: when, at whose cost, with what result."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bitacora.checks.persons import named_persons
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.accountability import Compromiso
from bitacora.records.events import Evento
from bitacora.records.institution import Entidad
from bitacora.spanish import join_y
from bitacora.tallies.meetings import HELD, MeetingState, last_day, meeting_state
from bitacora.tallies.missions import MISSION
from bitacora.tallies.zones import COLOMBIA

TIME_TO_TELL = timedelta(days=30)
FAR = 5
"""So many years ahead nothing is on an agenda: the year was mistyped."""


@rule("evento-fechas-invertidas", Severity.ERROR)
def ends_before_it_begins(world: World) -> Iterator[Finding]:
    """An event does not end before it begins."""
    for item in world.register.all(Evento):
        if item.fecha_fin and item.fecha_fin < item.fecha_inicio:
            yield Finding(
                item,
                ("fecha_fin",),
                f"Termina ({item.fecha_fin}) antes de empezar ({item.fecha_inicio}).",
                "Revise las dos fechas; quizá quedaron cambiadas.",
            )


@rule("mision-incompleta", Severity.ERROR)
def mission_untold(world: World) -> Iterator[Finding]:
    """A mission abroad says what for, what it costs, who pays; «no_informado» is an answer."""
    for item in world.register.all(Evento):
        asked = {"proposito": item.proposito, "costo": item.costo, "paga": item.paga}
        # A cost of zero is a cost; only silence is missing.
        missing = [f"«{name}»" for name, value in asked.items() if value in (None, "")]
        if item.tipo == MISSION and missing:
            yield Finding(
                item,
                (),
                f"De la misión falta {join_y(missing)}.",
                "Escriba para qué fue, cuánto costó y quién la pagó; lo que no se sepa va como "
                "«no_informado».",
            )


@rule("evento-sin-resultado", Severity.AVISO)
def nothing_came_of_it(world: World) -> Iterator[Finding]:
    """What an event left is told within 30 days of its end; one that was cancelled left nothing."""
    for item in world.register.all(Evento):
        end = last_day(item)
        untold = _state(world, item) is MeetingState.SIN_RESULTADO
        if untold and end < world.as_of - TIME_TO_TELL:
            yield Finding(
                item,
                ("resultado",),
                f"Terminó el {end} y no se cuenta qué dejó.",
                "Escríbalo en una o dos frases; si no dejó nada, dígalo.",
            )


@rule("evento-con-nombres", Severity.AVISO)
def delegation_of_persons(world: World) -> Iterator[Finding]:
    """A delegation is told by its posts, never by the names of persons."""
    for item in world.register.all(Evento):
        posts = enumerate(item.delegacion)
        yield from named_persons(item, [(("delegacion", index), post) for index, post in posts])


@rule("evento-hora-invertida", Severity.ERROR)
def hours_turned(world: World) -> Iterator[Finding]:
    """On one day an event ends after the hour in which it begins."""
    for item in world.register.all(Evento):
        begins, ends = item.hora_inicio, item.hora_fin
        one_day = last_day(item) == item.fecha_inicio
        if one_day and begins and ends and ends <= begins:
            yield Finding(
                item,
                ("hora_fin",),
                f"Termina a las {ends:%H:%M} y empieza a las {begins:%H:%M} del mismo día.",
                "Revise las dos horas, o escriba el último día en «fecha_fin».",
            )


@rule("evento-hora-sin-inicio", Severity.AVISO)
def end_without_beginning(world: World) -> Iterator[Finding]:
    """The hour of the end says nothing without the hour of the beginning."""
    for item in world.register.all(Evento):
        if item.hora_fin and not item.hora_inicio:
            yield Finding(
                item,
                ("hora_fin",),
                f"Dice a qué hora termina ({item.hora_fin:%H:%M}) y no a qué hora empieza.",
                "Escriba «hora_inicio»; si no se sabe, borre «hora_fin».",
            )


@rule("evento-cancelado-sin-motivo", Severity.AVISO)
def cancelled_by_halves(world: World) -> Iterator[Finding]:
    """What was cancelled says when and why."""
    for item in world.register.all(Evento):
        if item.cancelado and not item.motivo_cancelacion:
            yield Finding(
                item,
                ("cancelado",),
                f"Se canceló el {item.cancelado} y no se dice por qué.",
                "Escríbalo en «motivo_cancelacion», en una frase.",
            )
        if item.motivo_cancelacion and not item.cancelado:
            yield Finding(
                item,
                ("motivo_cancelacion",),
                "Dice por qué se canceló y no cuándo: en el sitio sigue en pie.",
                "Escriba la fecha en «cancelado», o borre el motivo si no se canceló.",
            )


@rule("evento-cancelado-con-resultado", Severity.AVISO)
def result_of_nothing(world: World) -> Iterator[Finding]:
    """What was cancelled has no result; what is still to come has none yet."""
    for item in world.register.all(Evento):
        state = _state(world, item)
        if not item.resultado or state in HELD or state is MeetingState.EN_CURSO:
            continue
        off = state is MeetingState.CANCELADO
        yield Finding(
            item,
            ("resultado",),
            "Se canceló y dice qué dejó." if off else "Todavía no empieza y ya dice qué dejó.",
            "Si se hizo, borre «cancelado»; si no, borre «resultado»."
            if off
            else "Revise la fecha; lo que se espera de él va en «proposito».",
        )


@rule("evento-lejano", Severity.AVISO)
def too_far_ahead(world: World) -> Iterator[Finding]:
    """An event is not announced more than five years ahead."""
    for item in world.register.all(Evento):
        if item.fecha_inicio.year > world.as_of.year + FAR:
            yield Finding(
                item,
                ("fecha_inicio",),
                f"Faltan más de {FAR} años para el {item.fecha_inicio}.",
                "Revise el año; quizá se escribió mal.",
            )


@rule("mision-sin-compromisos", Severity.MEJORA)
def nothing_promised(world: World) -> Iterator[Finding]:
    """A mission that is over tells the commitments that came of it, or says that none did."""
    for item in world.register.all(Evento):
        over = item.tipo == MISSION and _state(world, item) in HELD
        promised = world.register.naming(item, Compromiso, "evento")
        if over and not promised and not item.sin_compromisos:
            yield Finding(
                item,
                (),
                "La misión terminó y ningún compromiso dice que nació de ella.",
                f"En cada compromiso que dejó, escriba «evento: {item.id}»; si no dejó ninguno, "
                "escriba aquí «sin_compromisos: sí».",
            )


@rule("evento-compromisos-contradichos", Severity.AVISO)
def none_and_some(world: World) -> Iterator[Finding]:
    """An event that says it left no commitment is named by none."""
    for item in world.register.all(Evento):
        promised = world.register.naming(item, Compromiso, "evento")
        if item.sin_compromisos and promised:
            yield Finding(
                item,
                ("sin_compromisos",),
                f"Dice que no dejó compromisos, y «{promised[0].id}» nació de él.",
                "Borre «sin_compromisos», o corrija «evento» en el compromiso.",
            )


def _state(world: World, item: Evento) -> MeetingState:
    entity = world.register.all(Entidad)
    zone = entity[0].zona_horaria if entity else COLOMBIA
    return meeting_state(item, world.as_of, zone)


RULES = (
    ends_before_it_begins,
    mission_untold,
    nothing_came_of_it,
    delegation_of_persons,
    hours_turned,
    end_without_beginning,
    cancelled_by_halves,
    result_of_nothing,
    too_far_ahead,
    nothing_promised,
    none_and_some,
)
