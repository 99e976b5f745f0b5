"""The feeds to follow: calls that may be applied to, all that is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.exports.addresses import absolute, known_since, record_address, tag
from bitacora.exports.atom_text import Feed, Item, atom_text
from bitacora.exports.table import FOLDER, Table
from bitacora.hours import spoken_closing
from bitacora.records.events import Evento, Oportunidad
from bitacora.reports.published import Published
from bitacora.spanish import long_date, sentence_case
from bitacora.tallies.calls import CallState, call_state
from bitacora.tallies.meetings import MeetingState, meeting_state
from bitacora.tallies.zones import start_of, zone_or_colombia

CALLS = f"{FOLDER}/oportunidades.atom.xml"
NEWS = f"{FOLDER}/novedades.atom.xml"
LONG_ENOUGH = 60
"""More news than any reader asks for; what is older is in the site."""
INVENTED = "Demostración: nada de esto ocurrió."


def feeds(edition: Edition, offered: Sequence[Table]) -> Iterator[Artefact]:
    """The two feeds, also when they are empty: an address never comes and goes."""
    calls = edition.register.all(Oportunidad)
    zone = edition.entity.zona_horaria
    usable = [it for it in calls if call_state(it, edition.as_of, zone) is not CallState.CERRADA]
    told = [
        it
        for it in edition.register.all(Evento)
        if meeting_state(it, edition.as_of, zone) is MeetingState.CON_RESULTADO
    ]
    news = [
        *(_call(edition, it) for it in calls),
        *(_event(edition, it) for it in told),
        *_reports(edition),
    ]
    yield _file(
        edition, CALLS, "Oportunidades", "oportunidades/", (_call(edition, it) for it in usable)
    )
    yield _file(edition, NEWS, "Novedades", "", news)


def _file(edition: Edition, path: str, name: str, page: str, items: Iterable[Item]) -> Artefact:
    entity = edition.entity
    newest = sorted(items, key=lambda item: item.id)
    newest.sort(key=lambda item: item.updated, reverse=True)
    shown = newest[:LONG_ENOUGH]
    mark = " (demostración)" if entity.demostracion else ""
    warning = f" {INVENTED}" if entity.demostracion else ""
    feed = Feed(
        id=tag(edition, "canal", path.removeprefix(f"{FOLDER}/").partition(".")[0]),
        title=f"{name}: {entity.nombre_corto}{mark}",
        subtitle=f"{name} de la acción internacional, según {entity.nombre}.{warning}",
        updated=shown[0].updated if shown else known_since(edition, entity.actualizado),
        author=entity.nombre,
        page=_address(edition, page),
        itself=absolute(edition, path),
        author_page=entity.sede_electronica if isinstance(entity.sede_electronica, str) else None,
    )
    return Artefact(path, atom_text(feed, shown))


def _call(edition: Edition, item: Oportunidad) -> Item:
    home = zone_or_colombia(edition.entity.zona_horaria)
    zone = zone_or_colombia(item.zona or home.key)
    closes = spoken_closing(item.cierre, item.cierre_hora, zone, home)
    opens = f" Abre: {long_date(item.apertura)}." if item.apertura else ""
    return Item(
        id=tag(edition, item.kind, item.id),
        title=item.titulo,
        updated=known_since(edition, item.actualizado),
        page=_address(edition, record_address(item)),
        summary=f"Ofrece: {item.oferente}.{opens} Cierra: {closes}.",
        category=edition.lists.name("categorias_oportunidad", item.categoria),
        related=item.enlace,
    )


def _event(edition: Edition, item: Evento) -> Item:
    return Item(
        id=tag(edition, item.kind, item.id),
        title=f"Qué dejó: {item.nombre}",
        updated=known_since(edition, item.actualizado),
        page=_address(edition, record_address(item)),
        summary=item.resultado or "",
        category=edition.lists.name("tipos_evento", item.tipo),
    )


def _reports(edition: Edition) -> Iterator[Item]:
    """The reports that are out, each correction apart; one that was never announced has no day on
    which it came out, so it is no news."""
    for report in edition.reports:
        moment = _published(edition, report)
        if moment is None:
            continue
        quarter = report.quarter
        name, address = quarter.text, f"informes/{quarter.text.lower()}/"
        title = f"informe del {quarter.spoken}"
        if report.version > 1:
            name, address = f"{name}/version-{report.version}", f"{address[:-1]}-v{report.version}/"
            title = f"{title}: versión {report.version}, corregida"
        state = edition.lists.name("estados_informe", report.state)
        yield Item(
            id=tag(edition, "informe", name),
            title=sentence_case(title),
            updated=moment,
            page=_address(edition, address),
            summary=f"{state}. Resultados al {long_date(quarter.end)}.",
            category="Informe",
        )


def _published(edition: Edition, report: Published) -> datetime | None:
    """When a report, or that version of it, came out."""
    if report.act is not None and report.version > 1:
        return known_since(edition, report.act.cerrado)
    if report.record is None:
        return None
    zone = zone_or_colombia(edition.entity.zona_horaria)
    came_out = start_of(report.record.publicacion, report.record.publicacion_hora, zone)
    closed = known_since(edition, report.act.cerrado) if report.act else came_out
    return max(came_out, closed)


def _address(edition: Edition, path: str) -> str:
    """The address of a page; from the folder of the feeds where that of the site is not known."""
    return absolute(edition, path) or f"../{path}"
