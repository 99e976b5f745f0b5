"""What waits to be done, as a table or as a calendar to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from bitacora.artefacts import Artefact
from bitacora.canonical import Value
from bitacora.edition import Edition
from bitacora.exports.addresses import absolute, known_since, record_address, uid
from bitacora.exports.icalendar_text import Entry, Heading, icalendar_text
from bitacora.exports.table import DEMONSTRATION, FOLDER, Column, Group, Table, flat_table
from bitacora.pending.all import pending_of, unit_name
from bitacora.pending.desk import Desk, public_desk
from bitacora.pending.things import MATTERS, Pending, Urgency
from bitacora.records.institution import Dependencia
from bitacora.records.values import Day, Label, Ref, Slug, Text, Whole
from bitacora.register import kind_named, kind_of

NAME = "pendientes"
CALENDAR = f"{FOLDER}/{NAME}.ics"
PAGE = "pendientes/"
WORDS = (
    "Pendientes",
    "Lo que cada dependencia tiene por reportar, responder, renovar o cerrar, con su fecha.",
)
INVENTED = "Dato de demostración, inventado."
LATE = "Vencido: "
COLUMNS = (
    Column("clave", "Clase y nombre de lo pendiente: dice qué fila es.", Label(), required=True),
    Column("asunto", "Clase de pendiente: avance, informe, compromiso, red…", Label(), True),
    Column("que", "Qué falta.", Text(max_length=1000), required=True),
    Column(
        "dependencia",
        "Dependencia a la que le toca.",
        Ref(kind="dependencia"),
        reference=(kind_named("dependencia").folder, "id"),
    ),
    Column("dependencia_nombre", "Nombre de la dependencia.", Text()),
    Column("hasta", "Último día en que está a tiempo; vacío si nadie lo ha fijado.", Day()),
    Column("situacion", "Vencido, pronto (30 días), en_plazo o sin_fecha.", Label(), True),
    Column("dias_vencido", "Cuántos días lleva vencido; 0 si no lo está.", Whole(), required=True),
    Column("que_hacer", "Qué se hace: qué se escribe o qué se corre.", Text(max_length=1000), True),
    Column("ficha_clase", "Clase de la ficha de la que se trata, si es una.", Label()),
    Column("ficha", "Identificador de esa ficha.", Slug()),
    DEMONSTRATION,
)


def pending_table(edition: Edition) -> Table:
    """What waits at the date of an edition, the earliest first."""
    desk = _desk(edition)
    rows = tuple(_row(edition, desk, thing) for thing in pending_of(desk))
    return flat_table(NAME, WORDS, Group.COMPUTED, COLUMNS, rows, ("clave",), edition.as_of)


def pending_calendar(edition: Edition, offered: Sequence[Table]) -> Iterator[Artefact]:
    """The days by which something must be done; what has no date is not in a calendar."""
    desk, entity = _desk(edition), edition.entity
    entries = [
        entry for thing in pending_of(desk) if (entry := _entry(edition, desk, thing)) is not None
    ]
    mark = " (demostración)" if entity.demostracion else ""
    heading = Heading(
        name=f"Pendientes: {entity.nombre_corto}{mark}",
        description="\n".join(
            [f"{WORDS[1]} Según {entity.nombre}.", *([INVENTED] if entity.demostracion else [])]
        ),
        zone=entity.zona_horaria,
    )
    yield Artefact(CALENDAR, icalendar_text(heading, entries))


def _desk(edition: Edition) -> Desk:
    return public_desk(
        edition.register, edition.lists, edition.as_of, edition.calendar, edition.reports
    )


def _row(edition: Edition, desk: Desk, thing: Pending) -> tuple[Value, ...]:
    unit = edition.register.get(Dependencia, thing.unit)
    return (
        f"{thing.matter}:{thing.key}",
        str(thing.matter),
        thing.what,
        unit.id if unit else None,
        unit.nombre if unit else None,
        thing.until.isoformat() if thing.until else None,
        str(thing.urgency(desk.as_of)),
        thing.days_late(desk.as_of),
        thing.remedy,
        thing.record.kind if thing.record else None,
        thing.record.id if thing.record else None,
        edition.entity.demostracion,
    )


def _entry(edition: Edition, desk: Desk, thing: Pending) -> Entry | None:
    """An entry of a whole day: the last one on which the thing is in time."""
    if thing.until is None:
        return None
    record = thing.record
    path = record_address(record) if record and kind_of(record).has_pages else PAGE
    late = LATE if thing.urgency(desk.as_of) is Urgency.VENCIDO else ""
    told = (
        f"Le toca a: {unit_name(desk, thing.unit)}.",
        thing.remedy,
        thing.where,
        INVENTED if edition.entity.demostracion else "",
    )
    return Entry(
        uid=uid(edition, f"pendiente-{thing.matter}", thing.key),
        title=f"{late}{thing.what}",
        start=thing.until,
        end=thing.until + timedelta(days=1),
        # A reminder speaks from the day of its edition: it says whether it is late.
        stamp=known_since(edition, edition.as_of),
        description="\n".join(filter(None, told)),
        category=MATTERS[thing.matter][0],
        url=absolute(edition, path),
    )
