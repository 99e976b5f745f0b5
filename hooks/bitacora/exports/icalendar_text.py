"""Entries of a calendar as iCalendar (RFC 5545): the same entries, the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vText

from bitacora.exports.icalendar_zone import zone_rules

PRODUCER = "-//Bitacora//Calendario//ES"
UNIVERSAL = "UTC"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: whole days (``end`` is the day after the last), or moments in their zones."""

    uid: str
    title: str
    start: date
    end: date | None
    stamp: datetime
    description: str
    category: str
    place: str = ""
    url: str | None = None
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """What a calendar says of itself; its zone is that in which it is read at home."""

    name: str
    description: str
    zone: str


def icalendar_text(heading: Heading, entries: Sequence[Entry]) -> bytes:
    """The file, lines folded at 75 octets and ended by CRLF."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for name, text in (
        ("name", heading.name),
        ("x-wr-calname", heading.name),
        ("description", heading.description),
        ("x-wr-caldesc", heading.description),
        ("x-wr-timezone", heading.zone),
    ):
        calendar.add(name, vText(text))
    for zone in _zones(entries):
        calendar.add_component(zone)
    for entry in entries:
        calendar.add_component(_event(entry))
    made: bytes = calendar.to_ical()
    return made


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.stamp.astimezone(UTC))
    event.add("last-modified", entry.stamp.astimezone(UTC))
    event.add("dtstart", entry.start)
    if entry.end is not None:
        event.add("dtend", entry.end)
    event.add("summary", entry.title)
    event.add("description", entry.description)
    event.add("categories", [entry.category])
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    # Whoever subscribes is not busy while others travel.
    event.add("transp", "TRANSPARENT")
    if entry.place:
        event.add("location", entry.place)
    if entry.url:
        event.add("url", entry.url)
    return event


def _zones(entries: Iterable[Entry]) -> list[Timezone]:
    """The rules of each zone that is named, for the years in which something happens."""
    moments = [
        moment
        for entry in entries
        for moment in (entry.start, entry.end)
        if isinstance(moment, datetime)
    ]
    keys = {moment.tzinfo.key for moment in moments if isinstance(moment.tzinfo, ZoneInfo)}
    years = [moment.year for moment in moments]
    return [zone_rules(ZoneInfo(key), min(years), max(years)) for key in sorted(keys - {UNIVERSAL})]
