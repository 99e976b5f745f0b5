"""The values of an indicator in time, with its goal, with what was expected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bitacora.charts.chart import Chart, not_drawn
from bitacora.charts.drawing import canvas
from bitacora.charts.plot import Plot
from bitacora.charts.points import (
    EXPECTED_PLACES,
    adds_up,
    amount,
    points_table,
    shown_value,
)
from bitacora.quarters import Period
from bitacora.reports.content import Punto, Renglon
from bitacora.spanish import long_date


def indicator_series(line: Renglon, states: Mapping[str, str], cutoff: date) -> Chart:
    """The series of an indicator as a report knew it; ``states`` names each ``estado_dato``.

    Values are joined only between neighbours: a period without value stays a gap, with a cross. A
    corrected value is a hollow ring. Not drawn with fewer than two values.
    """
    table = points_table(line, states)
    valued = [point for point in line.serie if shown_value(line, point) is not None]
    title, note = _message(line, valued), _note(line, cutoff)
    if len(valued) < 2:
        why = (
            "Hay un solo valor: con un punto no se dibuja una tendencia."
            if valued
            else "Todavía no hay valores. Eso no quiere decir que el valor sea cero."
        )
        return not_drawn(title, why, table, note)
    body, height = Plot.of(line).drawn()
    about = (
        f"Serie de {len(line.serie)} periodos, con su meta y lo que se esperaba en cada uno. "
        "Las mismas cifras están en la tabla."
    )
    key = f"serie-{line.indicador}"
    return Chart(canvas(key, title, about, height, body), title, note, "", table)


def _message(line: Renglon, valued: Sequence[Punto]) -> str:
    if not valued:
        return f"{line.nombre}: sin valores"
    last = valued[-1]
    reached = amount(line, shown_value(line, last))
    when = Period.parse(last.periodo).spoken
    adds = "en total hasta" if adds_up(line) else "en"
    told = f"{line.nombre}: {reached} {adds} {_article(when)}"
    if last.esperado is None:
        return told
    return f"{told}; lo esperado era {amount(line, last.esperado, EXPECTED_PLACES)}"


def _article(spoken: str) -> str:
    return f"el {spoken}" if "estre" in spoken else spoken


def _note(line: Renglon, cutoff: date) -> str:
    unit = line.unidad or "la fuente no la dice"
    return (
        f"Unidad: {unit}. Fuente: avances reportados por la dependencia, "
        f"con corte al {long_date(cutoff)}."
    )
