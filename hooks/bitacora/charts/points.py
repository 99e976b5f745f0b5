"""The points of an indicator's series as they are drawn, told and tabled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from bitacora.charts.chart import Table
from bitacora.quarters import Period
from bitacora.records.accumulation import Acumulacion
from bitacora.records.indicators import EstadoDato
from bitacora.reports.content import Punto, Renglon
from bitacora.spanish import number, percent
from bitacora.tallies.progress import Standing

PERCENT, DASH = "%", "—"
EXPECTED_PLACES = 2
"""What was expected comes from a division: the rest of its decimals says nothing."""
_EXCUSED = (EstadoDato.NO_APLICA, Standing.NO_CORRESPONDE, Standing.POR_REPORTAR)
Run = tuple[Punto, ...]


def shown_value(line: Renglon, point: Punto) -> Decimal | None:
    """What is drawn of a period: the sum so far where periods add up, else its own value. None in
    a period without value, even where the sum of the earlier ones is known."""
    if point.valor is None:
        return None
    return point.a_la_fecha if adds_up(line) else point.valor


def runs(points: Sequence[Punto]) -> tuple[Run, ...]:
    """Stretches of neighbours that both have a value: a line never crosses a period without."""
    found: list[list[Punto]] = []
    before: Punto | None = None
    for point in points:
        if point.valor is None:
            before = None
            continue
        if before is None or not _neighbours(before, point):
            found.append([])
        found[-1].append(point)
        before = point
    return tuple(tuple(run) for run in found)


def _neighbours(before: Punto, after: Punto) -> bool:
    first, second = Period.parse(before.periodo), Period.parse(after.periodo)
    return first.first + first.months == second.first


def is_missing(point: Punto) -> bool:
    """Whether a period has no value although it had to have one."""
    return point.valor is None and not is_excused(point)


def is_excused(point: Punto) -> bool:
    """Whether a period has no value because there was nothing to measure, or still is in time."""
    return point.valor is None and point.estado_dato in _EXCUSED


def is_mended(point: Punto) -> bool:
    """Whether the value of a period replaced one already published."""
    return point.corregido or point.estado_dato == EstadoDato.CORREGIDO


def adds_up(line: Renglon) -> bool:
    """Whether what is drawn is the sum of the periods so far."""
    return line.acumulacion == Acumulacion.ACUMULADO


def drawn_goal(line: Renglon) -> Decimal | None:
    """The goal of the term, where it is a level to reach: a flow has one for each period."""
    return None if line.acumulacion == Acumulacion.FLUJO else line.meta


def drawn_base(line: Renglon) -> Decimal | None:
    """The base line, where values are levels that start from it: sums of periods start from
    nothing."""
    adds = line.acumulacion in (Acumulacion.ACUMULADO, Acumulacion.FLUJO)
    return None if adds else line.linea_base


def old_goals(line: Renglon) -> tuple[Decimal, ...]:
    """The goals of the term that held before, each once."""
    found = (old.antes for old in line.metas_cambiadas if old.periodo is None)
    return tuple(dict.fromkeys(found)) if drawn_goal(line) is not None else ()


def amount(line: Renglon, value: Decimal | None, places: int | None = None) -> str:
    """A value, exact unless told, with the sign of percentages; a dash where it is not known."""
    if value is None:
        return DASH
    return percent(value, places) if line.unidad == PERCENT else number(value, places)


def points_table(line: Renglon, states: Mapping[str, str]) -> Table:
    """Every period with its value, what it adds up to, what was expected, what is known of it."""
    adds = adds_up(line)
    head = ["Periodo", "Valor", *(["A la fecha"] if adds else []), "Esperado", "Qué se sabe"]
    rows = []
    for point in line.serie:
        state = states.get(point.estado_dato, point.estado_dato) or DASH
        rows.append(
            (
                Period.parse(point.periodo).spoken,
                amount(line, point.valor),
                *([amount(line, point.a_la_fecha)] if adds else []),
                amount(line, point.esperado, EXPECTED_PLACES),
                f"{state} (corregido)" if point.corregido and "orregido" not in state else state,
            )
        )
    return Table(tuple(head), tuple(rows), tuple(range(1, len(head) - 1)))
