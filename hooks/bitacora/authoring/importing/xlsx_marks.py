"""The formats, errors, formulas without result and hidden rows of an .xlsx workbook."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as xml

from bitacora.authoring.importing.cells import Mark
from bitacora.authoring.importing.marks import (
    EPOCH_1900,
    EPOCH_1904,
    Marks,
    SheetMarks,
    format_mark,
)

BUILT_IN = {9: "0%", 10: "0.00%", 17: "mmm-yy"}
Style = tuple[Mark, str | None]


def xlsx_marks(archive: zipfile.ZipFile) -> Marks:
    """The marks of each sheet; ``ValueError`` or a parser's error where a part cannot be read:
    without its formats a figure might be read as another."""
    book = xml.fromstring(archive.read("xl/workbook.xml"))
    styles = _styles(archive)
    targets = dict(_targets(archive))
    sheets = {
        str(sheet.get("name")): _sheet(archive, targets[_relation(sheet)], styles)
        for sheet in book.iter()
        if _tag(sheet) == "sheet" and _relation(sheet) in targets
    }
    old = any(_tag(it) == "workbookPr" and _true(it.get("date1904")) for it in book.iter())
    return Marks(sheets, EPOCH_1904 if old else EPOCH_1900)


def _tag(element: xml.Element) -> str:
    return element.tag.rpartition("}")[2]


def _true(text: str | None) -> bool:
    return text in ("1", "true")


def _relation(sheet: xml.Element) -> str:
    return next((text for name, text in sheet.attrib.items() if name.endswith("}id")), "")


def _targets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    names = set(archive.namelist())
    for item in xml.fromstring(archive.read("xl/_rels/workbook.xml.rels")):
        target = str(item.get("Target", ""))
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if path in names:
            yield str(item.get("Id")), path


def _styles(archive: zipfile.ZipFile) -> list[Style]:
    if "xl/styles.xml" not in archive.namelist():
        return []
    root = xml.fromstring(archive.read("xl/styles.xml"))
    codes = dict(BUILT_IN)
    found: list[Style] = []
    for part in root:
        if _tag(part) == "numFmts":
            codes |= {int(it.get("numFmtId", 0)): str(it.get("formatCode", "")) for it in part}
        if _tag(part) == "cellXfs":
            found = [format_mark(codes.get(int(it.get("numFmtId", 0)), "")) for it in part]
    return found


def _sheet(archive: zipfile.ZipFile, path: str, styles: list[Style]) -> SheetMarks:
    cells: dict[tuple[int, int], Style] = {}
    hidden: set[int] = set()
    number = 0
    for _, element in xml.iterparse(BytesIO(archive.read(path))):
        if _tag(element) != "row":
            continue
        number = int(element.get("r") or number + 1)
        if _true(element.get("hidden")):
            hidden.add(number)
        for column, mark in _row(element, styles):
            cells[(number, column)] = mark
        element.clear()
    return SheetMarks(cells, (), frozenset(hidden))


def _row(row: xml.Element, styles: list[Style]) -> Iterator[tuple[int, Style]]:
    column = 0
    for cell in row:
        if _tag(cell) != "c":
            continue
        column = _column(cell.get("r") or "") or column + 1
        style = int(cell.get("s") or 0)
        mark = styles[style] if style < len(styles) else (Mark.PLAIN, None)
        held = {_tag(part): part.text for part in cell}
        if cell.get("t") == "e":
            mark = (Mark.ERROR, None)
        elif "f" in held and held.get("v") is None and cell.get("t") != "str":
            mark = (Mark.UNCOMPUTED, None)
        if mark != (Mark.PLAIN, None):
            yield column, mark


def _column(reference: str) -> int:
    """The column of «AB12» from 1; 0 where there is no reference."""
    found = 0
    for letter in reference.rstrip("0123456789").upper():
        found = found * 26 + ord(letter) - ord("A") + 1
    return found
