"""The search index of a finished site."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

# What pagefind writes before the JSON of each fragment.
SIGNATURE = b"pagefind_dcd"
PROGRAM = "pagefind.js"
ENTRY = "pagefind-entry.json"


def build_index(site: Path) -> None:
    """Indexes the pages of ``site`` into its folder ``pagefind``, for search without a server.

    ``pages.json`` there says which of its pages is each one of the site's list of names. Raises
    ``PluginError`` when pagefind fails.
    """
    options = ["--site", str(site), "--exclude-selectors", ".headerlink", "--quiet"]
    try:
        subprocess.run([sys.executable, "-m", "pagefind", *options], check=True)
    except subprocess.CalledProcessError:
        raise PluginError("No se pudo preparar el buscador del sitio.") from None
    bundle = site / "pagefind"
    _keep_what_is_used(bundle)
    names = json.loads((site / "buscar" / "nombres.json").read_text(encoding="utf-8"))
    found = _ids(bundle / "fragment")
    ids = [found.get(row[0], "") for row in names["paginas"]]
    text = json.dumps(ids, ensure_ascii=False, separators=(",", ":"))
    (bundle / "pages.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _keep_what_is_used(bundle: Path) -> None:
    """Drops the interfaces that pagefind brings, for the site has its own, and the programs for
    languages that no page is in."""
    languages = json.loads((bundle / ENTRY).read_text(encoding="utf-8"))["languages"].values()
    used = {PROGRAM, ENTRY, *(f"wasm.{one['wasm'] or 'unknown'}.pagefind" for one in languages)}
    for path in sorted(bundle.iterdir()):
        if path.is_file() and path.suffix != ".pf_meta" and path.name not in used:
            path.unlink()


def _ids(fragments: Path) -> dict[str, str]:
    """What pagefind calls each page, by the address of the page in the site."""
    paths = sorted(fragments.glob("*.pf_fragment"))
    return {str(_fragment(path)["url"]).lstrip("/"): path.stem for path in paths}


def _fragment(path: Path) -> dict[str, Any]:
    fragment: dict[str, Any] = json.loads(
        gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE)
    )
    return fragment
