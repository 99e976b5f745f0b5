"""Rules of goals: against the baseline, the direction, the accumulation, the periods."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.accumulation import Acumulacion
from bitacora.records.indicators import Indicador
from bitacora.spanish import number
from bitacora.tallies.belonging import strategy_of
from bitacora.tallies.due import reporting_months
from bitacora.tallies.progress import accumulation

AT_ODDS = "periodicidad_no_cuadra_con_meta"
YEAR = 12
SUITABLE = {
    Acumulacion.ACUMULADO: ("aumentar",),
    Acumulacion.FLUJO: ("aumentar", "mantener"),
    Acumulacion.STOCK: ("aumentar", "mantener"),
    Acumulacion.CAPACIDAD: ("aumentar", "disminuir"),
    Acumulacion.REDUCCION: ("disminuir",),
    Acumulacion.MANTENIMIENTO: ("mantener",),
}


@rule("meta-cero", Severity.AVISO)
def goal_zero(world: World) -> Iterator[Finding]:
    """A goal of zero is explained."""
    for item in world.register.all(Indicador):
        if known(item.meta) == 0 and not item.justificacion_meta:
            yield Finding(
                item,
                ("meta",),
                "La meta es cero y no se explica por qué.",
                "Compruebe que no sea un error; si es así, explíquelo en «justificacion_meta».",
            )


@rule("meta-igual-a-linea-base", Severity.AVISO)
def goal_equals_baseline(world: World) -> Iterator[Finding]:
    """A goal equal to the baseline is explained, unless the purpose is to keep the level."""
    for item in world.register.all(Indicador):
        goal, base = known(item.meta), known(item.linea_base)
        keeps = accumulation(item) is Acumulacion.MANTENIMIENTO
        if goal is not None and goal == base and not keeps and not item.justificacion_meta:
            yield Finding(
                item,
                ("meta",),
                f"La meta es igual a la línea base ({number(goal)}): no habría nada que lograr.",
                "Corrija la cifra, o explíquela en «justificacion_meta».",
            )


@rule("meta-contra-sentido", Severity.AVISO)
def goal_against_direction(world: World) -> Iterator[Finding]:
    """A goal stands above the baseline if the purpose is to rise, below it if to fall."""
    for item in world.register.all(Indicador):
        goal, base = known(item.meta), known(item.linea_base)
        # What is added up starts from nothing, so its goal cannot be set against a level.
        if goal is None or base is None or accumulation(item) is Acumulacion.ACUMULADO:
            continue
        wrong = (item.sentido == "aumentar" and goal < base) or (
            item.sentido == "disminuir" and goal > base
        )
        if wrong and not item.justificacion_meta:
            yield Finding(
                item,
                ("meta",),
                f"Se busca {item.sentido}, pero la meta es {number(goal)} y se parte de "
                f"{number(base)}.",
                "Corrija la meta, la línea base o el sentido, o explíquelo en "
                "«justificacion_meta».",
            )


@rule("sentido-contra-acumulacion", Severity.AVISO)
def direction_against_accumulation(world: World) -> Iterator[Finding]:
    """The formula of progress suits the direction of the indicator."""
    for item in world.register.all(Indicador):
        kind, direction = accumulation(item), known(item.sentido)
        if kind is None or direction is None or direction in SUITABLE[kind]:
            continue
        yield Finding(
            item,
            ("acumulacion",),
            f"El sentido «{direction}» no va con la forma de acumular «{kind}»: "
            "el avance saldría al revés.",
            f"Cambie «acumulacion», o escriba en «sentido»: {' o '.join(SUITABLE[kind])}.",
        )


@rule("tolerancia-falta", Severity.ERROR)
def tolerance_missing(world: World) -> Iterator[Finding]:
    """An indicator of maintenance states how far it may stray from its goal."""
    for item in world.register.all(Indicador):
        keeps = accumulation(item) is Acumulacion.MANTENIMIENTO
        if keeps and (item.tolerancia is None or item.tolerancia < 0):
            yield Finding(
                item,
                ("tolerancia",),
                "Para saber si el nivel se mantiene hace falta cuánto puede alejarse de la meta.",
                "Escriba en «tolerancia» un número mayor o igual a cero.",
            )


@rule("meta-de-periodo", Severity.ERROR)
def goal_of_wrong_period(world: World) -> Iterator[Finding]:
    """Each intermediate goal has a period of its own, no finer than what is reported."""
    for item in world.register.all(Indicador):
        months = reporting_months(item, world.lists) or 1
        seen: set[str] = set()
        for index, goal in enumerate(item.metas_por_periodo):
            path = ("metas_por_periodo", index, "periodo")
            if goal.periodo.text in seen:
                yield Finding(
                    item,
                    path,
                    f"Hay dos metas para el periodo {goal.periodo}.",
                    "Deje una sola meta por periodo.",
                )
            elif goal.periodo.months % months:
                yield Finding(
                    item,
                    path,
                    f"El indicador es {item.periodicidad} y esta meta es de un periodo que no "
                    "se puede armar con sus reportes.",
                    "Ponga la meta en un periodo igual o más largo que el del reporte.",
                )
            seen.add(goal.periodo.text)


@rule("periodicidad-no-cuadra", Severity.AVISO)
def goal_at_odds_with_periodicity(world: World) -> Iterator[Finding]:
    """The goal of a year can be spread over the reports of a year, unless a flag says otherwise."""
    for item in world.register.all(Indicador):
        months = reporting_months(item, world.lists)
        if months is None or months >= YEAR or AT_ODDS in item.banderas:
            continue
        reports = YEAR // months
        for goal in _yearly_goals(world, item):
            if 1 < goal < reports and goal % 1 == 0 and reports % goal:
                yield Finding(
                    item,
                    ("periodicidad",),
                    f"Se reporta {reports} veces al año y la meta del año es {number(goal)}: "
                    "en algún periodo no habrá nada que reportar.",
                    "Revise la meta o la periodicidad; si la fuente lo dice así, añada la bandera "
                    f"«{AT_ODDS}».",
                )
                break


def _yearly_goals(world: World, item: Indicador) -> Iterator[Decimal]:
    strategy, goal = strategy_of(world.register, item), known(item.meta)
    if accumulation(item) is not Acumulacion.ACUMULADO:
        return
    if strategy is not None and strategy.years is not None and goal is not None:
        first, last = strategy.years
        if last >= first:
            yield goal / (last - first + 1)
    yield from (part.meta for part in item.metas_por_periodo if part.periodo.months == YEAR)


RULES = (
    goal_zero,
    goal_equals_baseline,
    goal_against_direction,
    direction_against_accumulation,
    tolerance_missing,
    goal_of_wrong_period,
    goal_at_odds_with_periodicity,
)
