"""Colours as #rrggbb: mixing, and the contrast that WCAG 2.2 asks for."""

from __future__ import annotations

from collections.abc import Iterable
from colorsys import hls_to_rgb, rgb_to_hls

ENOUGH = 4.5
"""Contrast of text on its ground, level AA."""
STEPS = 100
_CHANNELS = (0.2126, 0.7152, 0.0722)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, into: str, share: float) -> str:
    """A colour with a ``share`` (0 to 1) of another."""
    pairs = zip(_parts(colour), _parts(into), strict=True)
    return "#" + "".join(f"{round(mine + (its - mine) * share):02x}" for mine, its in pairs)


def readable(
    colour: str, grounds: Iterable[str], wanted: float = ENOUGH, *, lighter: bool = False
) -> str:
    """The nearest shade of a colour, darker or ``lighter``, that reads on every ground; black or
    white where none does."""
    over = tuple(grounds)
    end = 1 if lighter else 0
    shades = (colour if not step else _shade(colour, end, step / STEPS) for step in range(STEPS))
    found = (one for one in shades if all(contrast(one, ground) >= wanted for ground in over))
    return next(found, _shade(colour, end, 1))


def _shade(colour: str, end: float, share: float) -> str:
    """The same hue with its lightness part of the way to an end."""
    hue, lightness, saturation = rgb_to_hls(*(part / 255 for part in _parts(colour)))
    parts = hls_to_rgb(hue, lightness + (end - lightness) * share, saturation)
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2, from 0 (black) to 1 (white)."""
    return sum(
        weight * _linear(part / 255) for weight, part in zip(_CHANNELS, _parts(colour), strict=True)
    )


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
