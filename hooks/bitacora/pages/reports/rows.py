"""The rows behind each figure of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.pages.cells import NOTHING
from bitacora.pages.escape import inline
from bitacora.pages.reports.cells import day, measured
from bitacora.pages.reports.heading import figure_anchor
from bitacora.pages.reports.levels import level_rows
from bitacora.pages.reports.lights import (
    LIGHTS,
    axis_names,
    counted_lights,
    light_chip,
    lights_anchor,
    under_axes,
)
from bitacora.pages.reports.lines import goal_change, rows_anchor
from bitacora.pages.reports.relations import STATES, state_anchor
from bitacora.pages.reports.resources import (
    GIFT_HEAD,
    GIFT_NUMBERS,
    gift_row,
    sum_anchor,
    sum_name,
)
from bitacora.pages.reports.sheet import Sheet
from bitacora.pages.reports.words import slug_of
from bitacora.pages.series import row_path
from bitacora.pages.writing import PageHead, Writer
from bitacora.quarters import Period
from bitacora.records.indicators import Avance
from bitacora.reports.content import Renglon
from bitacora.spanish import number
from bitacora.tallies.breakdown import UNCLASSIFIED

HEAD = ("Periodo", "Versión", "Valor", "Qué dice la fila", "Corte del dato", "Evidencias", "Cuenta")
NUMBERS = (1, 2, 5)
FOLDER = "avances"


@dataclass(frozen=True, slots=True)
class Row:
    """A progress row as the report took it; None is what the closing act does not keep."""

    id: str
    periodo: Period
    version: int
    valor: Decimal | None
    estado_dato: str
    fecha_corte: date | None
    evidencias: int | None


def rows_page(sheet: Sheet, writer: Writer) -> Artefact:
    """The page of rows of a report: anchors for each indicator, each count, each sum."""
    content, report = sheet.content, sheet.published
    title = f"Filas del informe del {report.quarter.spoken}"
    if sheet.permanent:
        title = f"{title}, versión {report.version}"
    rows = _rows(sheet)
    values = {
        "titulo": title,
        "informe": f"[{inline(report.content.period.spoken)}]({sheet.slug}.md)",
        "archivos": slug_of(report, permanent=report.act is not None),
        "cerrado": report.act is not None,
        "cifras": list(_figures(sheet)),
        "luces": list(_lights(sheet)),
        "niveles": list(level_rows(sheet)),
        "vinculos": list(_relations(sheet)),
        "sumas": list(_sums(sheet)),
        "sin_trimestre": [gift_row(sheet, gift) for gift in content.aportes_sin_trimestre],
        "encabezado_aportes": GIFT_HEAD,
        "numeros_aportes": GIFT_NUMBERS,
        "encabezado": HEAD,
        "numeros": NUMBERS,
        "indicadores": [_indicator(sheet, line, rows) for line in content.renglones],
    }
    return writer.page(PageHead(sheet.rows_path, title), "informe_filas", values)


def _sums(sheet: Sheet) -> Iterator[dict[str, Any]]:
    given = sheet.content.aportes
    for place, one in enumerate(sheet.content.sumas, start=1):
        yield {
            "titulo": inline(sum_name(sheet.lists, one)),
            "ancla": sum_anchor(place),
            "filas": [gift_row(sheet, it) for it in given if f"recurso:{it.id}" in one.filas],
        }


def _rows(sheet: Sheet) -> dict[str, Row]:
    """The progress rows by id: those of the act where the report is closed, else the data's."""
    act = sheet.published.act
    if act is not None:
        return {str(row["id"]): _frozen(row) for row in act.entradas.get(FOLDER, ())}
    register = sheet.presenter.edition.register
    return {row.id: _living(row) for row in register.all(Avance)}


def _frozen(row: dict[str, Any]) -> Row:
    value, cut, proofs = row.get("valor"), row.get("fecha_corte"), row.get("evidencias")
    return Row(
        str(row["id"]),
        Period.parse(str(row["periodo"])),
        int(row.get("version") or 1),
        None if value is None else Decimal(str(value)),
        str(row.get("estado_dato") or ""),
        date.fromisoformat(str(cut)) if cut else None,
        None if proofs is None else len(proofs),
    )


def _living(row: Avance) -> Row:
    return Row(
        row.id,
        row.periodo,
        row.version,
        row.valor,
        row.estado_dato,
        row.fecha_corte,
        len(row.evidencias),
    )


