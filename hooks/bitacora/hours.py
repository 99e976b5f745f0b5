"""Hours with their place in the world, as people read them."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.core import get_global
from babel.dates import get_timezone_location

from bitacora.spanish import LOCALE, NO_BREAK_SPACE, country_name, long_date


def spoken_hour(hour: time) -> str:
    """An hour as people read it in Colombia: «10:00 a. m.»."""
    half = "a. m." if hour.hour < 12 else "p. m."
    return f"{hour.hour % 12 or 12}:{hour.minute:02} {half}".replace(" ", NO_BREAK_SPACE)


def zone_words(zone: str) -> str:
    """Whose hour a zone is: «hora de Colombia», «hora de Madrid» where the country has several."""
    country = get_global("zone_territories").get(zone)
    name = country_name(country) if country else None
    if country and name and len(get_global("territory_zones")[country]) == 1:
        return f"hora de {name}"
    if not country:
        return f"hora {zone}"
    city = get_timezone_location(zone, locale=LOCALE, return_city=True)
    return f"hora de {city.rpartition('/')[2]}"


def spoken_closing(day: date, hour: time | None, zone: ZoneInfo, home: ZoneInfo) -> str:
    """When something closes, with whose hour it is: «31 de enero de 2027, 5:00 p. m., hora de
    Colombia». Where the hour at home is another, it stands beside."""
    if hour is None:
        whose = "" if zone.key == home.key else f", {zone_words(zone.key)}"
        return f"{long_date(day)}, sin hora informada{whose}"
    there = f"{long_date(day)}, {spoken_hour(hour)}, {zone_words(zone.key)}"
    if zone.key == home.key:
        return there
    moment = datetime.combine(day, hour, zone)
    here = moment.astimezone(home)
    if here.utcoffset() == moment.utcoffset():
        return f"{there} (igual a la {zone_words(home.key)})"
    other = "" if here.date() == day else f" del {long_date(here.date())}"
    return f"{there} ({spoken_hour(time(here.hour, here.minute))}{other}, {zone_words(home.key)})"
