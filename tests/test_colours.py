"""Every letter of the site reads on its ground, in its own colours and in those of a government."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from bitacora.colours import ENOUGH, contrast, readable
from bitacora.palette import dark_names, light_names
from site_builds import ROOT

ASSETS = ROOT / "content" / "templates" / "theme" / "assets"
GOVERNMENTS = ["#1d3f72", "#7a0019", "#00563f", "#000000", "#767676", "#5b2a86", "#b00020"]


def names(sheet: str) -> dict[str, str]:
    text = (ASSETS / sheet).read_text(encoding="utf-8")
    return dict(re.findall(r"(--[a-z-]+): (#[0-9a-f]{6});", text))


LIGHT = names("bitacora.css")
SCHEMES = {"light": LIGHT, "dark": {**LIGHT, **names("dark.css")}}


def faint(colours: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pairs of letters and grounds that WCAG would not let pass."""
    letters = ("ink", "ink-soft", "link", "warm", "good", "late", "bad")
    pairs = [(word, ground) for word in letters for ground in ("paper", "ground")]
    pairs += [(word, "civic-soft") for word in ("ink", "ink-soft", "link")]
    pairs += [("ink", "mark"), ("link", "mark"), ("on-civic", "civic")]
    return [
        (word, ground)
        for word, ground in pairs
        if contrast(colours[f"--{word}"], colours[f"--{ground}"]) < ENOUGH
    ]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#777777", "#ffffff", 4.48),
        ("#ffffff", "#767676", 4.54),
        ("#ff0000", "#ffffff", 4.00),
        ("#123456", "#123456", 1),
    ],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_colours_of_the_theme_read(scheme: str) -> None:
    assert faint(SCHEMES[scheme]) == []


@pytest.mark.parametrize("main", GOVERNMENTS)
def test_the_colours_of_a_government_read_in_both_schemes(main: str) -> None:
    assert contrast(main, "#ffffff") >= ENOUGH
    assert faint({**SCHEMES["light"], **light_names(main, main)}) == []
    assert faint({**SCHEMES["dark"], **dark_names(main, main)}) == []


def test_the_nearest_shade_that_reads_is_the_same_hue_and_no_darker_than_needed() -> None:
    found = readable("#e8a317", ("#ffffff",))
    assert found == "#9b6d0f"
    assert ENOUGH <= contrast(found, "#ffffff") < 4.7
    assert readable("#1d3f72", ("#ffffff",)) == "#1d3f72"
