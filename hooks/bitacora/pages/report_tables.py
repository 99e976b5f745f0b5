"""The tables and lists of a quarterly report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bitacora.pages.cells import NOTHING, advance, cell, goal_shown, quantity, short_day
from bitacora.pages.escape import inline
from bitacora.pages.headings import axis_heading
from bitacora.pages.naming import current_words
from bitacora.pages.presenter import Presenter
from bitacora.pages.series import row_path
from bitacora.pages.standings import standing_chip, standing_name
from bitacora.pages.tables import unit_note
from bitacora.records.indicators import Avance
from bitacora.records.strategy import Eje
from bitacora.spanish import long_date, number
from bitacora.tallies.breakdown import UNCLASSIFIED
from bitacora.tallies.progress import GRACE, Progress, Standing, pending_periods
from bitacora.tallies.reporting import Correction, Report, by_axis, under_axes

INDICATOR_HEAD = (
    "Indicador",
    "Meta",
    "Valor",
    "A la fecha",
    "Avance",
    "Situación",
    "Evidencia",
)
INDICATOR_NUMBERS = (1, 2, 3, 4)
CORRECTION_HEAD = ("Indicador", "Periodo", "Antes", "Ahora", "Fecha", "Motivo")


def axis_table(presenter: Presenter, report: Report) -> dict[str, Any]:
    """Indicators by axis and standing, with totals that add up."""
    register = presenter.edition.register
    table = by_axis(register, report)
    rows = [
        [_axis_name(presenter, group), *map(number, cells), number(total)]
        for group, cells, total in zip(table.groups, table.cells, table.totals, strict=True)
    ]
    columns = [sum(column) for column in zip(*table.cells, strict=True)]
    rows.append(["**Total**", *map(number, columns), number(table.total)])
    return {
        "encabezado": [
            inline(current_words(presenter.edition)[0].singular),
            *(standing_name(presenter.edition.lists, Standing(code)) for code in table.columns),
            "Total",
        ],
        "filas": rows,
        "numeros": range(1, len(table.columns) + 2),
    }


def _axis_name(presenter: Presenter, group: str) -> str:
    axis = presenter.edition.register.get(Eje, group)
    return axis_heading(presenter, axis) if axis else UNCLASSIFIED


def indicator_groups(presenter: Presenter, report: Report) -> list[tuple[str, list[list[str]]]]:
    """For each axis its heading, then its indicators with what each reported."""
    return [
        (
            axis_heading(presenter, axis) if axis else UNCLASSIFIED,
            [_indicator_row(presenter, progress) for progress in standings],
        )
        for axis, standings in under_axes(presenter.edition.register, report)
    ]


def _indicator_row(presenter: Presenter, progress: Progress) -> list[str]:
    indicator = progress.indicator
    return [
        f"{presenter.link(indicator)}{unit_note(indicator)}",
        _goals(progress),
        cell([_row_value(presenter, progress, row) for row in progress.rows]),
        quantity(progress.to_date, indicator.unidad),
        advance(progress),
        standing_chip(presenter.edition.lists, progress.standing),
        cell(evidence(presenter, progress)),
    ]


def _goals(progress: Progress) -> str:
    """The goal of the term, then those of the periods of the quarter where there are any."""
    indicator = progress.indicator
    ends = [
        f"del periodo: {quantity(goal.meta, indicator.unidad)}"
        for goal in indicator.metas_por_periodo
        if goal.periodo.quarter == progress.quarter
    ]
    return cell([goal_shown(indicator), *ends])


def _row_value(presenter: Presenter, progress: Progress, row: Avance) -> str:
    shown = quantity(row.valor, progress.indicator.unidad)
    if row.valor is None:
        shown = presenter.edition.lists.name("estados_dato", row.estado_dato)
    several = f"{inline(row.periodo.spoken)}: " if len(progress.rows) > 1 else ""
    return f"{several}[{shown}](../{row_path(row)})"


def evidence(presenter: Presenter, progress: Progress) -> list[str]:
    """What proves the values of the quarter."""
    return [
        str(item) for row in progress.rows for item in presenter.view(row)["evidencias"] if item
    ]


def unreported(presenter: Presenter, found: Iterable[Progress]) -> list[str]:
    """Each indicator without a row: who answers, until when it could be reported."""
    lines = []
    for progress in found:
        indicator = progress.indicator
        periods = pending_periods(presenter.edition.register, presenter.edition.lists, progress)
        limits = [long_date(period.end + GRACE) for period in periods]
        until = f" El plazo: {limits[-1]}." if limits else ""
        who = presenter.view(indicator)["responsable_reporte"]
        lines.append(f"{presenter.link(indicator)}. Reporta: {who}.{until}")
    return lines


def without_value(presenter: Presenter, found: Iterable[Progress]) -> list[str]:
    """Each indicator whose row says it has no value, with the reason the row gives."""
    lines = []
    for progress in found:
        for row in progress.rows:
            view = presenter.view(row)
            reasons = [view[name] for name in ("dificultades", "descripcion", "nota") if view[name]]
            reason = cell(reasons[0]) if reasons else "La dependencia no explica por qué."
            lines.append(f"{presenter.link(progress.indicator)}. {reason}")
    return lines


def correction_rows(presenter: Presenter, found: Iterable[Correction]) -> list[list[str]]:
    """What was corrected: the value before, the value now, when, why."""
    return [
        [
            presenter.link(item.indicator),
            f"[{inline(item.row.periodo.spoken)}]({presenter.base}{row_path(item.row)})",
            quantity(item.before.valor, item.indicator.unidad) if item.before else NOTHING,
            quantity(item.row.valor, item.indicator.unidad),
            short_day(item.row.actualizado),
            inline(item.row.motivo_correccion or NOTHING),
        ]
        for item in found
    ]
