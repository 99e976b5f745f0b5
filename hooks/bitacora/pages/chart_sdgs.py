"""How many actions serve each ODS, drawn."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bitacora.charts.bars import Bar, bar_chart
from bitacora.charts.chart import Table
from bitacora.pages import serving
from bitacora.pages.chart_figures import figure
from bitacora.pages.presenter import Presenter
from bitacora.records.codes import Codigo
from bitacora.spanish import join_y, long_date, number
from bitacora.tallies.served import Served

KIND = "accion"


def sdg_chart(presenter: Presenter, codes: Sequence[Codigo], found: Served) -> str:
    """A bar for each ODS in their order, those that no action serves too; empty where there is no
    action at all. The table is that of the page."""
    counts = {code: serving.count(found.get(code.codigo, {}), KIND) for code in codes}
    most, none = max(counts.values(), default=0), sum(not count for count in counts.values())
    if not most:
        return ""
    top = [f"{code.codigo} ({code.nombre})" for code, count in counts.items() if count == most]
    which = "El ODS con más acciones es" if len(top) == 1 else "Los ODS con más acciones son"
    title = f"{which} el {join_y(top)}, con {number(most)}"
    if none:
        title += f"; {number(none)} no {'tiene' if none == 1 else 'tienen'} ninguna"
    note = (
        "Unidad: número de acciones; una puede servir a varios ODS. Fuente: fichas de las "
        f"acciones, al {long_date(presenter.edition.as_of)}."
    )
    bars = [
        Bar(f"{code.codigo}. {code.nombre}", Decimal(count), number(count))
        for code, count in counts.items()
    ]
    return figure(bar_chart(bars, "acciones-por-ods", title, note, Table((), ())))
