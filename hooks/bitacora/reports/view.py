"""What a report is seen from: the data, the quarter, the cut-off, the reports before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.records.institution import Entidad
from bitacora.records.partial_date import PartialDate
from bitacora.records.reports import Informe
from bitacora.register import Register
from bitacora.reports.content import Contenido


@dataclass(frozen=True, slots=True)
class View:
    """All that the sections of one report may look at.

    ``cutoff`` is the date everything is seen from: nothing dated later counts. ``record`` is what
    the office wrote for the report, if anything; ``earlier`` holds the reports before it, by
    quarter («2026-T2»), each as it was published last.
    """

    entity: Entidad
    register: Register
    lists: CodeLists
    quarter: Period
    cutoff: date
    record: Informe | None
    earlier: Mapping[str, Contenido]

    @property
    def previous(self) -> Contenido | None:
        """The report of the quarter before, if there is one."""
        return self.earlier.get(self.quarter.previous().text)

    @property
    def year_before(self) -> Contenido | None:
        """The report of the same quarter a year before, if there is one."""
        return self.earlier.get(Period(self.quarter.first - 12, 3).text)

    @property
    def until(self) -> date:
        """The last day whose facts count: the end of the quarter, or the cut-off before it."""
        return min(self.quarter.end, self.cutoff)

    def holds(self, day: date) -> bool:
        """Whether a day falls in the quarter, by the cut-off."""
        return self.quarter.start <= day <= self.until

    def holds_whole(self, moment: PartialDate) -> bool:
        """Whether a date surely falls in the quarter: one known only by its year never does."""
        starts = self.quarter.start <= moment.first <= self.until
        return starts and moment.last <= self.quarter.end

    def has_come(self, moment: PartialDate | None) -> bool:
        """Whether a date is known, with its first day come by the last day that counts."""
        return moment is not None and moment.first <= self.until
