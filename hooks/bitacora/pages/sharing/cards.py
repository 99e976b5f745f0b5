"""The pictures that go with a link to a page: one for each kind of page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.pages.writing import said_of
from bitacora.spanish import plain

FOLDER = "assets/compartir"
LISTED = "Listado"
GENERAL = "Acción internacional"
"""What the picture of a list says, whose kind would tell nobody anything."""


def card_of(said: Mapping[str, Any]) -> str:
    """The path of a page's picture, from what its metadata say of it."""
    return card_path(_word(said))


def card_path(word: str) -> str:
    """The path of the picture that bears a word."""
    return f"{FOLDER}/{re.sub('[^a-z0-9]+', '-', plain(word)).strip('-')}.png"


def card_words(pages: Iterable[Artefact]) -> tuple[str, ...]:
    """The words of all the pictures that pages need, in order."""
    return tuple(sorted({_word(said_of(page)) for page in pages if page.is_page}))


def _word(said: Mapping[str, Any]) -> str:
    kind = str(said.get("tipo", ""))
    return GENERAL if kind in ("", LISTED) else kind
