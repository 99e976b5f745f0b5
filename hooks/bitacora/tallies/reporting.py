"""What each quarterly report covers: its quarters, its indicators, its corrections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bitacora.quarters import Period, quarters_between
from bitacora.reading.code_lists import CodeLists
from bitacora.records.indicators import Avance, Indicador
from bitacora.records.strategy import Estrategia
from bitacora.register import Register, in_reading_order
from bitacora.tallies.belonging import strategy_of
from bitacora.tallies.due import days_of
from bitacora.tallies.progress import Progress, Standing, progress_at, rows_known

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


def report_quarters(register: Register, as_of: date) -> tuple[Period, ...]:
    """The quarters that have a report, in their order.

    They are those of the terms of the strategies with progress, once they end, and those with
    rows. Where nobody has reported anything, the last one that has ended in a term with
    indicators: its report tells that silence.
    """
    found = {row.periodo.quarter for row in register.all(Avance) if row.actualizado <= as_of}
    measured = [(item, strategy_of(register, item)) for item in register.all(Indicador)]
    terms = {one.id: one for _, one in measured if one}
    told = {one.id for item, one in measured if one and rows_known(register, item, as_of)}
    for name in told:
        found.update(_ended(terms[name], as_of))
    if not found:
        found.update(sorted(q for one in terms.values() for q in _ended(one, as_of))[-1:])
    return tuple(sorted(quarter for quarter in found if quarter.start <= as_of))


def _ended(strategy: Estrategia, as_of: date) -> tuple[Period, ...]:
    """The quarters of a term that have ended; none where its years are not known."""
    days = days_of(strategy)
    if days is None:
        return ()
    return tuple(q for q in quarters_between(days[0], min(days[1], as_of)) if q.end < as_of)


def report_at(register: Register, lists: CodeLists, quarter: Period, as_of: date) -> Report:
    """The report of a quarter, seen from the date of the edition."""
    covered = tuple(item for item in register.all(Indicador) if covers(register, item, quarter))
    rows = tuple(
        row
        for row in register.all(Avance)
        if row.periodo.quarter == quarter and row.actualizado <= as_of
    )
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


def covers(register: Register, indicator: Indicador, quarter: Period) -> bool:
    """Whether the report of a quarter must tell of an indicator: in the term of its strategy,
    without strategy or known term, or with rows of the quarter."""
    strategy = strategy_of(register, indicator)
    days = days_of(strategy) if strategy else None
    if days is None or days[0] <= quarter.end <= days[1]:
        return True
    rows = register.naming(indicator, Avance, "indicador")
    return any(row.periodo.quarter == quarter for row in rows)


def _before(register: Register, indicator: Indicador, row: Avance) -> Avance | None:
    rows = register.naming(indicator, Avance, "indicador")
    earlier = [it for it in rows if it.periodo == row.periodo and it.version < row.version]
    return max(earlier, key=lambda item: item.version, default=None)
