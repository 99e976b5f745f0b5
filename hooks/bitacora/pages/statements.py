"""What the site declares of itself: how far all can read it, what it keeps of who reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.error_reports import ways_to_tell
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.documents import Documento
from bitacora.spanish import count_of, long_date, number

ACCESSIBILITY = PageHead(
    "accesibilidad/index.md",
    "Accesibilidad",
    "Declaración",
    description="Qué se revisó para que todas las personas puedan leer el sitio, y qué falla.",
)
PRIVACY = PageHead(
    "privacidad/index.md",
    "Privacidad y seguridad",
    "Declaración",
    description="Qué guarda este sitio de quien lo visita: nada, salvo los colores que escoja.",
)
HARD_TO_READ = frozenset({"pdf_sin_etiquetar", "escaneado"})
NOT_REVIEWED = "no_informado"


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """Both declarations."""
    presenter = Presenter(edition)
    entity = edition.entity
    view = presenter.view(entity)
    shared = {
        "gobierno": inline(entity.nombre_corto),
        "fecha": long_date(edition.as_of),
        "avisar": ways_to_tell(entity),
        "politicas": view["politicas"],
        "oficina": view["dependencia_internacional"],
    }
    yield writer.page(ACCESSIBILITY, "accesibilidad", {**shared, **_documents(edition)})
    yield writer.page(PRIVACY, "privacidad", shared)


def _documents(edition: Edition) -> dict[str, Any]:
    """How many of the documents that the site leads to are hard to read, or nobody has tried."""
    ways = [item.accesible for item in edition.register.all(Documento)]
    return {
        "documentos": count_of(len(ways), "documento citado", "documentos citados"),
        "dificiles": number(sum(way in HARD_TO_READ for way in ways)),
        "sin_revisar": number(sum(way == NOT_REVIEWED for way in ways)),
        "hay_documentos": bool(ways),
    }
