"""The last value of an indicator with the last light it was given, as cells."""

from __future__ import annotations

from bitacora.edition import Edition
from bitacora.pages.cells import NOTHING, quantity
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import quarter_name, small, under, untold
from bitacora.pages.reports.lights import light_chip
from bitacora.pages.reports.words import latest_reports, report_path
from bitacora.records.indicators import Avance, Indicador
from bitacora.records.unknown import NoInformado
from bitacora.reports.published import Published
from bitacora.tallies.latest import last_value
from bitacora.tallies.lights import Light


def value_cell(presenter: Presenter, indicator: Indicador) -> str:
    """The last value that is known, with its unit and its period."""
    edition = presenter.edition
    return row_cell(indicator, last_value(edition.register, indicator, edition.as_of))


def row_cell(indicator: Indicador, row: Avance | None) -> str:
    """The value of a row with its unit and its period; «Sin medir» where there is none."""
    if row is None:
        return untold("Sin medir")
    unit = indicator.unidad
    shown = quantity(row.valor, unit)
    known = "" if isinstance(unit, NoInformado) or unit == "%" else f" {inline(unit)}"
    return under(f"{shown}{known}", small(inline(row.periodo.spoken)))


def light_cell(presenter: Presenter, indicator: Indicador) -> str:
    """The light of the last report in which the indicator had one, linked to that report."""
    report = _last_lit(presenter.edition, indicator)
    if report is None:
        return NOTHING
    quarter = presenter.to(report.quarter.spoken, report_path(report.quarter))
    return under(_light(presenter.edition, report, indicator), small(quarter))


def light_in_list(edition: Edition, indicator: Indicador) -> str:
    """The same light with its quarter in short, for lists where a link each would be too many."""
    report = _last_lit(edition, indicator)
    if report is None:
        return NOTHING
    quarter = inline(quarter_name(report.quarter.text))
    return under(_light(edition, report, indicator), small(quarter))


def _last_lit(edition: Edition, indicator: Indicador) -> Published | None:
    for report in reversed(latest_reports(edition)):
        line = report.content.renglon(indicator.id)
        if line is not None and line.luz_vigente != Light.NO_APLICA:
            return report
    return None


def _light(edition: Edition, report: Published, indicator: Indicador) -> str:
    line = report.content.renglon(indicator.id)
    return light_chip(edition.lists, line.luz_vigente) if line else ""
