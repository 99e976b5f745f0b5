"""Whole sites, built as people build them: strict, the same twice, and plain about faults."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from site_builds import ROOT, build, digest, fetch, inherit, preview

EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/mkdocs.yml"))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The folder of a copy of the demonstration site whose data a test may break."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    inherit(tmp_path)
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
    assert built.stderr.count("ERROR   -") == 2
    assert "Los datos tienen 1 error. Corríjalo y vuelva" in built.stderr
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


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_a_strict_preview_shows_a_fault_and_comes_back(tmp_path: Path, program: str) -> None:
    """Plain ``serve`` of a site that inherits ``strict: true``, from sound to broken and back."""
    # A small site: it is built three times.
    shutil.copytree(ROOT / "examples" / "quindio" / "data", tmp_path / "data")
    inherit(tmp_path)
    entity = tmp_path / "data" / "entidad.yml"
    sound = entity.read_text(encoding="utf-8")
    with preview(tmp_path / "mkdocs.yml", program) as address:
        assert "nombrre" not in _once(address, "</html>")
        entity.write_text(f"{sound}\nnombrre: x\n", encoding="utf-8")
        shown = _once(address, "Los datos tienen un error")
        assert shown.index("nombrre") < shown.index("<details>")
        lost = fetch(f"{address}acciones/")
        assert 'http-equiv="refresh"' in lost
        assert "nombrre" in lost
        entity.write_text(sound, encoding="utf-8")
        assert 'http-equiv="refresh"' not in _once(f"{address}acciones/", "<h1")


def _once(address: str, words: str, seconds: float = 300) -> str:
    """The page, once it says the words that are awaited and no fault that is not."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        page = fetch(address)
        if words in page and ("nombrre" in page) == ("error" in words):
            return page
        time.sleep(0.2)
    raise AssertionError(f"{address} never said {words}")
