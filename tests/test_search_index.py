"""The search index: which pages it holds, under which address."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from search_index import build_index
from site_builds import digest

PAGE = """<!doctype html><html lang="es-CO"><title>t</title><body><main data-pagefind-body>
<h1>{title}</h1></main>"""
FOUND = ("acciones/feria/", "hermanamientos/cali/", "hermanamientos/porto/")
TERM = "glosario/#beca"
USED = ("pages.json", "pagefind-entry.json", "pagefind.js")


def site(folder: Path, pages: tuple[str, ...] = FOUND) -> Path:
    """A site of these pages, with its list of names."""
    for page in (*pages, "buscar/"):
        text = PAGE.format(title=page) if page in pages else "<html lang='es-CO'><body>Buscar"
        (folder / page).mkdir(parents=True)
        (folder / page / "index.html").write_text(text, encoding="utf-8")
    names = {"paginas": [[page, page, 0, 1] for page in (TERM, *pages)]}
    (folder / "buscar" / "nombres.json").write_text(json.dumps(names), encoding="utf-8")
    return folder


def test_each_name_is_told_which_page_it_is(tmp_path: Path) -> None:
    build_index(site(tmp_path))
    bundle = tmp_path / "pagefind"
    ids = json.loads((bundle / "pages.json").read_text(encoding="utf-8"))
    assert ids[0] == ""
    assert len(set(ids[1:])) == len(FOUND)
    assert {f"{name}.pf_fragment" for name in ids[1:]} == {
        path.name for path in (bundle / "fragment").iterdir()
    }


def test_only_what_the_site_uses_is_published(tmp_path: Path) -> None:
    build_index(site(tmp_path))
    names = sorted(path.name for path in (tmp_path / "pagefind").iterdir() if path.is_file())
    others = [name for name in names if name not in USED]
    assert [name.rsplit(".", 1)[1] for name in others] == ["pf_meta", "pagefind"]
    assert others[1].startswith("wasm.es")


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
        build_index(site(folder, tuple(f"fichas/ficha{number}/" for number in range(30))))
    assert digest(folders[0]) == digest(folders[1])


def test_a_failure_is_not_silent(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match="buscador"):
        build_index(tmp_path / "no-existe")
