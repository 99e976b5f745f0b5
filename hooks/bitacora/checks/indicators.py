"""Rules of the card of an indicator: what it hangs from, its name, its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.checks.units import is_percent
from bitacora.problems import Severity
from bitacora.records.actions import Accion
from bitacora.records.indicators import Indicador
from bitacora.records.record import Registro
from bitacora.records.strategy import Eje, Objetivo
from bitacora.tallies.belonging import strategy_of

FIGURE = re.compile(r"^[0-9]|%")


@rule("indicador-un-solo-padre", Severity.ERROR)
def one_parent(world: World) -> Iterator[Finding]:
    """An indicator measures exactly one thing: an objective, an action or an axis."""
    for item in world.register.all(Indicador):
        given = [name for name in ("objetivo", "accion", "eje") if getattr(item, name)]
        if not given:
            yield Finding(
                item,
                (),
                "El indicador no dice qué mide.",
                "Escriba el identificador en «objetivo», «accion» o «eje»: uno solo de los tres.",
            )
        if len(given) > 1:
            yield Finding(
                item,
                (given[1],),
                f"El indicador dice que mide varias cosas a la vez: {', '.join(given)}.",
                "Deje uno solo de esos campos, el más preciso.",
            )


def _some_unread(world: World, *kinds: type[Registro]) -> bool:
    """Whether a record of these kinds has errors of its own: then nobody knows what it names."""
    return any(kind in {it.kind for it in kinds} for kind, _ in world.unread)


@rule("objetivo-sin-indicador", Severity.AVISO)
def objective_without_indicator(world: World) -> Iterator[Finding]:
    """An objective has an indicator, its own or of one of its actions."""
    if _some_unread(world, Accion, Indicador):
        return
    for objective in world.register.all(Objetivo):
        actions = world.register.naming(objective, Accion, "objetivo")
        parents = (objective, *actions)
        if not any(world.register.naming(parent, Indicador) for parent in parents):
            yield Finding(
                objective,
                (),
                "Ningún indicador mide este objetivo ni sus acciones.",
                "Cree al menos un indicador que lo nombre.",
            )


@rule("indicador-sin-accion", Severity.AVISO)
def indicator_without_action(world: World) -> Iterator[Finding]:
    """Some action works towards each indicator."""
    if _some_unread(world, Accion):
        return
    for item in world.register.all(Indicador):
        if item.accion:
            continue
        objective = world.register.get(Objetivo, item.objetivo)
        axis = world.register.get(Eje, item.eje)
        parent = objective or axis
        if parent is not None and not world.register.naming(parent, Accion):
            yield Finding(
                item,
                ("objetivo",) if objective else ("eje",),
                "Ninguna acción trabaja por lo que mide este indicador.",
                f"Cree una acción que nombre «{parent.id}», o diga en «accion» cuál es.",
            )


@rule("indicador-nombre-con-cifra", Severity.AVISO)
def figure_in_name(world: World) -> Iterator[Finding]:
    """The name of an indicator holds neither its goal nor its unit."""
    for item in world.register.all(Indicador):
        if FIGURE.search(item.nombre):
            yield Finding(
                item,
                ("nombre",),
                "El nombre del indicador lleva dentro la meta o la unidad.",
                "Deje en el nombre solo lo que se mide; la cifra va en «meta» y lo demás en "
                "«unidad».",
            )


@rule("porcentaje-sin-partes", Severity.ERROR)
def percentage_without_parts(world: World) -> Iterator[Finding]:
    """An indicator in percent says what is divided by what."""
    for item in world.register.all(Indicador):
        for name in ("numerador", "denominador"):
            if is_percent(item.unidad) and not getattr(item, name):
                yield Finding(
                    item,
                    (name,),
                    f"El indicador es un porcentaje y no dice su {name}.",
                    "Escriba con palabras qué se cuenta («numerador») y sobre qué total "
                    "(«denominador»).",
                )


@rule("linea-base-posterior", Severity.AVISO)
def baseline_after_term(world: World) -> Iterator[Finding]:
    """The year of the baseline comes before the end of the strategy."""
    for item in world.register.all(Indicador):
        year, strategy = known(item.linea_base_anio), strategy_of(world.register, item)
        if year and strategy and strategy.last_year and year > strategy.last_year:
            yield Finding(
                item,
                ("linea_base_anio",),
                f"La línea base es de {year}, después de terminar la estrategia "
                f"({strategy.last_year}).",
                "Escriba el año del valor de partida.",
            )


RULES = (
    one_parent,
    objective_without_indicator,
    indicator_without_action,
    figure_in_name,
    percentage_without_parts,
    baseline_after_term,
)