def _indicator(sheet: Sheet, line: Renglon, rows: dict[str, Row]) -> dict[str, Any]:
    """An indicator with the rows that make its value and its value to date."""
    names = dict.fromkeys((*line.filas_a_la_fecha, *line.filas))
    found = [rows[name] for it in names if (name := it.partition(":")[2]) in rows]
    found.sort(key=lambda row: (row.periodo, row.version), reverse=True)
    return {
        "titulo": inline(line.nombre),
        "ancla": rows_anchor(line),
        "ficha": sheet.record("indicador", line.indicador, "Ficha del indicador"),
        "luz": light_chip(sheet.lists, line.luz_vigente),
        "valor": measured(line.valor, line.unidad),
        "a_la_fecha": measured(line.a_la_fecha, line.unidad),
        "metas": [goal_change(line, goal) for goal in line.metas_cambiadas],
        "filas": [_row(sheet, line, row) for row in found],
    }


def _row(sheet: Sheet, line: Renglon, row: Row) -> list[str]:
    name, here = f"avance:{row.id}", sheet.presenter.edition.register.get(Avance, row.id)
    spoken = inline(row.periodo.spoken)
    uses = [
        word
        for word, used in (("Trimestre", line.filas), ("A la fecha", line.filas_a_la_fecha))
        if name in used
    ]
    return [
        f"[{spoken}]({sheet.presenter.base}{row_path(here)})" if here else spoken,
        number(row.version),
        measured(row.valor, line.unidad),
        inline(sheet.lists.name("estados_dato", row.estado_dato)),
        day(row.fecha_corte),
        _proofs(row, here),
        ", ".join(uses),
    ]


def _proofs(row: Row, here: Avance | None) -> str:
    """How many pieces of evidence; an act keeps none, but a row that still stands never changed."""
    if row.evidencias is not None:
        return number(row.evidencias)
    return number(len(here.evidencias)) if here else NOTHING


def _figures(sheet: Sheet) -> Iterator[dict[str, Any]]:
    """For each number of the heading that is known, the records counted in it."""
    for item in sheet.content.destacados:
        if item.valor is not None:
            yield {
                "clave": item.clave,
                "ancla": figure_anchor(item.clave),
                "valor": number(item.valor),
                "de": number(item.de) if item.de is not None else "",
                "filas": [_record(sheet, name) for name in item.filas],
            }


def _record(sheet: Sheet, name: str) -> str:
    """A record of a count as the report calls it; an indicator leads to its rows below."""
    kind, _, record_id = name.partition(":")
    content = sheet.content
    if line := content.renglon(record_id) if kind == "indicador" else None:
        return f"[{inline(line.nombre)}](#{rows_anchor(line)})"
    for place, one in enumerate(content.sumas, start=1):
        if name in one.filas:
            gift = next(it for it in content.aportes if it.id == record_id)
            return f"[{inline(gift.concepto)}](#{sum_anchor(place)})"
    titles = {(one.tipo, one.id): one.nombre for one in content.vinculos}
    return sheet.record(kind, record_id, titles.get((kind, record_id), record_id))


def _lights(sheet: Sheet) -> Iterator[dict[str, Any]]:
    """For each axis, then for all of them, the indicators of each light."""
    content = sheet.content
    names = axis_names(content)
    lights = counted_lights(content, sheet.lists).columns
    groups = [
        (inline(names[axis]) if axis else UNCLASSIFIED, axis or UNCLASSIFIED, lines)
        for axis, lines in under_axes(content)
    ]
    for title, key, lines in (*groups, ("Todos", "todos", content.renglones)):
        yield {
            "titulo": title,
            "ancla": lights_anchor(key),
            "total": number(len(lines)),
            "grupos": [
                _of_light(sheet, key, light, [it for it in lines if it.luz_vigente == light])
                for light in lights
                if any(it.luz_vigente == light for it in lines)
            ],
        }


def _of_light(sheet: Sheet, key: str, light: str, lines: Iterable[Renglon]) -> dict[str, Any]:
    found = [f"[{inline(line.nombre)}](#{rows_anchor(line)})" for line in lines]
    return {
        "ancla": lights_anchor(key, light),
        "titulo": f"{inline(sheet.lists.name(LIGHTS, light))}: {number(len(found))}",
        "filas": found,
    }


def _relations(sheet: Sheet) -> Iterator[dict[str, Any]]:
    for code in sheet.lists.all(STATES):
        found = [one for one in sheet.content.vinculos if one.estado == code.codigo]
        if found:
            yield {
                "titulo": f"{inline(code.nombre)}: {number(len(found))}",
                "ancla": state_anchor(code.codigo),
                "filas": [sheet.record(one.tipo, one.id, one.nombre) for one in found],
            }
