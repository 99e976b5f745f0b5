"""State chips: a word with a tone; the theme adds the shape, so that colour is never alone."""

from __future__ import annotations

from bitacora.pages.escape import attribute, inline
from bitacora.spanish import NO_BREAK_SPACE

TONES = {
    "cumplida": "good",
    "vigente": "good",
    "reportado": "good",
    "si": "good",
    "cumplido": "good",
    "en_meta": "good",
    "definitivo": "good",
    "respondida": "good",
    "aprobada": "good",
    "medido": "good",
    "con_resultado": "good",
    "abierta": "good",
    "programado": "going",
    "en_curso": "going",
    "por_abrir": "going",
    "en_ejecucion": "going",
    "en_gestion": "going",
    "preliminar": "going",
    "por_reportar": "going",
    "en_plazo": "going",
    "por_responder": "going",
    "abierto": "going",
    "en_espera": "going",
    "atrasada": "late",
    "por_vencer": "late",
    "sin_actividad": "late",
    "en_riesgo": "late",
    "cumplido_en_parte": "late",
    "por_cerrar": "late",
    "pronto": "late",
    "suspendida": "stopped",
    "sin_resultado": "stopped",
    "cancelada": "stopped",
    "no": "stopped",
    "vencido": "stopped",
    "vencida": "stopped",
    "atrasado": "stopped",
    "sin_reporte": "stopped",
    "no_cumplido": "stopped",
    "cancelado": "plain",
    "cerrada": "plain",
    "sin_postular": "plain",
    "terminado": "plain",
    "no_corresponde": "plain",
    "no_adoptado": "plain",
    "no_aplica": "plain",
    "negada": "plain",
    "desistida": "plain",
    "sin_dato": "unknown",
    "sin_fecha": "unknown",
    "sin_meta": "unknown",
    "sin_calculo": "unknown",
    "sin_periodicidad": "unknown",
    "sin_evaluar": "unknown",
    "sin_medir": "unknown",
    "no_informado": "unknown",
}


LONG = 16
"""Above this many letters a chip may be broken in two lines."""


def tone(code: str) -> str:
    """The tone of a state's code, «plain» where it has none."""
    return TONES.get(code, "plain")


def chip(code: str, word: str) -> str:
    """A chip in the tone of a state's code, showing its word; unknown codes get no tone."""
    css = f"chip chip--{TONES[code]}" if code in TONES else "chip"
    shown = word if len(word) > LONG else word.replace(" ", NO_BREAK_SPACE)
    return f'<span class="{css}">{inline(shown)}</span>'


def sdg_chip(code: str) -> str:
    """The chip of an ODS in the colours of its code list, which ``pages.sdg_colours`` turns into
    a stylesheet."""
    return f'<span class="ods ods--{attribute(code)}">ODS {inline(code)}</span>'
