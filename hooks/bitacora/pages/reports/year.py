"""The yearly report: four quarters put together from what their reports say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.cells import quantity
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import quarter_name, small, under
from bitacora.pages.reports.lights import light_chip
from bitacora.pages.reports.roll import (
    QUARTERS,
    indicator_cell,
    key_of,
    progress_cell,
    quarter_cell,
    quarter_rows,
    road,
    spans,
)
from bitacora.pages.reports.sheet import Sheet
from bitacora.pages.reports.words import latest_reports
from bitacora.pages.reports.year_facts import facts
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.strategy import Eje
from bitacora.reports.content.yearly import InformeAnual, RenglonAnual
from bitacora.reports.rollups.year import report_years, year_report
from bitacora.spanish import NO_BREAK_SPACE, count_of, join_y, long_date, number
from bitacora.tallies.breakdown import UNCLASSIFIED


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """A page for each year that has at least one report out."""
    presenter = Presenter(edition)
    years = report_years(edition.reports)
    for year in years:
        report = year_report(year, edition.reports, edition.lists)
        if report is not None:
            yield _page(writer, presenter, report, years)


def year_path(year: int) -> str:
    """The path of the report of a year."""
    return f"informes/{year}.md"


def _page(
    writer: Writer, presenter: Presenter, report: InformeAnual, years: tuple[int, ...]
) -> Artefact:
    told = [one.periodo for one in report.informes if one.estado is not None]
    latest = latest_reports(presenter.edition)
    last = next(one for one in latest if one.content.periodo == told[-1])
    values = {
        "anio": report.anio,
        "informes": number(len(told)),
        "faltan": join_y(spans([one for one in report.informes if one.estado is None])),
        "faltan_varios": len(report.faltan) > 1,
        "corte": long_date(report.corte),
        "vecinos": [
            f"{word}: {presenter.to(str(year), year_path(year))}"
            for word, year in (("Año anterior", report.anio - 1), ("Siguiente", report.anio + 1))
            if year in years
        ],
        "encabezado_trimestres": QUARTERS,
        "filas_trimestres": quarter_rows(presenter, report.informes, report.cuentas),
        "dibujo": road(
            presenter.edition.lists, report.cuentas, f"anio-{report.anio}", report.informes
        ),
        "encabezado": _head(report),
        "numeros": (6, 7),
        "clave": key_of(presenter.edition.lists, report.cuentas),
        "ejes": _axes(presenter, report),
        "total": count_of(len(report.renglones), "indicador", "indicadores"),
        **facts(Sheet(presenter, last, (last,)), report),
    }
    title = f"Informe del año {report.anio}"
    return writer.page(
        PageHead(year_path(report.anio), title, "Informe anual"), "informe_anual", values
    )


def _head(report: InformeAnual) -> list[str]:
    quarters = [one.periodo.partition("-")[2] for one in report.informes]
    return ["Indicador", *quarters, "Última luz", "En el año", "A la fecha"]


def _axes(presenter: Presenter, report: InformeAnual) -> list[dict[str, Any]]:
    """The indicators under their axis, in the order of the axes; those of none at the end."""
    names: dict[str | None, str] = {axis.id: axis.nombre for axis in report.ejes}
    if any(line.eje not in names for line in report.renglones):
        names[None] = UNCLASSIFIED
    return [
        {
            "nombre": inline(name),
            "enlace": _axis_link(presenter, axis),
            "filas": [
                _row(presenter, line)
                for line in report.renglones
                if (line.eje if line.eje in names else None) == axis
            ],
        }
        for axis, name in names.items()
    ]


def _axis_link(presenter: Presenter, axis: str | None) -> str:
    record = presenter.edition.register.get(Eje, axis)
    return presenter.link(record, "Ver el eje") if record else ""


def _row(presenter: Presenter, line: RenglonAnual) -> list[str]:
    lists = presenter.edition.lists
    return [
        under(indicator_cell(presenter, line), small(inline(line.codigo))),
        *(quarter_cell(lists, cell, line.unidad) for cell in line.trimestres),
        under(light_chip(lists, line.luz), small(quarter_name(line.luz_periodo))),
        _of_the_year(line),
        progress_cell(line),
    ]


def _of_the_year(line: RenglonAnual) -> str:
    """What the year amounts to with its goal; how many quarters it comes from."""
    goal = ""
    if line.meta_anio is not None:
        goal = small(f"meta:{NO_BREAK_SPACE}{quantity(line.meta_anio, line.unidad or '')}")
    if line.valor_anio is None:
        why = "los trimestres no se suman" if line.con_valor else "sin valores"
        return under(small(why), goal)
    counted = count_of(line.con_valor, "trimestre", "trimestres")
    shown = quantity(line.valor_anio, line.unidad or "")
    return under(shown, small(f"de {counted}".replace(" ", NO_BREAK_SPACE)), goal)
