"""An indicator against an earlier quarter, as that quarter was published."""

from __future__ import annotations

from decimal import Decimal

from bitacora.quarters import Period
from bitacora.records.accumulation import Acumulacion
from bitacora.reports.content import Comparacion, Contenido, Renglon
from bitacora.spanish import count_of

WHY_NO_VALUE = {
    "sin_dato": "En aquel trimestre la dependencia no tenía el valor.",
    "no_aplica": "En aquel trimestre no había nada que medir.",
    "sin_reporte": "En aquel trimestre nadie entregó el dato.",
    "por_reportar": "En aquel trimestre el dato todavía no había llegado.",
    "no_corresponde": "En aquel trimestre no le tocaba entregar dato.",
}
NEW = "El indicador no estaba en aquel informe."
NO_VALUE_NOW = "En este trimestre no hay valor."
OTHER_UNIT = "La unidad de medida cambió."
OTHER_KIND = "Cambió la forma de sumar los periodos."
OTHER_PERIODS = "Los trimestres no se pueden comparar: este reúne {now} con dato y aquel, {then}."
NOUNS = {1: ("mes", "meses"), 2: ("bimestre", "bimestres"), 3: ("trimestre", "trimestres")}
OTHER_LENGTHS = "Los periodos que se reportan no duran lo mismo."


def compared(now: Renglon, quarter: Period, earlier: Contenido | None) -> Comparacion | None:
    """The line of this quarter against an earlier report; None where there is no such report.

    Values are only subtracted when both gather as many periods of the same length.
    """
    if earlier is None:
        return None
    then = earlier.renglon(now.indicador)
    if then is None:
        return Comparacion(periodo=earlier.periodo, motivo=NEW)
    reason = _why_not(now, quarter, then, earlier.period)
    same_goal = not reason and now.meta == then.meta
    return Comparacion(
        periodo=earlier.periodo,
        valor=then.valor,
        diferencia=None if reason else _less(now.valor, then.valor),
        avance=then.avance,
        diferencia_avance=_less(now.avance, then.avance) if same_goal else None,
        luz=then.luz_vigente,
        motivo=reason,
    )


def covered(line: Renglon, quarter: Period) -> tuple[Period, ...]:
    """The periods that the value of the quarter gathers: all those with a value where values are
    added up, else the last one."""
    told = (Period.parse(point.periodo) for point in line.serie if point.valor is not None)
    here = tuple(period for period in told if period.quarter == quarter)
    return here if line.acumulacion == Acumulacion.ACUMULADO else here[-1:]


def _less(now: Decimal | None, then: Decimal | None) -> Decimal | None:
    return None if now is None or then is None else now - then


def _why_not(now: Renglon, quarter: Period, then: Renglon, other: Period) -> str:
    if now.valor is None:
        return NO_VALUE_NOW
    if then.valor is None:
        return WHY_NO_VALUE.get(then.situacion, WHY_NO_VALUE["sin_dato"])
    if now.unidad != then.unidad:
        return OTHER_UNIT
    if now.acumulacion != then.acumulacion:
        return OTHER_KIND
    here, there = covered(now, quarter), covered(then, other)
    if len(here) != len(there):
        return OTHER_PERIODS.format(
            now=count_of(len(here), *_noun(here)), then=count_of(len(there), *_noun(there))
        )
    same = [period.months for period in here] == [period.months for period in there]
    return "" if same else OTHER_LENGTHS


def _noun(periods: tuple[Period, ...]) -> tuple[str, str]:
    """How people call these periods, one or several."""
    lengths = {period.months for period in periods}
    return NOUNS.get(lengths.pop() if len(lengths) == 1 else 0, ("periodo", "periodos"))
