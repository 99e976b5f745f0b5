"""How the strategy stands at a glance: its indicators' lights, its actions' states, by axis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from bitacora.edition import Edition
from bitacora.pages.bars import parted
from bitacora.pages.chart_figures import light_names
from bitacora.pages.escape import inline
from bitacora.pages.headings import group_heads
from bitacora.pages.naming import counted, current_words
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.words import last_report
from bitacora.pages.states import counted_chips, named_states, state_counts
from bitacora.pages.tables import Group, under_axes
from bitacora.records.actions import Accion
from bitacora.records.strategy import Eje
from bitacora.spanish import count_of
from bitacora.tallies.belonging import indicators_of
from bitacora.tallies.facets import NO_DATA

ACTIONS = "acciones/?"


def lights(edition: Edition, axis: Eje | None = None, base: str = "") -> dict[str, Any] | None:
    """The lights of the indicators (of an axis) in the last report, each count linked to its rows;
    ``base`` leads from the page to the root of the site."""
    report = last_report(edition)
    lines = report.content.renglones if report else ()
    found = Counter(line.luz_vigente for line in lines if axis is None or line.eje == axis.id)
    if not found:
        return None
    names = light_names(edition.lists)
    counts = [(code, found[code]) for code in names if found[code]]
    rows = f"{base}indicadores/?{f'eje={axis.id}&' if axis else ''}luz="
    return {"barra": parted(counts), "conteos": counted_chips(counts, names, rows)}


def by_axis(presenter: Presenter, actions: Sequence[Accion]) -> list[dict[str, Any]]:
    """For each axis the states of its actions, drawn and counted, each count linked to its rows."""
    return [_axis(presenter, group) for group in under_axes(presenter.edition, actions)]


def _axis(presenter: Presenter, group: Group[Accion]) -> dict[str, Any]:
    edition = presenter.edition
    code = group.axis.id if group.axis else NO_DATA[0]
    how_many = [inline(counted(len(group.records), current_words(edition)[1]))]
    if group.axis:
        indicators = len(indicators_of(edition.register, group.axis))
        how_many.append(count_of(indicators, "indicador", "indicadores"))
    return {
        "titulo": group_heads(presenter, group)[0],
        "cuantas": " · ".join(how_many),
        "barra": parted(state_counts(presenter, group.records)),
        "estados": named_states(presenter, group.records, f"{ACTIONS}eje={code}&"),
    }
