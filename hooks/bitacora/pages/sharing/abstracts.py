"""What a record says of itself, short enough for a list of results elsewhere."""

from __future__ import annotations

from bitacora.records.record import Registro

TELLING = (
    "resumen",
    "objeto",
    "proposito",
    "para_que",
    "respuesta",
    "descripcion",
    "que_aporta",
    "formula",
)
"""The fields that tell what a record is about, the first that is known is taken."""
ROOM = 155
"""Letters that search engines and messages show of a description."""


def abstract(record: Registro) -> str:
    """The first words of what a record says of itself; empty where it says no more than its
    title."""
    told = (getattr(record, name, None) for name in TELLING)
    known = (" ".join(text.split()) for text in told if isinstance(text, str))
    return next((_cut(text) for text in known if text and text != record.title), "")


def _cut(text: str) -> str:
    if len(text) <= ROOM:
        return text
    whole, _, _ = text[: ROOM - 1].rpartition(" ")
    return f"{whole.rstrip(' ,;:.')}…"
