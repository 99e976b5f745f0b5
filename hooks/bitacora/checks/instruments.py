"""Rules of the life of an instrument: signed, in force, used, ended."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.relations import Hermanamiento
from bitacora.spanish import join_y
from bitacora.tallies.instruments import (
    IDLE_MONTHS,
    InstrumentState,
    is_idle,
    last_activity,
    state_of,
)

ALIVE = frozenset(
    {InstrumentState.VIGENTE, InstrumentState.POR_VENCER, InstrumentState.SIN_ACTIVIDAD}
)


def _with_state(world: World) -> Iterator[tuple[Hermanamiento, InstrumentState]]:
    for item in world.register.all(Hermanamiento):
        yield item, state_of(item, world.as_of)


@rule("instrumento-sin-firma", Severity.AVISO)
def no_date_of_signature(world: World) -> Iterator[Finding]:
    """An instrument that is past its preparation says when it was signed."""
    for item, state in _with_state(world):
        if item.firmado is None and state is not InstrumentState.EN_GESTION:
            yield Finding(
                item,
                ("firmado",),
                "No se informa cuándo se firmó.",
                "Busque la fecha en el documento; vale solo el año.",
            )


@rule("instrumento-fechas-invertidas", Severity.ERROR)
def dates_backwards(world: World) -> Iterator[Finding]:
    """An instrument neither expires nor ends before it was signed."""
    for item in world.register.all(Hermanamiento):
        for name, moment in (("vence", item.vence), ("terminado", item.terminado)):
            if item.firmado and moment and moment.last < item.firmado.first:
                yield Finding(
                    item,
                    (name,),
                    f"La fecha ({moment}) es anterior a la firma ({item.firmado}).",
                    "Revise las dos fechas; quizá quedaron cambiadas.",
                )


@rule("instrumento-firma-futura", Severity.AVISO)
def signed_in_the_future(world: World) -> Iterator[Finding]:
    """Nothing has been signed or done on a date that has not come."""
    for item in world.register.all(Hermanamiento):
        if item.firmado and item.firmado.first > world.as_of:
            yield Finding(
                item,
                ("firmado",),
                f"La fecha de firma ({item.firmado}) no ha llegado.",
                "Corríjala; mientras no se firme, el estado es «en_gestion» y la fecha va vacía.",
            )
        for index, activity in enumerate(item.actividades):
            if activity.fecha.first > world.as_of:
                yield Finding(
                    item,
                    ("actividades", index, "fecha"),
                    f"La actividad tiene una fecha que no ha llegado ({activity.fecha}).",
                    "Corrija la fecha; aquí solo va lo que ya se hizo.",
                )


@rule("instrumento-vigencia-contradictoria", Severity.ERROR)
def endless_with_end(world: World) -> Iterator[Finding]:
    """An instrument without end has no date of expiry."""
    for item in world.register.all(Hermanamiento):
        if item.vigencia_indefinida and item.vence:
            yield Finding(
                item,
                ("vence",),
                "El instrumento figura como indefinido y trae fecha de vencimiento.",
                "Borre «vence», o escriba «no» en «vigencia_indefinida».",
            )


@rule("instrumento-estado-contradictorio", Severity.ERROR)
def state_against_dates(world: World) -> Iterator[Finding]:
    """The declared state agrees with the dates: in process has no signature, ended has an end."""
    for item in world.register.all(Hermanamiento):
        if item.estado == InstrumentState.EN_GESTION and item.firmado:
            yield Finding(
                item,
                ("estado",),
                f"Figura en gestión y ya tiene fecha de firma ({item.firmado}).",
                "Escriba «vigente», o borre la fecha si aún no se ha firmado.",
            )
        if item.terminado and item.estado != InstrumentState.TERMINADO:
            yield Finding(
                item,
                ("estado",),
                f"Tiene fecha de terminación ({item.terminado}) y figura como «{item.estado}».",
                "Escriba «terminado», o borre la fecha si sigue en pie.",
            )


@rule("instrumento-vencido", Severity.AVISO)
def expired(world: World) -> Iterator[Finding]:
    """An instrument declared in force has not expired."""
    for item, state in _with_state(world):
        if state is InstrumentState.VENCIDO and item.vence:
            yield Finding(
                item,
                ("vence",),
                f"El plazo venció ({item.vence}) y la oficina no lo da por terminado.",
                "Si se renovó, escriba la nueva fecha; si no, «terminado» con su motivo.",
            )


@rule("instrumento-sin-actividad", Severity.AVISO)
def idle(world: World) -> Iterator[Finding]:
    """An instrument in force has some activity in the last 24 months."""
    for item, state in _with_state(world):
        since = item.firmado.last if item.firmado else None
        last = last_activity(item)
        # Without a date of signature nobody knows how long it has been idle: it is told too.
        unknown = last is None and since is None
        if state in ALIVE and (unknown or is_idle(last, since, world.as_of)):
            when = f"La última actividad es de {last}" if last else "No hay actividades"
            yield Finding(
                item,
                ("actividades",),
                f"{when}; se pide al menos una en {IDLE_MONTHS} meses.",
                "Añada lo que se haya hecho, o decida si el acuerdo sigue en pie.",
            )


@rule("instrumento-sin-proyecto", Severity.AVISO)
def no_project(world: World) -> Iterator[Finding]:
    """An instrument in force shelters at least one project or action."""
    for item, state in _with_state(world):
        if state in ALIVE and not item.acciones:
            yield Finding(
                item,
                ("acciones",),
                "El acuerdo no ampara ningún proyecto ni acción.",
                "Escriba en «acciones» los que se hacen gracias a él.",
            )


@rule("instrumento-terminado-sin-motivo", Severity.AVISO)
def ended_without_reason(world: World) -> Iterator[Finding]:
    """An ended instrument says when it ended, with the reason."""
    for item, state in _with_state(world):
        if state is InstrumentState.TERMINADO and not (item.terminado and item.motivo_terminacion):
            yield Finding(
                item,
                ("estado",),
                "El acuerdo terminó y no se dice cuándo o por qué.",
                "Complete «terminado» y «motivo_terminacion».",
            )


@rule("instrumento-sin-motivo", Severity.AVISO)
def partner_not_explained(world: World) -> Iterator[Finding]:
    """An instrument says why this partner was chosen."""
    for item in world.register.all(Hermanamiento):
        if not item.motivo:
            yield Finding(
                item,
                ("motivo",),
                "No se cuenta por qué se eligió a esta contraparte.",
                "Escríbalo en una o dos frases.",
            )


@rule("actividad-sin-resultado", Severity.AVISO)
def activity_without_result(world: World) -> Iterator[Finding]:
    """Each activity says what came of it; what is missing is told once an instrument."""
    for item in world.register.all(Hermanamiento):
        silent = [index for index, done in enumerate(item.actividades) if not done.resultado]
        if silent:
            days = join_y([str(item.actividades[index].fecha) for index in silent])
            yield Finding(
                item,
                ("actividades", silent[0], "resultado"),
                f"No se cuenta qué dejó lo que se hizo en {days}.",
                "Escriba en cada «resultado» una frase; si no dejó nada, dígalo.",
            )


@rule("actividad-sin-costo", Severity.AVISO)
def activity_without_cost(world: World) -> Iterator[Finding]:
    """Each activity of an instrument in force says what it cost; «no_informado» is an answer."""
    for item, state in _with_state(world):
        silent = [index for index, done in enumerate(item.actividades) if done.costo is None]
        if state in ALIVE and silent:
            days = join_y([str(item.actividades[index].fecha) for index in silent])
            yield Finding(
                item,
                ("actividades", silent[0], "costo"),
                f"No se dice cuánto costó lo que se hizo en {days}.",
                "Escriba en cada «costo» la cifra y su moneda: 0 si no costó nada, "
                "«no_informado» si no se sabe.",
            )


RULES = (
    no_date_of_signature,
    dates_backwards,
    signed_in_the_future,
    endless_with_end,
    state_against_dates,
    expired,
    idle,
    no_project,
    ended_without_reason,
    partner_not_explained,
    activity_without_result,
    activity_without_cost,
)
