"""The ways out of a broken closing: undo the edit, or record it with the entry ready to paste."""

from __future__ import annotations

import json
from datetime import date

from bitacora.checks.closing_words import Told, field_words, frozen, short
from bitacora.quarters import Period
from bitacora.records.indicators import Avance
from bitacora.reports.closings.breach import Breach, Cause
from bitacora.reports.closings.mending import (
    CAUSE,
    ROWS,
    answering,
    entries,
    is_day,
    mendable,
)

DECLARED = "El cambio ya está declarado"
"""How the remedy begins where only the closing is missing."""
GOALS = frozenset({"meta", "metas_por_periodo", "cambios_meta"})


def command(quarter: Period) -> str:
    """The order that closes the report of a quarter."""
    return f"python scripts/cerrar.py {quarter}"


def remedy(breach: Breach, told: Told) -> str:
    """The ways out: undo what was done, or record it, with the entry to paste."""
    next_one = told.version.version + 1
    if answering(breach, told.report):
        return (
            f"{DECLARED} en {told.file}; falta cerrar la versión {next_one}: "
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
        when = f"el día en que llegó, posterior al {told.version.cerrado}"
        if told.as_of <= told.version.cerrado:
            when = "la fecha de mañana, y espere a mañana para publicarla: el informe se cerró hoy"
        return f"Si llegó después, escriba en «actualizado» {when}. Si está de más, bórrela."
    if breach.cause is Cause.ADDED:
        return "Si la fecha está mal, corríjala; si está de más, bórrela."
    if breach.cause is Cause.LATE:
        return "Si la fila es un error, bórrela."
    if breach.cause is Cause.UNEXPLAINED:
        return (
            "Recupere del repositorio el acta, los indicadores y las listas tal como estaban al "
            "publicarlo."
        )
    if is_day(breach):
        return _undo_day(breach, told)
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
    hint = (
        f"Si fue un error, vuelva a escribir «{short(breach.published)}» en {field_words(breach)}."
    )
    if breach.field in GOALS:
        hint += (
            " Si la meta cambió por un acto, escríbalo en «cambios_meta», con la meta anterior y "
            f"la fecha desde la que vale la nueva, posterior al {told.version.cerrado}."
        )
    return hint


def _undo_day(breach: Breach, told: Told) -> str:
    if date.fromisoformat(str(frozen(breach, told)["publicacion"])) > told.as_of:
        return f"Ciérrelo otra vez, con la fecha nueva: {command(breach.quarter)}."
    return (
        f"Vuelva a escribir «{breach.published}» en {field_words(breach)}: un informe publicado no "
        "se retira ni cambia de fecha."
    )


def _next_version(breach: Breach, told: Told) -> int:
    before = frozen(breach, told)
    same = (before.get("indicador"), before.get("periodo"))
    rows = told.register.all(Avance)
    found = [row.version for row in rows if (row.indicador, row.periodo.text) == same]
    return max(found, default=int(before.get("version", 1))) + 1


def _is_grave(breach: Breach) -> bool:
    return any(figure.name == "luz" for figure in breach.moved)
