"""The reports of an edition: which are out, in which state, in which versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.records.indicators import Avance
from bitacora.records.institution import Entidad
from bitacora.records.record import Registro
from bitacora.records.reports import Informe
from bitacora.register import Register
from bitacora.reports.closings.act import Acta, Version
from bitacora.reports.closings.known import known_at
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
    closed = acts_at(acts, as_of)
    quarters = set(report_quarters(register, as_of)) | {Period.parse(name) for name in closed}
    found: list[Published] = []
    for versions in _each(register, lists, closed, sorted(quarters - withheld), as_of):
        found += versions
    return tuple(found)


def content_at(
    register: Register,
    lists: CodeLists,
    acts: Mapping[str, Acta],
    quarter: Period,
    as_of: date,
) -> Contenido:
    """The content that the report of a quarter has at a date, made from the data even where it
    was closed before: the reports before it, as they were published last."""
    others = {name: it for name, it in acts_at(acts, as_of).items() if name != quarter.text}
    quarters = set(report_quarters(register, as_of)) | {Period.parse(name) for name in others}
    until = [*sorted(it for it in quarters if it < quarter), quarter]
    *_, last = _each(register, lists, others, until, as_of)
    return last[-1].content


def acts_at(acts: Mapping[str, Acta], as_of: date) -> Mapping[str, Acta]:
    """The acts as they stood at a date: a version closed later was not there yet."""
    found: dict[str, Acta] = {}
    for name, act in acts.items():
        kept = tuple(version for version in act.versiones if version.cerrado <= as_of)
        if kept:
            found[name] = act.model_copy(update={"versiones": kept})
    return found


def _each(
    register: Register,
    lists: CodeLists,
    acts: Mapping[str, Acta],
    quarters: Iterable[Period],
    as_of: date,
) -> Iterator[list[Published]]:
    """The versions of each quarter in turn, each made with sight of those before."""
    known = known_at(register, as_of)
    entity = known.all(Entidad)[0]
    records = {item.periodo: item for item in known.all(Informe)}
    earlier: dict[str, Contenido] = {}
    for quarter in quarters:
        record, act = records.get(quarter), acts.get(quarter.text)
        if act is None:
            view = View(entity, known, lists, quarter, as_of, record, dict(earlier))
            found = [Published(make_content(view), OPEN, record)]
        else:
            found = [
                Published(one.contenido, CLOSED, record, one, one is act.latest)
                for one in act.versiones
            ]
        earlier[quarter.text] = found[-1].content
        yield found
