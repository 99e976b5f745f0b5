"""What happened in a year, in tables: money, relations, missions, calls, practices, debts."""

from __future__ import annotations

from typing import Any

from bitacora.charts.sources import contribution_groups, contributions_by_source
from bitacora.money import PRECISION_WORDS
from bitacora.pages.amounts import money
from bitacora.pages.chart_figures import figure, source_words
from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.reports.amendments import HEAD as AMENDMENT_HEAD
from bitacora.pages.reports.amendments import NUMBERS as AMENDMENT_NUMBERS
from bitacora.pages.reports.amendments import amendment_rows
from bitacora.pages.reports.cells import moment, small, told, under
from bitacora.pages.reports.council import (
    COMMITMENT_HEAD,
    QUESTION_HEAD,
    commitment_row,
    question_row,
)
from bitacora.pages.reports.events import (
    CALL_HEAD,
    MEETING_HEAD,
    UNDONE_HEAD,
    call_row,
    meeting_row,
    practice_line,
    undone_row,
)
from bitacora.pages.reports.registers import year_section
from bitacora.pages.reports.resources import GIFT_HEAD, GIFT_NUMBERS, gift_row, source_cell
from bitacora.pages.reports.sheet import Sheet
from bitacora.reports.content import SumaAportes, Vinculo
from bitacora.reports.content.yearly import InformeAnual
from bitacora.spanish import count_of

SUM_HEAD = ("Qué pasó con el aporte", "De dónde viene", "Clase", "Se devuelve", "Total del año")
RELATION_HEAD = ("Con quién", "Situación", "Qué se hizo en el año y qué dejó")


def facts(sheet: Sheet, report: InformeAnual) -> dict[str, Any]:
    """Every section of a yearly report after its indicators, as its template shows it. ``sheet``
    is that of the last report of the year: it knows the lists, the links."""
    moved = [one for one in report.vinculos if one.novedades or one.actividades]
    still = len(report.vinculos) - len(moved)
    return {
        "encabezado_sumas": SUM_HEAD,
        "sumas": [_sum(sheet, one) for one in report.sumas],
        "dibujos_aportes": _drawings(sheet, report),
        "encabezado_aportes": GIFT_HEAD,
        "numeros_aportes": GIFT_NUMBERS,
        "aportes": [gift_row(sheet, one) for one in report.aportes],
        "encabezado_vinculos": RELATION_HEAD,
        "vinculos": [_relation(sheet, one) for one in moved],
        "sin_novedad": count_of(still, "vínculo", "vínculos") if still else "",
        "encabezado_encuentros": MEETING_HEAD,
        "encuentros": [meeting_row(sheet, one) for one in report.encuentros],
        "encabezado_convocatorias": CALL_HEAD,
        "convocatorias": [call_row(sheet, one) for one in report.postulaciones],
        "practicas": [practice_line(sheet, one) for one in report.practicas],
        "encabezado_pendientes": UNDONE_HEAD,
        "pendientes": [undone_row(sheet, one) for one in report.pendientes],
        "encabezado_preguntas": QUESTION_HEAD,
        "preguntas": [question_row(sheet, one) for one in report.preguntas],
        "encabezado_compromisos": COMMITMENT_HEAD,
        "compromisos": [commitment_row(sheet, one) for one in report.compromisos],
        "encabezado_enmiendas": AMENDMENT_HEAD,
        "numeros_enmiendas": AMENDMENT_NUMBERS,
        "enmiendas": amendment_rows(sheet.presenter, report.enmiendas),
        "demas": year_section(sheet, report),
    }


def _sum(sheet: Sheet, one: SumaAportes) -> list[str]:
    lists = sheet.lists
    word = PRECISION_WORDS.get(one.precision, "")
    total = inline(f"{word}{money(lists, one.total, one.moneda, short=True)}")
    return [
        inline(lists.name("tipos_flujo", one.tipo_flujo)),
        source_cell(lists, one),
        inline(lists.name("tipos_aporte", one.tipo_aporte)),
        "Sí, es un préstamo" if one.reembolsable else "No",
        under(f"[{total}](#aportes)", small(count_of(len(one.filas), "aporte", "aportes"))),
    ]


def _drawings(sheet: Sheet, report: InformeAnual) -> list[str]:
    """A chart for each group of sums that has something to compare."""
    words = source_words(sheet.lists)
    charts = (
        contributions_by_source(group, words, f"aportes-{report.anio}-{place}")
        for place, group in enumerate(contribution_groups(report.sumas), start=1)
    )
    return [figure(chart) for chart in charts if chart.svg]


def _relation(sheet: Sheet, one: Vinculo) -> list[str]:
    lists = sheet.lists
    done = [
        f"{moment(act.fecha)}: {inline(act.descripcion)} "
        f"{told(act.resultado, 'Sin resultado informado.')}"
        for act in one.actividades
    ]
    return [
        sheet.record(one.tipo, one.id, one.nombre),
        chip(one.estado, lists.name("situaciones_instrumento", one.estado)),
        under(*done) if done else told(None, "No consta nada hecho en el año."),
    ]
