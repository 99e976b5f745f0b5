"""The contributions of a report: sums that mix nothing, each with its rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bitacora.charts.chart import Table
from bitacora.charts.sources import contribution_groups, contributions_by_source
from bitacora.money import PRECISION_WORDS
from bitacora.pages.amounts import money
from bitacora.pages.cells import NOTHING
from bitacora.pages.chart_figures import figure, source_words
from bitacora.pages.embed_code import embed_code, gifts_path
from bitacora.pages.escape import inline
from bitacora.pages.naming import inside
from bitacora.pages.reports.cells import moment, small, under, untold
from bitacora.pages.reports.sheet import Sheet, anchored
from bitacora.reading.code_lists import CodeLists
from bitacora.reports.content import Aporte, SumaAportes
from bitacora.spanish import count_of

SUM_HEAD = ("Qué pasó con el aporte", "De dónde viene", "Clase", "Total", "Trimestre anterior")
SUM_NUMBERS = (3, 4)
GIFT_HEAD = ("Aporte", "Quién aporta", "De dónde viene", "Clase y estado", "Monto", "Fecha")
GIFT_NUMBERS = (4,)
RECORD = "aportes"
"""The number of the heading that says whether the office keeps a register of contributions."""


def resources_section(sheet: Sheet) -> dict[str, Any]:
    """The sums, loans apart from what is not paid back; what cannot be put in a quarter."""
    content = sheet.content
    numbered = list(enumerate(content.sumas, start=1))
    kept = next((item for item in content.destacados if item.clave == RECORD), None)
    return {
        "dibujos": list(_charts(sheet)),
        "encabezado": SUM_HEAD,
        "numeros": SUM_NUMBERS,
        "donaciones": [_sum(sheet, no, one) for no, one in numbered if not one.reembolsable],
        "prestamos": [_sum(sheet, no, one) for no, one in numbered if one.reembolsable],
        "sin_registro": kept is not None and kept.valor is None and not content.aportes,
        "sin_trimestre": count_of(len(content.aportes_sin_trimestre), "aporte", "aportes")
        if content.aportes_sin_trimestre
        else "",
        "enlace_sin_trimestre": sheet.rows("Vea cuáles", "aportes-sin-trimestre"),
        "anio": content.period.end.year,
    }


def _charts(sheet: Sheet) -> Iterator[str]:
    """A drawing for each group of sums that may stand side by side; the tables are those above."""
    words = source_words(sheet.lists)
    for place, group in enumerate(contribution_groups(sheet.content.sumas), start=1):
        key = f"aportes-{sheet.content.periodo.lower()}-{place}"
        chart = contributions_by_source(group, words, key)
        if chart.svg is not None:
            yield figure(replace(chart, table=Table((), ())))
            if not sheet.permanent:
                path = gifts_path(sheet.published, group)
                yield embed_code(sheet.presenter.edition, path, chart.title, tall=False)


def _sum(sheet: Sheet, place: int, one: SumaAportes) -> list[str]:
    lists = sheet.lists
    return [
        inline(lists.name("tipos_flujo", one.tipo_flujo)),
        source_cell(lists, one),
        inline(lists.name("tipos_aporte", one.tipo_aporte)),
        under(
            sheet.rows(_amount(lists, one), sum_anchor(place)) + sheet.mark(*one.filas),
            small(count_of(len(one.filas), "aporte", "aportes")),
        ),
        inline(money(lists, one.anterior, one.moneda, short=True))
        if one.anterior is not None
        else _nothing_before(sheet),
    ]


def source_cell(lists: CodeLists, one: SumaAportes) -> str:
    """Where a sum comes from and, where that is told, the part of who gives."""
    return under(
        inline(lists.name("fuentes_recursos", one.fuente_recursos)),
        small(inline(lists.name("roles_recurso", one.rol))) if one.rol else "",
    )


def _nothing_before(sheet: Sheet) -> str:
    """A dash only where no report before could tell: elsewhere it told of none."""
    return NOTHING if sheet.content.informe_anterior is None else small("ninguno")


def sum_anchor(place: int) -> str:
    """Where the contributions of a sum stand in the page of rows."""
    return anchored("suma", str(place))


def sum_name(lists: CodeLists, one: SumaAportes) -> str:
    """A sum in words, as plain text."""
    parts = (
        lists.name("tipos_flujo", one.tipo_flujo),
        "préstamo" if one.reembolsable else "",
        inside(lists.name("fuentes_recursos", one.fuente_recursos)),
        inside(lists.name("tipos_aporte", one.tipo_aporte)),
        inside(lists.name("roles_recurso", one.rol)) if one.rol else "",
        one.moneda,
    )
    return ", ".join(part for part in parts if part)


def _amount(lists: CodeLists, one: SumaAportes) -> str:
    word = PRECISION_WORDS.get(one.precision, "")
    return inline(f"{word}{money(lists, one.total, one.moneda, short=True)}")


def gift_row(sheet: Sheet, gift: Aporte) -> list[str]:
    """One contribution with all that is known of it."""
    lists = sheet.lists
    kind = inline(lists.name("tipos_aporte", gift.tipo_aporte))
    flow = inline(lists.name("tipos_flujo", gift.tipo_flujo))
    word = PRECISION_WORDS.get(gift.precision, "")
    return [
        sheet.record("recurso", gift.id, gift.concepto),
        under(
            inline(gift.aportante) if gift.aportante else untold("No informado"),
            small(inline(lists.name("roles_recurso", gift.rol))),
        ),
        inline(lists.name("fuentes_recursos", gift.fuente_recursos)),
        under(kind, flow, small("Préstamo") if gift.reembolsable else ""),
        inline(f"{word}{money(lists, gift.monto, gift.moneda)}") + sheet.mark(f"recurso:{gift.id}"),
        moment(gift.fecha),
    ]
