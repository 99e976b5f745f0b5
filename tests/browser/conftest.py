"""The built site on loopback, with a Chromium that writes down what it asks for."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser.serving import served
from browser.visitor import Visitor

MODULES = Path(__file__).resolve().parents[1] / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
NU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
FLAGS = ["--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]


def need(present: bool, what: str) -> None:
    """Skip a test that lacks something on this computer; in CI nothing may lack."""
    if not present and os.environ.get("CI") != "true":
        pytest.skip(f"en este equipo falta {what}")


@pytest.fixture(scope="session")
def demo_url(demo_site: Path) -> Iterator[str]:
    """The address of the demonstration site."""
    with served(demo_site) as url:
        yield url


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


@pytest.fixture(scope="session")
def nu() -> Path:
    """The Nu Html Checker, and a Java to run it."""
    need(NU.is_file(), "vnu-jar (npm ci en tests/)")
    need(shutil.which("java") is not None, "Java 17 o posterior")
    return NU


@pytest.fixture
def visitor(chromium: Browser, demo_url: str) -> Iterator[Visitor]:
    """A reader with an ordinary screen who has just opened the browser."""
    visitor = Visitor(chromium, demo_url)
    yield visitor
    visitor.leave()
