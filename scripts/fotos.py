"""Pictures of pages in the preview of a site, with the words that tell whether they are stale."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from signal import SIGINT
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import click
from playwright.sync_api import Page, ViewportSize, sync_playwright

WIDTH, TALLEST = 1000, 640
SCREEN: ViewportSize = {"width": WIDTH, "height": TALLEST}
QUALITY = 0.7
LIGHTEN = """async ([picture, quality]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext('2d', { alpha: false }).drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', quality);
}"""
"""A picture of every colour, as the browser writes it for the web."""
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


@contextmanager
def browsing(**settings: Any) -> Iterator[Page]:
    """A page of a browser of its own."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        raise click.ClickException("Para hacer las fotos falta Chromium.")
    alone = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=[*FLAGS, *alone])
        context = browser.new_context(viewport=SCREEN, color_scheme="light", **settings)
        yield context.new_page()
        browser.close()


def photograph(address: str, path: Path) -> None:
    """Write a light picture of the main part of a page."""
    with browsing() as page:
        page.goto(address)
        box = page.locator("article").bounding_box()
        keep(page, path, min(TALLEST, box["y"] + box["height"]) if box else TALLEST)


def keep(page: Page, path: Path, height: float = TALLEST) -> None:
    """Write a light picture of what a page shows, from its top to a height."""
    shot = page.screenshot(clip={"x": 0, "y": 0, "width": WIDTH, "height": int(height)})
    # The page may let nobody draw in it; an empty one does.
    blank = page.context.new_page()
    found: str = blank.evaluate(LIGHTEN, [b64encode(shot).decode(), QUALITY])
    blank.close()
    path.write_bytes(b64decode(found.partition(",")[2]))
