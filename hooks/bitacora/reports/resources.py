"""The contributions of a quarter, and the sums that may be made of them."""

from __future__ import annotations

from bitacora.reports.content import Aporte, SumaAportes
from bitacora.reports.view import View


def contributions(view: View) -> tuple[Aporte, ...]:
    """The contributions dated in the quarter."""
    return ()


def sums(view: View) -> tuple[SumaAportes, ...]:
    """Their sums, never mixing currencies, loans with grants, flows or kinds of support."""
    return ()
