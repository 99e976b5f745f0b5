"""The places of progress: each indicator with each period in which it must be reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.records.indicators import Avance, Indicador
from bitacora.records.unknown import NoInformado
from bitacora.register import Register, in_reading_order
from bitacora.tallies.belonging import strategy_of
from bitacora.tallies.due import due_periods, reporting_months
from bitacora.tallies.marks import holds
from bitacora.tallies.progress import GRACE


@dataclass(frozen=True, slots=True)
class Slot:
    """An indicator in a period: the row that reports it, or None.

    ``optional`` is true of a task of a whole term that may be reported before its end, once it is
    done.
    """

    indicator: Indicador
    period: Period
    row: Avance | None
    optional: bool = False

    @property
    def unit(self) -> str:
        """The unit that reports it."""
        return reporting_unit(self.indicator)

    @property
    def until(self) -> date:
        """The last day on which it is reported in time."""
        return self.period.end + GRACE


def reporting_unit(indicator: Indicador) -> str:
    """The unit that reports an indicator; the one that answers for it where no source says it."""
    told = indicator.responsable_reporte
    return indicator.responsable if isinstance(told, NoInformado) else told


def slots_of(
    register: Register, lists: CodeLists, indicator: Indicador, rows: Iterable[Avance]
) -> tuple[Slot, ...]:
    """Every slot of an indicator in the term of its strategy; ``rows`` are its rows in force."""
    told = tuple(rows)
    due = due_periods(indicator, strategy_of(register, indicator), lists)
    return tuple(Slot(indicator, period, _telling(period, told)) for period in due)


def slots_in(
    register: Register,
    lists: CodeLists,
    indicator: Indicador,
    quarter: Period,
    rows: Iterable[Avance],
) -> tuple[Slot, ...]:
    """The slots of an indicator that end in a quarter; what is reported once and is not done yet
    has there an optional one."""
    found = slots_of(register, lists, indicator, rows)
    here = tuple(slot for slot in found if slot.period.quarter == quarter)
    if here or reporting_months(indicator, lists) is not None:
        return here
    return tuple(
        Slot(indicator, quarter, None, optional=True)
        for slot in found
        if slot.row is None and holds(slot.period, quarter)
    )


def by_unit(register: Register) -> dict[str, tuple[Indicador, ...]]:
    """The indicators that each unit reports, in reading order."""
    found: dict[str, list[Indicador]] = {}
    for indicator in in_reading_order(register.all(Indicador)):
        found.setdefault(reporting_unit(indicator), []).append(indicator)
    return {unit: tuple(found[unit]) for unit in sorted(found)}


def _telling(period: Period, rows: tuple[Avance, ...]) -> Avance | None:
    """The last row that reports a period: its own, or one of a stretch of it in which a task of
    the whole term was done."""
    own = [row for row in rows if row.periodo == period]
    within = [row for row in rows if holds(period, row.periodo)]
    return next(iter(own or within[-1:]), None)
