"""What a sheet of an .xlsx workbook says of its cells besides their values."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree as xml

from bitacora.authoring.importing.cells import PLAIN_LOOK, Look, Mark, Trait
from bitacora.authoring.importing.formulas import place_of, places_in
from bitacora.authoring.importing.marks import Place, SheetMarks, with_trait
from bitacora.authoring.importing.xlsx_styles import text_traits
from bitacora.authoring.importing.xml_parts import elements_of, is_true, tag

MOST_COLUMNS = 16_384
MOST_CELLS = 50_000_000
"""The library that reads the values makes room for all the cells up to the last one."""
_OTHER_BOOK = re.compile(r"(?<![\w\[\]])'?\[[0-9]+\][^\[\]]*?!")
"""«[1]Hoja1!A2» in a formula; «Tabla[2026]» is a column of a table."""


@dataclass(frozen=True, slots=True)
class BookParts:
    """What the sheets of a book share: the look of each style, the traits of the shared texts,
    whether nobody has calculated its formulas."""

    looks: list[Look]
    texts: Mapping[int, frozenset[Trait]]
    unfinished: bool


@dataclass(slots=True)
class _Reading:
    """What is known of a sheet so far; the shared formulas that look at another book, the ranges
    that a formula fills."""

    parts: BookParts
    cells: dict[Place, Look] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    zeros_unseen: bool = False
    linked: set[str] = field(default_factory=set)
    filled: list[str] = field(default_factory=list)
    formulas: dict[Place, str] = field(default_factory=dict)
    row: int = 0


def sheet_marks(
    archive: zipfile.ZipFile, path: str, parts: BookParts, comments: Mapping[Place, str]
) -> SheetMarks:
    """The marks of a sheet; ``ValueError`` or a parser's error where it cannot be read."""
    found = _Reading(parts)
    for element in elements_of(archive, path):
        name = tag(element)
        if name == "row":
            _row(found, element)
            element.clear()
        elif name == "sheetView" and element.get("showZeros") in ("0", "false"):
            found.zeros_unseen = True
        elif name == "col" and is_true(element.get("hidden")):
            last = min(int(element.get("max") or 0), MOST_COLUMNS)
            found.hidden_columns |= set(range(int(element.get("min") or 1), last + 1))
    if parts.unfinished:
        _spill(found)
    return SheetMarks(
        found.cells,
        (),
        frozenset(found.hidden_rows),
        frozenset(found.hidden_columns),
        comments=comments,
        zeros_unseen=found.zeros_unseen,
        formulas=found.formulas,
    )


def _row(found: _Reading, row: xml.Element) -> None:
    found.row = int(row.get("r") or found.row + 1)
    if is_true(row.get("hidden")):
        found.hidden_rows.add(found.row)
    column = 0
    for cell in row:
        if tag(cell) == "c":
            column = place_of(cell.get("r") or "")[1] or column + 1
            if found.row * column > MOST_CELLS and len(cell):
                raise ValueError("a cell too far from all others")
            # A cell with nothing in it looks like nothing.
            look = _look(found, cell, column) if len(cell) else PLAIN_LOOK
            if look != PLAIN_LOOK:
                found.cells[(found.row, column)] = look


def _look(found: _Reading, cell: xml.Element, column: int) -> Look:
    style = int(cell.get("s") or 0)
    look = found.parts.looks[style] if style < len(found.parts.looks) else PLAIN_LOOK
    held = {tag(part): part for part in cell}
    kind = cell.get("t")
    text = held["v"].text if "v" in held else None
    if kind == "s" and text and text.strip().isdecimal():
        look = with_trait(look, *found.parts.texts.get(int(text), ()))
    elif kind == "inlineStr" and "is" in held:
        look = with_trait(look, *text_traits(held["is"]))
    formula = held.get("f")
    if kind == "e":
        return replace(look, mark=Mark.ERROR)
    if formula is None:
        return look
    if found.parts.unfinished or (text is None and kind != "str"):
        if formula.get("ref") and formula.get("t") != "shared":
            found.filled.append(str(formula.get("ref")))
        return replace(look, mark=Mark.UNCOMPUTED)
    # A shared formula is written once, for its first cell; the copies are of programs that
    # calculate.
    if formula.text and formula.get("t") not in ("array", "dataTable"):
        found.formulas[(found.row, column)] = formula.text
    return with_trait(look, Trait.LINKED) if _is_linked(found, formula) else look


def _is_linked(found: _Reading, formula: xml.Element) -> bool:
    """Whether a formula looks at another book; one that is shared says it once."""
    shared = str(formula.get("si")) if formula.get("t") == "shared" else ""
    if _OTHER_BOOK.search(formula.text or ""):
        found.linked.add(shared)
        return True
    return bool(shared) and shared in found.linked


def _spill(found: _Reading) -> None:
    """The cells that a formula fills besides its own are as little calculated as it is."""
    for place in (place for shown in found.filled for place in places_in(shown)):
        look = found.cells.get(place, PLAIN_LOOK)
        found.cells[place] = replace(look, mark=Mark.UNCOMPUTED)
