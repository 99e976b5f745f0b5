"""What changed in a report, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from bitacora.authoring.comparing.change import GONE, NEW, ReportChange
from bitacora.reading.code_lists import CodeLists
from bitacora.reports.content import Cambio
from bitacora.spanish import join_y, number, percent

STATES = {
    "vinculo": "situaciones_instrumento",
    "hermanamiento": "situaciones_instrumento",
    "red": "situaciones_instrumento",
    "pregunta": "situaciones_pregunta",
    "compromiso": "situaciones_compromiso",
    "oportunidad": "desenlaces_postulacion",
    "accion": "estados_accion",
}
"""The code list that names the state of each kind of thing that a report follows."""
CLOSED = "definitivo"
PERCENT = "%"


def light_turns(
    reports: Iterable[ReportChange], lists: CodeLists
) -> tuple[tuple[ReportChange, str], ...]:
    """Each light that turns with its report, those of the last report first."""
    newest = sorted(reports, key=lambda it: it.quarter, reverse=True)
    return tuple(
        (report, f"«{it.nombre}» pasa de «{_light(it.antes, lists)}» a «{_light(it.ahora, lists)}»")
        for report in newest
        for it in report.changes
        if it.clase == "luz"
    )


def _light(code: str | None, lists: CodeLists) -> str:
    return lists.name("luces", code or "")


def report_line(report: ReportChange) -> str:
    """What happened to a report, in a phrase without its end."""
    name = f"el del {report.quarter.spoken}"
    if report.what == NEW:
        return f"sale {name} ({report.after})"
    if report.what == GONE:
        return f"deja de salir {name}"
    if report.version and not report.version_before:
        return f"se cierra {name}, versión {report.version}"
    if report.version > report.version_before:
        return f"se corrige {name}, que ya estaba cerrado, en su versión {report.version}"
    if report.before == CLOSED and report.after != CLOSED:
        return f"se reabre {name}, que ya estaba cerrado"
    return f"cambia {name} ({report.after})"


def report_details(report: ReportChange, lists: CodeLists) -> Iterator[str]:
    """Each thing that changed in a report, a line each."""
    for item in report.changes:
        yield change_words(item, lists)
    if report.sections:
        yield f"Cambios en {join_y(report.sections)}."


def change_words(item: Cambio, lists: CodeLists) -> str:
    """One change between two states of a report."""
    name = f"«{item.nombre}»"
    if item.clase == "luz":
        return f"{name}: de «{_light(item.antes, lists)}» a «{_light(item.ahora, lists)}»."
    if item.clase in ("valor", "meta"):
        what = "la meta" if item.clase == "meta" else "el valor a la fecha"
        when = f" de {item.periodo}" if item.periodo else ""
        was, now = (_figure(it, item.unidad) for it in (item.antes, item.ahora))
        unit = f" {item.unidad}" if item.unidad not in (None, PERCENT) and item.ahora else ""
        return f"{name}: {what}{when} pasa de {was} a {now}{unit}."
    if item.clase == "nuevo":
        return f"{name}: entra como «{_state(item.ahora, item.tipo, lists)}»."
    if item.clase == "terminado":
        return f"{name}: deja de aparecer."
    was, now = (_state(it, item.tipo, lists) for it in (item.antes, item.ahora))
    return f"{name}: de «{was}» a «{now}»."


def _figure(value: str | None, unit: str | None) -> str:
    if value is None:
        return "sin dato"
    exact = Decimal(value)
    return percent(exact) if unit == PERCENT else number(exact)


def _state(code: str | None, kind: str, lists: CodeLists) -> str:
    if code is None:
        return "sin decir"
    if kind == "indicador":
        return _light(code, lists)
    return lists.name(STATES.get(kind, ""), code).replace("_", " ")
