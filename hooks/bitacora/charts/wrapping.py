"""Names broken in lines that fit the narrowest page."""

from __future__ import annotations

from textwrap import wrap

NARROW = 44
"""Letters of 13 pixels that fit in a line on a phone of 360."""


def wrapped(words: str, width: int = NARROW) -> list[str]:
    """The words in lines of so many letters at most; one empty line where there are none."""
    return wrap(words, width, break_long_words=True) or [""]
