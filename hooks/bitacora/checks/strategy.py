"""Rules of the strategy: its term, axes, objectives, expected results."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.strategy import Eje, Estrategia, Objetivo
from bitacora.spanish import count_of
from bitacora.tallies.belonging import axes_of

FEWEST_AXES, MOST_AXES = 3, 6


@rule("vigencia-invertida", Severity.ERROR)
def term_backwards(world: World) -> Iterator[Finding]:
    """A strategy does not end before it starts."""
    for item in world.register.all(Estrategia):
        if item.years and item.years[1] < item.years[0]:
            first, last = item.years
            yield Finding(
                item,
                ("vigencia_fin",),
                f"La estrategia termina en {last}, antes de empezar en {first}.",
                "Revise los dos años; quizá quedaron cambiados.",
            )


@rule("vigencia-no-informada", Severity.AVISO)
def term_unknown(world: World) -> Iterator[Finding]:
    """A strategy says which years it covers: what must be reported follows from them."""
    for item in world.register.all(Estrategia):
        if item.years is None:
            yield Finding(
                item,
                ("vigencia_inicio",) if item.first_year is None else ("vigencia_fin",),
                "No se sabe qué años cubre la estrategia, así que no se puede decir si está "
                "vigente ni qué periodos se deben reportar.",
                "Busque los dos años en el documento o en el acto que la adoptó; si no los traen, "
                "no los invente.",
            )


@rule("estrategia-sin-acto", Severity.AVISO)
def no_act_of_adoption(world: World) -> Iterator[Finding]:
    """A strategy names the act that adopted it."""
    for item in world.register.all(Estrategia):
        if not item.acto_adopcion:
            yield Finding(
                item,
                ("acto_adopcion",),
                "No se informa con qué acto se adoptó la estrategia.",
                "Escriba el acuerdo, decreto o resolución; mientras no lo haya, el sitio lo dirá.",
            )


@rule("ejes-fuera-de-rango", Severity.AVISO)
def too_few_or_many_axes(world: World) -> Iterator[Finding]:
    """A strategy has between three and six axes."""
    for item in world.register.all(Estrategia):
        axes = len(axes_of(world.register, item))
        if not FEWEST_AXES <= axes <= MOST_AXES:
            yield Finding(
                item,
                (),
                f"La estrategia tiene {count_of(axes, 'eje', 'ejes')}; "
                f"se aconsejan entre {FEWEST_AXES} y {MOST_AXES}.",
                "Compruebe que estén todos; si el documento es así, no hay nada que cambiar.",
            )


@rule("reto-repetido", Severity.AVISO)
def repeated_challenge(world: World) -> Iterator[Finding]:
    """Each challenge of a strategy has its own number."""
    for item in world.register.all(Estrategia):
        seen: set[int] = set()
        for index, challenge in enumerate(item.retos):
            if challenge.numero in seen:
                yield Finding(
                    item,
                    ("retos", index, "numero"),
                    f"Ya hay otro reto con el número {challenge.numero}.",
                    "Dé a cada reto un número distinto.",
                )
            seen.add(challenge.numero)


@rule("eje-numero-repetido", Severity.ERROR)
def repeated_axis_number(world: World) -> Iterator[Finding]:
    """Each axis has its own number within the strategy."""
    first: dict[tuple[str, int], Eje] = {}
    for axis in world.register.all(Eje):
        other = first.setdefault((axis.estrategia, axis.numero), axis)
        if other is not axis:
            yield Finding(
                axis,
                ("numero",),
                f"El número {axis.numero} ya lo tiene el eje «{other.nombre}».",
                "Dé a cada eje de la estrategia un número distinto.",
            )


@rule("eje-sin-objetivo", Severity.AVISO)
def axis_without_objective(world: World) -> Iterator[Finding]:
    """An axis has at least one objective."""
    for axis in world.register.all(Eje):
        if not world.register.naming(axis, Objetivo, "eje"):
            yield Finding(
                axis,
                (),
                "El eje no tiene objetivos.",
                "Cree al menos un objetivo que lo nombre en «eje».",
            )


@rule("objetivo-numero-repetido", Severity.AVISO)
def repeated_objective_number(world: World) -> Iterator[Finding]:
    """Each objective has its own number within its axis."""
    first: dict[tuple[str, str], Objetivo] = {}
    for objective in world.register.all(Objetivo):
        other = first.setdefault((objective.eje, objective.numero), objective)
        if other is not objective:
            yield Finding(
                objective,
                ("numero",),
                f"El número {objective.numero} ya lo tiene el objetivo «{other.id}» del mismo eje.",
                "Dé a cada objetivo un número distinto.",
            )


@rule("objetivo-sin-meta-del-plan", Severity.AVISO)
def objective_without_plan_goal(world: World) -> Iterator[Finding]:
    """An objective says which goal of the development plan it serves."""
    for objective in world.register.all(Objetivo):
        if known(objective.meta_plan_desarrollo) is None:
            yield Finding(
                objective,
                ("meta_plan_desarrollo",),
                "El objetivo no dice a qué meta del plan de desarrollo contribuye.",
                "Pregunte a la oficina de planeación y escriba la meta con su número.",
            )


RULES = (
    term_backwards,
    term_unknown,
    no_act_of_adoption,
    too_few_or_many_axes,
    repeated_challenge,
    repeated_axis_number,
    axis_without_objective,
    repeated_objective_number,
    objective_without_plan_goal,
)
