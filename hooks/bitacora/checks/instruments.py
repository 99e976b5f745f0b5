"""Rules of the life of an instrument: signed, in force, used, ended."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.relations import Hermanamiento
from bitacora.tallies.happened import Standing, standing_of
from bitacora.tallies.instruments import ALIVE, IDLE_MONTHS, InstrumentState, is_idle


def _standing(world: World) -> Iterator[tuple[Hermanamiento, Standing]]:
    for item in world.register.all(Hermanamiento):
        yield item, standing_of(world.register, item, world.as_of)


@rule("instrumento-sin-firma", Severity.AVISO)
def no_date_of_signature(world: World) -> Iterator[Finding]:
    """An instrument that is past its preparation says when it was signed. Of one known by its name
    alone, all that is missing is told here, once."""
    for item, now in _standing(world):
        if item.firmado is None and now.state is not InstrumentState.EN_GESTION:
            why = "" if item.motivo else " Tampoco se cuenta por qué se eligió a esta contraparte."
            yield Finding(
                item,
                ("firmado",),
                f"No se informa cuándo se firmó.{why}",
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
        done = [("actividades", "La actividad", each.fecha) for each in item.actividades]
        renewed = [("renovaciones", "La renovación", each.fecha) for each in item.renovaciones]
        for found in (done, renewed):
            for index, (name, what, moment) in enumerate(found):
                if moment.first > world.as_of:
                    yield Finding(
                        item,
                        (name, index, "fecha"),
                        f"{what} tiene una fecha que no ha llegado ({moment}).",
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
    for item, now in _standing(world):
        if now.state is InstrumentState.VENCIDO:
            renewal = now.term.renewal
            path: tuple[str | int, ...] = ("vence",)
            if renewal is not None:
                path = ("renovaciones", item.renovaciones.index(renewal), "vence")
            yield Finding(
                item,
                path,
                f"El plazo venció ({now.term.end}) y la oficina no lo da por terminado.",
                "Si se renovó, añádalo en «renovaciones» con su nueva fecha; si no, escriba "
                "«terminado» con su motivo.",
            )


@rule("instrumento-sin-actividad", Severity.AVISO)
def idle(world: World) -> Iterator[Finding]:
    """An instrument in force has some activity in the last 24 months."""
    for item, now in _standing(world):
        # Without a date of signature nobody knows how long it has been idle: it is told too.
        unknown = now.last is None and item.firmado is None
        if now.state in ALIVE and (unknown or is_idle(now.last, item.firmado, world.as_of)):
            when = f"La última actividad es de {now.last}" if now.last else "No hay actividades"
            yield Finding(
                item,
                ("actividades",),
                f"{when}; se pide al menos una en {IDLE_MONTHS} meses.",
                "Añada lo que se haya hecho, o decida si el acuerdo sigue en pie.",
            )


@rule("instrumento-sin-proyecto", Severity.AVISO)
def no_project(world: World) -> Iterator[Finding]:
    """An instrument in force shelters at least one project or action."""
    for item, now in _standing(world):
        if now.state in ALIVE and not item.acciones:
            yield Finding(
                item,
                ("acciones",),
                "El acuerdo no ampara ningún proyecto ni acción.",
                "Escriba en «acciones» los que se hacen gracias a él.",
            )


@rule("instrumento-terminado-sin-motivo", Severity.AVISO)
def ended_without_reason(world: World) -> Iterator[Finding]:
    """An ended instrument says when it ended, with the reason."""
    for item, now in _standing(world):
        told = item.terminado and item.motivo_terminacion
        if now.state is InstrumentState.TERMINADO and not told:
            yield Finding(
                item,
                ("estado",),
                "El acuerdo terminó y no se dice cuándo o por qué.",
                "Complete «terminado» y «motivo_terminacion».",
            )


@rule("instrumento-sin-motivo", Severity.AVISO)
def partner_not_explained(world: World) -> Iterator[Finding]:
    """An instrument says why this partner was chosen; silent where not even its date is known,
    which ``no_date_of_signature`` tells together."""
    for item, now in _standing(world):
        named_alone = item.firmado is None and now.state is not InstrumentState.EN_GESTION
        if not item.motivo and not named_alone:
            yield Finding(
                item,
                ("motivo",),
                "No se cuenta por qué se eligió a esta contraparte.",
                "Escríbalo en una o dos frases.",
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
)
