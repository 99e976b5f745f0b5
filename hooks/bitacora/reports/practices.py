"""Good practices that entered the catalogue or were carried elsewhere in a quarter."""

from __future__ import annotations

from bitacora.reports.content import NovedadPractica
from bitacora.reports.view import View


def practices(view: View) -> tuple[NovedadPractica, ...]:
    """New and transferred practices of the quarter."""
    return ()
