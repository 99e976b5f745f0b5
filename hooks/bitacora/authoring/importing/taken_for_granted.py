"""What a new record takes for granted where its row does not say it; each thing is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bitacora.authoring.importing.drafts import Draft
from bitacora.authoring.importing.outcomes import Refusal
from bitacora.quarters import Period
from bitacora.records.kinds import Kind
from bitacora.records.media_types import MEDIA_TYPES
from bitacora.spanish import plain

_ENDINGS = {
    "pdf": "application/pdf",
    "web": "text/html",
    "html": "text/html",
    "pagina": "text/html",
    "word": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "excel": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}


@dataclass(frozen=True, slots=True)
class Defaults:
    """The date of the import, the source and the unit of rows that say none."""

    as_of: date
    source: str
    unit: str


def completed(draft: Draft, kind: Kind, defaults: Defaults) -> Draft | Refusal:
    """The draft of a new record with what goes without saying."""
    for name, text, why in (
        ("fuente", (defaults.source,), "el archivo de donde salió"),
        ("responsable", defaults.unit, "la oficina que lleva el sitio"),
        ("actualizado", defaults.as_of.isoformat(), "la fecha de esta importación"),
    ):
        if name not in draft.texts and text:
            draft = draft.saying(name, text, why)
    own = _OWN.get(kind.name)
    return own(draft, defaults) if own else draft


def _progress(draft: Draft, defaults: Defaults) -> Draft | Refusal:
    if "estado_dato" not in draft.texts and "valor" in draft.texts:
        draft = draft.saying("estado_dato", "reportado", "la fila trae un valor")
    if "fecha_corte" in draft.texts:
        return draft
    end = Period.parse(draft.one("periodo")).end
    if end > defaults.as_of:
        return draft.refused(
            "fecha_corte",
            f"El periodo {draft.one('periodo')} no ha terminado y la fila no dice hasta qué fecha "
            "cuenta el dato.",
            "Añada una columna «Fecha de corte».",
        )
    return draft.saying("fecha_corte", end.isoformat(), "el último día del periodo")


def _twinning(draft: Draft, defaults: Defaults) -> Draft | Refusal:
    if "contraparte" not in draft.texts and draft.one("ciudad"):
        draft = draft.saying("contraparte", draft.one("ciudad"), "el nombre de la ciudad")
    if "tipo_contraparte" not in draft.texts and draft.one("ciudad"):
        draft = draft.saying("tipo_contraparte", "ciudad", "la fila trae una ciudad")
    return draft


def in_media_types(draft: Draft) -> Draft:
    """The row of a document with the media type of the format that it says in words: «PDF»."""
    said = draft.one("formato")
    if not said or said in MEDIA_TYPES:
        return draft
    words = plain(said).strip(". ")
    names = {plain(name): kind for kind, name in MEDIA_TYPES.items()}
    found = names.get(words) or next(
        (it for one, it in _ENDINGS.items() if one in words.split()), ""
    )
    return draft.saying("formato", found, f"«{said}»") if found else draft


_OWN: dict[str, Callable[[Draft, Defaults], Draft | Refusal]] = {
    "avance": _progress,
    "hermanamiento": _twinning,
}
