"""The release calendar: when each report comes out, how long before it was told, every change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.hours import spoken_hour
from bitacora.pages.cells import NOTHING, short_day
from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.words import latest_reports, report_path
from bitacora.pages.writing import PageHead, Writer
from bitacora.quarters import Period
from bitacora.reports.calendar_entries import Announcement
from bitacora.reports.published import Published
from bitacora.spanish import count_of, long_date, sentence_case

HEAD = PageHead(
    "informes/calendario.md",
    "Calendario de informes",
    "Listado",
    description="Cuándo sale cada informe trimestral y qué cambios ha tenido su fecha.",
)
TABLE = ("Trimestre", "Fecha y hora", "Se anunció", "Con cuánta anticipación", "Estado")
CHANGES = ("Trimestre", "Se avisó", "Fecha anterior", "Fecha nueva", "Motivo")
NOTICE = 28
"""The least number of days between telling a date and the date."""


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One page; of what is not out yet, only its date."""
    presenter = Presenter(edition)
    out = {one.quarter: one for one in latest_reports(edition)}
    announced = {one.quarter: one for one in edition.calendar}
    coming = sorted(
        (one for one in edition.calendar if one.quarter not in out),
        key=lambda one: (one.day, one.hour, one.quarter),
    )
    quarters = sorted({*out, *announced}, reverse=True)
    values = {
        "proximo": _next(edition, coming[0]) if coming else None,
        "encabezado": TABLE,
        "filas": [
            _row(presenter, quarter, announced.get(quarter), out.get(quarter))
            for quarter in quarters
        ],
        "encabezado_cambios": CHANGES,
        "cambios": [row for one in edition.calendar for row in _changes(one)],
        "anticipacion": count_of(NOTICE // 7, "semana", "semanas"),
        "estados": [
            [chip(code.codigo, code.nombre), inline(code.definicion or "")]
            for code in edition.lists.all("estados_informe")
            if code.codigo != "borrador"
        ],
    }
    yield writer.page(HEAD, "calendario", values)


def _next(edition: Edition, one: Announcement) -> dict[str, str]:
    """The next report, with how far it is."""
    away = (one.day - edition.as_of).days
    if away < 0:
        when = "la fecha ya pasó y todavía no se ha publicado"
    elif away:
        when = f"{'falta' if away == 1 else 'faltan'} {count_of(away, 'día', 'días')}"
    else:
        when = "es hoy"
    return {
        "trimestre": inline(one.quarter.spoken),
        "dia": long_date(one.day),
        "hora": spoken_hour(one.hour),
        "cuando": when,
        "cambio": str(len(one.changes)) if one.changes else "",
    }


def _row(
    presenter: Presenter, quarter: Period, one: Announcement | None, report: Published | None
) -> list[str]:
    spoken = sentence_case(quarter.spoken)
    name = presenter.to(spoken, report_path(quarter)) if report else inline(spoken)
    if one is None:
        return [name, NOTHING, "No se anunció", NOTHING, _state(presenter, one, report)]
    return [
        name,
        f"{short_day(one.day)}, {spoken_hour(one.hour)}",
        short_day(one.announced),
        _ahead(one),
        _state(presenter, one, report),
    ]


def _ahead(one: Announcement) -> str:
    """How long before the first announced date people knew it."""
    first = min(one.changes, key=lambda change: change.avisado).antes if one.changes else one.day
    days = (first - one.announced).days
    told = inline(count_of(days, "día", "días"))
    return told if days >= NOTICE else f"**{told}**, menos de lo debido"


def _state(presenter: Presenter, one: Announcement | None, report: Published | None) -> str:
    if report is None:
        late = one is not None and one.day < presenter.edition.as_of
        return chip("sin_reporte", "Fecha vencida") if late else chip("anunciado", "Anunciado")
    shown = chip(report.state, presenter.edition.lists.name("estados_informe", report.state))
    return f"{shown} versión {report.version}" if report.version > 1 else shown


def _changes(one: Announcement) -> list[list[str]]:
    return [
        [
            inline(sentence_case(one.quarter.spoken)),
            short_day(change.avisado),
            short_day(change.antes),
            f"{short_day(change.despues)}{_moved(change.antes, change.despues)}",
            inline(change.motivo),
        ]
        for change in sorted(one.changes, key=lambda change: change.avisado)
    ]


def _moved(before: date, after: date) -> str:
    days = (after - before).days
    if not days:
        return ""
    counted = count_of(abs(days), "día", "días")
    return f' <br><span class="card__meta">{counted} {"después" if days > 0 else "antes"}</span>'
