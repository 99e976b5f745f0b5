"""Rules of what is expected during a term: its first day, its lights, its goals that change."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.indicators import CambioMeta, Indicador
from bitacora.records.strategy import Estrategia
from bitacora.spanish import number
from bitacora.tallies.belonging import strategy_of
from bitacora.tallies.due import days_of
from bitacora.tallies.goals import goal_after


@rule("vigencia-primer-dia", Severity.ERROR)
def first_day_outside_first_year(world: World) -> Iterator[Finding]:
    """The first day of a term falls in its first year."""
    for item in world.register.all(Estrategia):
        if item.fecha_inicio and item.first_year not in (None, item.fecha_inicio.year):
            yield Finding(
                item,
                ("fecha_inicio",),
                f"El primer día no cae en {item.first_year}, el primer año de la vigencia.",
                "Corrija uno de los dos; de ahí sale qué periodos se deben reportar.",
            )


@rule("semaforo-umbrales", Severity.ERROR)
def thresholds_out_of_order(world: World) -> Iterator[Finding]:
    """The thresholds of the lights are shares, «en riesgo» below «en meta»."""
    for item in world.register.all(Estrategia):
        lights = item.semaforo
        if not 0 < lights.en_riesgo < lights.en_meta <= 1:
            yield Finding(
                item,
                ("semaforo",),
                f"El semáforo no sirve con {number(lights.en_meta)} para en meta y "
                f"{number(lights.en_riesgo)} para en riesgo.",
                "Escriba partes de lo esperado, mayores que 0 y hasta 1, con «en_meta» por encima "
                "de «en_riesgo»: 0.9 y 0.7.",
            )


@rule("cambio-de-meta", Severity.ERROR)
def change_of_goal_that_cannot_be(world: World) -> Iterator[Finding]:
    """A goal changes within the term, to another value; if of a period, of one that has a goal."""
    for item in world.register.all(Indicador):
        strategy = strategy_of(world.register, item)
        for index, change in enumerate(item.cambios_meta):
            for field, message, remedy in _faults(item, strategy, change):
                yield Finding(item, ("cambios_meta", index, field), message, remedy)


def _faults(
    item: Indicador, strategy: Estrategia | None, change: CambioMeta
) -> Iterator[tuple[str, str, str]]:
    """The field, what is wrong, what to do."""
    days = days_of(strategy) if strategy else None
    if days and not days[0] <= change.desde <= days[1]:
        yield (
            "desde",
            "La meta cambia por fuera de la vigencia de la estrategia.",
            "Revise la fecha; un cambio anterior a la vigencia es solo la meta.",
        )
    after = goal_after(item, change)
    if change.periodo and after is None:
        yield (
            "periodo",
            f"Cambia la meta de {change.periodo} y ese periodo no tiene meta.",
            "Escriba la meta que vale hoy en «metas_por_periodo», o quite el periodo.",
        )
    elif after == change.meta_anterior:
        yield (
            "meta_anterior",
            f"La meta anterior es igual a la que la reemplaza ({number(change.meta_anterior)}).",
            "Escriba aquí la meta que valía antes; la de hoy va en «meta» o en "
            "«metas_por_periodo».",
        )


RULES = (
    first_day_outside_first_year,
    thresholds_out_of_order,
    change_of_goal_that_cannot_be,
)
