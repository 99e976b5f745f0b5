"""A YAML record with its comments, each beside what it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Group: TypeAlias = tuple[str, ...]
"""Comments on lines of their own that follow one another, each with its «#»."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The comments of one entry.

    ``above`` are the lines right over it (``apart`` where a blank line stands over them),
    ``beside`` what ends its line, ``below`` the loose groups between it and what follows.
    """

    above: Group = ()
    beside: str = ""
    below: tuple[Group, ...] = ()
    apart: bool = False

    def __bool__(self) -> bool:
        return bool(self.above or self.beside or self.below)


NO_NOTES = Notes()


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value as text; ``number`` where its field holds numbers, which bear no quotes."""

    text: str
    number: bool = False


@dataclass(frozen=True, slots=True)
class Nothing:
    """What is not said: a key or an item without value."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Fields:
    """A group of named values."""

    entries: tuple[Entry, ...] = ()

    def named(self, name: str) -> Entry | None:
        """The entry of that name, or None."""
        return next((entry for entry in self.entries if entry.name == name), None)


Branch: TypeAlias = Leaf | Nothing | Items | Fields


@dataclass(frozen=True, slots=True)
class Entry:
    """A value with its comments; ``name`` is empty for an item of a list."""

    value: Branch
    notes: Notes = NO_NOTES
    name: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole file: the comments at its top (``tight`` where no blank line parts them from the
    first field), the record, the comments at its foot."""

    record: Fields
    top: tuple[Group, ...] = ()
    tight: bool = False
    foot: tuple[Group, ...] = ()
