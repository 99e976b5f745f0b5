"""What an .ods workbook says of its cells besides their values."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as xml

from bitacora.authoring.importing.cells import PLAIN_LOOK, Look, Mark, Merge, Trait
from bitacora.authoring.importing.marks import EPOCH_1900, Marks, Place, SheetMarks
from bitacora.authoring.importing.xml_parts import attributes, part_of, tag

MOST = 5_000
"""Repetitions beyond these are the empty end of a sheet."""
_OTHER_BOOK = re.compile(r"'(?:file|https?):")
LINES_THROUGH = ("text-line-through-style", "text-line-through-type")
_OWN_CELL = re.compile(r"\[\.\$?[A-Z]+\$?[0-9]+(?::\.\$?[A-Z]+\$?[0-9]+)?\]")
_UNSEEN = ("collapse", "filter")


@dataclass(frozen=True, slots=True)
class _Styles:
    """The names of the styles that strike out, that raise a text, that hide a sheet."""

    struck: frozenset[str]
    raised: frozenset[str]
    hiding: frozenset[str]


def ods_marks(archive: zipfile.ZipFile) -> Marks:
    """The marks of each table; a parser's error where the content cannot be read."""
    root = part_of(archive, "content.xml")
    parts = [root]
    if "styles.xml" in archive.namelist():
        parts.append(part_of(archive, "styles.xml"))
    styles = _styles(parts)
    zeros_unseen = _zeros_unseen(archive)
    tables = (it for it in root.iter() if tag(it) == "table" and "name" in attributes(it))
    first = next((attributes(it) for it in root.iter() if tag(it) == "null-date"), {})
    return Marks(
        {
            attributes(table)["name"]: replace(_table(table, styles), zeros_unseen=zeros_unseen)
            for table in tables
        },
        date.fromisoformat(first["date-value"][:10]) if "date-value" in first else EPOCH_1900,
    )


def _zeros_unseen(archive: zipfile.ZipFile) -> bool:
    """Whether the view of the workbook leaves its zeros out."""
    if "settings.xml" not in archive.namelist():
        return False
    return any(
        attributes(item).get("name") == "ShowZeroValues" and item.text == "false"
        for item in part_of(archive, "settings.xml").iter()
    )


def _styles(parts: list[xml.Element]) -> _Styles:
    found: dict[str, set[str]] = {"struck": set(), "raised": set(), "hiding": set()}
    for style in (it for part in parts for it in part.iter() if tag(it) == "style"):
        name = attributes(style).get("name", "")
        for says in map(attributes, style):
            if any(says.get(it, "none") != "none" for it in LINES_THROUGH):
                found["struck"].add(name)
            if says.get("text-position", "0%").split()[0] not in ("0%", "normal"):
                found["raised"].add(name)
            if says.get("display") == "false":
                found["hiding"].add(name)
    return _Styles(*(frozenset(found[kind]) for kind in ("struck", "raised", "hiding")))


def _table(table: xml.Element, styles: _Styles) -> SheetMarks:
    marked: dict[Place, Look] = {}
    comments: dict[Place, str] = {}
    formulas: dict[Place, str] = {}
    merged: list[Merge] = []
    unseen: set[int] = set()
    number = 1
    for row in (it for it in table.iter() if tag(it) == "table-row"):
        says = attributes(row)
        times = int(says.get("number-rows-repeated", 1))
        for line in range(number, number + (times if times < MOST else 0)):
            if says.get("visibility") in _UNSEEN:
                unseen.add(line)
            for column, look in _cells(row, styles):
                marked[(line, column)] = look
            formulas |= {(line, column): text for column, text in _formulas(row)}
        comments |= {(number, column): text for column, text in _comments(row)}
        merged += _merged(row, number)
        number += times
    return SheetMarks(
        marked,
        tuple(merged),
        frozenset(unseen),
        frozenset(_unseen_columns(table)),
        attributes(table).get("style-name") in styles.hiding,
        comments,
        formulas=formulas,
    )


