"""The theme agrees with the code lists, and asks nothing of other sites."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from site_builds import ROOT

THEME = ROOT / "content" / "templates" / "theme"
CSS = (THEME / "assets" / "bitacora.css").read_text(encoding="utf-8")
WRITTEN = sorted(
    path for path in THEME.rglob("*") if path.suffix in {".html", ".css", ".js", ".svg"}
)


def _ods() -> list[dict[str, str]]:
    path = ROOT / "hooks" / "bitacora" / "codelists" / "ods.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("ods", _ods(), ids=lambda ods: ods["codigo"])
def test_each_ods_has_its_colour_and_a_text_that_reads_on_it(ods: dict[str, str]) -> None:
    code = ods["codigo"]
    assert f".ods--{code} {{ background: {ods['color'].lower()}; }}" in CSS
    white = re.search(r"\.ods:is\(([^)]*)\)", CSS)
    assert white
    is_white = f".ods--{code}" in white[1].split(", ")
    assert is_white == (ods["texto_sobre_color"] == "blanco")


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
