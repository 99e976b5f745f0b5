"""A reader of the site in a real browser, with a memory of every request."""

from __future__ import annotations

import re
from typing import Literal

from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]


class Visitor:
    """One browser window on the site at ``url``.

    ``requested`` holds every address asked for; ``failed`` those that gave an error and what
    the page's own scripts complained of.
    """

    def __init__(
        self, browser: Browser, url: str, width: int = 1280, scheme: Scheme = "light"
    ) -> None:
        self.url = url
        self.requested: list[str] = []
        self.failed: list[str] = []
        self._context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, locale="es-CO"
        )
        self.page: Page = self._context.new_page()
        self.page.on("request", lambda request: self.requested.append(request.url))
        self.page.on("pageerror", lambda error: self.failed.append(str(error)))
        self.page.on(
            "response",
            lambda answer: self.failed.append(answer.url) if answer.status >= 400 else None,
        )

    def open(self, path: str) -> Page:
        """Go to a page of the site and wait until its scripts are done."""
        self.page.goto(self.url + path)
        if "?q=" in path:
            self._await_answer()
        return self.page

    def search(self, words: str) -> list[str]:
        """The titles found for some words, first to last."""
        page = self.open("")
        page.fill("#q", words)
        page.press("#q", "Enter")
        self._await_answer()
        return page.locator("#hits h2").all_inner_texts()

    def count(self, words: str) -> int:
        """How many results there are for some words."""
        self.search(words)
        told = re.search(r"\d+", self.page.inner_text("#told").split("«")[0])
        return int(told[0]) if told else 0

    def _await_answer(self) -> None:
        self.page.wait_for_function(
            "document.getElementById('told')?.textContent.includes('resultado')"
        )

    @property
    def outside(self) -> list[str]:
        """The requests that left the site."""
        return [url for url in self.requested if not url.startswith(self.url)]

    def leave(self) -> None:
        """Close the window."""
        self._context.close()
