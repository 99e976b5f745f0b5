"""Whole sites, built as people build them: strict, the same twice, and plain about faults."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_builds import ROOT, build, digest

EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/mkdocs.yml"))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The folder of a copy of the demonstration site whose data a test may break."""
    for name in ("content", "data"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT / 'mkdocs.yml'}\n"
        f"hooks: ['{ROOT / 'hooks' / 'publish.py'}']\n"
        f"theme: {{custom_dir: '{ROOT / 'content' / 'templates' / 'theme'}'}}\n",
        encoding="utf-8",
    )
    return tmp_path


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_the_examples_build(folder: Path, tmp_path: Path) -> None:
    built = build(tmp_path / "site", folder / "mkdocs.yml")
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "site" / "index.html").is_file()


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The demonstration site of a fixed date, file by file."""
    target = tmp_path_factory.mktemp("first") / "site"
    built = build(target, settings={"BITACORA_FECHA": "2026-11-21", "PYTHONHASHSEED": "1"})
    assert built.returncode == 0, built.stderr
    return digest(target)


def test_the_same_data_and_date_give_the_same_bytes(first: dict[str, str], tmp_path: Path) -> None:
    elsewhere = {"BITACORA_FECHA": "2026-11-21", "PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"}
    built = build(tmp_path / "site", settings=elsewhere)
    assert built.returncode == 0, built.stderr
    assert digest(tmp_path / "site") == first


def test_properdocs_builds_the_same_site(first: dict[str, str], tmp_path: Path) -> None:
    built = build(
        tmp_path / "site", program="properdocs", settings={"BITACORA_FECHA": "2026-11-21"}
    )
    assert built.returncode == 0, built.stderr
    assert digest(tmp_path / "site") == first


def test_a_fault_stops_the_build_with_its_place_and_leaves_the_last_site(copied: Path) -> None:
    target = copied / "site"
    target.mkdir()
    (target / "index.html").write_text("la edición anterior", encoding="utf-8")
    entity = copied / "data" / "entidad.yml"
    entity.write_text(f"{entity.read_text(encoding='utf-8')}\nnombrre: x\n", encoding="utf-8")
    line = entity.read_text(encoding="utf-8").splitlines().index("nombrre: x") + 1
    built = build(target, copied / "mkdocs.yml")
    assert built.returncode == 1
    assert f"data/entidad.yml:{line}: error: nombrre" in built.stderr
    assert "Traceback" not in built.stderr
    assert (target / "index.html").read_text(encoding="utf-8") == "la edición anterior"


def test_a_bad_date_is_one_sentence(tmp_path: Path) -> None:
    built = build(tmp_path / "site", settings={"BITACORA_FECHA": "ayer"})
    assert built.returncode == 1
    assert "no entiendo la fecha «ayer»" in built.stderr
    assert "Traceback" not in built.stderr


def test_a_broken_link_stops_the_build(copied: Path) -> None:
    (copied / "content" / "extra.md").write_text("# Extra\n\n[x](nada.md)\n", encoding="utf-8")
    built = build(copied / "site", copied / "mkdocs.yml")
    assert built.returncode == 1
    assert "nada.md" in built.stderr
