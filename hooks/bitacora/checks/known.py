"""What a value says, when it says something."""

from __future__ import annotations

from typing import TypeVar

from bitacora.records.unknown import NoInformado

T = TypeVar("T")


def known(value: T | NoInformado | None) -> T | None:
    """The value itself; None when it is absent or «no informado»."""
    return None if isinstance(value, NoInformado) else value
