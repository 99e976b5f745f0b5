"""What a data file holds before types are decided: text with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from bitacora.problems import Place, Problem


class Text(str):
    """A scalar exactly as it was written, with the place where it begins."""

    __slots__ = ("place",)
    place: Place

    def __new__(cls, value: str, place: Place) -> Text:
        text = super().__new__(cls, value)
        text.place = place
        return text

    def __reduce__(self) -> tuple[type[Text], tuple[str, Place]]:
        # Without this, copying or pickling would lose the place.
        return (Text, (str(self), self.place))


@dataclass(frozen=True, slots=True)
class Empty:
    """A field that is there with nothing in it: a YAML null, a quoted "" or a blank cell."""

    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, in the order of the file."""

    place: Place
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields with their names, in the order of the file; no name is repeated."""

    place: Place
    items: tuple[tuple[Text, Node], ...]

    def get(self, name: str) -> Node | None:
        """The value under `name`, or None when the field is not there."""
        for key, value in self.items:
            if key == name:
                return value
        return None

    def keys(self) -> tuple[Text, ...]:
        """The field names, each with its place."""
        return tuple(key for key, _ in self.items)


Node: TypeAlias = Text | Mapping | Sequence | Empty


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One data file: its path inside the data folder, with its entries.

    A YAML file has exactly one entry, its top-level mapping; a CSV file one for each row.
    """

    path: str
    entries: tuple[Mapping, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """All that a data folder holds: files sorted by path, problems in order."""

    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]
