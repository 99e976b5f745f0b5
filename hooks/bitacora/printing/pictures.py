"""The picture that goes with a link to the site: who publishes, what kind of page it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from bitacora.edition import Edition
from bitacora.printing.compiling import painted
from bitacora.printing.own_colours import dressed
from bitacora.printing.typst_code import string

TEMPLATE = "tarjeta.typ"


def picture(edition: Edition, word: str, templates: Sequence[Path]) -> bytes:
    """The PNG, 1200 by 630 pixels; the folders of templates come first to last."""
    folders = FileSystemLoader([str(folder / "print") for folder in templates])
    entity = edition.entity
    look = dressed(folders.get_source(Environment(), TEMPLATE)[0], entity)
    return _drawn(look, entity.nombre, word, entity.nombre_corto if entity.demostracion else "")


@lru_cache(maxsize=128)
def _drawn(look: str, entity: str, word: str, invented: str) -> bytes:
    """One already drawn in this process is not drawn again: pictures hardly ever change."""
    given = f"entidad: {string(entity)}, clase: {string(word)}, inventado: {string(invented)}"
    return painted(f"{look}\n\n#tarjeta({given})\n")
