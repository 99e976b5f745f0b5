"""The quarterly reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.presenter import Presenter
from bitacora.pages.report_tables import (
    CORRECTION_HEAD,
    INDICATOR_HEAD,
    INDICATOR_NUMBERS,
    axis_table,
    correction_rows,
    indicator_groups,
    unreported,
    without_value,
)
from bitacora.pages.reporting_words import report_path, reported_share
from bitacora.pages.standings import standing_chip, standing_meaning, standing_name
from bitacora.pages.writing import PageHead, Writer
from bitacora.quarters import Period, PeriodKind
from bitacora.reading.code_lists import CodeLists
from bitacora.records.indicators import Avance, Indicador
from bitacora.records.unknown import NO_INFORMADO
from bitacora.spanish import count_of, long_date, number
from bitacora.tallies.progress import Standing
from bitacora.tallies.reporting import Report, corrections, report_at, report_quarters


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The index, then the report of each quarter."""
    presenter = Presenter(edition)
    quarters = report_quarters(edition.register, edition.as_of)
    reports = [
        report_at(edition.register, edition.lists, quarter, edition.as_of) for quarter in quarters
    ]
    yield _index(writer, presenter, reports)
    for report in reports:
        yield _page(writer, presenter, report, quarters)


def _index(writer: Writer, presenter: Presenter, reports: Sequence[Report]) -> Artefact:
    edition = presenter.edition
    found = {progress.standing for report in reports for progress in report.standings}
    shown = [standing for standing in Standing if standing in found]
    rows = [
        [
            presenter.to(_name(report.quarter), report_path(report.quarter)),
            *(number(len(report.standing(standing))) for standing in shown),
            number(len(report.standings)),
            number(len(report.corrections)),
        ]
        for report in reversed(reports)
    ]
    names = [standing_name(edition.lists, standing) for standing in shown]
    indicators = len(edition.register.all(Indicador))
    closed = [report for report in reports if report.quarter.end < edition.as_of]
    values = {
        "encabezado": ["Trimestre", *names, "Total", "Correcciones"],
        "numeros": range(1, len(names) + 3),
        "filas": rows,
        "hoy": long_date(edition.as_of),
        "en_curso": Period.containing(edition.as_of, PeriodKind.TRIMESTRAL).spoken,
        "indicadores": count_of(indicators, "indicador", "indicadores"),
        "ultimo": closed[-1].quarter.spoken if closed else "",
        "frase": reported_share(closed[-1]) if closed else "",
        "encabezado_correcciones": CORRECTION_HEAD,
        "correcciones": correction_rows(
            presenter, corrections(edition.register, edition.register.all(Avance))
        ),
    }
    head = PageHead("informes/index.md", "Informes trimestrales", "Listado")
    return writer.page(head, "informes", values)


def _name(quarter: Period) -> str:
    spoken = quarter.spoken
    return spoken[0].upper() + spoken[1:]


def _page(
    writer: Writer, presenter: Presenter, report: Report, quarters: Sequence[Period]
) -> Artefact:
    quarter = report.quarter
    title = f"Informe del {quarter.spoken}"
    values = {
        "titulo": title,
        "desde": long_date(quarter.start),
        "hasta": long_date(quarter.end),
        "hoy": long_date(presenter.edition.as_of),
        "en_curso": quarter.end >= presenter.edition.as_of,
        "frase": reported_share(report),
        "vecinos": _neighbours(presenter, quarter, quarters),
        "total": count_of(len(report.standings), "indicador", "indicadores"),
        "situaciones": _standing_figures(presenter.edition.lists, report),
        "por_eje": axis_table(presenter, report) if report.standings else None,
        "encabezado": INDICATOR_HEAD,
        "numeros": INDICATOR_NUMBERS,
        "grupos": indicator_groups(presenter, report),
        **_unknowns(presenter, report),
        "encabezado_correcciones": CORRECTION_HEAD,
        "correcciones": correction_rows(presenter, report.corrections),
    }
    head = PageHead(report_path(quarter), title, "Informe trimestral")
    return writer.page(head, "informe", values)


def _unknowns(presenter: Presenter, report: Report) -> dict[str, Any]:
    rhythmless = [
        progress.indicator
        for progress in report.standings
        if progress.indicator.periodicidad is NO_INFORMADO
    ]
    return {
        "sin_reporte": unreported(presenter, report.standing(Standing.SIN_REPORTE)),
        "por_reportar": unreported(presenter, report.standing(Standing.POR_REPORTAR)),
        "sin_dato": without_value(presenter, report.standing(Standing.SIN_DATO)),
        "no_aplica": without_value(presenter, report.standing(Standing.NO_APLICA)),
        "sin_periodicidad": presenter.links(rhythmless),
    }


def _standing_figures(lists: CodeLists, report: Report) -> list[tuple[str, str]]:
    """For each standing that occurs: «20 de 34», its chip, what it means."""
    total = number(len(report.standings))
    return [
        (f"{number(len(found))} de {total}", _explained(lists, standing))
        for standing in Standing
        if (found := report.standing(standing))
    ]


def _explained(lists: CodeLists, standing: Standing) -> str:
    meaning = standing_meaning(lists, standing)
    return f'{standing_chip(lists, standing)} <span class="card__meta">{meaning}</span>'


def _neighbours(presenter: Presenter, quarter: Period, quarters: Sequence[Period]) -> list[str]:
    place = quarters.index(quarter)
    before = quarters[place - 1] if place else None
    after = quarters[place + 1] if place + 1 < len(quarters) else None
    return [
        f"{word}: {presenter.to(other.spoken, report_path(other))}"
        for word, other in (("Anterior", before), ("Siguiente", after))
        if other
    ]
