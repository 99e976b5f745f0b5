"""What an edition produces: a named file, before any site generator sees it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artefact:
    """One file of the edition.

    ``path`` is POSIX and relative to the site's documents (``acciones/feria.md``);
    ``content`` is text (UTF-8, LF) or bytes; ``source`` is the data file the page was made
    from, as a path relative to the data folder, empty where there is no single one.
    """

    path: str
    content: str | bytes
    source: str = ""

    @property
    def is_page(self) -> bool:
        """Whether a site generator should turn this file into a page."""
        return self.path.endswith(".md")

    def as_bytes(self) -> bytes:
        """The exact bytes of the file."""
        return self.content if isinstance(self.content, bytes) else self.content.encode("utf-8")
