"""The headings of lists grouped by axis."""

from __future__ import annotations

from typing import TypeVar

from bitacora.pages.escape import inline
from bitacora.pages.naming import axis_words
from bitacora.pages.presenter import Presenter
from bitacora.pages.tables import Group
from bitacora.records.record import Registro
from bitacora.records.strategy import Eje
from bitacora.spanish import plain
from bitacora.tallies.belonging import current_strategy, strategy_of
from bitacora.tallies.breakdown import UNCLASSIFIED

R = TypeVar("R", bound=Registro)


def group_heads(presenter: Presenter, group: Group[R]) -> tuple[str, str]:
    """The heading of a group, then the link to its strategy where that is not the one in force."""
    edition = presenter.edition
    if group.axis is None:
        return UNCLASSIFIED, ""
    current = current_strategy(edition.register, edition.as_of)
    other = group.strategy if group.strategy != current else None
    return axis_heading(presenter, group.axis), presenter.link(other) if other else ""


def axis_heading(presenter: Presenter, axis: Eje) -> str:
    """An axis as a heading: «Eje 1. Ciudad que coopera», linked to its page."""
    words = axis_words(strategy_of(presenter.edition.register, axis))
    place = f"{words.singular} {axis.numero}"
    if plain(place) == plain(axis.nombre):
        return presenter.link(axis)
    return f"{inline(place)}. {presenter.link(axis)}"
