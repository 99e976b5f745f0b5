"""What was promised for a date that has come, not done."""

from __future__ import annotations

from bitacora.reports.content import Pendiente
from bitacora.reports.view import View


def undone(view: View) -> tuple[Pendiente, ...]:
    """Milestones overdue at the end of the quarter, actions stopped, what the office declares."""
    return ()
