"""The search index: which pages it holds, under which kind."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from search_index import build_index
from site_builds import digest

PAGE = """<!doctype html><html lang="es-CO"><title>t</title><body><main data-pagefind-body
data-pagefind-meta="tipo[data-tipo]" data-tipo="{kind}"><h1>{title}</h1></main>"""


def write(site: Path, name: str, kind: str) -> None:
    (site / f"{name}.html").write_text(PAGE.format(kind=kind, title=name), encoding="utf-8")


def test_pages_are_listed_by_kind(tmp_path: Path) -> None:
    for name, kind in (("porto", "Hermanamiento"), ("feria", "Acción"), ("cali", "Hermanamiento")):
        write(tmp_path, name, kind)
    (tmp_path / "buscar.html").write_text("<html lang='es-CO'><body>Buscar", encoding="utf-8")
    build_index(tmp_path)
    kinds = json.loads((tmp_path / "pagefind" / "kinds.json").read_text(encoding="utf-8"))
    assert {kind: len(pages) for kind, pages in kinds.items()} == {"Acción": 1, "Hermanamiento": 2}


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
        for number in range(30):
            write(folder, f"ficha{number}", f"Tipo {number % 7}")
        build_index(folder)
    assert digest(folders[0]) == digest(folders[1])


def test_a_failure_is_not_silent(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        build_index(tmp_path / "no-existe")
