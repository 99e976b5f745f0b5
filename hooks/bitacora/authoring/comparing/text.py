"""A change as plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.authoring.comparing.change import Change
from bitacora.authoring.comparing.details import Line, details
from bitacora.authoring.comparing.telling import short
from bitacora.authoring.rule_help import understanding
from bitacora.reading.code_lists import CodeLists


def as_text(change: Change, lists: CodeLists, against: str, *, only_short: bool = False) -> str:
    """The verdict and the short lines, then every section; ``against`` says what it is compared
    with, in a sentence."""
    brief = short(change, lists)
    lines = [brief.verdict, against, ""]
    lines += [f"  {head}: {words}" for head, words in brief.lines]
    for section in () if only_short else details(change, lists):
        lines += ["", section.heading]
        lines += [shown for line in section.lines for shown in _shown(line)]
    told = (*change.blocking, *change.new_errors, *change.faults, *change.new_problems)
    if told and not only_short:
        lines += ["", understanding(told)]
    return "\n".join(lines).rstrip()


def _shown(line: Line) -> Iterator[str]:
    yield f"  - {line.text}"
    yield from (f"      {text}" for text in line.under)
    # What is there to be pasted stands as it must be pasted.
    yield from line.exact
