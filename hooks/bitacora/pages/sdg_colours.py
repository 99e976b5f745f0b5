"""The stylesheet of the ODS chips, made from their code list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.writing import Writer
from bitacora.records.codes import CodigoOds

PATH = "assets/ods.css"
INK = {"blanco": "#ffffff", "negro": "#000000"}
CLASS_NAME = re.compile(r"[A-Za-z0-9_-]+")


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One rule for each ODS: its colour, and the text colour that reads on it."""
    rules = [
        f".ods--{code.codigo} {{ background: {code.color.lower()}; "
        f"color: {INK[code.texto_sobre_color]}; }}"
        for code in edition.lists.all("ods")
        if isinstance(code, CodigoOds) and CLASS_NAME.fullmatch(code.codigo)
    ]
    yield Artefact(PATH, "\n".join((*rules, "")))
