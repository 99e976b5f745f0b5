"""Published figures of a quarter that changed."""

from __future__ import annotations

from bitacora.reports.content import EnmiendaInforme
from bitacora.reports.view import View


def amendments(view: View) -> tuple[EnmiendaInforme, ...]:
    """New versions of rows of the quarter, then what the report declares."""
    return ()
