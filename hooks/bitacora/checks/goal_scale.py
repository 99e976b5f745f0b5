"""Rules of a goal whose size looks like a slip of the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.accumulation import Acumulacion
from bitacora.records.indicators import Avance, Indicador
from bitacora.spanish import number
from bitacora.tallies.belonging import strategy_of
from bitacora.tallies.due import due_periods
from bitacora.tallies.progress import accumulation

TIMES = 100


@rule("meta-desproporcionada", Severity.AVISO)
def goal_out_of_scale(world: World) -> Iterator[Finding]:
    """A goal is neither 100 times the baseline and every value known, nor 100 times less."""
    for item in world.register.all(Indicador):
        goal, known_sizes = _comparable_goal(world, item), _sizes(world, item)
        if not goal or not known_sizes or item.justificacion_meta:
            continue
        low, high = min(known_sizes), max(known_sizes)
        # To fall to almost nothing is a fair purpose; to rise to almost nothing is not.
        tiny = goal * TIMES < low and item.sentido != "disminuir"
        if goal > high * TIMES or tiny:
            yield Finding(
                item,
                ("meta",),
                f"La meta ({number(known(item.meta) or 0)}) es más de {TIMES} veces "
                f"{'menor' if tiny else 'mayor'} que los valores que se conocen "
                f"({'desde' if tiny else 'hasta'} {number(low if tiny else high)}).",
                "Compruebe que no sobren ni falten ceros; si está bien, explíquelo en "
                "«justificacion_meta».",
            )


def _comparable_goal(world: World, item: Indicador) -> Decimal | None:
    """The goal in the size of one value: what is added up is shared among its periods."""
    goal = known(item.meta)
    if goal is None or accumulation(item) is not Acumulacion.ACUMULADO:
        return goal if goal is None else abs(goal)
    due = due_periods(item, strategy_of(world.register, item), world.lists)
    return abs(goal) / max(len(due), 1)


def _sizes(world: World, item: Indicador) -> list[Decimal]:
    """The values known of the indicator, zeros aside; the baseline only where it is a level."""
    values = [row.valor for row in world.register.naming(item, Avance, "indicador")]
    if accumulation(item) is not Acumulacion.ACUMULADO:
        values.append(known(item.linea_base))
    return [abs(value) for value in values if value]


RULES = (goal_out_of_scale,)
