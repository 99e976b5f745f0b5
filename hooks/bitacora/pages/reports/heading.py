"""The heading of a report: what it is, its five numbers, how to cite it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bitacora.pages.chips import chip
from bitacora.pages.escape import address, inline
from bitacora.pages.reports.cells import small
from bitacora.pages.reports.sheet import Sheet, anchored
from bitacora.pages.reports.words import is_silent, latest_reports, report_path, slug_of
from bitacora.reports.content import Destacado
from bitacora.reports.published import CLOSED
from bitacora.spanish import count_of, long_date, number, percent

STATES = "estados_informe"


def heading(sheet: Sheet) -> dict[str, Any]:
    """What the report is, with the doors to its files, its rows, its other versions."""
    content, report = sheet.content, sheet.published
    quarter = report.quarter
    state = sheet.lists.lists[STATES].get(report.state)
    return {
        "estado": chip(report.state, sheet.lists.name(STATES, report.state)),
        "que_es": inline(state.definicion or "") if state else "",
        "sin_anunciar": report.record is None,
        "entidad": inline(content.entidad),
        "desde": long_date(quarter.start),
        "hasta": long_date(quarter.end),
        "corte": long_date(content.corte),
        "version": report.version or None,
        "publicado": long_date(report.record.publicacion) if report.record else None,
        "cerrado": long_date(report.act.cerrado) if report.act else None,
        "dependencia": inline(content.dependencia),
        "contacto": _mail(content.contacto),
        "resumen": inline(content.resumen) if content.resumen else None,
        "mudo": is_silent(content),
        "indicadores": count_of(len(content.renglones), "indicador", "indicadores"),
        "con_meta": number(sum(line.meta is not None for line in content.renglones)),
        "reemplazada": None if report.latest else _latest(sheet),
        "vecinos": list(_neighbours(sheet)),
        "numeros": [_figure(sheet, item) for item in content.destacados],
    }


def citation(sheet: Sheet) -> dict[str, Any]:
    """How to name the report for ever, how to prove that nobody touched it."""
    report = sheet.published
    closed = report.state == CLOSED
    slug = slug_of(report, permanent=closed)
    site = sheet.presenter.edition.entity.direccion_sitio
    return {
        "pagina": slug,
        "archivos": slug,
        "direccion": inline(f"{site.rstrip('/')}/informes/{slug}/") if site else "",
        "anio": (report.act.cerrado if report.act else report.content.corte).year,
        "nombre": inline(f"Informe del {report.quarter.spoken}"),
        "huella": report.act.huella if report.act else "",
        "versiones": [
            f"[versión {one.version}]({slug_of(one, permanent=True)}.md), "
            f"cerrada el {long_date(one.act.cerrado)}"
            for one in sheet.versions
            if one.act and one is not report
        ],
    }


def _mail(mail: str | None) -> str | None:
    return f"[{inline(mail)}](mailto:{address(mail)})" if mail else None


def _latest(sheet: Sheet) -> str:
    newest = next(one for one in sheet.versions if one.latest)
    return sheet.presenter.to(f"versión {newest.version}", report_path(newest.quarter))


def _neighbours(sheet: Sheet) -> Iterator[str]:
    """The reports just before and after, in their latest version."""
    quarters = [one.quarter for one in latest_reports(sheet.presenter.edition)]
    place = quarters.index(sheet.published.quarter)
    before = quarters[place - 1] if place else None
    after = quarters[place + 1] if place + 1 < len(quarters) else None
    for word, quarter in (("Anterior", before), ("Siguiente", after)):
        if quarter:
            yield f"{word}: {sheet.presenter.to(quarter.spoken, report_path(quarter))}"


def _figure(sheet: Sheet, item: Destacado) -> dict[str, str]:
    """A number with its whole, linked to its rows, with how it changed."""
    shown = "Sin dato"
    if item.valor is not None:
        shown = sheet.rows(_of(item), figure_anchor(item.clave))
    return {"clave": item.clave, "cuanto": shown, "cambio": small(inline(_change(sheet, item)))}


def figure_anchor(key: str) -> str:
    """Where the records of a number of the heading stand in the page of rows."""
    return anchored("cifra", key)


def _of(item: Destacado) -> str:
    shown = number(item.valor) if item.valor else "Ninguno"
    return f"{shown} de {number(item.de)}" if item.de is not None else shown


def _change(sheet: Sheet, item: Destacado) -> str:
    """How a number moved since the report before, in words."""
    if sheet.content.informe_anterior is None:
        return "No hay informe anterior."
    if item.anterior is None:
        return "El informe anterior no lo dice."
    before = number(item.anterior)
    if item.anterior_de is not None:
        before = f"{before} de {number(item.anterior_de)}"
    if item.valor is None:
        return f"En el informe anterior: {before}."
    if item.de != item.anterior_de:
        return _shares(item, before)
    moved = item.valor - item.anterior
    if not moved:
        return "Igual que en el informe anterior."
    more = "más" if moved > 0 else "menos"
    return f"{number(abs(moved))} {more} que en el informe anterior ({before})."


def _shares(item: Destacado, before: str) -> str:
    """Parts of different wholes are compared as shares: their difference would mislead."""
    if not (item.valor is not None and item.de and item.anterior is not None and item.anterior_de):
        return f"En el informe anterior: {before}."
    now, then = item.valor / item.de * 100, item.anterior / item.anterior_de * 100
    return f"Son el {percent(now, 0)}; en el informe anterior, el {percent(then, 0)} ({before})."
