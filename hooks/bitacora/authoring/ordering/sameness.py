"""Whether two texts of a data file say the same."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
from typing import TypeAlias

from bitacora.authoring.ordering.surroundings import Surroundings
from bitacora.reading.code_lists import LISTS_FOLDER
from bitacora.reading.records import Reading
from bitacora.sources import Empty, Mapping, Node, Sequence, SourceFile

Said: TypeAlias = "str | tuple[Said, ...] | frozenset[tuple[str, Said]]"


def same(before: SourceFile, after: SourceFile, around: Surroundings) -> bool:
    """Whether both give the same records, the same errors, the same texts where there are errors,
    and no remark that was not there. The order of keys and of rows says nothing, save that of the
    codes of a list."""
    if before.path.startswith(f"{LISTS_FOLDER}/"):
        return [_said(entry) for entry in before.entries] == [
            _said(entry) for entry in after.entries
        ]
    first, second = around.reading_of(before), around.reading_of(after)
    return (
        _records(first) == _records(second)
        and _unread(before, first) == _unread(after, second)
        and _faults(first, errors=True) == _faults(second, errors=True)
        and _faults(second, errors=False) <= _faults(first, errors=False)
    )


def _records(reading: Reading) -> Counter[str]:
    # As text, so that 2.0 is not taken for 2: pages show the difference.
    return Counter(repr(item.record) for item in reading.located)


def _faults(reading: Reading, *, errors: bool) -> Counter[tuple[str, str, str]]:
    return Counter(
        (it.regla, it.campo, " ".join(it.valor.split()))
        for it in reading.problems
        if it.is_error is errors
    )


def _unread(source: SourceFile, reading: Reading) -> Counter[Said]:
    read = {id(item.entry) for item in reading.located}
    # A record needs no «id»: the name of its file says it.
    own = ("id", PurePosixPath(source.path).stem)
    unread = (_said(entry) for entry in source.entries if id(entry) not in read)
    return Counter(it - {own} if isinstance(it, frozenset) else it for it in unread)


def _said(node: Node) -> Said:
    """What a node says, whatever the order of its keys and its blanks."""
    if isinstance(node, Mapping):
        told = ((str(key), _said(value)) for key, value in node.items if not _is_silent(value))
        return frozenset(told)
    if isinstance(node, Sequence):
        return tuple(_said(item) for item in node.items if not isinstance(item, Empty))
    return "" if isinstance(node, Empty) else " ".join(node.split())


def _is_silent(node: Node) -> bool:
    if isinstance(node, Sequence):
        return all(isinstance(item, Empty) for item in node.items)
    return isinstance(node, Empty)
