"""The things that the words of schema.org can name: each page's, from the records alone.

What nobody knows is left out, and no person is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from urllib.parse import urlsplit

from bitacora.edition import Edition
from bitacora.pages.offered import Offered
from bitacora.pages.reports.words import slug_of
from bitacora.pages.sharing.places import Here
from bitacora.records.codes import CodigoLicencia
from bitacora.records.events import Evento
from bitacora.records.unknown import NoInformado
from bitacora.reports.published import Published
from bitacora.tallies.meetings import MeetingState, last_day, meeting_state
from bitacora.tallies.zones import zone_or_colombia

Node = dict[str, Any]
LANGUAGE = "es-CO"
INVENTED = "Demostración: datos inventados."
MODES = {
    "presencial": "https://schema.org/OfflineEventAttendanceMode",
    "virtual": "https://schema.org/OnlineEventAttendanceMode",
    "mixta": "https://schema.org/MixedEventAttendanceMode",
}
SCHEDULED = "https://schema.org/EventScheduled"
CANCELLED = "https://schema.org/EventCancelled"
ORGANISED = "evento_organizado"
MEDIA = {"csv": "text/csv", "json": "application/json", "pdf": "application/pdf"}


def known(node: Mapping[str, Any]) -> Node:
    """The node without what is empty or unknown."""
    return {
        key: value
        for key, value in node.items()
        if not isinstance(value, NoInformado) and value not in (None, "", [], {})
    }


def publisher(edition: Edition) -> Node:
    """Who publishes, in short."""
    seat = edition.entity.sede_electronica
    return known({"@type": "GovernmentOrganization", "name": edition.entity.nombre, "url": seat})


def organization(edition: Edition) -> Node:
    """Who publishes, with how to reach it."""
    entity = edition.entity
    contact = entity.contacto
    street = known(
        {
            "@type": "PostalAddress",
            "streetAddress": contact.direccion,
            "postalCode": contact.codigo_postal,
            "addressCountry": entity.pais,
        }
    )
    more = {
        "description": INVENTED if entity.demostracion else None,
        "email": contact.correo,
        "telephone": contact.conmutador,
        "taxID": entity.nit,
        "address": street,
        "areaServed": entity.nombre_corto,
    }
    return {**publisher(edition), **known(more)}


def website(edition: Edition, here: Here) -> Node:
    """The site itself."""
    return {
        "@type": "WebSite",
        "name": edition.entity.nombre,
        "url": here.to(""),
        "inLanguage": LANGUAGE,
        "publisher": publisher(edition),
    }


def catalogue(edition: Edition, offered: Sequence[Offered], here: Here) -> Node:
    """The open data: every table but the code lists, which only serve to read them."""
    tables = [table for table in offered if not table.is_list]
    return {
        "@type": "DataCatalog",
        "name": f"Datos abiertos de la acción internacional de {edition.entity.nombre_corto}",
        "description": _marked(edition, "Todas las tablas del sitio, en CSV y en JSON."),
        "url": here.itself,
        "inLanguage": LANGUAGE,
        "publisher": publisher(edition),
        "dataset": [_dataset(edition, table, here) for table in tables],
    }


def _dataset(edition: Edition, table: Offered, here: Here) -> Node:
    return known(
        {
            "@type": "Dataset",
            "name": f"{table.title}: {edition.entity.nombre_corto}",
            "description": _marked(edition, table.description),
            "dateModified": table.updated.isoformat() if table.updated else None,
            "license": _licence(edition),
            "isAccessibleForFree": True,
            "creator": publisher(edition),
            "distribution": [_file(path, here) for path in table.files],
        }
    )


def _file(path: str, here: Here) -> Node:
    return {
        "@type": "DataDownload",
        "contentUrl": here.to(path),
        "encodingFormat": MEDIA[path.rpartition(".")[2]],
    }


def _marked(edition: Edition, words: str) -> str:
    return f"{words} {INVENTED}" if edition.entity.demostracion else words


def _licence(edition: Edition) -> str | None:
    listed = edition.lists.lists.get("licencias", {}).get(edition.entity.licencia_datos)
    address = listed.url if isinstance(listed, CodigoLicencia) else None
    return address if urlsplit(address or "").scheme in ("http", "https") else None


def event(edition: Edition, item: Evento, here: Here) -> Node:
    """A mission, a visit or a meeting."""
    zone = edition.entity.zona_horaria
    off = meeting_state(item, edition.as_of, zone) is MeetingState.CANCELADO
    return known(
        {
            "@type": "Event",
            "name": item.nombre,
            "description": _marked(edition, _or_none(item.proposito) or "").strip(),
            "url": here.itself,
            "startDate": _moment(item.fecha_inicio, item.hora_inicio, zone),
            "endDate": _moment(last_day(item), item.hora_fin, zone),
            "eventStatus": CANCELLED if off else SCHEDULED,
            "eventAttendanceMode": MODES.get(item.presencialidad),
            "location": _location(item, here),
            "organizer": publisher(edition) if item.tipo == ORGANISED else None,
        }
    )


def _or_none(value: str | NoInformado | None) -> str | None:
    return value if isinstance(value, str) else None


def _moment(day: date, hour: time | None, zone: str) -> str:
    if hour is None:
        return day.isoformat()
    return datetime.combine(day, hour, zone_or_colombia(zone)).isoformat()


def _location(item: Evento, here: Here) -> Node:
    if item.presencialidad == "virtual":
        return {"@type": "VirtualLocation", "url": item.enlace or here.itself}
    address = {
        "@type": "PostalAddress",
        "addressLocality": item.ciudad,
        "addressCountry": item.pais,
    }
    return {"@type": "Place", "name": item.lugar or item.ciudad, "address": address}


def report(edition: Edition, item: Published, here: Here, permanent: bool) -> Node:
    """A quarterly report at one of its addresses, with its files."""
    closed = item.act is not None
    quarter, content = item.quarter, item.content
    files = f"datos/informes/{slug_of(item, permanent=closed)}"
    pdf = f"informes/{slug_of(item, permanent=permanent)}.pdf"
    return known(
        {
            "@type": "Report",
            "name": f"Informe del {quarter.spoken}",
            "description": INVENTED if content.demostracion else None,
            "url": here.itself,
            "inLanguage": LANGUAGE,
            "datePublished": item.record.publicacion.isoformat() if item.record else None,
            "dateModified": (item.act.cerrado if item.act else content.corte).isoformat(),
            "version": str(item.version) if closed else None,
            "creativeWorkStatus": edition.lists.name("estados_informe", item.state),
            "temporalCoverage": f"{quarter.start.isoformat()}/{quarter.end.isoformat()}",
            "publisher": publisher(edition),
            "license": _licence(edition),
            "encoding": [_media(path, here) for path in (pdf, f"{files}.json")],
        }
    )


def _media(path: str, here: Here) -> Node:
    return {**_file(path, here), "@type": "MediaObject"}


def crumbs(here: Here, home: str, way: Sequence[tuple[str, str]]) -> Node:
    """The way from the home page: each title with its path, this page last."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": list(_steps(here, [(home, "index.md"), *way])),
    }


def _steps(here: Here, way: Sequence[tuple[str, str]]) -> Iterator[Node]:
    for place, (title, path) in enumerate(way, 1):
        yield {"@type": "ListItem", "position": place, "name": title, "item": here.to(path)}
