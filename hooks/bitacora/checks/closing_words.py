"""A broken closing in words that staff understand: what changed, which figures it moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.records.reports import Informe
from bitacora.register import Register
from bitacora.reports.closings.act import Fila, Version
from bitacora.reports.closings.breach import Breach, Cause, worded
from bitacora.reports.closings.mending import mendable
from bitacora.reports.closings.recompute import Moved
from bitacora.spanish import join_y, number, percent

LISTED = 3
"""How many of the figures that a change moves are named."""
SHARES = frozenset({"avance", "cumplimiento"})
CODES = {"luz": "luces"}
NAMES = {
    "valor": "valor del trimestre",
    "a_la_fecha": "valor a la fecha",
    "linea_base": "línea base",
    "meta_anio": "meta del año",
    "meta_trimestre": "meta del trimestre",
    "situacion": "situación",
}
STANDINGS = {
    "no_corresponde": "no le tocaba reportar",
    "no_aplica": "no aplica",
    "por_reportar": "por reportar",
    "sin_dato": "sin dato",
    "sin_reporte": "sin reporte",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What is needed to tell of a breach: the public data, the code lists, the closed version, the
    report as the office keeps it (None where it is gone) with its file, other closed quarters that
    the same row moves, the date of the edition."""

    register: Register
    lists: CodeLists
    version: Version
    report: Informe | None
    file: str
    also: tuple[Period, ...]
    as_of: date


def message(breach: Breach, told: Told) -> str:
    """What changed, against which closed report, which figures it moves."""
    report = f"El informe {breach.quarter}, cerrado (versión {told.version.version}),"
    closed = f"después del cierre del {told.version.cerrado}"
    if breach.cause is Cause.EDITED:
        what = f"{report} usó «{short(breach.published)}» en {field_words(breach)} y ahora dice "
        what += f"«{short(breach.now)}»."
    elif breach.cause is Cause.REMOVED:
        what = f"{report} usó «{breach.row}» ({breach.folder}), que ya no está: "
        what += f"{_kept(breach, told)}."
    elif breach.cause is Cause.BACKDATED:
        what = f"{report} no contó con «{breach.row}», que dice haber llegado antes del cierre del "
        what += f"{told.version.cerrado} o ese mismo día."
    elif breach.cause is Cause.ADDED:
        what = f"{report} no contó con «{breach.row}» ({breach.folder}), que lleva una fecha de "
        what += "ese trimestre y no estaba al cerrarlo."
    elif breach.cause is Cause.LATE and breach.others:
        rows = join_y([f"«{row}»" for row in (*breach.others, breach.row)])
        what = f"{report} no contó con las filas {rows}, que llegaron {closed}."
    elif breach.cause is Cause.LATE:
        what = f"{report} no contó con la fila «{breach.row}», que llegó {closed}."
    else:
        what = f"{report} ya no da las mismas cifras, y no cambió ninguna de sus filas: se añadió "
        what += "una meta, o cambiaron el acta o la forma de calcular."
    return " ".join(filter(None, (what, _moves(breach, told), _elsewhere(breach, told))))


def frozen(breach: Breach, told: Told) -> Fila:
    """The row as the closed report used it; empty where it had none."""
    rows = told.version.entradas.get(breach.folder, ())
    return next((fila for fila in rows if fila["id"] == breach.row), {})


def _kept(breach: Breach, told: Told) -> str:
    fila = frozen(breach, told)
    told_of = ((name, worded(it)) for name, it in fila.items() if name != "id")
    return ", ".join(f"{name} {text}" for name, text in told_of if text is not None)


def field_words(breach: Breach) -> str:
    """The field that changed, as people find it in their file."""
    name = str(breach.path[0]) if breach.path else breach.field
    if name == breach.field:
        return f"«{name}»"
    whole = breach.row.partition(":")[2]
    return f"«{breach.field}» de «{whole}»" if whole else f"«{name}»"


def short(value: str | None) -> str:
    """A value, or the word for none."""
    return "nada" if value is None else value


def _moves(breach: Breach, told: Told) -> str:
    """The figures that it moves, the ones that people quote first."""
    if not breach.moved:
        return ""
    named: dict[str, list[str]] = {}
    for figure in breach.moved[:LISTED]:
        named.setdefault(figure.indicator, []).append(_figure(figure, told))
    shown = [f"«{_name(key, told)}»: {', '.join(found)}" for key, found in named.items()]
    more = len(breach.moved) - LISTED
    return f"Mueve {'; '.join(shown)}{f' y {more} más' if more > 0 else ''}."


def _figure(figure: Moved, told: Told) -> str:
    label = NAMES.get(figure.name, figure.name)
    before, after = (_value(figure.name, it, told) for it in (figure.published, figure.now))
    return f"{label} de {before} a {after}"


def _name(indicator: str, told: Told) -> str:
    line = told.version.contenido.renglon(indicator)
    return line.nombre if line else indicator


def _value(name: str, value: str | None, told: Told) -> str:
    if value is None:
        return "nada"
    if name in SHARES:
        return percent(Decimal(value) * 100, 1)
    if name in CODES:
        return f"«{told.lists.name(CODES[name], value)}»"
    return STANDINGS.get(value, value) if name == "situacion" else number(Decimal(value), 4)


def _elsewhere(breach: Breach, told: Told) -> str:
    if not told.also:
        return ""
    names = join_y([str(quarter) for quarter in told.also])
    if not mendable(breach):
        return f"Toca también {names}."
    return f"Toca también {names}: cada informe pide su corrección, del más antiguo al más nuevo."
