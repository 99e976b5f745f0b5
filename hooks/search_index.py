"""The search index of a finished site."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

# What pagefind writes before the JSON of each fragment.
SIGNATURE = b"pagefind_dcd"


def build_index(site: Path) -> None:
    """Indexes the pages of ``site`` into its folder ``pagefind``, for search without a server.

    Raises ``subprocess.CalledProcessError`` when pagefind fails.
    """
    options = ["--site", str(site), "--exclude-selectors", ".headerlink", "--quiet"]
    subprocess.run([sys.executable, "-m", "pagefind", *options], check=True)
    bundle = site / "pagefind"
    kinds = json.dumps(_kinds(bundle / "fragment"), ensure_ascii=False, separators=(",", ":"))
    (bundle / "kinds.json").write_text(f"{kinds}\n", encoding="utf-8", newline="\n")


def _kinds(fragments: Path) -> dict[str, list[str]]:
    """The identifiers of the pages of each kind.

    It does the work of pagefind's filters, whose files differ from build to build.
    """
    found: dict[str, list[str]] = {}
    for path in sorted(fragments.glob("*.pf_fragment")):
        found.setdefault(_fragment(path)["meta"].get("tipo", ""), []).append(path.stem)
    return dict(sorted(found.items()))


def _fragment(path: Path) -> dict[str, Any]:
    fragment: dict[str, Any] = json.loads(
        gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE)
    )
    return fragment
