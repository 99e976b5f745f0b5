"""Values written as Typst, the language that sets the document.

All words go in as string literals, so no sign of the data can be read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable


def string(words: str) -> str:
    """Plain words as a string literal."""
    safe = words.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + safe.replace("\n", "\\n").replace("\r", "").replace("\t", " ") + '"'


def words(plain: str) -> str:
    """Plain words inside content."""
    return f"#{string(plain)}" if plain else ""


def call(name: str, *arguments: str, **named: str) -> str:
    """A call inside content; arguments are finished Typst."""
    given = [*arguments, *(f"{key.replace('_', '-')}: {value}" for key, value in named.items())]
    return f"#{name}({', '.join(given)})"


def array(items: Iterable[str]) -> str:
    """An array of finished Typst values."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def block(content: str) -> str:
    """Content as a value."""
    return f"[{content}]"
