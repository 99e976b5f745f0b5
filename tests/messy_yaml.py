"""YAML as hands write it: the same record in any order, any style, with comments anywhere."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from bitacora.sources import Empty, Mapping, Node, Sequence

SAFE = re.compile(r"[A-Za-zÁÉÍÓÚáéíóúñÑ0-9](?:[\w .,;()/%«»-]*[\w.)»])?")
MARK = "#§"
"""How every comment begins: no data has this."""
WORDS = ("ojo", "según el acta", "# doble", "nota: con dos puntos", "'comillas\"", "- guion")


@dataclass
class Scribe:
    """Writes records untidily; ``comments`` are those it wrote."""

    chance: Random
    with_comments: bool
    comments: list[str] = field(default_factory=list)

    def text(self, record: Mapping) -> str:
        """The whole file of a record."""
        top = [f"{MARK} arriba", ""] if self.with_comments else []
        self.comments += [line for line in top if line]
        body = [*self.mapping(record, 0), *self.loose(0)]
        return self.chance.choice(("\n", "\r\n")).join([*top, *body, ""])

    def mapping(self, node: Mapping, indent: int) -> Iterator[str]:
        """A group of fields, in any order."""
        items = list(node.items)
        self.chance.shuffle(items)
        for key, value in items:
            yield from self.loose(indent)
            yield from self.field(str(key), value, indent)

    def field(self, key: str, value: Node, indent: int) -> Iterator[str]:
        """One named value."""
        name = self.chance.choice((key, key, f'"{key}"', f"'{key}'"))
        start = f"{' ' * indent}{name}:"
        if isinstance(value, Mapping):
            inner = indent + self.chance.choice((1, 2, 4))
            yield start + self.beside()
            yield from self.mapping(value, inner)
        elif isinstance(value, Sequence):
            yield from self.sequence(start, value, indent)
        else:
            yield from self.scalar(f"{start} ", value, indent)

    def sequence(self, start: str, node: Sequence, indent: int) -> Iterator[str]:
        """A list, in one line or in several."""
        flat = all(isinstance(item, str) for item in node.items)
        if flat and self.chance.random() < 0.3:
            inner = ", ".join(json.dumps(str(item), ensure_ascii=False) for item in node.items)
            yield f"{start} [{inner}]{self.beside()}"
            return
        yield start + self.beside()
        dash = indent + self.chance.choice((0, 2, 3))
        for item in node.items:
            yield from self.loose(dash)
            if isinstance(item, Mapping):
                first, *rest = self.plainly(item, dash + 2)
                yield f"{' ' * dash}- {first.lstrip()}"
                yield from rest
            else:
                yield from self.scalar(f"{' ' * dash}- ", item, dash)

    def plainly(self, node: Mapping, indent: int) -> Iterator[str]:
        """A group inside a list, whose first line shares that of the dash."""
        items = list(node.items)
        self.chance.shuffle(items)
        for place, (key, value) in enumerate(items):
            if place:
                yield from self.loose(indent)
            yield from self.field(str(key), value, indent)

    def scalar(self, start: str, node: Node, indent: int) -> Iterator[str]:
        """One value in any of the styles that can hold it."""
        if isinstance(node, Empty):
            yield start.rstrip() + self.beside()
            return
        text = str(node)
        styles: list[Callable[[str, str, int], Iterator[str]]] = [self.double]
        if "\n" not in text:
            styles.append(self.single)
        if SAFE.fullmatch(text) and "  " not in text:
            styles += [self.plain, self.folded]
        if "\n" in text and text == text.strip() and " \n" not in text:
            styles.append(self.literal)
        yield from self.chance.choice(styles)(start, text, indent)

    def double(self, start: str, text: str, indent: int) -> Iterator[str]:
        """Between double quotes."""
        yield f"{start}{json.dumps(text, ensure_ascii=self.chance.random() < 0.5)}{self.beside()}"

    def single(self, start: str, text: str, indent: int) -> Iterator[str]:
        """Between single quotes."""
        yield f"{start}'{text.replace(chr(39), chr(39) * 2)}'{self.beside()}"

    def plain(self, start: str, text: str, indent: int) -> Iterator[str]:
        """Without quotes."""
        yield f"{start}{text}{self.beside()}"

    def folded(self, start: str, text: str, indent: int) -> Iterator[str]:
        """A word a line after «>-»."""
        yield f"{start}>-{self.beside()}"
        yield from (" " * (indent + 3) + word for word in text.split(" "))

    def literal(self, start: str, text: str, indent: int) -> Iterator[str]:
        """Line by line after «|-»."""
        yield f"{start}|-{self.beside()}"
        yield from (" " * (indent + 3) + line if line else "" for line in text.split("\n"))

    def beside(self) -> str:
        """Perhaps a comment at the end of a line."""
        if not self.with_comments or self.chance.random() < 0.8:
            return ""
        return " " * self.chance.randint(1, 3) + self.comment()

    def loose(self, indent: int) -> Iterator[str]:
        """Perhaps comments or blank lines between two entries."""
        while self.chance.random() < 0.25:
            if not self.with_comments or self.chance.random() < 0.4:
                yield ""
            else:
                # Deeper than the fields, as when a field was commented out, or shallower.
                yield " " * self.chance.choice((indent, indent, indent + 2, 0)) + self.comment()

    def comment(self) -> str:
        """A comment nobody else wrote."""
        told = f"{MARK} {self.chance.choice(WORDS)} {len(self.comments)}"
        self.comments.append(told)
        return told
