"""Typst compiled in memory, to PDF or PNG: no clock, no network, no letters of the machine."""

from __future__ import annotations

import re
from calendar import timegm
from datetime import date
from functools import cache
from importlib.resources import as_file, files
from typing import Literal

import typst

STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
"""PDF/UA-1, that everyone can read it; PDF/A-2a, that it can be read in fifty years."""

UNDRAWN = re.compile(r'the text `"(.+?)"` could not be displayed')
CODE = re.compile(r"\\u\{([0-9a-f]+)\}")


@cache
def _letters() -> typst.Fonts:
    with as_file(files("fontpkg_source_sans_3").joinpath("files")) as folder:
        return typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])


def compiled(source: str, day: date) -> bytes:
    """The PDF of a Typst source, dated at the start of a day (UTC).

    A sign that no letter at hand can draw (the standards allow no empty boxes) is told by its
    number: «[U+5317]».
    """
    try:
        return _compile(source, day)
    except typst.TypstError as error:
        missing = _undrawn(error.diagnostic)
        if not missing:
            raise
    for sign in missing:
        told = "".join(f"[U+{ord(one):04X}]" for one in sign)
        source = source.replace(sign, told)
    return _compile(source, day)


def painted(source: str) -> bytes:
    """The single page of a Typst source as PNG, a point for a pixel."""
    made = typst.compile(
        source.encode(), font_paths=_letters(), ignore_system_fonts=True, format="png", ppi=72
    )
    return _whole(made)


def _whole(made: object) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError("the compiler gave no single document")
    return made


def _compile(source: str, day: date) -> bytes:
    made = typst.compile(
        source.encode(),
        font_paths=_letters(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=list(STANDARDS),
        timestamp=timegm(day.timetuple()),
    )
    return _whole(made)


def _undrawn(diagnostic: str) -> list[str]:
    """The signs that the compiler names as impossible to draw, each once, the longest first."""
    found = dict.fromkeys(UNDRAWN.findall(diagnostic))
    signs = [CODE.sub(lambda code: chr(int(code[1], 16)), sign) for sign in found]
    return sorted(signs, key=lambda sign: (-len(sign), sign))
