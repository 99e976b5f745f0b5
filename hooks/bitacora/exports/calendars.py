"""The calendars to subscribe to: missions and events, closings of calls, reports announced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.exports.addresses import absolute, known_since, record_address, uid
from bitacora.exports.icalendar_text import Entry, Heading, icalendar_text
from bitacora.exports.table import FOLDER, Table
from bitacora.hours import spoken_closing
from bitacora.records.events import Evento, Oportunidad
from bitacora.records.unknown import NoInformado
from bitacora.reports.calendar_entries import Announcement
from bitacora.spanish import long_date, sentence_case
from bitacora.tallies.calls import closing_moment
from bitacora.tallies.meetings import MeetingState, last_day, meeting_state
from bitacora.tallies.zones import end_of, start_of, zone_or_colombia

AGENDA = f"{FOLDER}/agenda.ics"
CLOSINGS = f"{FOLDER}/cierres-de-oportunidades.ics"
REPORTS = f"{FOLDER}/calendario-informes.ics"
INVENTED = "Dato de demostración, inventado."
ONE_DAY = timedelta(days=1)


def calendars(edition: Edition, offered: Sequence[Table]) -> Iterator[Artefact]:
    """The three calendars, also when they are empty: an address never comes and goes."""
    events = sorted(edition.register.all(Evento), key=lambda item: (item.fecha_inicio, item.id))
    calls = sorted(edition.register.all(Oportunidad), key=lambda item: (item.cierre, item.id))
    reports = sorted(edition.calendar, key=lambda item: (item.day, item.quarter))
    yield _file(edition, AGENDA, "Misiones y eventos", [_event(edition, it) for it in events])
    yield _file(edition, CLOSINGS, "Cierres de oportunidades", [_call(edition, it) for it in calls])
    yield _file(edition, REPORTS, "Informes", [_report(edition, it) for it in reports])


def _file(edition: Edition, path: str, name: str, entries: Sequence[Entry]) -> Artefact:
    entity = edition.entity
    mark = " (demostración)" if entity.demostracion else ""
    heading = Heading(
        name=f"{name}: {entity.nombre_corto}{mark}",
        description=_paragraphs(
            f"{name}, según {entity.nombre}.",
            INVENTED if entity.demostracion else "",
        ),
        zone=entity.zona_horaria,
    )
    return Artefact(path, icalendar_text(heading, entries))


def _event(edition: Edition, item: Evento) -> Entry:
    lists, zone = edition.lists, edition.entity.zona_horaria
    start, end = _stretch(item, zone)
    kind = lists.name("tipos_evento", item.tipo)
    purpose = "" if isinstance(item.proposito, NoInformado) else item.proposito
    state = meeting_state(item, edition.as_of, zone)
    country = lists.name("paises", item.pais)
    places = (item.lugar, item.ciudad, country)
    off = state is MeetingState.CANCELADO
    return Entry(
        uid=uid(edition, item.kind, item.id),
        title=item.nombre,
        start=start,
        end=end,
        stamp=known_since(edition, item.actualizado),
        description=_paragraphs(
            f"{kind}.",
            f"Se canceló: {item.motivo_cancelacion or 'no se informa por qué'}" if off else "",
            purpose,
            f"Asisten: {'; '.join(item.delegacion)}." if item.delegacion else "",
            f"Qué dejó: {item.resultado}" if item.resultado and not off else "",
            INVENTED if edition.entity.demostracion else "",
        ),
        category=kind,
        place=", ".join(place for place in places if place),
        url=absolute(edition, record_address(item)),
        cancelled=off,
    )


def _stretch(item: Evento, zone: str) -> tuple[date, date | None]:
    """When an event begins and ends: moments where the hour of the beginning is known, else
    whole days. What begins at an hour and ends nobody knows when, on that day, has no end."""
    last = last_day(item)
    if item.hora_inicio is None:
        return item.fecha_inicio, last + ONE_DAY
    there = zone_or_colombia(zone)
    start = start_of(item.fecha_inicio, item.hora_inicio, there)
    if item.hora_fin is None and last == item.fecha_inicio:
        return start, None
    return start, end_of(last, item.hora_fin, there)


def _call(edition: Edition, item: Oportunidad) -> Entry:
    home = zone_or_colombia(edition.entity.zona_horaria)
    zone = zone_or_colombia(item.zona or home.key)
    hour_known = item.cierre_hora is not None
    category = edition.lists.name("categorias_oportunidad", item.categoria)
    return Entry(
        uid=uid(edition, item.kind, item.id),
        title=f"Cierra: {item.titulo}",
        start=closing_moment(item, home.key) if hour_known else item.cierre,
        end=None if hour_known else item.cierre + ONE_DAY,
        stamp=known_since(edition, item.actualizado),
        description=_paragraphs(
            f"{category}. Ofrece: {item.oferente}.",
            f"Cierra: {spoken_closing(item.cierre, item.cierre_hora, zone, home)}.",
            f"Página oficial: {item.enlace}",
            INVENTED if edition.entity.demostracion else "",
        ),
        category=category,
        url=absolute(edition, record_address(item)),
    )


def _report(edition: Edition, item: Announcement) -> Entry:
    """An announced report: its moment with every change of it, nothing of what it says."""
    zone = zone_or_colombia(edition.entity.zona_horaria)
    changes = sorted(item.changes, key=lambda change: change.avisado)
    out = any(one.quarter == item.quarter for one in edition.reports)
    page = f"informes/{item.quarter.text.lower()}/" if out else "informes/calendario/"
    return Entry(
        uid=uid(edition, "informe", item.quarter.text),
        title=sentence_case(f"informe del {item.quarter.spoken}"),
        start=start_of(item.day, item.hour, zone),
        end=None,
        stamp=known_since(edition, max((one.avisado for one in changes), default=item.announced)),
        description=_paragraphs(
            f"Se anunció el {long_date(item.announced)}.",
            *(
                f"El {long_date(one.avisado)} se cambió del {long_date(one.antes)} al "
                f"{long_date(one.despues)}: {one.motivo}"
                for one in changes
            ),
            INVENTED if edition.entity.demostracion else "",
        ),
        category="Informe",
        url=absolute(edition, page),
    )


def _paragraphs(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
