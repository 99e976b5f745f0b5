"""Rules of the actions: where they hang from, their dates, their state."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.actions import Accion
from bitacora.records.codes import CodigoAspecto
from bitacora.records.strategy import Objetivo
from bitacora.spanish import join_y
from bitacora.tallies.belonging import strategy_of

NEEDS_REASON = frozenset({"atrasada", "suspendida", "cancelada"})
OPEN_STATES = frozenset({"no_iniciada", "en_ejecucion"})
CLOSED_STATES = frozenset({"cumplida", "suspendida", "cancelada"})


@rule("accion-suelta", Severity.ERROR)
def action_without_parent(world: World) -> Iterator[Finding]:
    """An action hangs from an objective or from an axis."""
    for action in world.register.all(Accion):
        if not action.objetivo and not action.eje:
            yield Finding(
                action,
                (),
                "La acción no dice de qué objetivo o eje hace parte.",
                "Escriba el identificador en «objetivo», o en «eje» si no tiene objetivo.",
            )


@rule("accion-de-otro-eje", Severity.ERROR)
def objective_of_other_axis(world: World) -> Iterator[Finding]:
    """An action that names an objective and an axis names the axis of that objective."""
    for action in world.register.all(Accion):
        objective = world.register.get(Objetivo, action.objetivo)
        if objective is not None and action.eje and objective.eje != action.eje:
            yield Finding(
                action,
                ("eje",),
                f"El objetivo de la acción es del eje «{objective.eje}», no de «{action.eje}».",
                "Borre «eje», que se deduce del objetivo, o corrija el objetivo.",
            )


@rule("accion-fechas-invertidas", Severity.ERROR)
def dates_backwards(world: World) -> Iterator[Finding]:
    """An action does not end before it starts."""
    for action in world.register.all(Accion):
        start, end = known(action.fecha_inicio), known(action.fecha_fin)
        if start and end and end.last < start.first:
            yield Finding(
                action,
                ("fecha_fin",),
                f"La acción termina ({end}) antes de empezar ({start}).",
                "Revise las dos fechas; quizá quedaron cambiadas.",
            )


@rule("accion-fuera-de-vigencia", Severity.AVISO)
def outside_term(world: World) -> Iterator[Finding]:
    """The dates of an action fall within the term of its strategy."""
    for action in world.register.all(Accion):
        strategy = strategy_of(world.register, action)
        if strategy is None or strategy.years is None:
            continue
        first, last = strategy.years
        for name, moment in (
            ("fecha_inicio", action.fecha_inicio),
            ("fecha_fin", action.fecha_fin),
        ):
            day = known(moment)
            if day and not first <= day.year <= last:
                yield Finding(
                    action,
                    (name,),
                    f"La fecha cae por fuera de la estrategia ({first} a {last}).",
                    "Revise el año; si es así, explíquelo en «nota».",
                )


@rule("accion-vencida", Severity.AVISO)
def past_its_end(world: World) -> Iterator[Finding]:
    """An action past its end is no longer said to be waiting or under way."""
    for action in world.register.all(Accion):
        end = known(action.fecha_fin)
        if end and end.last < world.as_of and action.estado in OPEN_STATES:
            state = world.lists.name("estados_accion", action.estado).lower()
            yield Finding(
                action,
                ("estado",),
                f"El plazo de la acción terminó ({end}) y sigue «{state}».",
                "Ponga su estado de hoy (cumplida, atrasada…) o la nueva fecha, con el motivo.",
            )


@rule("accion-cumplida-sin-evidencia", Severity.ERROR)
def done_without_evidence(world: World) -> Iterator[Finding]:
    """A fulfilled action has at least one fulfilled milestone with its evidence."""
    for action in world.register.all(Accion):
        proved = any(item.cumplido is True and item.evidencia for item in action.hitos)
        if action.estado == "cumplida" and not proved:
            yield Finding(
                action,
                ("estado",),
                "La acción figura como cumplida, pero ningún hito cumplido trae su evidencia.",
                "Escriba en «hitos» qué se entregó y en «evidencia» el acta, enlace o documento.",
            )


@rule("accion-sin-motivo", Severity.AVISO)
def state_without_reason(world: World) -> Iterator[Finding]:
    """A late, suspended or cancelled action says why."""
    for action in world.register.all(Accion):
        if action.estado in NEEDS_REASON and not action.motivo_estado:
            state = world.lists.name("estados_accion", action.estado).lower()
            yield Finding(
                action,
                ("estado",),
                f"La acción está {state} y no se dice por qué.",
                "Explíquelo en «motivo_estado», en una frase.",
            )


@rule("accion-sin-aspectos", Severity.MEJORA)
def unanswered_aspects(world: World) -> Iterator[Finding]:
    """An action answers the sixteen aspects of a project."""
    aspects = [
        aspect
        for aspect in world.lists.all("aspectos_proyecto")
        if isinstance(aspect, CodigoAspecto)
    ]
    for action in world.register.all(Accion):
        empty = [
            aspect.nombre.lower() for aspect in aspects if not known(getattr(action, aspect.campo))
        ]
        if empty:
            yield Finding(
                action,
                (),
                f"De los {len(aspects)} aspectos de un proyecto no se cuentan: {join_y(empty)}.",
                "Complete los que la oficina conozca.",
            )


RULES = (
    action_without_parent,
    objective_of_other_axis,
    dates_backwards,
    outside_term,
    past_its_end,
    done_without_evidence,
    state_without_reason,
    unanswered_aspects,
)
