"""Every published figure that changed afterwards, in one place."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.error_reports import ways_to_tell
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.amendments import (
    HEAD as COLUMNS,
)
from bitacora.pages.reports.amendments import (
    MENDED,
    NUMBERS,
    REVISED,
    all_amendments,
    amendment_rows,
)
from bitacora.pages.reports.cells import day
from bitacora.pages.reports.words import latest_reports, slug_of
from bitacora.pages.writing import PageHead, Writer
from bitacora.reports.published import Published
from bitacora.spanish import count_of, sentence_case

HEAD = PageHead(
    "correcciones/index.md",
    "Correcciones",
    kind="Listado",
    description="Cifras publicadas que después cambiaron: cuánto decían, cuánto dicen y por qué.",
)
VERSIONS = ("Informe", "Versión", "Cerrada", "Por qué")


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One page: mistakes mended, better data, reports with more than one version."""
    presenter = Presenter(edition)
    found = all_amendments(latest_reports(edition))
    mended = [item for item in found if item.clase == MENDED]
    revised = [item for item in found if item.clase == REVISED]
    values = {
        "gobierno": inline(edition.entity.nombre_corto),
        "corregidas": count_of(len(mended), "cifra corregida", "cifras corregidas"),
        "revisadas": count_of(len(revised), "cifra revisada", "cifras revisadas"),
        "encabezado": COLUMNS,
        "numeros": NUMBERS,
        "correcciones": amendment_rows(presenter, mended),
        "revisiones": amendment_rows(presenter, revised),
        "encabezado_versiones": VERSIONS,
        "versiones": [_version_row(presenter, one) for one in _reissued(edition)],
        "avisar": ways_to_tell(edition.entity),
    }
    yield writer.page(HEAD, "correcciones", values)


def _reissued(edition: Edition) -> list[Published]:
    """Every version of the reports that have more than one, the newest first."""
    closed = [one for one in edition.reports if one.act]
    several = {one.quarter for one in closed if one.version > 1}
    found = [one for one in closed if one.quarter in several]
    return sorted(found, key=lambda one: (one.quarter, one.version), reverse=True)


def _version_row(presenter: Presenter, report: Published) -> list[str]:
    act = report.act
    path = f"informes/{slug_of(report, permanent=True)}.md"
    return [
        presenter.to(sentence_case(report.quarter.spoken), path),
        str(report.version),
        day(act.cerrado) if act else "",
        inline(presenter.edition.lists.name("clases_enmienda", act.clase))
        if act and report.version > 1
        else "Primera publicación",
    ]
