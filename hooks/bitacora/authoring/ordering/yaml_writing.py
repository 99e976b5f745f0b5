"""From a tree to the text of its file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bitacora.authoring.ordering.tree import Entry, Fields, Group, Items, Leaf, Notes, Nothing, Tree
from bitacora.authoring.ordering.yaml_scalars import inline, is_literal

STEP = "  "
BLANK = ""


def yaml_text(tree: Tree) -> str:
    """The text of a record in the one form that everything writes."""
    entries = tree.record.entries
    if not entries:
        lines = [*_groups((*tree.top, *tree.foot)), BLANK, "{}"]
        return "\n".join(_without_idle_blanks(lines)) + "\n"
    # Comments at the top would run into those of a field that came to stand under them.
    tight = tree.tight and not entries[0].notes.above
    lines = [
        *_groups(tree.top),
        *([] if tight else [BLANK]),
        *_fields(tree.record, ""),
        *([BLANK] if tree.foot else []),
        *_groups(tree.foot),
    ]
    return "\n".join(_without_idle_blanks(lines)) + "\n"


def _groups(groups: Iterable[Group]) -> Iterator[str]:
    for number, group in enumerate(groups):
        yield from ([BLANK] if number else [])
        yield from group


def _without_idle_blanks(lines: Iterable[str]) -> Iterator[str]:
    """The lines with no blank one at either end, nor two together."""
    waiting = started = False
    for line in lines:
        if line == BLANK:
            waiting = started
            continue
        if waiting:
            yield BLANK
        yield line
        waiting, started = False, True


def _fields(fields: Fields, indent: str) -> Iterator[str]:
    for entry in fields.entries:
        yield from _above(entry.notes, indent)
        yield from _entry(f"{entry.name}:", entry, indent)
        yield from _below(entry.notes, indent)


def _items(items: Items, indent: str) -> Iterator[str]:
    for item in map(_hoisted, items.entries):
        yield from _above(item.notes, indent)
        if isinstance(item.value, Fields | Items) and item.value.entries:
            yield from _after_dash(item.value, indent)
        else:
            yield from _entry("-", item, indent)
        yield from _below(item.notes, indent)


def _after_dash(value: Fields | Items, indent: str) -> Iterator[str]:
    inner = indent + STEP
    first, *rest = _fields(value, inner) if isinstance(value, Fields) else _items(value, inner)
    yield f"{indent}- {first[len(inner) :]}"
    yield from rest


def _entry(start: str, entry: Entry, indent: str) -> Iterator[str]:
    value = entry.value
    inner = indent + STEP
    beside = f" {entry.notes.beside}" if entry.notes.beside else ""
    if isinstance(value, Leaf) and is_literal(value.text):
        # One piece, so that its own blank lines are never taken for idle ones.
        body = (inner + line if line else line for line in value.text.split("\n"))
        yield "\n".join((f"{indent}{start} |-{beside}", *body))
    elif isinstance(value, Leaf):
        yield f"{indent}{start} {inline(value.text, value.number)}{beside}"
    elif isinstance(value, Nothing):
        yield f"{indent}{start}{beside}"
    elif not value.entries:
        yield f"{indent}{start} {'{}' if isinstance(value, Fields) else '[]'}{beside}"
    else:
        yield f"{indent}{start}{beside}"
        yield from _fields(value, inner) if isinstance(value, Fields) else _items(value, inner)


def _above(notes: Notes, indent: str) -> Iterator[str]:
    if notes.above and notes.apart:
        yield BLANK
    yield from (indent + line for line in notes.above)


def _below(notes: Notes, indent: str) -> Iterator[str]:
    for group in notes.below:
        yield BLANK
        yield from (indent + line for line in group)
        yield BLANK


def _hoisted(item: Entry) -> Entry:
    """The item with the comments above its first line, which begins after the dash, above itself;
    with one beside a dash there too."""
    value, notes = item.value, item.notes
    if not isinstance(value, Fields | Items) or not value.entries:
        return item
    first = value.entries[0] if isinstance(value, Fields) else _hoisted(value.entries[0])
    beside = (notes.beside,) if notes.beside else ()
    lifted = replace(notes, above=(*notes.above, *beside, *first.notes.above), beside="")
    freed = replace(first, notes=replace(first.notes, above=(), apart=False))
    return replace(item, value=type(value)((freed, *value.entries[1:])), notes=lifted)
