"""How the styles of an .xlsx workbook make cells look, and what its texts have inside."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as xml

from bitacora.authoring.importing.cells import Look, Trait
from bitacora.authoring.importing.marks import with_trait
from bitacora.authoring.importing.number_formats import BUILT_IN, format_look
from bitacora.authoring.importing.xml_parts import part_of, tag

Traits = frozenset[Trait]


def looks_of(archive: zipfile.ZipFile, related: Mapping[str, tuple[str, str]]) -> list[Look]:
    """The look of each style, by its number."""
    path = next((path for kind, path in related.values() if kind == "styles"), "")
    if not path:
        return []
    codes = dict(BUILT_IN)
    fonts: list[Traits] = []
    found: list[Look] = []
    for part in part_of(archive, path):
        if tag(part) == "numFmts":
            codes |= {int(it.get("numFmtId", 0)): str(it.get("formatCode", "")) for it in part}
        if tag(part) == "fonts":
            # A whole text raised above its line is no mark beside a figure.
            fonts = [_font_traits(font) & {Trait.STRUCK} for font in part]
        if tag(part) == "cellXfs":
            found = [_look(style, codes, fonts) for style in part]
    return found


def _look(style: xml.Element, codes: Mapping[int, str], fonts: list[Traits]) -> Look:
    look = format_look(codes.get(int(style.get("numFmtId", 0)), ""))
    font = int(style.get("fontId", 0))
    return with_trait(look, *(fonts[font] if font < len(fonts) else ()))


def text_traits(text: xml.Element) -> Traits:
    """The traits of a text of several runs: one of them struck out, or above or below its line."""
    found: Traits = frozenset()
    for run in text:
        if tag(run) == "r" and any(tag(part) == "t" and (part.text or "").strip() for part in run):
            found |= _font_traits(part for font in run if tag(font) == "rPr" for part in font)
    return found


def _font_traits(font: Iterable[xml.Element]) -> Traits:
    found: Traits = frozenset()
    for part in font:
        if tag(part) == "strike" and part.get("val") not in ("0", "false"):
            found |= {Trait.STRUCK}
        if tag(part) == "vertAlign" and part.get("val") in ("superscript", "subscript"):
            found |= {Trait.RAISED}
    return found
