"""The rules of a time zone as iCalendar tells them, for the years in which something happens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
NO_TIME = timedelta(0)
Rule = TimezoneStandard | TimezoneDaylight


def zone_rules(zone: ZoneInfo, first: int, last: int) -> Timezone:
    """The offset with which the first year begins, then each change until the end of the last.

    The library has a way of its own, but it writes the beginning of summer in the hour of summer;
    the standard asks for the hour that it still was (RFC 5545, 3.6.5).
    """
    rules = Timezone()
    rules.add("tzid", zone.key)
    start = datetime(first, 1, 1, tzinfo=zone).astimezone(UTC)
    rules.add_component(_part(zone, start, _offset(zone, start)))
    for change in _changes(zone, start, datetime(last + 1, 1, 1, tzinfo=UTC)):
        rules.add_component(_part(zone, change, _offset(zone, change - MINUTE)))
    return rules


def _part(zone: ZoneInfo, moment: datetime, before: timedelta) -> Rule:
    """What holds from a moment on, told in the hour that it was until then."""
    there = moment.astimezone(zone)
    summer = (there.dst() or NO_TIME) > NO_TIME
    part = TimezoneDaylight() if summer else TimezoneStandard()
    part.add("dtstart", (moment + before).replace(tzinfo=None))
    part.add("tzname", there.tzname())
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", _offset(zone, moment))
    return part


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """The moments at which the offset changes, to the minute."""
    day = start
    while day < end:
        if _offset(zone, day) != _offset(zone, day + DAY):
            yield _within(zone, day)
        day += DAY


def _within(zone: ZoneInfo, day: datetime) -> datetime:
    """The first minute of another offset in the day that follows."""
    low, high = 0, DAY // MINUTE
    while high - low > 1:
        middle = (low + high) // 2
        same = _offset(zone, day + middle * MINUTE) == _offset(zone, day)
        low, high = (middle, high) if same else (low, middle)
    return day + high * MINUTE


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or NO_TIME
