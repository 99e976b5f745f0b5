"""The quarterly reports: their list, their pages, the rows behind them."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.hours import spoken_hour
from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.amendments import HEAD, NUMBERS, all_amendments, amendment_rows
from bitacora.pages.reports.cells import day, under
from bitacora.pages.reports.page import report_page
from bitacora.pages.reports.rows import rows_page
from bitacora.pages.reports.sheet import Sheet
from bitacora.pages.reports.words import (
    last_report,
    latest_reports,
    report_path,
    reported_share,
    slug_of,
)
from bitacora.pages.writing import PageHead, Writer
from bitacora.reports.calendar_entries import Announcement
from bitacora.reports.published import Published
from bitacora.spanish import long_date, number, sentence_case
from bitacora.tallies.lights import Light

GOOD = frozenset({Light.CUMPLIDO.value, Light.EN_META.value})
COUNTED = (
    ("En meta o cumplidos", GOOD),
    ("En riesgo", frozenset({Light.EN_RIESGO.value})),
    ("Atrasados", frozenset({Light.ATRASADO.value})),
    ("Sin reporte", frozenset({Light.SIN_REPORTE.value})),
)
OTHERS = "Los demás"


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The list, then each report with its rows: at the address of its quarter, and at that of each
    of its versions once it is closed."""
    presenter = Presenter(edition)
    yield _index(writer, presenter)
    for sheet in sheets(presenter):
        yield report_page(sheet, writer)
        yield rows_page(sheet, writer)


def sheets(presenter: Presenter) -> Iterator[Sheet]:
    """Every page of a report, the latest version before the permanent ones."""
    reports = presenter.edition.reports
    for latest in latest_reports(presenter.edition):
        versions = tuple(one for one in reports if one.quarter == latest.quarter)
        yield Sheet(presenter, latest, versions)
        for one in versions:
            if one.act is not None:
                yield Sheet(presenter, one, versions, permanent=True)


def _index(writer: Writer, presenter: Presenter) -> Artefact:
    edition = presenter.edition
    last = last_report(edition)
    reports = latest_reports(edition)
    values = {
        "frase": reported_share(last.content) if last else "",
        "ultimo": presenter.to(last.quarter.spoken, report_path(last.quarter)) if last else "",
        "encabezado": ["Trimestre", "Estado", *(it for it, _ in COUNTED), OTHERS, "Total", "PDF"],
        "numeros": range(2, len(COUNTED) + 4),
        "filas": [_row(presenter, report) for report in reversed(reports)],
        "anios": [
            f"[{year}]({year}.md)"
            for year in sorted({one.quarter.end.year for one in reports}, reverse=True)
        ],
        "proximo": _next_day(edition),
        "proximos": [_announced(item) for item in _to_come(edition)],
        "encabezado_correcciones": HEAD,
        "numeros_correcciones": NUMBERS,
        "correcciones": amendment_rows(presenter, all_amendments(reports)),
    }
    head = PageHead("informes/index.md", "Informes trimestrales", "Listado")
    return writer.page(head, "informes", values)


def _row(presenter: Presenter, report: Published) -> list[str]:
    lists = presenter.edition.lists
    lights = [line.luz_vigente for line in report.content.renglones]
    counts = [sum(light in group for light in lights) for _, group in COUNTED]
    version = f"versión {report.version}, {day(report.act.cerrado)}" if report.act else ""
    published = f"publicado: {day(report.record.publicacion)}" if report.record else ""
    return [
        presenter.to(sentence_case(report.quarter.spoken), report_path(report.quarter)),
        under(chip(report.state, lists.name("estados_informe", report.state)), version, published),
        *map(number, counts),
        number(len(lights) - sum(counts)),
        number(len(lights)),
        f"[Descargar{_which(report)}]({slug_of(report)}.pdf)",
    ]


def _which(report: Published) -> str:
    """What a reader who does not see the row needs to hear."""
    return f'<span class="unseen"> el PDF del {report.quarter.spoken}</span>'


def _to_come(edition: Edition) -> list[Announcement]:
    """The announcements of reports that are not out yet, the nearest first."""
    out = {report.quarter for report in edition.reports}
    return sorted(
        (item for item in edition.calendar if item.quarter not in out), key=lambda it: it.day
    )


def _next_day(edition: Edition) -> str:
    """The day of the next report, as long as nobody missed it."""
    days = [item.day for item in _to_come(edition) if item.day >= edition.as_of]
    return long_date(days[0]) if days else ""


def _announced(item: Announcement) -> str:
    hour = f", {spoken_hour(item.hour)}" if item.hour else ""
    return inline(f"{sentence_case(item.quarter.spoken)}: {long_date(item.day)}{hour}")
