"""A built site on loopback, with a Chromium that writes down what it asks for."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser.visitor import Visitor

AXE = Path(__file__).resolve().parents[1] / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = ["--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]


class Quiet(SimpleHTTPRequestHandler):
    """A file server that keeps its log to itself."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def need(present: bool, what: str) -> None:
    """Skip a test that lacks something on this computer; in CI nothing may lack."""
    if not present and os.environ.get("CI") != "true":
        pytest.skip(f"en este equipo falta {what}")


@pytest.fixture(scope="session")
def demo_url(demo_site: Path) -> Iterator[str]:
    """The address of the demonstration site, served below a folder as a town hall would."""
    handler = functools.partial(Quiet, directory=demo_site.parent)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{demo_site.name}/"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    need(program is not None, "Chromium")
    # Chromium refuses its sandbox to root, which is who runs in a container.
    alone = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=[*FLAGS, *alone])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The program that looks for barriers in a page."""
    need(AXE.is_file(), "axe-core (npm ci en tests/)")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture
def visitor(chromium: Browser, demo_url: str) -> Iterator[Visitor]:
    """A reader with an ordinary screen who has just opened the browser."""
    visitor = Visitor(chromium, demo_url)
    yield visitor
    visitor.leave()
