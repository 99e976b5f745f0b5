"""What each quarterly report covers: its quarters, its indicators, its corrections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bitacora.quarters import Period, quarters_between
from bitacora.reading.code_lists import CodeLists
from bitacora.records.indicators import Avance, Indicador
from bitacora.records.strategy import Eje, Estrategia
from bitacora.register import Register, in_reading_order
from bitacora.tallies.belonging import axis_of, strategy_of
from bitacora.tallies.breakdown import Breakdown, breakdown
from bitacora.tallies.progress import Progress, Standing, progress_at

WITH_VALUE = frozenset({Standing.REPORTADO, Standing.PRELIMINAR})

NOT_DUE = frozenset({Standing.NO_CORRESPONDE, Standing.NO_APLICA})


@dataclass(frozen=True, slots=True)
class Correction:
    """A row that replaces another, with the one it replaces where it is known."""

    indicator: Indicador
    row: Avance
    before: Avance | None


@dataclass(frozen=True, slots=True)
class Report:
    """A quarter: how each indicator stands, every one exactly once, with the corrections."""

    quarter: Period
    standings: tuple[Progress, ...]
    corrections: tuple[Correction, ...]

    @property
    def due(self) -> tuple[Progress, ...]:
        """The indicators that had something to measure and report."""
        return tuple(p for p in self.standings if p.standing not in NOT_DUE)

    @property
    def with_value(self) -> tuple[Progress, ...]:
        """The indicators that have a value in the quarter."""
        return tuple(p for p in self.standings if p.standing in WITH_VALUE)

    def standing(self, standing: Standing) -> tuple[Progress, ...]:
        """The indicators in one standing."""
        return tuple(p for p in self.standings if p.standing is standing)


def report_quarters(register: Register, as_of: date) -> tuple[Period, ...]:
    """The quarters that have a report, in their order.

    They are those of the terms of the strategies with progress, once they end, and those with
    rows. None where nobody has reported anything yet.
    """
    found = {row.periodo.quarter for row in register.all(Avance)}
    for strategy in _reported(register):
        first, last = date(strategy.vigencia_inicio, 1, 1), date(strategy.vigencia_fin, 12, 31)
        found.update(q for q in quarters_between(first, min(last, as_of)) if q.end < as_of)
    return tuple(sorted(quarter for quarter in found if quarter.start <= as_of))


def last_closed(quarters: Iterable[Period], as_of: date) -> Period | None:
    """The last of these quarters that has ended."""
    return max((quarter for quarter in quarters if quarter.end < as_of), default=None)


def report_at(register: Register, lists: CodeLists, quarter: Period, as_of: date) -> Report:
    """The report of a quarter, seen from the date of the edition."""
    covered = tuple(item for item in register.all(Indicador) if _covers(register, item, quarter))
    rows = tuple(row for row in register.all(Avance) if row.periodo.quarter == quarter)
    return Report(
        quarter,
        tuple(
            progress_at(register, lists, indicator, quarter, as_of)
            for indicator in in_reading_order(covered)
        ),
        corrections(register, rows),
    )


def corrections(register: Register, rows: Iterable[Avance]) -> tuple[Correction, ...]:
    """The corrections among these rows, newest first, each with the version just before it."""
    found = [
        Correction(indicator, row, _before(register, indicator, row))
        for row in rows
        if row.version > 1 and (indicator := register.get(Indicador, row.indicador))
    ]
    return tuple(sorted(found, key=lambda item: (-item.row.actualizado.toordinal(), item.row.id)))


def by_axis(register: Register, report: Report) -> Breakdown:
    """How many indicators of each axis (by its id) are in each standing."""
    axes = [axis_of(register, progress.indicator) for progress in report.standings]
    order = in_reading_order({axis.id: axis for axis in axes if axis}.values())
    pairs = [
        (axis.id if axis else None, progress.standing.value)
        for axis, progress in zip(axes, report.standings, strict=True)
    ]
    return breakdown(pairs, [axis.id for axis in order], [item.value for item in Standing])


def under_axes(
    register: Register, report: Report
) -> tuple[tuple[Eje | None, tuple[Progress, ...]], ...]:
    """The standings under the axis of each, axes in their order, those without axis at the end."""
    groups: dict[str, list[Progress]] = {}
    axes: dict[str, Eje] = {}
    for progress in report.standings:
        axis = axis_of(register, progress.indicator)
        axes.update({axis.id: axis} if axis else {})
        groups.setdefault(axis.id if axis else "", []).append(progress)
    ordered: list[Eje | None] = [*in_reading_order(axes.values()), None]
    return tuple(
        (axis, tuple(groups[key])) for axis in ordered if (key := axis.id if axis else "") in groups
    )


def _reported(register: Register) -> tuple[Estrategia, ...]:
    found: dict[str, Estrategia] = {}
    for indicator in register.all(Indicador):
        strategy = strategy_of(register, indicator)
        if strategy and register.naming(indicator, Avance, "indicador"):
            found[strategy.id] = strategy
    return tuple(found.values())


def _covers(register: Register, indicator: Indicador, quarter: Period) -> bool:
    strategy = strategy_of(register, indicator)
    if strategy is None or strategy.vigencia_inicio <= quarter.end.year <= strategy.vigencia_fin:
        return True
    rows = register.naming(indicator, Avance, "indicador")
    return any(row.periodo.quarter == quarter for row in rows)


def _before(register: Register, indicator: Indicador, row: Avance) -> Avance | None:
    rows = register.naming(indicator, Avance, "indicador")
    earlier = [it for it in rows if it.periodo == row.periodo and it.version < row.version]
    return max(earlier, key=lambda item: item.version, default=None)
