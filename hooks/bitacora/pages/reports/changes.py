"""What changed since the report before, class by class."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bitacora.pages.cells import NOTHING
from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.reports.cells import change, measured, small, under, untold
from bitacora.pages.reports.sheet import Sheet
from bitacora.quarters import Period
from bitacora.records.kinds import BY_NAME
from bitacora.reports.content import Cambio
from bitacora.spanish import number
from bitacora.tallies.lights import Light

HEADINGS = {
    "luz": "Luces que cambiaron",
    "valor": "Valores a la fecha que cambiaron",
    "meta": "Metas que cambiaron",
    "nuevo": "Lo que no estaba en el informe anterior",
    "terminado": "Lo que terminó",
    "situacion": "Otras situaciones que cambiaron",
}
HEADS = {
    "valor": ("Qué", "Antes", "Ahora", "Diferencia"),
    "nuevo": ("Qué", "Situación"),
    "terminado": ("Qué", "Última situación"),
}
HEAD = ("Qué", "Antes", "Ahora")
WHY = "Motivo"
NOT_DUE = Light.NO_APLICA.value
CODELISTS = {
    "indicador": "luces",
    "hermanamiento": "situaciones_instrumento",
    "red": "situaciones_instrumento",
    "oportunidad": "desenlaces_postulacion",
    "pregunta": "situaciones_pregunta",
    "compromiso": "situaciones_compromiso",
    "accion": "estados_accion",
}
MILESTONE = "hito"
MILESTONE_WORDS = {"pendiente": "Pendiente", "hecho": "Hecho"}


def changes_section(sheet: Sheet) -> list[dict[str, Any]]:
    """For each class that occurs: its heading with its count, its table; apart, the lights that
    changed only because the indicator had nothing to report in one of the two quarters."""
    found = sheet.content.cambios
    classes = [*HEADINGS, *sorted({item.clase for item in found}.difference(HEADINGS))]
    groups = [(name, [item for item in found if item.clase == name]) for name in classes]
    return [_group(sheet, name, items) for name, items in groups if items]


def _group(sheet: Sheet, name: str, items: list[Cambio]) -> dict[str, Any]:
    calendar = [item for item in items if name == "luz" and NOT_DUE in (item.antes, item.ahora)]
    told = [item for item in items if item not in calendar]
    explained = any(item.motivo for item in told)
    head = HEADS.get(name, (*HEAD, WHY) if explained else HEAD)
    return {
        "titulo": f"{inline(HEADINGS.get(name, name))} ({number(len(items))})",
        "encabezado": head,
        "numeros": (1, 2, 3) if name == "valor" else (),
        "filas": [_row(sheet, item)[: len(head)] for item in told],
        "por_calendario": [_name(sheet, item) for item in calendar],
    }


def _row(sheet: Sheet, item: Cambio) -> list[str]:
    name = under(_name(sheet, item), small(inline(_about(item))))
    before, now = _told(sheet, item, item.antes), _told(sheet, item, item.ahora)
    if item.clase == "nuevo":
        return [name, now]
    if item.clase == "terminado":
        return [name, before]
    last = _difference(item) if item.clase == "valor" else inline(item.motivo or NOTHING)
    return [name, before, now, last]


def _name(sheet: Sheet, item: Cambio) -> str:
    if item.tipo == MILESTONE:
        return under(inline(item.nombre), small("Hito"))
    return sheet.record(item.tipo, item.id, item.nombre)


def _about(item: Cambio) -> str:
    """The kind of record where the class mixes several; the period of a goal."""
    if item.periodo:
        return f"Meta de {Period.parse(item.periodo).spoken}"
    kind = BY_NAME.get(item.tipo)
    mixed = item.clase in ("nuevo", "terminado", "situacion")
    return kind.singular.capitalize() if kind and mixed else ""


def _told(sheet: Sheet, item: Cambio, said: str | None) -> str:
    """A value in its unit, or a code as a chip; nothing for what was not there yet."""
    if said is None:
        return untold("sin dato") if item.clase == "valor" else NOTHING
    if item.clase in ("valor", "meta"):
        return measured(Decimal(said), item.unidad)
    if item.tipo == MILESTONE:
        return inline(MILESTONE_WORDS.get(said, said))
    return chip(said, sheet.lists.name(CODELISTS.get(item.tipo, ""), said))


def _difference(item: Cambio) -> str:
    if item.antes is None or item.ahora is None:
        return NOTHING
    return change(Decimal(item.ahora) - Decimal(item.antes), item.unidad)
