"""The progress rows of an indicator, with every version that was published."""

from __future__ import annotations

from typing import Any

from bitacora.pages.cells import NOTHING, quantity, short_day
from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.records.indicators import Avance, EstadoDato, Indicador
from bitacora.spanish import long_date, number
from bitacora.tallies.progress import rows_in_force

HEAD = ("Periodo", "Situación", "Valor", "Meta del periodo", "Corte", "Versión", "Evidencias")
NUMBERS = (2, 3)


def rows_of(presenter: Presenter, indicator: Indicador) -> tuple[Avance, ...]:
    """Every row of an indicator, the latest period first, its versions from last to first."""
    rows = presenter.edition.register.naming(indicator, Avance, "indicador")
    return tuple(sorted(rows, key=lambda row: (row.periodo, row.version), reverse=True))


def anchor(row: Avance) -> str:
    """Where a row stands in the page of its indicator."""
    return f"avance-{row.periodo.text.lower()}-v{row.version}"


def row_path(row: Avance) -> str:
    """The address of a row."""
    return f"indicadores/{row.indicador}.md#{anchor(row)}"


def row_state(presenter: Presenter, row: Avance) -> str:
    """What a row says of its value, as a chip."""
    name = presenter.edition.lists.name("estados_dato", row.estado_dato)
    tone = "reportado" if row.estado_dato == EstadoDato.CORREGIDO else row.estado_dato
    return chip(tone, name)


def series_rows(presenter: Presenter, indicator: Indicador) -> list[list[str]]:
    """The series as a table; a row that was replaced is struck out, never removed."""
    rows = rows_of(presenter, indicator)
    in_force = {row.id for row in rows_in_force(rows)}
    return [_series_row(presenter, indicator, row, row.id in in_force) for row in rows]


def _series_row(
    presenter: Presenter, indicator: Indicador, row: Avance, in_force: bool
) -> list[str]:
    shown = quantity(row.valor, indicator.unidad)
    return [
        f"[{inline(row.periodo.spoken)}](#{anchor(row)})",
        row_state(presenter, row) if in_force else chip("", "Reemplazado"),
        shown if in_force or row.valor is None else f"<del>{shown}</del>",
        period_goal(indicator, row),
        short_day(row.fecha_corte),
        str(row.version),
        number(len(row.evidencias)) if row.evidencias else NOTHING,
    ]


def period_goal(indicator: Indicador, row: Avance) -> str:
    """The goal of the row's own period; a dash where the indicator sets none."""
    goals = {goal.periodo: goal.meta for goal in indicator.metas_por_periodo}
    return quantity(goals.get(row.periodo), indicator.unidad)


def series_details(presenter: Presenter, indicator: Indicador) -> list[dict[str, Any]]:
    """Each row with everything it holds, for reading one after the other."""
    flags = {code.codigo: code for code in presenter.edition.lists.all("banderas")}
    return [
        {
            "ancla": anchor(row),
            "periodo": inline(row.periodo.spoken),
            "version": row.version,
            "estado": row_state(presenter, row),
            "valor": quantity(row.valor, indicator.unidad),
            "fraccion": fraction(indicator, row),
            "corte": long_date(row.fecha_corte),
            "advertencias": [inline(flags[flag].nombre) for flag in row.banderas],
            "v": presenter.view(row),
        }
        for row in rows_of(presenter, indicator)
    ]


def fraction(indicator: Indicador, row: Avance) -> str:
    """What a percentage counts over what total; empty where the row does not say."""
    if row.numerador is None or row.denominador is None:
        return ""
    parts = ((row.numerador, indicator.numerador), (row.denominador, indicator.denominador))
    above, below = (
        f"{number(value)} {inline(words) if isinstance(words, str) else ''}".strip()
        for value, words in parts
    )
    return f"{above} ÷ {below}"
