"""Text from data made safe for Markdown and HTML: it stays text, whatever it says.

Every sign with a meaning in Markdown, HTML, attribute lists or templates becomes a numeric
entity, which no later step reads as markup.
"""

from __future__ import annotations

import re
from urllib.parse import quote

# Signs that open markup anywhere in a line.
INLINE = frozenset("&<>\"'`*_[]{}()\\|~#!^=$@+")
# Signs and numbers that open a block only at the start of a line: lists, rules, definitions.
LINE_START = re.compile(r"^(\s*)([-:.%]|\d+(?=[.)]))")


# Every space but the two that do not break.
BREAKABLE = re.compile(r"[^\S\u00a0\u202f]+")


def _entity(char: str) -> str:
    return f"&#{ord(char)};"


ENTITIES = {ord(char): _entity(char) for char in INLINE}


def one_line(value: str) -> str:
    """The text without line breaks or repeated spaces; those that keep a sign beside its number
    («15 %», «$ 900») stay."""
    return BREAKABLE.sub(" ", value).strip()


def inline(value: str) -> str:
    """One line of plain text as Markdown that shows exactly those characters."""
    safe = one_line(value).translate(ENTITIES)
    opened = LINE_START.match(safe)
    if not opened:
        return safe
    mark = opened[2]
    rest = safe[opened.end() :]
    return f"{mark}{_entity(rest[0])}{rest[1:]}" if mark.isdigit() else f"{_entity(mark)}{rest}"


def paragraphs(value: str) -> str:
    """Plain paragraphs (split by an empty line) as Markdown paragraphs."""
    parts = (inline(part) for part in re.split(r"\n\s*\n", value))
    return "\n\n".join(part for part in parts if part)


def address(url: str) -> str:
    """A web address safe inside a Markdown link."""
    return (
        quote(url, safe=":/?#[]@!$&,;=%~+.-")
        .replace("&", "&amp;")
        .replace("]", "%5D")
        .replace("[", "%5B")
    )


def attribute(value: str) -> str:
    """Plain text safe inside a quoted HTML attribute or a page title."""
    return "".join(_entity(char) if char in "&<>\"'{}" else char for char in value)
