"""The reports of an edition: which are out, in which state, in which versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.records.indicators import Avance
from bitacora.records.institution import Entidad
from bitacora.records.record import Registro
from bitacora.records.reports import Informe
from bitacora.register import Register
from bitacora.reports.act import Acta, Version
from bitacora.reports.content import Contenido
from bitacora.reports.make import make_content
from bitacora.reports.view import View
from bitacora.tallies.reporting import report_quarters

OPEN, CLOSED = "preliminar", "definitivo"


@dataclass(frozen=True, slots=True)
class Published:
    """One report at one address: an open one, or one version of a closed one.

    ``act`` is None while it is open; ``latest`` tells the version that holds today.
    """

    content: Contenido
    state: str
    record: Informe | None
    act: Version | None = None
    latest: bool = True

    @property
    def quarter(self) -> Period:
        """Its quarter."""
        return self.content.period

    @property
    def version(self) -> int:
        """Its version; 0 while it is open."""
        return self.act.version if self.act else 0


def is_out(record: Informe, moment: datetime) -> bool:
    """Whether the announced moment of a report has come, and it is no draft."""
    announced = datetime.combine(record.publicacion, record.publicacion_hora)
    return record.estado != "borrador" and announced <= moment


def tells_of(record: Registro, quarters: frozenset[Period]) -> bool:
    """Whether a record belongs to one of these quarters: their reports, the rows they come from."""
    if isinstance(record, Avance):
        return record.periodo.quarter in quarters
    return isinstance(record, Informe) and record.periodo in quarters


def withheld_quarters(register: Register, moment: datetime) -> frozenset[Period]:
    """The quarters of which nothing may be told yet."""
    records = register.all(Informe)
    return frozenset(item.periodo for item in records if not is_out(item, moment))


def published_reports(
    register: Register,
    lists: CodeLists,
    acts: Mapping[str, Acta],
    as_of: date,
    withheld: frozenset[Period] = frozenset(),
) -> tuple[Published, ...]:
    """Every version of every report that is out, the earliest quarter first, versions in order.

    Closed reports come from their acts, as they were frozen; the others from the data.
    """
    entity = register.all(Entidad)[0]
    records = {item.periodo: item for item in register.all(Informe)}
    quarters = set(report_quarters(register, as_of)) | {Period.parse(name) for name in acts}
    earlier: dict[str, Contenido] = {}
    found: list[Published] = []
    for quarter in sorted(quarters - withheld):
        record, act = records.get(quarter), acts.get(quarter.text)
        if act is None:
            view = View(entity, register, lists, quarter, as_of, record, dict(earlier))
            found.append(Published(make_content(view), OPEN, record))
        else:
            found += [
                Published(one.contenido, CLOSED, record, one, one is act.latest)
                for one in act.versiones
            ]
        earlier[quarter.text] = found[-1].content
    return tuple(found)
