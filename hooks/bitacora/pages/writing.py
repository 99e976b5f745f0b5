"""Templates turned into page artefacts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bitacora.artefacts import Artefact
from bitacora.pages.escape import attribute


@dataclass(frozen=True, slots=True)
class PageHead:
    """What is said of a page outside its body.

    ``kind`` is the word that search shows and filters by (a page without it is not searched);
    ``state`` the word of its state; ``source`` the data file it was made from.
    """

    path: str
    title: str
    kind: str = ""
    state: str = ""
    description: str = ""
    source: str = ""


class Writer:
    """Templates compiled once for the edition; the folders come first to last."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._templates = Environment(
            loader=FileSystemLoader([str(folder / "pages") for folder in folders]),
            undefined=StrictUndefined,
            # Values come escaped from pages.escape, for Markdown and HTML alike.
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

    def page(self, head: PageHead, template: str, values: Mapping[str, Any]) -> Artefact:
        """A page made from a template of ``content/templates/pages``."""
        body = self._templates.get_template(f"{template}.md.j2").render(**values)
        return Artefact(head.path, f"{front_matter(head)}\n{body.strip()}\n", head.source)


def front_matter(head: PageHead) -> str:
    """The page's metadata, each value as JSON, which YAML reads as written."""
    rows: dict[str, Any] = {"title": attribute(head.title)}
    if head.kind:
        rows["tipo"] = head.kind
    if head.description:
        rows["description"] = attribute(head.description)
    if head.state:
        rows["estado"] = attribute(head.state)
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in rows.items())
    return "\n".join(["---", *lines, "---", ""])


def title_of(page: Artefact) -> str:
    """The plain title of a page that ``Writer.page`` made."""
    first = str(page.content).split("\n", 2)[1]
    return unescape(json.loads(first.removeprefix("title: ")))
