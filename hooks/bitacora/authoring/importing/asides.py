"""Rows of a table that are no record: totals, notes, titles between the rows."""

from __future__ import annotations

import re

from bitacora.authoring.importing.cells import Cell
from bitacora.spanish import plain

_TOTAL = re.compile(
    r"(sub ?)?total(es)?\b|gran total\b|suma\b|sumatoria\b|promedio\b|media\b|gran suma\b"
)
_ONLY_TOTAL = re.compile(
    r"(?:gran |sub ?)?total(?:es)?(?: general(?:es)?| parcial(?:es)?)?|suma(?: total)?|sumatoria"
)
_NOTE = re.compile(
    r"(nota|fuente|elabor|revis|aprob|corte|\*|\(\*|observaci|actualizad|fecha de|convenciones|"
    r"firma|vo ?\.? ?bo|proyect|consolid)"
)


def why_aside(filled: list[Cell], width: int) -> tuple[str, str]:
    """Why a row is no record, with the words that say so; nothing where it is one."""
    texts = [cell for cell in filled if isinstance(cell.value, str)]
    words = texts[0].text if texts else ""
    leads = _TOTAL.match(_bare(words)) and filled[0].text == words
    if leads and len(texts) <= max(2, len(filled) // 2):
        return "es un total", words
    # Beside figures, its word may stand in any column; what is merged says nothing of this row.
    own = [cell.text for cell in texts if cell.merge is None]
    if len(own) == 1 and len(filled) > 1 and _ONLY_TOTAL.fullmatch(_bare(own[0])):
        return "es un total", own[0]
    if len(filled) == 1 and width > 2:
        note = _NOTE.match(plain(words))
        why = "es una nota" if note or len(words) > 60 else "tiene una sola celda"
        return why, filled[0].text
    return "", ""


def _bare(words: str) -> str:
    return " ".join(re.findall(r"\w+", plain(words)))
