"""The contributions that name an instrument or a network: rows, with sums that mix nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bitacora.pages.contribution_rows import HEAD, contribution_rows
from bitacora.pages.presenter import Presenter
from bitacora.pages.resources.sums import SUM_HEAD, SUM_NUMBERS, rates_in, sum_cells
from bitacora.records.resources import Recurso
from bitacora.tallies.contributions import contribution_sums


@dataclass(frozen=True, slots=True)
class Under:
    """Rows and sums with their heads; no sums where each would be of one row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sum_head: tuple[str, ...]
    sum_numbers: tuple[int, ...]
    sums: tuple[tuple[str, ...], ...]


def contributions_under(presenter: Presenter, found: Sequence[Recurso], place: str) -> Under:
    """The contributions as a page shows them; ``place`` is where their rows stand in it."""
    sums = contribution_sums(found, presenter.edition.lists)
    shown = sums if len(sums) < len(found) else ()
    rates = rates_in(presenter)
    return Under(
        HEAD,
        tuple(contribution_rows(presenter, found)),
        SUM_HEAD,
        SUM_NUMBERS,
        tuple(tuple(sum_cells(presenter, done, place, rates)) for done in shown),
    )
