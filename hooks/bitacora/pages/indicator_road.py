"""An indicator as its last report tells it: its light, its series, its comparisons, its goals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bitacora.charts.series import indicator_series
from bitacora.edition import Edition
from bitacora.pages.cells import NOTHING, quantity, short_day
from bitacora.pages.chart_figures import figure, state_names
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import (
    change,
    expected,
    measured,
    points,
    reached,
    small,
    under,
    untold,
)
from bitacora.pages.reports.lights import light_chip
from bitacora.pages.reports.words import latest_reports, report_path
from bitacora.quarters import Period
from bitacora.records.indicators import CambioMeta, Indicador
from bitacora.reports.content import Comparacion, Renglon
from bitacora.reports.published import Published
from bitacora.spanish import long_date, sentence_case
from bitacora.tallies.goals import changes_in_order, goal_after

COMPARED = ("Comparado con", "Entonces", "Diferencia", "Cambio del avance", "Luz de entonces")
CHANGED = ("Desde", "Meta", "Antes", "Después", "Acto que la cambió", "Por qué")
WAYS = {
    "metas_por_periodo": "según las metas de cada periodo",
    "linea_recta": "en línea recta hasta la meta, porque no hay metas por periodo",
}


def road(presenter: Presenter, indicator: Indicador) -> dict[str, Any] | None:
    """What the last report that tells of an indicator says of it; None where none does."""
    told = last_told(presenter.edition, indicator)
    return _told(presenter, *told) if told else None


def last_told(edition: Edition, indicator: Indicador) -> tuple[Published, Renglon] | None:
    """The last report that tells of an indicator, with its line in it."""
    for report in reversed(latest_reports(edition)):
        line = report.content.renglon(indicator.id)
        if line is not None:
            return report, line
    return None


def _told(presenter: Presenter, report: Published, line: Renglon) -> dict[str, Any]:
    lists = presenter.edition.lists
    chart = indicator_series(line, state_names(lists), report.content.corte)
    name = f"informe del {report.quarter.spoken}"
    return {
        "informe": presenter.to(name, report_path(report.quarter)),
        "corte": long_date(report.content.corte),
        "luz": light_chip(lists, line.luz_vigente),
        "declarada": light_chip(lists, line.luz) if line.luz_declarada else "",
        "motivo_luz": inline(line.motivo_luz) if line.motivo_luz else "",
        "esperado": expected(line.esperado, line.unidad) if line.esperado is not None else "",
        "via": WAYS.get(line.via_esperado or "", ""),
        "cumplimiento": _reached(line),
        "explicacion": inline(line.explicacion) if line.explicacion else "",
        "dibujo": figure(chart) if line.serie else "",
        "encabezado": COMPARED,
        "comparaciones": list(_comparisons(presenter, line)),
    }


def _reached(line: Renglon) -> str:
    """How much of what was expected was reached, as a sentence without its full stop."""
    words = reached(line)
    return f"Logró el {words}" if words[:1].isdigit() else sentence_case(words)


def _comparisons(presenter: Presenter, line: Renglon) -> Iterator[list[str]]:
    for word, found in (
        ("El trimestre anterior", line.trimestre_anterior),
        ("El mismo trimestre del año anterior", line.anio_anterior),
    ):
        if found is not None:
            yield _comparison(presenter, line, word, found)


def _comparison(presenter: Presenter, line: Renglon, word: str, found: Comparacion) -> list[str]:
    why = small(inline(found.motivo)) if found.motivo else ""
    gap, step = found.diferencia, found.diferencia_avance
    return [
        under(word, small(inline(Period.parse(found.periodo).spoken))),
        measured(found.valor, line.unidad),
        under(change(gap, line.unidad) if gap is not None else "", why),
        points(step) if step is not None else NOTHING,
        light_chip(presenter.edition.lists, found.luz) if found.luz else NOTHING,
    ]


def goal_changes(indicator: Indicador) -> list[list[str]]:
    """The goals that changed, each with the one before, the act that allowed it, its reason."""
    return [_change(indicator, one) for one in changes_in_order(indicator.cambios_meta)]


def _change(indicator: Indicador, one: CambioMeta) -> list[str]:
    after = goal_after(indicator, one)
    return [
        short_day(one.desde),
        inline(one.periodo.spoken.capitalize()) if one.periodo else "De la vigencia",
        quantity(one.meta_anterior, indicator.unidad),
        quantity(after, indicator.unidad) if after is not None else untold("No informada"),
        inline(one.acto),
        inline(one.motivo),
    ]
