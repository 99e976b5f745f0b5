"""Charts on pages: the drawing with its message, its source, its table."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from bitacora.charts.chart import Chart, Table
from bitacora.charts.sources import SourceWords
from bitacora.pages.escape import one_line
from bitacora.reading.code_lists import CodeLists
from bitacora.records.codes import CodigoMoneda


def figure(chart: Chart) -> str:
    """The chart as one line of HTML, which Markdown leaves as it is; where it is not drawn, the
    reason stands in its place. The table is folded, and prints."""
    if chart.svg is None:
        why = f"<strong>Sin gráfica.</strong> {escape(chart.why_not)}"
        body = f'<p class="note">{why}</p>'
    else:
        note = f'<p class="card__meta">{escape(chart.note)}</p>'
        body = f"<figcaption>{escape(chart.title)}</figcaption>{chart.svg}{note}"
    table = folded_table(chart.table, chart.title)
    return one_line(f'<figure class="chart">{body}{table}</figure>')


def folded_table(table: Table, title: str) -> str:
    """The figures of a chart as a folded table; nothing where it has none."""
    if not table.rows:
        return ""
    head = "".join(
        f'<th scope="col"{_side(table, place)}>{escape(name)}</th>'
        for place, name in enumerate(table.head)
    )
    rows = "".join(f"<tr>{_row(table, row)}</tr>" for row in table.rows)
    return (
        "<details><summary>Ver estas cifras en una tabla</summary>"
        f'<table><caption class="unseen">{escape(title)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details>"
    )


def _row(table: Table, row: tuple[str, ...]) -> str:
    first, *others = row
    cells = "".join(
        f"<td{_side(table, place)}>{escape(words)}</td>"
        for place, words in enumerate(others, start=1)
    )
    return f'<th scope="row">{escape(first)}</th>{cells}'


def _side(table: Table, place: int) -> str:
    return ' class="n"' if place in table.numbers else ""


def light_names(lists: CodeLists) -> dict[str, str]:
    """The word of each light, in the order of its list."""
    return _names(lists, "luces")


def state_names(lists: CodeLists) -> Mapping[str, str]:
    """The word of what is known of a period: what its row says, or the silence."""
    return {**_names(lists, "situaciones_indicador"), **_names(lists, "estados_dato")}


def source_words(lists: CodeLists) -> SourceWords:
    """The words for a chart of contributions."""
    return SourceWords(
        _names(lists, "fuentes_recursos"),
        _names(lists, "tipos_aporte"),
        _names(lists, "tipos_flujo"),
        _names(lists, "precisiones"),
        {
            code.codigo: code.simbolo
            for code in lists.all("monedas")
            if isinstance(code, CodigoMoneda)
        },
        _names(lists, "roles_recurso"),
    )


def _names(lists: CodeLists, codelist: str) -> dict[str, str]:
    return {code.codigo: code.nombre for code in lists.all(codelist)}
