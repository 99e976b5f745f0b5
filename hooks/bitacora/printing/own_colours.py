"""The colours that a government's own two give to what is printed."""

from __future__ import annotations

from bitacora.palette import light_names
from bitacora.printing.typst_code import string
from bitacora.records.institution import Entidad

NAMES = {"--civic": "civico", "--civic-soft": "civico-claro", "--link": "enlace"}
"""What the templates call the colours of the site."""


def dressed(look: str, entity: Entidad) -> str:
    """A template after the colours it asks for by name in ``propios``; those of the tool stay
    where the entity has none."""
    colours = {}
    if entity.color_principal:
        names = light_names(entity.color_principal)
        colours = {ours: names[theirs] for theirs, ours in NAMES.items()}
        if entity.color_acento:
            colours["acento"] = entity.color_acento
    told = "".join(f"{name}: rgb({string(colour)}), " for name, colour in colours.items())
    return f"#let propios = ({told or ':'})\n\n{look}"
