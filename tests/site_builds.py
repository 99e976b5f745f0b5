"""Builds of whole sites in a process of their own, as people run them."""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from signal import SIGINT
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
DEMO_DAY = date(2026, 11, 21)
"""The day on which the demonstration is looked at: what is in force, late or due depends on it."""

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


def inherit(folder: Path) -> None:
    """Make a folder with data and content a site that takes all else from this program."""
    shutil.copytree(ROOT / "content", folder / "content")
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT / 'mkdocs.yml'}\n"
        f"hooks: ['{ROOT / 'hooks' / 'publish.py'}']\n"
        f"theme: {{custom_dir: '{ROOT / 'content' / 'templates' / 'theme'}'}}\n",
        encoding="utf-8",
    )


@contextmanager
def preview(config: Path, program: str = "mkdocs") -> Iterator[str]:
    """The address of the preview of a site, started without flags as its README says."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", program, "serve", "--dev-addr", host]
    with subprocess.Popen(
        [*command, "--config-file", str(config)],
        env={**os.environ, **QUIET},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as running:
        try:
            yield f"http://{host}/"
        finally:
            running.send_signal(SIGINT)  # as people stop it: it clears its folder


def fetch(address: str) -> str:
    """What a server answers, also when it is an error; nothing if it does not answer yet."""
    try:
        with urlopen(address, timeout=20) as answer:
            return str(answer.read().decode())
    except HTTPError as error:
        return error.read().decode()
    except (URLError, TimeoutError):
        return ""


def digest(folder: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }
