"""A broken closing in words that staff can act on: what changed, what it moves, the ways out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.records.indicators import Avance
from bitacora.records.reports import Informe
from bitacora.register import Register
from bitacora.reports.closings.act import Fila, Version
from bitacora.reports.closings.breach import Breach, Cause
from bitacora.reports.closings.mending import CAUSE, ROWS, answering, entries, mendable
from bitacora.reports.closings.recompute import Moved
from bitacora.spanish import join_y, number, percent

LISTED = 3
"""How many of the figures that a change moves are named."""
SHARES = frozenset({"avance", "cumplimiento"})
CODES = {"luz": "luces"}
GOALS = frozenset({"meta", "metas_por_periodo", "cambios_meta"})
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


def command(quarter: Period) -> str:
    """The order that closes the report of a quarter."""
    return f"python scripts/cerrar.py {quarter}"


def message(breach: Breach, told: Told) -> str:
    """What changed, against which closed report, which figures it moves."""
    report = f"El informe {breach.quarter}, cerrado (versión {told.version.version}),"
    closed = f"después del cierre del {told.version.cerrado}"
    if breach.cause is Cause.EDITED:
        what = f"{report} usó «{_short(breach.published)}» en {_field(breach)} y ahora dice "
        what += f"«{_short(breach.now)}»."
    elif breach.cause is Cause.REMOVED:
        what = f"{report} usó «{breach.row}» ({breach.folder}), que ya no está: "
        what += f"{_kept(breach, told)}."
    elif breach.cause is Cause.BACKDATED:
        what = f"{report} no contó con «{breach.row}», que lleva una fecha anterior al cierre del "
        what += f"{told.version.cerrado}."
    elif breach.cause is Cause.LATE and breach.others:
        rows = join_y([f"«{row}»" for row in (*breach.others, breach.row)])
        what = f"{report} no contó con las filas {rows}, que llegaron {closed}."
    elif breach.cause is Cause.LATE:
        what = f"{report} no contó con la fila «{breach.row}», que llegó {closed}."
    else:
        what = f"{report} ya no da las mismas cifras, y no cambió ninguna de sus filas: se añadió "
        what += "una meta, o cambiaron el acta o la forma de calcular."
    return " ".join(filter(None, (what, _moves(breach, told), _elsewhere(breach, told))))


def remedy(breach: Breach, told: Told) -> str:
    """The ways out: undo what was done, or record it, with the entry to paste."""
    next_one = told.version.version + 1
    if answering(breach, told.report):
        return (
            f"El cambio ya está declarado en {told.file}; falta cerrar la versión {next_one}: "
            f"{command(breach.quarter)}."
        )
    undo = _undo(breach, told)
    if not mendable(breach):
        return undo
    entry = entries(breach, told.report)[0]
    has_some = bool(told.report and told.report.correcciones)
    where = "debajo de la última de «correcciones»" if has_some else "al final"
    once = "" if has_some else " (la línea «correcciones:» va una sola vez)"
    quoted = [json.dumps(text, ensure_ascii=False) for text in (entry.published, entry.now)]
    lines = [
        f"1) {undo}",
        f"2) Si el cambio es verdadero, publíquelo como corrección: pegue esto en {told.file}, "
        f"{where}{once}, diga la causa y después corra {command(breach.quarter)}. La versión "
        f"{told.version.version} seguirá en su dirección, con sus cifras. Si no hubo error sino un "
        "dato mejor, escriba «revision» en «clase»; si cambia una luz o una conclusión, "
        "«sustantiva» en «escala».",
        *([] if has_some else ["correcciones:"]),
        "  - clase: correccion",
        f"    escala: {'sustantiva' if _is_grave(breach) else 'menor'}",
        f"    registro: {entry.record}",
        f"    campo: {entry.field}",
        f"    valor_publicado: {quoted[0]}",
        f"    valor_corregido: {quoted[1]}",
        f"    causa: {CAUSE}",
        f"    fecha: {told.as_of}",
    ]
    return "\n".join(("Hay dos salidas.", *lines))


def _undo(breach: Breach, told: Told) -> str:
    if breach.cause is Cause.BACKDATED:
        return (
            "Si llegó después, escriba en «actualizado» el día en que llegó, posterior al "
            f"{told.version.cerrado}; si está de más, bórrela."
        )
    if breach.cause is Cause.LATE:
        return "Si la fila es un error, bórrela."
    if breach.cause is Cause.UNEXPLAINED:
        return (
            "Recupere del repositorio el acta, los indicadores y las listas tal como estaban al "
            "publicarlo."
        )
    if breach.folder == ROWS:
        back = (
            f"Vuelva a escribir «{breach.published or ''}» en «{breach.field}»."
            if breach.cause is Cause.EDITED
            else "Vuelva a poner la fila como estaba."
        )
        return (
            f"{back} Una fila publicada no se edita ni se borra: si el dato era otro, añada al "
            f"final otra fila del mismo periodo con version {_next_version(breach, told)}, "
            f"estado_dato «corregido», su motivo, y en «actualizado» la fecha de hoy "
            f"({told.as_of})."
        )
    if breach.cause is Cause.REMOVED:
        return "Si se borró o se le cambió la fecha por error, vuelva a ponerla como estaba."
    hint = f"Si fue un error, vuelva a escribir «{_short(breach.published)}» en {_field(breach)}."
    if breach.field in GOALS:
        hint += (
            " Si la meta cambió por un acto, escríbalo en «cambios_meta», con la meta anterior y "
            f"la fecha desde la que vale la nueva, posterior al {told.version.cerrado}."
        )
    return hint


def _next_version(breach: Breach, told: Told) -> int:
    frozen = _frozen(breach, told)
    same = (frozen.get("indicador"), frozen.get("periodo"))
    rows = told.register.all(Avance)
    found = [row.version for row in rows if (row.indicador, row.periodo.text) == same]
    return max(found, default=int(frozen.get("version", 1))) + 1


def _frozen(breach: Breach, told: Told) -> Fila:
    rows = told.version.entradas.get(breach.folder, ())
    return next((fila for fila in rows if fila["id"] == breach.row), {})


def _kept(breach: Breach, told: Told) -> str:
    fila = _frozen(breach, told)
    simple = {name: it for name, it in fila.items() if it is not None and name != "id"}
    return ", ".join(f"{name} {it}" for name, it in simple.items())


def _field(breach: Breach) -> str:
    name = str(breach.path[0]) if breach.path else breach.field
    if name == breach.field:
        return f"«{name}»"
    whole = breach.row.partition(":")[2]
    return f"«{breach.field}» de «{whole}»" if whole else f"«{name}»"


def _short(value: str | None) -> str:
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


def _is_grave(breach: Breach) -> bool:
    return any(figure.name == "luz" for figure in breach.moved)
