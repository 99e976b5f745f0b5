"""What people type where there is no datum."""

from __future__ import annotations

import re
from enum import StrEnum

from bitacora.spanish import plain


class Missing(StrEnum):
    """Why there is nothing: nobody has it, it does not apply, it has not come, a mere dash."""

    NO_DATUM = "sin_dato"
    NOT_APPLICABLE = "no_aplica"
    PENDING = "pendiente"
    DASH = "raya"


_NO_DATUM = (
    *("s/d", "s.d.", "s.d", "sd", "s/i", "sin dato", "sin datos", "sin informacion", "nd", "n/d"),
    *("n.d.", "n.d", "no disponible", "no hay dato", "no hay datos", "sin reporte", "no reporta"),
    *("no reporto", "desconocido", "se desconoce", "no se sabe", "ninguno", "ninguna", "vacio"),
)
_NOT_APPLICABLE = ("n/a", "na", "n.a.", "n.a", "no aplica", "no aplicable", "no corresponde")
_PENDING = (
    *("pendiente", "pendientes", "por definir", "por confirmar", "por reportar", "en proceso"),
    *("en tramite", "en construccion", "por establecer", "xxx", "xx", "x definir", "pte", "pdte"),
    *("?", "??", "???", "tbd"),
)
_WORDS: dict[str, Missing] = {
    **dict.fromkeys(_NO_DATUM, Missing.NO_DATUM),
    **dict.fromkeys(_NOT_APPLICABLE, Missing.NOT_APPLICABLE),
    **dict.fromkeys(_PENDING, Missing.PENDING),
}
_FAILED = re.compile(r"#(?:[¡¿]?[A-ZÁÉÍÓÚ/0]+[!?]?|N/?[AD])|err:[0-9]+", re.IGNORECASE)


def missing(text: str) -> Missing | None:
    """The reason that a text gives for not being a datum; None where it is one."""
    words = " ".join(plain(text).split())
    if re.fullmatch(r"[-–—_.…*/ ]+", text):
        return Missing.DASH
    return _WORDS.get(words) or _WORDS.get(words.strip(".()[] "))


def is_failed_formula(text: str) -> bool:
    """Whether a text is what a spreadsheet shows for a formula that failed: «#¡REF!», «#N/A»."""
    return _FAILED.fullmatch(text.strip()) is not None
