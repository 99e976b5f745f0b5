"""The guide of the office: how the data of the site are kept, step by step."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.writing import PageHead, Writer

FOLDER = "guia"
PARTS = (
    ("index", "index", "Guía de la oficina"),
    ("primer-dia", "primer_dia", "El primer día"),
    ("por-el-navegador", "navegador", "Por la página de GitHub"),
    ("en-el-computador", "computador", "En su computador"),
    ("formularios", "formularios", "Con formularios"),
    ("cada-trimestre", "trimestre", "Cada trimestre"),
    ("cerrar", "cerrar", "Cerrar un informe"),
    ("corregir", "corregir", "Corregir"),
    ("retirar", "retirar", "Retirar una ficha"),
    ("mensajes", "mensajes", "Entender los mensajes"),
    ("que-hacer-si", "si", "Qué hacer si…"),
    ("palabras", "palabras", "Las palabras"),
)
"""Each page: its name in the address, its template, its title."""
DESCRIPTION = "Cómo mantiene la oficina los datos de este sitio."


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """Every page of the guide. Citizens do not come for it: it stands outside the search, and
    search engines leave it out unless the office put it in the menu."""
    values = {"editor": edition.entity.editor}
    for name, template, title in PARTS:
        head = PageHead(
            f"{FOLDER}/{name}.md",
            title,
            description=DESCRIPTION,
            unlisted=not edition.entity.guia_en_menu,
        )
        yield writer.page(head, f"{FOLDER}_{template}", values)
