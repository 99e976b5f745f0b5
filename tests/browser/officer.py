"""Somebody of the office who writes records in the editor of the browser."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from playwright.sync_api import Browser, Locator, ViewportSize, expect

from escritorio import FILL, LOCAL, PICKER

READ = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, one] of folder.entries()) {
      const place = path ? `${path}/${name}` : name;
      if (one.kind === 'directory') await walk(one, place);
      // What is being written has a shadow beside it for a moment.
      else if (!name.endsWith('.crswap')) found[place] = await (await one.getFile()).text();
    }
  };
  await walk(await navigator.storage.getDirectory(), '');
  return found;
}"""
SETTLE = """() => new Promise((settled) => {
  const rest = () => { watch.disconnect(); settled(); };
  let pause;
  const again = () => { clearTimeout(pause); pause = setTimeout(rest, 150); };
  const watch = new MutationObserver(again);
  watch.observe(document, { attributes: true, childList: true, subtree: true });
  requestAnimationFrame(() => requestAnimationFrame(again));
})"""
"""Waits until the page has been painted and has stayed as it is for a moment."""
PATIENCE = 60_000
TALL: ViewportSize = {"width": 1280, "height": 9_000}
"""Fields are made when they come into view; on such a screen all are."""

STILL = "delete Document.prototype.startViewTransition;"
"""Without fading from one page to the next, which on so tall a screen may end seconds after the
address has changed and then begins the form anew."""
COARSE = 0.1
"""Nobody looks at it, and painting so tall a screen finely takes most of the time."""


class Officer:
    """A browser with a copy of the data, at the editor; ``asked`` are the other hosts that were
    asked for something, ``complaints`` what went wrong in the page."""

    def __init__(self, chromium: Browser, address: str, files: Mapping[str, str]) -> None:
        self.address = address
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.context = chromium.new_context(
            viewport=TALL, device_scale_factor=COARSE, locale="en-US", reduced_motion="reduce"
        )
        self.context.add_init_script(PICKER + STILL)
        # Only what the page's policy lets through comes by here.
        self.context.route("**/*", self._note)
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(address)
        self.page.evaluate(FILL, dict(files))

    def _note(self, route: Any) -> None:
        if not route.request.url.startswith(self.address.partition("/editar/")[0]):
            self.asked.append(route.request.url)
        route.continue_()

    def enter(self) -> None:
        """Open the copy of the data on this computer."""
        self.page.get_by_role("button", name=LOCAL).click()
        expect(self.page).to_have_url(re.compile("#/collections/"), timeout=PATIENCE)

    def start(self, collection: str) -> None:
        """Begin a record."""
        self._open(f"collections/{collection}/new")

    def open(self, collection: str, record: str) -> None:
        """Open a record that there is."""
        self._open(f"collections/{collection}/entries/{record}")

    def _open(self, place: str) -> None:
        self.page.goto(f"{self.address}#/{place}")
        self.page.get_by_role("button", name="Guardar").wait_for()
        self.page.locator("section[data-key-path]").first.wait_for()
        self._look()

    def _look(self) -> None:
        """Wait as somebody does who looks before choosing: what has just been drawn shows a choice
        made in the same instant, and does not keep it."""
        self.page.evaluate(SETTLE)

    def field(self, path: str) -> Locator:
        """A field of the form by its path: ``hitos.0.fecha``."""
        return self.page.locator(f'section[data-key-path="{path}"]')

    def write(self, values: Mapping[str, Any], base: str = "") -> None:
        """Fill in some fields."""
        for name, value in values.items():
            self._put(f"{base}{name}", value)

    def save(self) -> None:
        """Save, which leads back to the list; what the form refuses fails here, in its words."""
        self.page.get_by_role("button", name="Guardar").click()
        expect(self.page.locator(".error[role=alert]:visible, [id$=-error]:visible")).to_have_count(
            0
        )
        expect(self.page).not_to_have_url(re.compile("/(entries|new)"), timeout=PATIENCE)
        self.page.get_by_role("button", name="Guardar").wait_for(state="hidden")

    def files(self) -> dict[str, str]:
        """The data as they are in the folder by now."""
        found: dict[str, str] = self.page.evaluate(READ)
        return found

    def leave(self) -> None:
        """Close the browser."""
        self.context.close()

    def _put(self, path: str, value: Any) -> None:
        field = self.field(path)
        if isinstance(value, Mapping):
            self._block(path, value)
        elif field.get_attribute("data-field-type") in {"select", "relation"}:
            for one in [value] if isinstance(value, str) else value:
                self._pick(field, one)
        elif isinstance(value, str):
            field.locator("input, textarea").first.fill(value)
        else:
            self._list(path, value)

    def _block(self, path: str, value: Mapping[str, Any]) -> None:
        add = self.field(path).get_by_role("checkbox", name="Agregar")
        if add.count() and add.first.get_attribute("aria-checked") == "false":
            add.first.click()
        self.write(value, f"{path}.")

    def _list(self, path: str, items: Sequence[Any]) -> None:
        field = self.field(path)
        add = field.get_by_role("button", name="Agregar").last
        for place, item in enumerate(items):
            if isinstance(item, Mapping):
                add.click()
                self.write(item, f"{path}.{place}.")
                continue
            if field.get_by_role("textbox").count() <= place:
                add.click()
            field.get_by_role("textbox").nth(place).fill(item)

    def _pick(self, field: Locator, value: str) -> None:
        self._look()
        mark = f'[data-value="{value}"]'
        button = field.locator(f"[role=radio]{mark}, [role=checkbox]{mark}")
        if button.count():
            button.first.click()
            return
        field.get_by_role("combobox").first.click()
        self._look()
        option = self.page.locator(f"[role=option]{mark}:visible").first
        # Not a click of the mouse, which would wait until the list has finished unfolding.
        option.dispatch_event("click")
