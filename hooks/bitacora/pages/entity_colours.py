"""The stylesheets of a government's own colours, light and dark, computed from its data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bitacora.artefacts import Artefact
from bitacora.colours import mixed, readable
from bitacora.edition import Edition
from bitacora.pages.writing import Writer

LIGHT_PATH = "assets/entidad.css"
DARK_PATH = "assets/entidad-oscura.css"
WHITE = "#ffffff"
LIGHT_GROUNDS = (WHITE, "#f3f6f7", "#fff0b8")
"""The light paper, ground and mark of bitacora.css."""
PAPER = "#10191e"
DARK_GROUNDS = (PAPER, "#18242b", "#4d3e0a")
"""Those of dark.css."""
CLEAR = 7.0
"""In the dark, links stand out more than the rule asks: thin bright letters tire."""

Names = Mapping[str, str]


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """Both sheets where the entity has a colour; the theme's own colours stay where it has none."""
    main, accent = edition.entity.color_principal, edition.entity.color_acento
    if main:
        light, dark = light_names(main, accent), dark_names(main, accent)
        yield Artefact(LIGHT_PATH, f":root {{\n{_rules(light)}}}\n")
        # A print is always light.
        yield Artefact(DARK_PATH, f"@media screen {{\n:root {{\n{_rules(dark)}}}\n}}\n")


def light_names(main: str, accent: str | None = None) -> dict[str, str]:
    """The colours of bitacora.css that change with the entity's, in the light scheme."""
    soft = mixed(main, WHITE, 0.9)
    names = {
        "--civic": main,
        "--civic-soft": soft,
        "--link": readable(main, (*LIGHT_GROUNDS, soft)),
    }
    return {**names, "--warm": readable(accent, (*LIGHT_GROUNDS, soft))} if accent else names


def dark_names(main: str, accent: str | None = None) -> dict[str, str]:
    """The same in the dark scheme: bands as dark as the paper allows, letters lightened."""
    soft = mixed(main, PAPER, 0.7)
    names = {
        "--civic": readable(mixed(main, PAPER, 0.25), ("#f2f8fa",), CLEAR),
        "--civic-soft": readable(soft, ("#a9bac3",)),
        "--link": _bright(main, soft),
    }
    return {**names, "--warm": _bright(accent, soft)} if accent else names


def _bright(colour: str, soft: str) -> str:
    clear = readable(colour, (PAPER,), CLEAR, lighter=True)
    return readable(clear, (*DARK_GROUNDS, soft), lighter=True)


def _rules(names: Names) -> str:
    return "".join(f"  {name}: {value.lower()};\n" for name, value in names.items())
