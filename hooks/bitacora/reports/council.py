"""Questions, answers, commitments as they stand at the cut-off."""

from __future__ import annotations

from bitacora.reports.content import CompromisoInforme, PreguntaInforme
from bitacora.reports.view import View


def questions(view: View) -> tuple[PreguntaInforme, ...]:
    """Questions open at the start of the quarter or put in it."""
    return ()


def commitments(view: View) -> tuple[CompromisoInforme, ...]:
    """Commitments open at the start of the quarter or made in it."""
    return ()
