"""What README.md shows of the demonstration is what somebody who follows it sees."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from bitacora.edition import load_edition
from bitacora.wording import summary
from script_files import script
from site_builds import DEMO_DAY, ROOT

DATA = ROOT / "data"
README = (ROOT / "README.md").read_text(encoding="utf-8")

SLIPS = (
    ("nombre_corto: Santa Aurelia", "nombre_corta: Santa Aurelia"),
    ("tipo: municipio\n", "tipo: municipioo\n"),
)
"""What is changed in the file of the entity for the three errors of the example."""


def example_with(words: str) -> str:
    """The block of README that has some words."""
    blocks: list[str] = re.findall(r"```\n(.*?)```", README, re.DOTALL)
    return next(block for block in blocks if words in block)


def test_the_count_of_the_demonstration_is_told_as_it_is() -> None:
    told = re.findall(r"Datos: (.+)", README)
    counted = summary(load_edition(DATA, "data", DEMO_DAY).problems)
    assert len(told) > 1
    assert set(told) == {counted}


def test_the_example_of_three_slips_is_what_the_review_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    entity = tmp_path / "data" / "entidad.yml"
    text = entity.read_text(encoding="utf-8")
    for said, slipped in SLIPS:
        assert said in text
        text = text.replace(said, slipped, 1)
    entity.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    shown = CliRunner().invoke(script("revisar").main, ["--fecha", DEMO_DAY.isoformat()])
    printed = shown.output.splitlines()
    assert [line for line in example_with("nombre_corta").splitlines() if line not in printed] == []
