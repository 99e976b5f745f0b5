"""Pictures of pages in the preview of a site, with the words that tell whether they are stale."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from signal import SIGINT
from urllib.error import URLError
from urllib.request import urlopen

import click
from playwright.sync_api import sync_playwright

WIDTH, TALLEST = 1000, 640
FLAGS = ["--disable-gpu", "--disable-background-networking", "--no-first-run"]
MAIN = re.compile(r"<main.*?</main>", re.S)
NO_SCREEN = re.compile(r"<(script|style|svg).*?</\1>", re.S)
PATIENCE = 120
READY = "<main"


@contextmanager
def preview(site: Path, settings: Mapping[str, str]) -> Iterator[str]:
    """The address of the preview of a site, as ``./bitacora ver`` shows it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    with subprocess.Popen(
        ["./bitacora", "ver", "--dev-addr", host],
        cwd=site,
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as running:
        try:
            yield f"http://{host}/"
        finally:
            running.send_signal(SIGINT)


def page_at(address: str) -> str:
    """The HTML of a page of a preview that may still be starting."""
    for _ in range(PATIENCE):
        try:
            with urlopen(address, timeout=20) as answer:
                text: str = answer.read().decode("utf-8")
                if READY in text:
                    return text
        except (URLError, TimeoutError):
            pass
        time.sleep(1)
    raise click.ClickException(f"No se pudo ver {address}.")


def words_of(html: str) -> str:
    """What people read in the main part of a page."""
    found = MAIN.search(html)
    text = NO_SCREEN.sub(" ", found[0] if found else html)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).split())


def photograph(address: str, path: Path) -> None:
    """Write a light picture of the main part of a page."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        raise click.ClickException("Para hacer las fotos falta Chromium.")
    alone = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=[*FLAGS, *alone])
        page = browser.new_page(viewport={"width": WIDTH, "height": TALLEST}, color_scheme="light")
        page.goto(address)
        box = page.locator("article").bounding_box()
        bottom = min(TALLEST, box["y"] + box["height"]) if box else TALLEST
        page.screenshot(path=path, clip={"x": 0, "y": 0, "width": WIDTH, "height": bottom})
        browser.close()
