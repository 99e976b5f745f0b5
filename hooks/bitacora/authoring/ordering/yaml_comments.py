"""The comments of a YAML text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yaml.events import Event, ScalarEvent

BLOCK_STYLES = ("|", ">")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: where it begins, in the whole text and in its line; its words with their «#»;
    whether nothing stands before it in its line."""

    start: int
    line: int
    column: int
    text: str
    alone: bool


def comments_of(text: str, events: Iterable[Event]) -> list[Comment]:
    """Every comment of a text whose events are these, in order."""
    spans = [_span(text, event) for event in events if isinstance(event, ScalarEvent)]
    starts = line_starts(text)
    found = []
    for start in _signs(text, spans):
        line = bisect_right(starts, start) - 1
        column = start - starts[line]
        end = text.find("\n", start)
        words = text[start : end if end >= 0 else len(text)].rstrip()
        alone = not text[starts[line] : start].strip()
        found.append(Comment(start, line, column, words, alone))
    return found


def line_starts(text: str) -> list[int]:
    """Where each line of the text begins."""
    starts = [0]
    while (end := text.find("\n", starts[-1])) >= 0:
        starts.append(end + 1)
    return starts


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of a text: its line and its column, both from 0, and how far from the start."""

    line: int
    column: int
    index: int


def start_of(event: Event) -> Mark:
    """Where an event begins."""
    mark = event.start_mark
    return Mark(mark.line, mark.column, mark.index) if mark else Mark(0, 0, 0)


def end_of(event: Event) -> Mark:
    """Where an event ends."""
    mark = event.end_mark
    return Mark(mark.line, mark.column, mark.index) if mark else Mark(0, 0, 0)


def _span(text: str, event: ScalarEvent) -> tuple[int, int]:
    start, end = start_of(event).index, end_of(event).index
    if event.style in BLOCK_STYLES:
        # The line of «|» or «>» may end in a comment of its own.
        start = text.find("\n", start)
        start = end if start < 0 else start
    return start, end


def _signs(text: str, spans: list[tuple[int, int]]) -> Iterator[int]:
    """Where a «#» begins a comment: outside every value, with nothing stuck to it."""
    position = 0
    for start, end in [*spans, (len(text), len(text))]:
        while (position := text.find("#", position, start)) >= 0:
            if position == 0 or text[position - 1] in " \t\n":
                yield position
                after = text.find("\n", position)
                position = len(text) if after < 0 else after
            else:
                position += 1
        position = end
