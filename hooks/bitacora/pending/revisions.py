"""Records that nobody has looked at for longer than they hold."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

from bitacora.checks.actions import OPEN_STATES
from bitacora.pending.desk import Desk
from bitacora.pending.places import place_of
from bitacora.pending.things import Matter, Pending
from bitacora.records.actions import Accion
from bitacora.records.codes import CodigoPeriodicidad
from bitacora.records.documents import Documento
from bitacora.records.institution import Dependencia, Entidad
from bitacora.records.networks import Red
from bitacora.records.record import Registro
from bitacora.records.relations import Hermanamiento
from bitacora.register import kind_of
from bitacora.spanish import long_date
from bitacora.tallies.happened import Relation, standing_of
from bitacora.tallies.instruments import ALIVE

ONCE_A_YEAR = 12
"""What lives on is looked at once a year, where nothing says how often."""


def revisions(desk: Desk) -> Iterator[Pending]:
    """The documents older than they say they hold; what is in force and was not revised in a
    year."""
    for item, months in _living(desk):
        until = months_after(item.actualizado, months)
        if until >= desk.as_of:
            continue
        yield Pending(
            Matter.REVISION,
            f"{item.kind}-{item.id}",
            f"Revisar «{item.title}» ({kind_of(item).singular}): se revisó el "
            f"{long_date(item.actualizado)}",
            getattr(item, "responsable", "") or desk.office,
            until,
            "Corrija lo que haya cambiado y ponga en «actualizado» el día en que lo revisó.",
            place_of(desk, item, "actualizado"),
            item,
        )


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last one of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _living(desk: Desk) -> Iterator[tuple[Registro, int]]:
    """The records that must be kept up to date, with how many months each holds."""
    register = desk.register
    for document in _last_of_each(register.all(Documento)):
        listed = desk.lists.lists.get("periodicidades", {}).get(document.frecuencia or "")
        if isinstance(listed, CodigoPeriodicidad) and listed.meses:
            yield document, listed.meses
    relations: tuple[Relation, ...] = (*register.all(Hermanamiento), *register.all(Red))
    for relation in relations:
        if standing_of(register, relation, desk.as_of).state in ALIVE:
            yield relation, ONCE_A_YEAR
    for action in register.all(Accion):
        if action.estado in OPEN_STATES:
            yield action, ONCE_A_YEAR
    for unit in (*register.all(Entidad), *register.all(Dependencia)):
        yield unit, ONCE_A_YEAR


def _last_of_each(documents: Iterable[Documento]) -> Iterator[Documento]:
    """Of the documents of one type that come out as often, the last one: those before it are past
    issues, which nobody brings up to date."""
    last: dict[tuple[str, str, str], Documento] = {}
    for one in sorted(documents, key=lambda item: (item.actualizado, item.id)):
        last[one.tipo, one.frecuencia or "", one.responsable] = one
    yield from last.values()
