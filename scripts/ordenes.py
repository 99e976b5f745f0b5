"""The orders that messages ask for, as people type them where they use the short command."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from typing import Any

COMMAND = "BITACORA_ORDEN"
"""Where the short command says how it was called."""
TOLD = re.compile(r"(?:\bpython |(?<=[Cc]orra )|(?<=[Cc]orra: ))scripts/(\w+)\.py\b")


def as_typed(text: str, command: str) -> str:
    """The text with each order of a script as one of the short command."""
    return TOLD.sub(lambda found: f"{command} {found[1]}", text)


def _speaking(echo: Callable[..., None], command: str) -> Callable[..., None]:
    def spoken(message: Any = None, *words: Any, **settings: Any) -> None:
        told = as_typed(message, command) if isinstance(message, str) else message
        echo(told, *words, **settings)

    return spoken


def _in_short() -> None:
    command = os.environ.get(COMMAND)
    if not command:
        return
    for name, module in sorted(sys.modules.items()):
        if name.split(".")[0] == "click" and hasattr(module, "echo"):
            setattr(module, "echo", _speaking(module.echo, command))  # noqa: B010 (any module)


_in_short()
