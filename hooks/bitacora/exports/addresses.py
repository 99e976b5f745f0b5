"""Names that never change, addresses of pages, for files that are read outside the site."""

from __future__ import annotations

from datetime import date, datetime
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from bitacora.edition import Edition
from bitacora.records.record import Registro
from bitacora.register import kind_of
from bitacora.tallies.zones import start_of, zone_or_colombia

SINCE = "2026"
"""A tag URI holds a year in which its host was already the owner's; it never changes."""


def host(edition: Edition) -> str | None:
    """The host of the site, if its address is known."""
    return urlsplit(edition.entity.direccion_sitio or "").hostname


def tag(edition: Edition, kind: str, name: str) -> str:
    """The name of a thing for ever, as an IRI: of the host; without one, of the government."""
    where = host(edition)
    return f"tag:{where},{SINCE}:{kind}/{name}" if where else _urn(edition, kind, name)


def uid(edition: Edition, kind: str, name: str) -> str:
    """The name of an entry of a calendar for ever."""
    where = host(edition)
    return f"{kind}-{name}@{where}" if where else _urn(edition, kind, name)


def _urn(edition: Edition, kind: str, name: str) -> str:
    entity = edition.entity
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{entity.pais}/{entity.nombre}/{kind}/{name}')}"


def absolute(edition: Edition, path: str) -> str | None:
    """The whole address of a page or file by its path in the site; None if nobody knows it."""
    return edition.entity.address_of(path)


def record_address(record: Registro) -> str:
    """The path of a record's page as browsers ask for it."""
    return f"{kind_of(record).folder}/{record.id}/"


def known_since(edition: Edition, day: date) -> datetime:
    """A day of the data as a moment: its first one where the entity is. The clock is not asked,
    so that the same data make the same files."""
    return start_of(day, None, zone_or_colombia(edition.entity.zona_horaria))
