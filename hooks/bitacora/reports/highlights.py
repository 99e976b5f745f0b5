"""The five numbers of a report's heading."""

from __future__ import annotations

from collections.abc import Sequence

from bitacora.reports.content import Destacado, Renglon
from bitacora.reports.view import View


def highlights(view: View, lines: Sequence[Renglon]) -> tuple[Destacado, ...]:
    """The five numbers, each with that of the report before."""
    return ()
