"""The texture of each light, drawn the same in bars, columns, legends."""

from __future__ import annotations

from dataclasses import dataclass

from bitacora.charts.drawing import Number, element
from bitacora.tallies.lights import Light


@dataclass(frozen=True, slots=True)
class Texture:
    """A fill with a pattern over it, an edge, the class of a number written on it."""

    fill: str
    edge: str = ""
    pattern: str = ""
    size: int = 6
    count: str = "ch-count"


def _stroke(css: str, path: str) -> str:
    return element("path", css, d=path)


_UP = "M-1 1L1 -1M0 6L6 0M5 7L7 5"
_DOWN = "M-1 5L1 7M0 0L6 6M5 -1L7 1"
_DOT = element("circle", "ch-soft-dot", cx=3, cy=3, r=1)
TEXTURES: dict[str, Texture] = {
    Light.CUMPLIDO: Texture("ch-good", count="ch-count-strong"),
    Light.EN_META: Texture("ch-good-soft", "ch-good-line"),
    Light.EN_RIESGO: Texture("ch-late-soft", "ch-late-edge", _stroke("ch-late-line", _UP)),
    Light.ATRASADO: Texture(
        "ch-bad", pattern=_stroke("ch-bad-line", _DOWN), count="ch-count-strong"
    ),
    Light.SIN_REPORTE: Texture("ch-none", "ch-soft-dashes"),
    Light.SIN_DATO: Texture("ch-none", "ch-soft-edge", _DOT),
    Light.POR_REPORTAR: Texture("ch-none", "ch-link-edge", _stroke("ch-link-line", _DOWN)),
    Light.NO_APLICA: Texture("ch-ground", "ch-soft-edge"),
    Light.SIN_PERIODICIDAD: Texture("ch-none", "ch-soft-edge"),
    Light.SIN_META: Texture("ch-ground", "ch-soft-edge", _stroke("ch-soft-line", "M0 3L6 3")),
    Light.SIN_CALCULO: Texture("ch-ground", "ch-soft-edge", _stroke("ch-soft-line", "M3 0L3 6")),
}
UNLISTED = Texture("ch-ground", "ch-soft-edge")


def texture(light: str) -> Texture:
    """The texture of a light; a plain one for a code that is not listed."""
    return TEXTURES.get(light, UNLISTED)


def patterns(key: str, lights: tuple[str, ...]) -> str:
    """The definitions that the boxes of these lights need."""
    found = "".join(
        element(
            "pattern",
            "",
            made.pattern,
            id=f"{key}-{light}",
            width=made.size,
            height=made.size,
            patternUnits="userSpaceOnUse",
        )
        for light in lights
        if (made := texture(light)).pattern
    )
    return f"<defs>{found}</defs>" if found else ""


def box(
    key: str, light: str, *, x: str, y: Number, width: str, height: Number, inside: str = ""
) -> str:
    """A rectangle in the texture of a light; ``inside`` goes over it (a hint, a number)."""
    made = texture(light)

    def layer(css: str, **fill: str) -> str:
        return element("rect", css, x=x, y=y, width=width, height=height, **fill)

    layers = [inside, layer(made.fill)]
    if made.pattern:
        layers.append(layer("", fill=f"url(#{key}-{light})"))
    if made.edge:
        layers.append(layer(made.edge))
    return element("g", "", "".join(layers))
