"""The formats, errors, merged cells and hidden rows of an .ods workbook."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as xml

from bitacora.authoring.importing.cells import Mark
from bitacora.authoring.importing.marks import Marks, Merge, SheetMarks

MOST = 5_000
"""Repetitions beyond these are the empty end of a sheet."""
Attributes = dict[str, str]
Marked = tuple[int, int, tuple[Mark, str | None]]


def ods_marks(archive: zipfile.ZipFile) -> Marks:
    """The marks of each table; a parser's error where the content cannot be read."""
    root = xml.fromstring(archive.read("content.xml"))
    unseen = {
        _attributes(style).get("name")
        for style in root.iter()
        if _tag(style) == "style"
        and any(_attributes(part).get("display") == "false" for part in style)
    }
    return Marks(
        {
            _attributes(table)["name"]: _table(
                table, _attributes(table).get("style-name") in unseen
            )
            for table in root.iter()
            if _tag(table) == "table" and "name" in _attributes(table)
        }
    )


def _tag(element: xml.Element) -> str:
    return element.tag.rpartition("}")[2]


def _attributes(element: xml.Element) -> Attributes:
    return {name.rpartition("}")[2]: text for name, text in element.attrib.items()}


def _table(table: xml.Element, hidden: bool) -> SheetMarks:
    marked: dict[tuple[int, int], tuple[Mark, str | None]] = {}
    merged: list[Merge] = []
    unseen: set[int] = set()
    number = 1
    for row in (it for it in table.iter() if _tag(it) == "table-row"):
        says = _attributes(row)
        times = int(says.get("number-rows-repeated", 1))
        for line in range(number, number + (times if times < MOST else 0)):
            if says.get("visibility") in ("collapse", "filter"):
                unseen.add(line)
            for column, mark in _cells(row):
                marked[(line, column)] = mark
        merged += _merged(row, number)
        number += times
    return SheetMarks(marked, tuple(merged), frozenset(unseen), hidden)


def _walk(row: xml.Element) -> Iterator[tuple[int, int, xml.Element, Attributes]]:
    column = 1
    for cell in row:
        if _tag(cell) not in ("table-cell", "covered-table-cell"):
            continue
        says = _attributes(cell)
        times = int(says.get("number-columns-repeated", 1))
        yield column, times, cell, says
        column += times


def _cells(row: xml.Element) -> Iterator[tuple[int, tuple[Mark, str | None]]]:
    for column, times, cell, says in _walk(row):
        mark = _mark(cell, says)
        if mark != (Mark.PLAIN, None) and times < MOST:
            yield from ((place, mark) for place in range(column, column + times))


def _mark(cell: xml.Element, says: Attributes) -> tuple[Mark, str | None]:
    seen = "".join("".join(part.itertext()) for part in cell if _tag(part) == "p")
    if "formula" in says and (seen.startswith(("#", "Err:"))):
        return Mark.ERROR, None
    if "formula" in says and "value-type" not in says:
        return Mark.UNCOMPUTED, None
    if says.get("value-type") == "percentage":
        return Mark.PERCENT, None
    if says.get("value-type") == "currency":
        return Mark.PLAIN, says.get("currency")
    return Mark.PLAIN, None


def _merged(row: xml.Element, number: int) -> Iterator[Merge]:
    for column, _, _, says in _walk(row):
        down = int(says.get("number-rows-spanned", 1))
        across = int(says.get("number-columns-spanned", 1))
        if down > 1 or across > 1:
            yield number, column, number + down - 1, column + across - 1
