"""A reader of the site in a real browser, with a memory of every request."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import urlencode

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

Scheme = Literal["light", "dark"]
HREFS = "links => links.map(link => link.href)"


class Visitor:
    """One browser window on the site at ``url``.

    ``requested`` holds every address asked for; ``failed`` those that gave an error and what
    the browser and the page's own scripts complained of.
    """

    def __init__(
        self,
        browser: Browser,
        url: str,
        width: int = 1280,
        scheme: Scheme = "light",
        scripts: bool = True,
    ) -> None:
        self.url = url
        self.requested: list[str] = []
        self.failed: list[str] = []
        self._context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=scripts,
            locale="es-CO",
        )
        self.page: Page = self._context.new_page()
        self.page.on("request", lambda request: self.requested.append(request.url))
        self.page.on("requestfailed", self._note_failure)
        self.page.on("pageerror", lambda error: self.failed.append(str(error)))
        self.page.on(
            "response",
            lambda answer: self.failed.append(answer.url) if answer.status >= 400 else None,
        )
        self.page.on("console", self._note_complaint)

    def open(self, path: str) -> Page:
        """Go to a page of the site and wait until its scripts are done."""
        self.page.goto(self.url + path)
        if "?q=" in path:
            self._await_answer()
        return self.page

    def turn(self, width: int, scheme: Scheme) -> None:
        """See the open page on a screen of another width, in the other colours."""
        self.page.emulate_media(color_scheme=scheme)
        self.page.set_viewport_size({"width": width, "height": 900})

    def search(self, words: str) -> list[str]:
        """The titles found for some words, first to last."""
        page = self.open("datos/")
        page.fill("#q", words)
        page.press("#q", "Enter")
        self._await_answer()
        return page.locator("#hits h3").all_inner_texts()

    def answers(self, words: str) -> list[str]:
        """The addresses found for some words below the site, first to last."""
        page = self.open(f"buscar/?{urlencode({'q': words})}")
        links = page.locator("#hits h3 a")
        return [link.removeprefix(self.url) for link in links.evaluate_all(HREFS)]

    def told(self) -> int:
        """How many pages the page of answers says that there are."""
        said = re.search(r"\d+", self.page.inner_text("#told").split("«")[0])
        return int(said[0]) if said else 0

    def _await_answer(self) -> None:
        self.page.wait_for_selector("#told[data-done]", state="attached")

    def _note_failure(self, request: Request) -> None:
        # What the reader leaves behind by going on to another page did not fail.
        if request.failure != "net::ERR_ABORTED":
            self.failed.append(request.url)

    def _note_complaint(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.failed.append(f"{said.text} {said.location['url']}")

    @property
    def outside(self) -> list[str]:
        """The requests that left the site."""
        return [url for url in self.requested if not url.startswith(self.url)]

    def leave(self) -> None:
        """Close the window."""
        self._context.close()
