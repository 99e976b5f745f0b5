"""The parts of a packaged workbook, read as XML that can do no harm."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from xml.etree import ElementTree as xml
from xml.parsers import expat

STEP = 65_536


def part_of(archive: zipfile.ZipFile, path: str) -> xml.Element:
    """The root of a part. ``ValueError`` where it declares entities, which no program that makes
    workbooks does and which may blow up; a parser's error where it is no XML."""
    raw = archive.read(path)
    refuse_declarations(raw)
    return xml.fromstring(raw)


def elements_of(archive: zipfile.ZipFile, path: str) -> Iterator[xml.Element]:
    """The elements of a big part, each when it is whole; the same errors."""
    raw = archive.read(path)
    refuse_declarations(raw)
    yield from (element for _, element in xml.iterparse(BytesIO(raw)))


def refuse_declarations(raw: bytes) -> None:
    """``ValueError`` where a text declares a document type before its first element."""
    found: list[str] = []

    def declares(*_: object) -> None:
        raise ValueError("a document type is declared")

    def begins(name: str, _: object) -> None:
        found.append(name)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = declares
    parser.StartElementHandler = begins
    for start in range(0, len(raw), STEP):
        parser.Parse(raw[start : start + STEP], False)
        if found:
            return


def tag(element: xml.Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def attributes(element: xml.Element) -> dict[str, str]:
    """The attributes of an element without their namespaces."""
    return {name.rpartition("}")[2]: text for name, text in element.attrib.items()}


def is_true(text: str | None) -> bool:
    """Whether an attribute says yes."""
    return text in ("1", "true")


def relations(archive: zipfile.ZipFile, path: str) -> dict[str, tuple[str, str]]:
    """What a part is related to: by id, the end of the type («worksheet») and the path, inside the
    package, of each part that is there."""
    folder, name = dirname(path), path.rpartition("/")[2]
    listing = join(folder, "_rels", f"{name}.rels")
    names = set(archive.namelist())
    if listing not in names:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for item in part_of(archive, listing):
        target = str(item.get("Target", ""))
        whole = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        if whole in names:
            kind = str(item.get("Type", "")).rpartition("/")[2]
            found[str(item.get("Id"))] = (kind, whole)
    return found
