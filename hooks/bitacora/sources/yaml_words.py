"""What the YAML parser complains of, in words for people who do not program."""

from __future__ import annotations

import re

import yaml

from bitacora.problems import Problem
from bitacora.sources.faults import Origin, shorten
from bitacora.sources.yaml_mistakes import (
    AFTER_QUOTE,
    INDENT,
    KINDS,
    LIST_ITEM,
    MISFIT,
    OPEN_QUOTE,
    TAB,
    TAG,
    UNKNOWN,
    Told,
)


def complaint(error: yaml.YAMLError, text: str, origin: Origin) -> Problem:
    """The problem that a parser's error amounts to, in Spanish, with its line."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return origin.error("yaml-sintaxis", origin.place(1), *UNKNOWN)
    words = f"{error.context or ''} {error.problem or ''}"
    open_quote = "quoted scalar" in words and "escape" not in words
    # These two are seen far below the line that has the mistake.
    began_before = open_quote or "expected ':'" in words
    mark = (error.context_mark if began_before else None) or error.problem_mark
    lines = text.split("\n")
    number, column = (mark.line, mark.column) if mark else (0, 0)
    number = min(number, len(lines) - 1)
    # A fault seen at the end of the file is better looked for where the text ends.
    while number and not lines[number].strip():
        number, column = number - 1, 0
    rule, told = _mistake(words, open_quote, lines[number], column)
    line = lines[number].strip()
    return origin.error(
        rule,
        origin.place(number + 1, column + 1),
        f"{told[0].removesuffix('.')}: «{shorten(line)}».",
        told[1],
        field=_field(line),
        value=line,
    )


def _mistake(words: str, open_quote: bool, line: str, column: int) -> tuple[str, Told]:
    if "tag" in words.lower():
        return "yaml-etiqueta", TAG
    if open_quote:
        return "yaml-sintaxis", OPEN_QUOTE
    if re.match(r" *\t", line):
        return "yaml-tabulacion", TAB
    if "escape" not in words and re.search(r"[\"']\s*$", line[:column]):
        return "yaml-sintaxis", AFTER_QUOTE
    told = next((told for needle, told in KINDS if needle in words), UNKNOWN)
    if told is INDENT and line.lstrip().startswith("- "):
        told = LIST_ITEM
    elif "mapping values" in words and re.fullmatch(r"\s*\w+\s*", line[:column]):
        told = MISFIT
    return "yaml-sintaxis", told


def _field(line: str) -> str:
    found = re.match(r"[\s-]*([^\W\d]\w*)\s*:", line)
    return found.group(1) if found else ""
