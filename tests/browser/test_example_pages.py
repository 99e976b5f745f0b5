"""Every page of the examples, seen as each reader sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.examination import site_faults
from browser.html_checker import html_faults
from browser.serving import served
from browser.without_scripts import unread
from site_builds import ROOT, build

pytestmark = pytest.mark.browser

EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/mkdocs.yml"))


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda folder: folder.name)
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an example, built strict for a server's folder of its name."""
    source: Path = request.param
    folder = tmp_path_factory.mktemp("example") / source.name
    settings = {"SITIO_URL": f"http://127.0.0.1/{source.name}/"}
    built = build(folder, source / "mkdocs.yml", settings=settings)
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture(scope="module")
def example_url(example: Path) -> Iterator[str]:
    """The address of the example."""
    with served(example) as url:
        yield url


def test_every_page_is_open_to_all_and_asks_no_other_host(
    chromium: Browser, example: Path, example_url: str, axe: str
) -> None:
    faults = site_faults(chromium, example, example_url, axe)
    assert not faults, "\n".join(faults)


def test_every_page_is_sound_html(nu: Path, example: Path) -> None:
    faults = html_faults(nu, example)
    assert not faults, "\n".join(faults)


def test_every_record_is_read_without_scripts(
    chromium: Browser, example: Path, example_url: str
) -> None:
    faults = unread(chromium, example, example_url)
    assert not faults, "\n".join(faults)
