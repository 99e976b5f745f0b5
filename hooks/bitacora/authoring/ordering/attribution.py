"""What each comment of a YAML text speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yaml.events import CollectionEndEvent, CollectionStartEvent, Event, ScalarEvent

from bitacora.authoring.ordering.tree import Group, Tree
from bitacora.authoring.ordering.yaml_comments import (
    BLOCK_STYLES,
    Comment,
    Mark,
    comments_of,
    end_of,
    start_of,
)
from bitacora.authoring.ordering.yaml_reading import Draft, all_of, drafts_of, tree_of
from bitacora.sources import Mapping

Spot = tuple[int, int]
"""A line and a column, from 0."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A list or group between brackets: where it begins, where it ends."""

    start: Spot
    end: Spot

    def holds(self, spot: Spot) -> bool:
        """Whether the spot is between the brackets."""
        return self.start < spot < self.end


def commented_tree(text: str, record: Mapping, events: Sequence[Event]) -> Tree:
    """The tree of a record read from a text whose events are these; no comment is lost."""
    lines = text.split("\n")
    drafts = drafts_of(record, lines)
    page = _Page(lines, list(all_of(drafts)), _last_lines(events), list(_flows(events)))
    blocks = []
    for comment in comments_of(text, events):
        owner = None if comment.alone else page.ends_with(comment)
        if owner is None:
            blocks.append(comment)
            continue
        if owner.beside:
            owner.above.append(owner.beside)
        owner.beside = comment.text
    return page.tree(drafts, blocks)


class _Page:
    """A text with its entries, which takes the comments one group at a time."""

    def __init__(
        self, lines: list[str], drafts: list[Draft], ends: dict[Spot, int], flows: list[Flow]
    ) -> None:
        self.lines = lines
        self.drafts = drafts
        self.ends = ends
        self.flows = flows
        self.top: list[Group] = []
        self.foot: list[Group] = []
        self.tight = False

    def tree(self, drafts: list[Draft], comments: list[Comment]) -> Tree:
        """The tree, once every comment that stands alone has found its place."""
        taken = {comment.line for comment in comments}
        for group in _groups(comments):
            self._place(group, taken)
        return Tree(tree_of(drafts), tuple(self.top), self.tight, tuple(self.foot))

    def ends_with(self, comment: Comment) -> Draft | None:
        """The entry on whose line, after whose value, the comment stands."""
        spot = (comment.line, comment.column)
        closed = [it for it in self.flows if it.end <= spot and it.end[0] == comment.line]
        start = min((flow.start for flow in closed), default=None)
        last = None
        for draft in self.drafts:
            if (draft.line, draft.column) > spot:
                break
            last = draft
            if _value_spot(draft) == start:
                return draft
        if last is None or comment.line not in (last.line, self.ends.get(_value_spot(last))):
            return None
        return last

    def _place(self, group: list[Comment], taken: set[int]) -> None:
        first, words = group[0], tuple(comment.text for comment in group)
        after = self._after(first)
        following = group[-1].line + 1
        while following in taken:
            following += 1
        touches = after is not None and following >= after.line
        empty = not self.drafts
        if empty or (after is self.drafts[0] and not (self.top and touches)):
            self.top.append(words)
            self.tight = touches
            return
        owner = self._owner(first, after)
        if after is None:
            (owner.below if owner and first.column else self.foot).append(words)
        elif owner and (not touches or first.column > after.column < owner.column):
            owner.below.append(words)
        else:
            after.apart = after.apart or (not after.above and not self._stuck(first.line))
            after.above += words

    def _after(self, comment: Comment) -> Draft | None:
        spot = (comment.line, comment.column)
        return next((it for it in self.drafts if (it.line, it.column) > spot), None)

    def _owner(self, comment: Comment, after: Draft | None) -> Draft | None:
        """The entry before a comment, no deeper than it, that what follows is no part of."""
        spot = (comment.line, comment.column)
        bracketed = any(flow.holds(spot) for flow in self.flows)
        for draft in reversed(self.drafts):
            place = (draft.line, draft.column)
            if place > spot:
                continue
            if after is not None and after.within(draft):
                return None
            loose = not any(flow.holds(place) for flow in self.flows)
            if bracketed or (loose and draft.column <= comment.column):
                return draft
        return None

    def _stuck(self, line: int) -> bool:
        return line > 0 and bool(self.lines[line - 1].strip())


def _value_spot(draft: Draft) -> Spot:
    place = draft.value.place
    return place.linea - 1, place.columna - 1


def _groups(comments: list[Comment]) -> Iterator[list[Comment]]:
    """Comments of one column that follow one another without a line between."""
    group: list[Comment] = []
    for comment in comments:
        if group and (comment.line, comment.column) != (group[-1].line + 1, group[-1].column):
            yield group
            group = []
        group.append(comment)
    if group:
        yield group


def _last_lines(events: Sequence[Event]) -> dict[Spot, int]:
    """The line where each value ends, or where its text is announced, by where it begins."""
    return {
        _spot(start_of(event)): (start_of if event.style in BLOCK_STYLES else end_of)(event).line
        for event in events
        if isinstance(event, ScalarEvent)
    }


def _flows(events: Sequence[Event]) -> Iterator[Flow]:
    begun: list[CollectionStartEvent] = []
    for event in events:
        if isinstance(event, CollectionStartEvent):
            begun.append(event)
        elif isinstance(event, CollectionEndEvent):
            start = begun.pop()
            if start.flow_style:
                yield Flow(_spot(start_of(start)), _spot(end_of(event)))


def _spot(mark: Mark) -> Spot:
    return mark.line, mark.column
