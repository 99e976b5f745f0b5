"""Missions, visits, events, calls of a quarter."""

from __future__ import annotations

from bitacora.reports.content import Encuentro, Postulacion
from bitacora.reports.view import View


def meetings(view: View) -> tuple[Encuentro, ...]:
    """The missions, visits and events that end in the quarter."""
    return ()


def applications(view: View) -> tuple[Postulacion, ...]:
    """The calls applied to, or whose outcome was known, in the quarter."""
    return ()
