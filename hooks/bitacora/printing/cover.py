"""What a printed report tells of itself, on its first page or at the foot of all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.printing.destinations import served
from bitacora.reports.published import CLOSED, Published
from bitacora.spanish import long_date

SUMMARY = re.compile(r"informes/(\d{4}|vigencia)\.md")
"""The pages that put several reports together."""
SECTION = "\n## "
"""Without any section a page only says that there is nothing to tell yet."""
SHORT = 12
"""How many signs of a digest tell it from any other at a glance."""


@dataclass(frozen=True, slots=True)
class Cover:
    """Finished words; an empty one is not shown.

    ``day`` is the cut-off of the data, that dates the file; ``tone`` that of the state's chip;
    ``foot`` goes under every page; ``invented`` is the place of a demonstration.
    """

    path: str
    day: date
    entity: str
    state: str
    tone: str
    digest: str
    address: str
    foot: str
    invented: str


def covers(edition: Edition, pages: Iterable[Artefact]) -> Iterator[Cover]:
    """The cover of every report at each of its addresses, then of those that put several
    together."""
    for report in edition.reports:
        if report.latest:
            yield _of_report(edition, report, report_path(report, numbered=False))
        if report.act:
            yield _of_report(edition, report, report_path(report, numbered=True))
    for page in pages:
        if SUMMARY.fullmatch(page.path) and SECTION in str(page.content):
            yield _of_summary(edition, page.path)


def report_path(report: Published, numbered: bool) -> str:
    """The path of a report's page, with its version where it is the permanent one."""
    version = f"-v{report.version}" if numbered else ""
    return f"informes/{report.content.periodo.lower()}{version}.md"


def site_address(edition: Edition) -> str:
    """The public address of the site with its slash, or empty where nobody told it."""
    return edition.entity.address_of("") or ""


def _of_report(edition: Edition, report: Published, path: str) -> Cover:
    content, act = report.content, report.act
    state = edition.lists.name("estados_informe", report.state)
    told = [
        state,
        f"Versión {act.version}" if act else "Sin cerrar",
        f"Corte: {long_date(content.corte)}",
    ]
    if act:
        told.append(f"Huella: {act.huella[:SHORT]}…")
    told += _unaddressed(edition, path)
    return Cover(
        path,
        content.corte,
        content.entidad,
        state,
        "good" if report.state == CLOSED else "going",
        act.huella if act else "",
        _address(edition, path),
        " · ".join(told),
        edition.entity.nombre_corto if content.demostracion else "",
    )


def _of_summary(edition: Edition, path: str) -> Cover:
    entity = edition.entity
    return Cover(
        path,
        edition.as_of,
        entity.nombre,
        "",
        "",
        "",
        _address(edition, path),
        " · ".join([f"Corte: {long_date(edition.as_of)}", *_unaddressed(edition, path)]),
        entity.nombre_corto if entity.demostracion else "",
    )


def _address(edition: Edition, path: str) -> str:
    site = site_address(edition)
    return f"{site}{served(path)}" if site else ""


def _unaddressed(edition: Edition, path: str) -> list[str]:
    """Where nobody told the address of the site, the place of the page in it, to look it up."""
    return [] if site_address(edition) else [f"En el sitio: {served(path)}"]
