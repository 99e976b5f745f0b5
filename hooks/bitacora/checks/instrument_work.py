"""Rules of the work under an instrument: its plan, what was done, by which posts, at what cost."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.known import known
from bitacora.checks.persons import named_persons
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.events import Evento
from bitacora.records.relations import Actividad, Hermanamiento
from bitacora.spanish import join_y, number
from bitacora.tallies.happened import standing_of
from bitacora.tallies.instruments import ALIVE

PLACE = "actividades"


def _alive(world: World) -> Iterator[Hermanamiento]:
    for item in world.register.all(Hermanamiento):
        if standing_of(world.register, item, world.as_of).state in ALIVE:
            yield item


@rule("instrumento-sin-plan", Severity.MEJORA)
def no_work_plan(world: World) -> Iterator[Finding]:
    """An instrument in force has a work plan."""
    for item in _alive(world):
        if not item.plan_trabajo and not item.plan_documento:
            yield Finding(
                item,
                ("plan_trabajo",),
                "No se cuenta qué se acordó hacer ni cuándo.",
                "Escríbalo en «plan_trabajo», o ponga en «plan_documento» el documento que lo "
                "trae.",
            )


@rule("firmantes-con-nombres", Severity.AVISO)
def signed_by_persons(world: World) -> Iterator[Finding]:
    """Who signs or does something is told by the post, never by a person's name."""
    for item in world.register.all(Hermanamiento):
        posts = [(("firmantes", index), post) for index, post in enumerate(item.firmantes)]
        done = [
            ((PLACE, index, "quien"), each.quien) for index, each in enumerate(item.actividades)
        ]
        yield from named_persons(item, [*posts, *done])


@rule("actividad-sin-resultado", Severity.AVISO)
def activity_without_result(world: World) -> Iterator[Finding]:
    """Each activity says what came of it; what is missing is told once an instrument."""
    for item in world.register.all(Hermanamiento):
        silent = [index for index, done in enumerate(item.actividades) if not done.resultado]
        if silent:
            yield Finding(
                item,
                (PLACE, silent[0], "resultado"),
                f"No se cuenta qué dejó lo que se hizo en {_days(item, silent)}.",
                "Escriba en cada «resultado» una frase; si no dejó nada, dígalo.",
            )


@rule("actividad-sin-costo", Severity.AVISO)
def activity_without_cost(world: World) -> Iterator[Finding]:
    """Each activity of an instrument in force says what it cost; «no_informado» is an answer."""
    for item in _alive(world):
        silent = [index for index, done in enumerate(item.actividades) if done.costo is None]
        if silent:
            yield Finding(
                item,
                (PLACE, silent[0], "costo"),
                f"No se dice cuánto costó lo que se hizo en {_days(item, silent)}.",
                "Escriba en cada «costo» la cifra y su moneda: 0 si no costó nada, "
                "«no_informado» si no se sabe.",
            )


@rule("actividad-sin-evidencia", Severity.MEJORA)
def activity_without_proof(world: World) -> Iterator[Finding]:
    """What cost money is proved; a meeting on record may prove it."""
    for item in world.register.all(Hermanamiento):
        unproved = [
            index
            for index, done in enumerate(item.actividades)
            if known(done.costo) and not _proved(world, done)
        ]
        if unproved:
            yield Finding(
                item,
                (PLACE, unproved[0], "evidencia"),
                f"Costó dinero y no se dice qué lo prueba: {_days(item, unproved)}.",
                "Escriba en cada «evidencia» el acta, el enlace, o «documento:» y su nombre.",
            )


def _proved(world: World, done: Actividad) -> bool:
    event = world.register.get(Evento, done.evento)
    return bool(done.evidencia or (event and event.evidencia))


@rule("actividad-y-evento-no-cuadran", Severity.AVISO)
def activity_against_its_meeting(world: World) -> Iterator[Finding]:
    """An activity and the meeting in which it was done belong together and cost the same."""
    for item in world.register.all(Hermanamiento):
        for index, done in enumerate(item.actividades):
            event = world.register.get(Evento, done.evento)
            if event is None:
                continue
            if event.hermanamiento != item.id:
                yield Finding(
                    item,
                    (PLACE, index, "evento"),
                    "Ese evento no dice que sirva a este acuerdo.",
                    f"Escriba «{item.id}» en «hermanamiento» del evento, o cambie el evento.",
                )
            mine, its = known(done.costo), known(event.costo)
            if mine is None or its is None:
                continue
            if (mine, done.moneda) != (its, event.moneda):
                yield Finding(
                    item,
                    (PLACE, index, "costo"),
                    f"Aquí costó {number(mine)} {done.moneda or ''} y en la ficha del evento "
                    f"{number(its)} {event.moneda or ''}.",
                    "Revise cuál es la cifra y escríbala igual en las dos.",
                )


def _days(item: Hermanamiento, indexes: list[int]) -> str:
    return join_y([str(item.actividades[index].fecha) for index in indexes])


RULES = (
    no_work_plan,
    signed_by_persons,
    activity_without_result,
    activity_without_cost,
    activity_without_proof,
    activity_against_its_meeting,
)
