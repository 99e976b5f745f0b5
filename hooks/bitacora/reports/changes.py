"""What changed since the report before: computed, never typed."""

from __future__ import annotations

from bitacora.reports.content import Cambio, Contenido


def changes(before: Contenido, now: Contenido) -> tuple[Cambio, ...]:
    """Every light, value, goal, state, new or ended record that differs between two reports."""
    return ()
