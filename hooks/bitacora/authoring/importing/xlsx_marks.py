"""What an .xlsx workbook says of its cells besides their values."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree import ElementTree as xml

from bitacora.authoring.importing.cells import Trait
from bitacora.authoring.importing.formulas import place_of
from bitacora.authoring.importing.marks import EPOCH_1900, EPOCH_1904, Marks, Place
from bitacora.authoring.importing.xlsx_sheet import BookParts, sheet_marks
from bitacora.authoring.importing.xlsx_styles import looks_of, text_traits
from bitacora.authoring.importing.xml_parts import (
    attributes,
    elements_of,
    is_true,
    part_of,
    relations,
    tag,
)

BOOK = "officeDocument"
OFF = ("0", "false")


def book_part(archive: zipfile.ZipFile) -> str:
    """The path of the part with the list of sheets; empty where the package has none that is
    XML."""
    main = next((path for kind, path in relations(archive, "").values() if kind == BOOK), "")
    return main if main.endswith(".xml") else ""


def xlsx_marks(archive: zipfile.ZipFile, path: str) -> Marks:
    """The marks of each sheet; ``ValueError`` or a parser's error where a part cannot be read:
    without its formats a figure might be read as another. ``path`` is that of the book."""
    book = part_of(archive, path)
    related = relations(archive, path)
    parts = BookParts(looks_of(archive, related), _texts(archive, related), _is_unfinished(book))
    # «Precision as displayed»: results are rounded to what their cells show.
    seen = any(tag(it) == "calcPr" and it.get("fullPrecision") in OFF for it in book.iter())
    sheets = {}
    for sheet in book.iter():
        kind, target = related.get(attributes(sheet).get("id", ""), ("", ""))
        if tag(sheet) == "sheet" and kind == "worksheet":
            comments = _comments(archive, target)
            marks = sheet_marks(archive, target, parts, comments)
            sheets[str(sheet.get("name"))] = replace(marks, formulas={}) if seen else marks
    old = any(tag(it) == "workbookPr" and is_true(it.get("date1904")) for it in book.iter())
    return Marks(sheets, EPOCH_1904 if old else EPOCH_1900)


def _is_unfinished(book: xml.Element) -> bool:
    """Whether no spreadsheet program has calculated the book since it was written: it asks to be
    calculated when it is opened, which a program that does so takes away (ECMA-376, calcPr)."""
    return any(
        is_true(it.get("fullCalcOnLoad")) or it.get("calcCompleted") in OFF
        for it in book.iter()
        if tag(it) == "calcPr"
    )


def _texts(
    archive: zipfile.ZipFile, related: Mapping[str, tuple[str, str]]
) -> dict[int, frozenset[Trait]]:
    """The traits of the shared texts that have any, by their number."""
    path = next((path for kind, path in related.values() if kind == "sharedStrings"), "")
    found: dict[int, frozenset[Trait]] = {}
    number = 0
    for element in elements_of(archive, path) if path else ():
        if tag(element) == "si":
            if traits := text_traits(element):
                found[number] = traits
            number += 1
            element.clear()
    return found


def _comments(archive: zipfile.ZipFile, sheet: str) -> dict[Place, str]:
    """The comments of a sheet by the place of their cell; those of a conversation as one."""
    parts = sorted(relations(archive, sheet).values())
    notes = [_said(archive, path, "comment") for kind, path in parts if kind == "comments"]
    talks = [
        _said(archive, path, "threadedComment") for kind, path in parts if kind == "threadedComment"
    ]
    # A conversation is also kept as a note, for programs that know no conversations.
    return {place: text for found in (*notes, *talks) for place, text in found.items()}


def _said(archive: zipfile.ZipFile, path: str, name: str) -> dict[Place, str]:
    found: dict[Place, list[str]] = {}
    for comment in (it for it in part_of(archive, path).iter() if tag(it) == name):
        words = "".join(part.text or "" for part in _texts_of(comment, name))
        found.setdefault(place_of(comment.get("ref") or ""), []).append(words.strip())
    return {place: " / ".join(texts) for place, texts in found.items()}


def _texts_of(comment: xml.Element, name: str) -> Iterator[xml.Element]:
    wanted = "t" if name == "comment" else "text"
    return (part for part in comment.iter() if tag(part) == wanted)
