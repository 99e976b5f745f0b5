"""The texts of the records, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bitacora.checks.rule import Finding, World
from bitacora.records.fields import Leaf
from bitacora.records.record import Registro
from bitacora.records.values import LongText, Mail, Text, WebAddress

WRITTEN = (Text, LongText, Mail, WebAddress)
ADDRESS = re.compile(r"https?://\S+")
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Written:
    """A text with the record and the field where it stands."""

    record: Registro
    leaf: Leaf
    text: str


def texts(world: World) -> Iterator[Written]:
    """Every text that a person wrote; codes and identifiers are left out."""
    for record, leaf in world.leaves:
        if isinstance(leaf.value, str) and isinstance(leaf.value_type, WRITTEN):
            yield Written(record, leaf, leaf.value)


def holding(world: World, pattern: re.Pattern[str], message: str, remedy: str) -> Iterator[Finding]:
    """A finding for each text with the pattern; «{}» in the message is what was found."""
    for written in texts(world):
        found = pattern.search(written.text)
        if found:
            shown = found[0].strip()[:SHOWN]
            yield Finding(written.record, written.leaf.path, message.replace("{}", shown), remedy)


def betraying(
    world: World, pattern: re.Pattern[str], message: str, remedy: str
) -> Iterator[Finding]:
    """The same, with what was found kept out of the finding; web addresses are not searched."""
    for written in texts(world):
        if pattern.search(ADDRESS.sub(" ", written.text)):
            yield Finding(written.record, written.leaf.path, message, remedy, private=True)