def _unseen_columns(table: xml.Element) -> Iterator[int]:
    number = 1
    for column in (it for it in table.iter() if tag(it) == "table-column"):
        says = attributes(column)
        times = int(says.get("number-columns-repeated", 1))
        if says.get("visibility") in _UNSEEN and times < MOST:
            yield from range(number, number + times)
        number += times


def _walk(row: xml.Element) -> Iterator[tuple[int, int, xml.Element, dict[str, str]]]:
    column = 1
    for cell in row:
        if tag(cell) not in ("table-cell", "covered-table-cell"):
            continue
        says = attributes(cell)
        times = int(says.get("number-columns-repeated", 1))
        yield column, times, cell, says
        column += times


def _cells(row: xml.Element, styles: _Styles) -> Iterator[tuple[int, Look]]:
    for column, times, cell, says in _walk(row):
        look = _look(cell, says, styles)
        if look != PLAIN_LOOK and times < MOST:
            yield from ((place, look) for place in range(column, column + times))


def _look(cell: xml.Element, says: dict[str, str], styles: _Styles) -> Look:
    lines = [part for part in cell if tag(part) == "p"]
    seen = "".join("".join(part.itertext()) for part in lines)
    spans = {attributes(it).get("style-name", "") for line in lines for it in line.iter()}
    traits = set()
    if says.get("style-name") in styles.struck or spans & styles.struck:
        traits.add(Trait.STRUCK)
    if spans & styles.raised:
        traits.add(Trait.RAISED)
    if _OTHER_BOOK.search(says.get("formula", "")):
        traits.add(Trait.LINKED)
    value = says.get("value", "")
    if value and not seen.strip() and not Decimal(value):
        traits.add(Trait.ZERO_UNSEEN)
    kind = says.get("value-type")
    return Look(
        _mark(says, seen),
        says.get("currency") if kind == "currency" else None,
        _decimals(value, seen, kind == "percentage") if value else None,
        frozenset(traits),
    )


def _mark(says: dict[str, str], seen: str) -> Mark:
    if "formula" in says and seen.startswith(("#", "Err:")):
        return Mark.ERROR
    if "formula" in says and "value-type" not in says:
        return Mark.UNCOMPUTED
    return Mark.PERCENT if says.get("value-type") == "percentage" else Mark.PLAIN


def _decimals(value: str, seen: str, percent: bool) -> int | None:
    """How many decimals are shown, where what is shown is the value rounded to them."""
    exact = Decimal(value) * (100 if percent else 1)
    figures = re.sub(r"[^0-9]", "", seen)
    tail = re.findall(r"[0-9]+", seen)[1:]
    for decimals in {0, len(tail[-1]) if tail else 0}:
        if figures == f"{abs(exact):.{decimals}f}".replace(".", ""):
            return decimals
    return None


def _formulas(row: xml.Element) -> Iterator[tuple[int, str]]:
    """The formulas of a row as other programs write them: «[.A2]+[.B2]» is «A2+B2»."""
    for column, _, _, says in _walk(row):
        text = says.get("formula", "")
        if text.startswith("of:="):
            bare = _OWN_CELL.sub(lambda cell: cell[0][1:-1].replace(".", ""), text[4:])
            yield column, bare.replace(";", ",")


def _comments(row: xml.Element) -> Iterator[tuple[int, str]]:
    for column, _, cell, _ in _walk(row):
        for note in (it for it in cell if tag(it) == "annotation"):
            lines = ("".join(part.itertext()) for part in note if tag(part) == "p")
            yield column, " ".join(" ".join(lines).split())


def _merged(row: xml.Element, number: int) -> Iterator[Merge]:
    for column, _, _, says in _walk(row):
        down = int(says.get("number-rows-spanned", 1))
        across = int(says.get("number-columns-spanned", 1))
        if down > 1 or across > 1:
            yield Merge(number, column, number + down - 1, column + across - 1)
