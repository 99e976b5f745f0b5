"""Which declared amendments answer for what no longer agrees with a closed report."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from bitacora.records.kinds import BY_FOLDER
from bitacora.records.reports import Enmienda, Informe
from bitacora.reports.closings.breach import Breach, Cause
from bitacora.reports.closings.facts import ANNOUNCED

NOTHING = "sin valor"
"""How an amendment writes that there is no value."""
CAUSE = "(escriba aquí por qué cambió)"
"""What the entry to paste has for its cause; nobody publishes it as one."""
THERE, GONE, ABSENT, NOW = "estaba", "no está", "no estaba", "está"
ROWS = "avances"
DAY = frozenset(("informes", name) for name in ANNOUNCED)


@dataclass(frozen=True, slots=True)
class Entry:
    """What an amendment must say: the record, the figure or field, its two values."""

    record: str
    field: str
    published: str
    now: str


def mendable(breach: Breach) -> bool:
    """Whether an amendment may answer for it. A progress row is never edited, removed or dated
    back: what changes in it is a new row, whose version is one more."""
    if breach.cause is Cause.BACKDATED or is_day(breach):
        return False
    return breach.folder != ROWS or breach.cause in (Cause.LATE, Cause.UNEXPLAINED)


def is_day(breach: Breach) -> bool:
    """Whether what changed is the day of a report: moving it is no way to withdraw one."""
    return (breach.folder, breach.field) in DAY


def entries(breach: Breach, report: Informe | None) -> tuple[Entry, ...]:
    """The amendments that would answer for it, any one of them; the one to propose is the
    first."""
    name = f"{BY_FOLDER[breach.folder].name}:{breach.row.partition(':')[0]}"
    if breach.cause is Cause.REMOVED:
        names = (f"informe:{report.id if report else ''}", name)
        return tuple(Entry(each, breach.row, THERE, GONE) for each in names)
    if breach.cause is Cause.ADDED:
        return (Entry(name, breach.row, ABSENT, NOW),)
    if breach.cause is Cause.EDITED:
        return (Entry(name, breach.field, breach.published or NOTHING, breach.now or NOTHING),)
    told = dict.fromkeys([name, *(f"avance:{row}" for row in breach.others)])
    told.update({f"indicador:{figure.indicator}": None for figure in breach.moved})
    return tuple(
        Entry(each, figure.name, figure.published or NOTHING, figure.now or NOTHING)
        for each in told
        for figure in breach.moved
    )


def answering(breach: Breach, report: Informe | None) -> tuple[Enmienda, ...]:
    """The declared amendments that answer for it; none if it still has to be declared."""
    declared = report.correcciones if report and mendable(breach) else ()
    wanted = entries(breach, report) if declared else ()
    return tuple(item for item in declared if any(_says(item, entry) for entry in wanted))


def _says(item: Enmienda, entry: Entry) -> bool:
    return (
        item.causa != CAUSE
        and item.registro.replace(" ", "") == entry.record
        and item.campo == entry.field
        and _same(item.valor_publicado, entry.published)
        and _same(item.valor_corregido, entry.now)
    )


def _same(written: str, value: str) -> bool:
    """Whether two values are one, however the number was written: 50.0 is 50."""
    try:
        return Decimal(written.strip()) == Decimal(value)
    except InvalidOperation:
        return written.strip() == value
