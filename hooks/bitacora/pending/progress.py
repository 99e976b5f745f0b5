"""Progress that waits: the periods that nobody has reported, late ones or of this quarter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bitacora.pending.desk import Desk
from bitacora.pending.places import place_of
from bitacora.pending.things import Matter, Pending
from bitacora.quarters import Period, PeriodKind
from bitacora.records.indicators import Indicador
from bitacora.spanish import count_of, long_date
from bitacora.tallies.progress import GRACE, rows_known
from bitacora.tallies.slots import Slot, slots_of


def progress(desk: Desk) -> Iterator[Pending]:
    """What is not reported: of what has ended and of the quarter that runs. Of a quarter that is
    withheld only how much is due in it."""
    quarter = Period.containing(desk.as_of, PeriodKind.TRIMESTRAL)
    held: Counter[tuple[str, Period]] = Counter()
    for slot in _slots(desk, quarter):
        if slot.period.quarter in desk.withheld:
            held[slot.unit, slot.period.quarter] += 1
        elif slot.row is None:
            yield _missing(desk, slot)
    for (unit, each), total in sorted(held.items()):
        yield _held(each, unit, total)


def _slots(desk: Desk, quarter: Period) -> Iterator[Slot]:
    for indicator in desk.register.all(Indicador):
        rows = rows_known(desk.register, indicator, desk.as_of)
        for slot in slots_of(desk.register, desk.lists, indicator, rows):
            if slot.period.quarter <= quarter:
                yield slot


def _missing(desk: Desk, slot: Slot) -> Pending:
    item, quarter = slot.indicator, slot.period.quarter
    return Pending(
        Matter.AVANCE,
        f"{item.id}-{slot.period}",
        f"Reportar «{item.nombre}» ({item.codigo}), {slot.period.spoken}"
        f"{_published(desk, quarter)}",
        slot.unit,
        slot.until,
        _command(quarter, slot.unit),
        place_of(desk, item),
        item,
    )


def _held(quarter: Period, unit: str, total: int) -> Pending:
    return Pending(
        Matter.AVANCE,
        f"{unit}-{quarter}",
        f"Reportar {count_of(total, 'dato', 'datos')} del {quarter.spoken}; cuáles ya están se "
        "sabrá con el informe",
        unit,
        quarter.end + GRACE,
        _command(quarter, unit),
    )


def _published(desk: Desk, quarter: Period) -> str:
    """When the report that needs the figure comes out, while it is announced and still to come."""
    days = (one.day for one in desk.calendar if one.quarter == quarter and one.day >= desk.as_of)
    return next((f"; su informe sale el {long_date(day)}" for day in days), "")


def _command(quarter: Period, unit: str) -> str:
    return f"python scripts/plantilla.py avances {quarter} --dependencia {unit}"
