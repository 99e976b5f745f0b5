"""Templates turned into page artefacts."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bitacora.artefacts import Artefact
from bitacora.pages.escape import attribute
from bitacora.pages.explaining import Explainer, OnPage
from bitacora.pages.own_sentences import OwnSentences

MARKUP = re.compile(r"[<>&'\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class PageHead:
    """What is said of a page outside its body.

    ``kind`` is the word that search shows and filters by (a page without it is not searched);
    ``state`` the word of its state; ``source`` the data file it was made from; ``moved_to`` the
    address to which readers are sent at once. ``unlisted`` asks search engines to leave it out.
    """

    path: str
    title: str
    kind: str = ""
    state: str = ""
    description: str = ""
    source: str = ""
    moved_to: str = ""
    unlisted: bool = False


class Writer:
    """Templates compiled once for the edition; the folders come first to last.

    ``explainer`` holds what their sentences may explain where they stand.
    """

    def __init__(self, folders: Sequence[Path], explainer: Explainer | None = None) -> None:
        self._explainer = explainer or Explainer()
        self._templates = Environment(
            loader=FileSystemLoader([str(folder / "pages") for folder in folders]),
            undefined=StrictUndefined,
            # Values come escaped from pages.escape, for Markdown and HTML alike.
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._templates.extend(own_words=self._explainer.words)
        self._templates.add_extension(OwnSentences)

    def page(self, head: PageHead, template: str, values: Mapping[str, Any]) -> Artefact:
        """A page made from a template of ``content/templates/pages``."""
        told = OnPage(self._explainer, head.path)
        found = self._templates.get_template(f"{template}.md.j2")
        body = found.render(**told.functions, **values).strip()
        content = "\n\n".join(filter(None, (body, told.acronyms(body))))
        return Artefact(head.path, f"{front_matter(head)}\n{content}\n", head.source)

    def whole(self, path: str, template: str, values: Mapping[str, Any]) -> Artefact:
        """A file that is served as it stands, with nothing of the theme around it."""
        body = self._templates.get_template(f"{template}.j2").render(**values)
        return Artefact(path, f"{body.strip()}\n")


def front_matter(head: PageHead) -> str:
    """The page's metadata, each value as JSON, which YAML reads as written."""
    rows: dict[str, Any] = {"title": attribute(head.title)}
    if head.kind:
        rows["tipo"] = head.kind
    if head.description:
        rows["description"] = attribute(head.description)
    if head.state:
        rows["estado"] = attribute(head.state)
    if head.moved_to:
        rows["ahora"] = head.moved_to
    if head.unlisted:
        rows["sin_buscadores"] = True
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in rows.items())
    return "\n".join(["---", *lines, "---", ""])


def said_of(page: Artefact) -> dict[str, Any]:
    """What ``front_matter`` says of a page that ``Writer.page`` made, its texts plain again."""
    rows = str(page.content).split("\n---\n", 1)[0].split("\n")[1:]
    found = {key: json.loads(value) for key, _, value in (row.partition(": ") for row in rows)}
    return {key: unescape(it) if isinstance(it, str) else it for key, it in found.items()}


def saying(page: Artefact, **more: Any) -> Artefact:
    """The same page with more metadata. Signs of markup go in as their number, so that no step
    between here and the page can take them for more than text."""
    head, _, body = str(page.content).partition("\n---\n")
    rows = [f"{key}: {_as_ascii_markup(value)}" for key, value in more.items()]
    return replace(page, content="\n".join([head, *rows, "---", body]))


def _as_ascii_markup(value: Any) -> str:
    told = json.dumps(value, ensure_ascii=False)
    return MARKUP.sub(lambda sign: f"\\u{ord(sign[0]):04x}", told)


def title_of(page: Artefact) -> str:
    """The plain title of a page that ``Writer.page`` made."""
    return str(said_of(page)["title"])
