"""How one value is written in YAML: without quotes wherever nothing can be mistaken."""

from __future__ import annotations

import json
import re

BLANKS = " \t\n"
# What the core schema of YAML 1.2, which other programs follow, takes for no text.
_TYPED = (
    r"~|null|Null|NULL",
    r"true|True|TRUE|false|False|FALSE",
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
    r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
)
_LOOKS_TYPED = re.compile("|".join(_TYPED))
_FIRST_SIGNS = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|[-?](?:[ \t]|$)")
_INNER_SIGNS = re.compile(r":(?:[ \t]|$)|[ \t]#")
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
"""A number as the data write it."""


def is_literal(text: str) -> bool:
    """Whether a text is written as it is, over several lines, after «|-»."""
    whole = text == text.strip(BLANKS)
    return "\n" in text and whole and not re.search(r"[ \t]\n", text)


def inline(text: str, number: bool = False) -> str:
    """A value on one line; ``number`` where its field holds numbers."""
    if "\n" in text or text != text.strip(BLANKS):
        return json.dumps(text, ensure_ascii=False)
    if number and NUMBER.fullmatch(text):
        return text
    mistaken = _LOOKS_TYPED.fullmatch(text) or _FIRST_SIGNS.match(text)
    return _quoted(text) if not text or mistaken or _INNER_SIGNS.search(text) else text


def _quoted(text: str) -> str:
    if "'" in text and '"' not in text:
        return json.dumps(text, ensure_ascii=False)
    return "'" + text.replace("'", "''") + "'"
