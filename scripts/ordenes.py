"""The orders that messages ask for, as people type them where they use the short command.

Messages are made in many rooms and say ``python scripts/revisar.py``, which works everywhere. All
that a script says goes out by one of two doors, and there each order gets the name that people
typed. Every script takes it with ``entorno``.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any, TextIO, cast

HERE = Path(__file__).resolve().parent
COMMAND = "BITACORA_ORDEN"
"""Where the short command says how it was called."""
TOLD = re.compile(
    r"(?:\bpython scripts/|(?<=\b[Cc]orra )scripts/|(?<=\b[Cc]orra: )scripts/|(?<![\w./-]))"
    r"(\w+)\.py\b"
)


def as_typed(text: str, command: str) -> str:
    """The text with each order of a script as one of the short command; files that are only named
    stay as they are."""

    def typed(found: re.Match[str]) -> str:
        return f"{command} {found[1]}" if (HERE / f"{found[1]}.py").is_file() else found[0]

    return TOLD.sub(typed, text)


class Door:
    """A way out of a script, where orders are named as people type them."""

    def __init__(self, stream: TextIO, command: str) -> None:
        self._stream, self._command = stream, command

    def write(self, text: str) -> int:
        """Say a text; how long it was."""
        self._stream.write(as_typed(text, self._command))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


if _command := os.environ.get(COMMAND):
    sys.stdout = cast(TextIO, Door(sys.stdout, _command))
    sys.stderr = cast(TextIO, Door(sys.stderr, _command))
