"""The twinnings and networks of a report: how they stand, what happened with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from bitacora.pages.amounts import money
from bitacora.pages.cells import NOTHING
from bitacora.pages.chips import chip
from bitacora.pages.count_tables import share
from bitacora.pages.escape import inline
from bitacora.pages.reports.cells import moment, small, told, under, untold
from bitacora.pages.reports.sheet import Sheet, anchored
from bitacora.reports.content import ActividadVinculo, Vinculo
from bitacora.spanish import number

HEAD = ("Con quién", "Situación", "Desde y hasta", "Para qué se eligió", "Qué se hizo y qué dejó")
STATES = "situaciones_instrumento"
NEWS = {
    "firmado": "Se firmó en el trimestre",
    "terminado": "Terminó en el trimestre",
    "renovado": "Se renovó en el trimestre",
    "adhesion": "La entidad se adhirió en el trimestre",
    "vencido": "Venció en el trimestre",
    "por_vencer": "Vence pronto",
    "sin_actividad": "Sin actividad conocida en 24 meses",
    "con_actividad": "Con actividad en el trimestre",
}
"""What each piece of news says; those that the state already tells are left to its chip."""
TOLD_BY_STATE = frozenset({"por_vencer", "sin_actividad"})
NETWORK, ACTIVE = "red", "con_actividad"


def relations_section(sheet: Sheet) -> dict[str, Any]:
    """How many are in each state; those with news, whole; the rest by name."""
    found = sheet.content.vinculos
    return {
        "total": len(found),
        "estados": list(_states(sheet)),
        "encabezado": HEAD,
        "hermanamientos": [_row(sheet, it) for it in found if it.novedades and not _is_network(it)],
        "redes": [_row(sheet, it) for it in found if it.novedades and _is_network(it)],
        "sin_novedad": list(_quiet(sheet)),
    }


def _is_network(item: Vinculo) -> bool:
    return item.tipo == NETWORK


def _states(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """For each state that occurs its share linked to its records, with its chip."""
    found = sheet.content.vinculos
    counts = Counter(item.estado for item in found)
    for code in sheet.lists.all(STATES):
        if how_many := counts[code.codigo]:
            shown = sheet.rows(share(how_many, len(found)), state_anchor(code.codigo))
            yield shown, chip(code.codigo, code.nombre)


def state_anchor(state: str) -> str:
    """Where the twinnings and networks in a state stand in the page of rows."""
    return anchored("vinculos", state)


def _quiet(sheet: Sheet) -> Iterator[str]:
    """For each state that occurs among those without news, their names."""
    quiet = [item for item in sheet.content.vinculos if not item.novedades]
    for code in sheet.lists.all(STATES):
        found = [item for item in quiet if item.estado == code.codigo]
        if found:
            names = "; ".join(sheet.record(it.tipo, it.id, it.nombre) for it in found)
            yield f"**{inline(code.nombre)} ({number(len(found))}).** {names}."


def _row(sheet: Sheet, item: Vinculo) -> list[str]:
    kinds = "tipos_red" if _is_network(item) else "tipos_instrumento"
    about = [sheet.lists.name(kinds, item.instrumento)]
    if item.pais:
        about.append(sheet.lists.name("paises", item.pais))
    news = (NEWS.get(word, word) for word in item.novedades if word not in TOLD_BY_STATE)
    return [
        under(
            sheet.record(item.tipo, item.id, item.nombre) + sheet.mark(f"{item.tipo}:{item.id}"),
            small(inline(", ".join(about))),
        ),
        under(chip(item.estado, sheet.lists.name(STATES, item.estado)), *map(inline, news)),
        _term(item),
        told(item.motivo, "No consta por qué se eligió."),
        _done(sheet, item),
    ]


def _done(sheet: Sheet, item: Vinculo) -> str:
    if item.actividades:
        return under(*(_activity(sheet, one) for one in item.actividades))
    if ACTIVE in item.novedades:
        return untold("Hubo actividad, y no consta cuál.")
    return untold("No consta nada hecho en el trimestre.")


def _term(item: Vinculo) -> str:
    since = f"Desde {moment(item.desde)}" if item.desde else untold("Sin fecha de inicio.")
    if _is_network(item):
        return since if item.desde else NOTHING
    if item.indefinido:
        return under(since, "No vence")
    until = f"Vence: {moment(item.vence)}" if item.vence else untold("No consta si vence.")
    return under(since, until)


def _activity(sheet: Sheet, one: ActividadVinculo) -> str:
    left = untold("Sin resultado informado.")
    if one.resultado:
        left = f"Dejó: {inline(one.resultado)}"
    cost = untold("Costo no informado.")
    if one.costo is not None and one.moneda:
        cost = inline(f"Costó {money(sheet.lists, one.costo, one.moneda)}.")
    return under(f"{moment(one.fecha)}: {inline(one.descripcion)}", left, small(cost))
