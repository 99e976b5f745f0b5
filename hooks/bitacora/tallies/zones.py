"""The exact moment of an hour told in a place of the world."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

COLOMBIA = "America/Bogota"
MIDNIGHT = time(0)
# Files of the zone database that are no zones («localtime», «posixrules») look otherwise.
_NAME = re.compile(r"UTC|[A-Z][A-Za-z]+(/[A-Z][A-Za-z0-9_+-]+)+")


def zone_named(name: str) -> ZoneInfo | None:
    """A zone of the IANA database, or None if there is none of that name."""
    if not _NAME.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return None


def zone_or_colombia(name: str) -> ZoneInfo:
    """A zone by its name; one that does not exist, of which a check tells, is read as Colombia."""
    return zone_named(name) or ZoneInfo(COLOMBIA)


def start_of(day: date, hour: time | None, zone: ZoneInfo) -> datetime:
    """The moment something begins: at its hour, else with its day."""
    return datetime.combine(day, hour or MIDNIGHT, zone)


def end_of(day: date, hour: time | None, zone: ZoneInfo) -> datetime:
    """The moment something is over: at its hour, else when its day is over."""
    if hour is None:
        return datetime.combine(day + timedelta(days=1), MIDNIGHT, zone)
    return datetime.combine(day, hour, zone)


def moment_in(at: date, zone: ZoneInfo) -> datetime:
    """A day (its first moment) or a moment, told in a zone; one without zone is of that zone."""
    if not isinstance(at, datetime):
        return datetime.combine(at, MIDNIGHT, zone)
    return at.astimezone(zone) if at.tzinfo else at.replace(tzinfo=zone)
