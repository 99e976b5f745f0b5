"""The last value of an indicator with the last light it was given, as cells."""

from __future__ import annotations

from bitacora.pages.cells import NOTHING, quantity
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import small, under, untold
from bitacora.pages.reports.lights import light_chip
from bitacora.pages.reports.words import latest_reports, report_path
from bitacora.records.indicators import Avance, Indicador
from bitacora.records.unknown import NoInformado
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
    """The light of the last report in which the indicator had one, with that quarter."""
    for report in reversed(latest_reports(presenter.edition)):
        line = report.content.renglon(indicator.id)
        if line is not None and line.luz_vigente != Light.NO_APLICA:
            quarter = presenter.to(report.quarter.spoken, report_path(report.quarter))
            return under(light_chip(presenter.edition.lists, line.luz_vigente), small(quarter))
    return NOTHING
