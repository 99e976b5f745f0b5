"""Names of sheets: short, safe in every spreadsheet program, each one once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bitacora.spanish import sentence_case

LONGEST = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
ELLIPSIS = "…"


def sheet_names(wanted: Iterable[tuple[str, str]], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """A name for each sheet, from its full name and its acronym: the full one where it fits, else
    without what kind of unit it is («Secretaría de»), else the acronym, else the first words.
    ``taken`` are names that other sheets have."""
    used = {name.casefold() for name in taken}
    found: list[str] = []
    for full, acronym in wanted:
        name = _alone(_short(_safe(full), _safe(acronym)), used)
        used.add(name.casefold())
        found.append(name)
    return tuple(found)


def _safe(text: str) -> str:
    # A quote at either end, or one of these signs, makes Excel refuse the whole file.
    return " ".join(FORBIDDEN.sub(" ", text).split()).strip("' ")


def _short(full: str, acronym: str) -> str:
    proper = sentence_case(full.partition(" de ")[2])
    for name in (full, proper, acronym):
        if name and len(name) <= LONGEST:
            return name
    return _cut(full, LONGEST) or "Hoja"


def _cut(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    whole = text[:length].rpartition(" ")[0] or text[: length - 1]
    return f"{whole[: length - 1].rstrip()}{ELLIPSIS}"


def _alone(name: str, used: set[str]) -> str:
    # «History» is a name that Excel keeps for itself.
    wanted, number = name if name.casefold() != "history" else f"{name} 1", 1
    while wanted.casefold() in used:
        number += 1
        ending = f" ({number})"
        wanted = f"{_cut(name, LONGEST - len(ending))}{ending}"
    return wanted
