"""How charts look: each class once, for the stylesheet of the site, for drawings that stand alone.

A light is told by its texture as well as by its colour: solid, dotted, striped, crossed, hollow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "--ink": "#16242b",
    "--ink-soft": "#4a5c66",
    "--paper": "#ffffff",
    "--ground": "#f3f6f7",
    "--line": "#cfd9de",
    "--link": "#0a5f7a",
    "--good": "#1b6b3a",
    "--late": "#8a4b00",
    "--bad": "#a3211c",
}
"""The light colours of the theme, for drawings where its stylesheet does not reach."""

FONT = "Noto Sans, Liberation Sans, sans-serif"
Style = Mapping[str, str]
_HALO = {"stroke-linejoin": "round", "paint-order": "stroke"}
_TEXT: Style = {"fill": "--ink", "font-size": "13px"}
LOOKS: Mapping[str, Style] = {
    "ch-text": _TEXT,
    "ch-name": {**_TEXT, "font-weight": "600"},
    "ch-soft": {"fill": "--ink-soft", "font-size": "12px"},
    "ch-tick": {
        "fill": "--ink-soft",
        "font-size": "12px",
        "stroke": "--paper",
        "stroke-width": "3px",
        **_HALO,
    },
    "ch-value": {
        **_TEXT,
        "font-weight": "700",
        "stroke": "--paper",
        "stroke-width": "4px",
        **_HALO,
    },
    "ch-count": {
        **_TEXT,
        "font-weight": "700",
        "stroke": "--paper",
        "stroke-width": "3px",
        **_HALO,
    },
    "ch-count-strong": {"fill": "--paper", "font-size": "13px", "font-weight": "700"},
    "ch-strong": {"font-weight": "700"},
    "ch-grid": {"stroke": "--line", "stroke-width": "1px"},
    "ch-axis": {"stroke": "--ink-soft", "stroke-width": "1px"},
    "ch-bar": {"fill": "--link"},
    "ch-series": {"stroke": "--link", "stroke-width": "2.5px", "stroke-linecap": "round"},
    "ch-point": {"fill": "--link", "stroke": "--paper", "stroke-width": "1.5px"},
    "ch-mended": {"fill": "--paper", "stroke": "--link", "stroke-width": "2.5px"},
    "ch-expected": {
        "stroke": "--late",
        "stroke-width": "1.5px",
        "stroke-dasharray": "5 4",
        "fill": "none",
    },
    "ch-expected-point": {"fill": "--paper", "stroke": "--late", "stroke-width": "1.5px"},
    "ch-goal": {"stroke": "--good", "stroke-width": "1.5px", "stroke-dasharray": "1.5 3.5"},
    "ch-base": {"stroke": "--ink-soft", "stroke-width": "1.5px", "stroke-dasharray": "9 4"},
    "ch-goal-word": {
        "fill": "--good",
        "font-size": "12px",
        "font-weight": "600",
        "stroke": "--paper",
        "stroke-width": "3px",
        **_HALO,
    },
    "ch-missing": {"stroke": "--bad", "stroke-width": "2px", "fill": "none"},
    "ch-none": {"fill": "none"},
    "ch-good": {"fill": "--good"},
    "ch-good-soft": {"fill": "--good", "fill-opacity": "0.4"},
    "ch-good-line": {"stroke": "--good", "stroke-width": "1.2px", "fill": "none"},
    "ch-late-soft": {"fill": "--late", "fill-opacity": "0.16"},
    "ch-late-line": {"stroke": "--late", "stroke-width": "2px"},
    "ch-late-edge": {"stroke": "--late", "stroke-width": "1.2px", "fill": "none"},
    "ch-bad": {"fill": "--bad"},
    "ch-bad-line": {"stroke": "--paper", "stroke-width": "1px", "stroke-opacity": "0.45"},
    "ch-link-line": {"stroke": "--link", "stroke-width": "1.2px"},
    "ch-link-edge": {"stroke": "--link", "stroke-width": "1.2px", "fill": "none"},
    "ch-ground": {"fill": "--ground"},
    "ch-soft-line": {"stroke": "--ink-soft", "stroke-width": "1.2px", "stroke-opacity": "0.55"},
    "ch-soft-dot": {"fill": "--ink-soft", "fill-opacity": "0.6"},
    "ch-soft-edge": {"stroke": "--ink-soft", "stroke-width": "1.2px", "fill": "none"},
    "ch-soft-dashes": {
        "stroke": "--ink-soft",
        "stroke-width": "1.2px",
        "stroke-dasharray": "3 2",
        "fill": "none",
    },
}
_CLASS = re.compile(r' class="(ch-[a-z-]+)"')


def stylesheet() -> str:
    """The classes as CSS in the colours of the theme, light or dark."""
    rules = [
        f".{name} {{ {' '.join(f'{key}: {_css(value)};' for key, value in style.items())} }}"
        for name, style in LOOKS.items()
    ]
    return "\n".join(rules) + "\n"


def _css(value: str) -> str:
    return f"var({value})" if value.startswith("--") else value


def standalone(svg: str, width: int = 640, font: str = FONT) -> str:
    """The same drawing as a file of its own, for the PDF: a fixed width in pixels, the light
    colours written on each element, no stylesheet needed; ``font`` as SVG names fonts."""
    height = svg.split(' height="', 1)[1].split('"', 1)[0]
    sized = svg.replace(
        ' width="100%"', f' width="{width}" viewBox="0 0 {width} {height}"', 1
    ).replace(' class="ch-canvas"', f' font-family="{font}"', 1)
    return _CLASS.sub(lambda found: _attributes(LOOKS[found[1]]), sized)


def _attributes(style: Style) -> str:
    return "".join(
        f' {key}="{LIGHT.get(value, value).removesuffix("px")}"' for key, value in style.items()
    )
