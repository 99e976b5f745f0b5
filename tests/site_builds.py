"""Builds of whole sites in a process of their own, as people run them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def build(
    target: Path,
    config: Path = ROOT / "mkdocs.yml",
    program: str = "mkdocs",
    settings: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Build a site strict into ``target`` from an unrelated folder; the outcome, good or bad."""
    command = [sys.executable, "-m", program, "build", "--strict", "--config-file", str(config)]
    return subprocess.run(
        [*command, "--site-dir", str(target)],
        cwd=Path(sys.prefix),
        env={**os.environ, **QUIET, **(settings or {})},
        capture_output=True,
        text=True,
        check=False,
    )


def digest(folder: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }
