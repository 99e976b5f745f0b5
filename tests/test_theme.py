"""The theme asks nothing of other sites, and its two schemes agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builds import ROOT

THEME = ROOT / "content" / "templates" / "theme"
CSS = (THEME / "assets" / "bitacora.css").read_text(encoding="utf-8")
WRITTEN = sorted(
    path for path in THEME.rglob("*") if path.suffix in {".html", ".css", ".js", ".svg"}
)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_the_theme_names_no_other_site(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?://|//[a-z]+\.", text)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_the_theme_has_no_inline_styles(path: Path) -> None:
    assert path.suffix != ".html" or "style=" not in path.read_text(encoding="utf-8")


def test_the_dark_scheme_names_every_colour_of_its_own() -> None:
    dark = (THEME / "assets" / "dark.css").read_text(encoding="utf-8")
    names = set(re.findall(r"^  (--(?!md-)[a-z-]+): #", CSS, re.MULTILINE))
    assert set(re.findall(r"(--[a-z-]+): #", dark)) == names
