"""The colours that a government's own two give, light and dark, each read clearly on its ground."""

from __future__ import annotations

from bitacora.colours import mixed, readable

WHITE = "#ffffff"
LIGHT_GROUNDS = (WHITE, "#f3f6f7", "#fff0b8")
"""The light paper, ground and mark of bitacora.css."""
PAPER = "#10191e"
DARK_GROUNDS = (PAPER, "#18242b", "#4d3e0a")
"""Those of dark.css."""
CLEAR = 7.0
"""In the dark, links stand out more than the rule asks: thin bright letters tire."""


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
