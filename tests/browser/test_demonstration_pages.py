"""Every page of the demonstration site, seen as each reader sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.examination import site_faults
from browser.html_checker import html_faults
from browser.without_scripts import unread

pytestmark = pytest.mark.browser


def test_every_page_is_open_to_all_and_asks_no_other_host(
    chromium: Browser, demo_site: Path, demo_url: str, axe: str
) -> None:
    faults = site_faults(chromium, demo_site, demo_url, axe)
    assert not faults, "\n".join(faults)


def test_every_page_is_sound_html(nu: Path, demo_site: Path) -> None:
    faults = html_faults(nu, demo_site)
    assert not faults, "\n".join(faults)


def test_every_record_is_read_without_scripts(
    chromium: Browser, demo_site: Path, demo_url: str
) -> None:
    faults = unread(chromium, demo_site, demo_url)
    assert not faults, "\n".join(faults)
