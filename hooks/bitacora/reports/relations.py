"""Twinnings, other instruments, networks as they stand at the cut-off."""

from __future__ import annotations

from bitacora.reports.content import Vinculo
from bitacora.reports.view import View


def relations(view: View) -> tuple[Vinculo, ...]:
    """Every twinning and network, each exactly once."""
    return ()
