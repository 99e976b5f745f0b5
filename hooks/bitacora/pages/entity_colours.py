"""The stylesheets of a government's own colours, light and dark, computed from its data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.writing import Writer
from bitacora.palette import dark_names, light_names

LIGHT_PATH = "assets/entidad.css"
DARK_PATH = "assets/entidad-oscura.css"


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """Both sheets where the entity has a colour; the theme's own colours stay where it has none."""
    main, accent = edition.entity.color_principal, edition.entity.color_acento
    if main:
        light, dark = light_names(main, accent), dark_names(main, accent)
        yield Artefact(LIGHT_PATH, f":root {{\n{_rules(light)}}}\n")
        # A print is always light.
        yield Artefact(DARK_PATH, f"@media screen {{\n:root {{\n{_rules(dark)}}}\n}}\n")


def _rules(names: Mapping[str, str]) -> str:
    return "".join(f"  {name}: {value.lower()};\n" for name, value in names.items())
