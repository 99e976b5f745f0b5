"""The computed state of an instrument or a membership, as pages show it."""

from __future__ import annotations

from collections.abc import Iterable

from bitacora.edition import Edition
from bitacora.pages.chips import chip
from bitacora.pages.count_tables import Table, share
from bitacora.pages.escape import inline
from bitacora.tallies.instruments import InstrumentState

CODELIST = "situaciones_instrumento"


def situation_name(edition: Edition, state: InstrumentState) -> str:
    """How people read a state, as plain text."""
    return edition.lists.name(CODELIST, state.value)


def situation_chip(edition: Edition, state: InstrumentState) -> str:
    """The chip of a state."""
    return chip(state.value, situation_name(edition, state))


def situation_table(edition: Edition, states: Iterable[InstrumentState]) -> Table:
    """How many are in each state, with what the state means; states with nobody are left out."""
    found = list(states)
    rows = []
    for state in _in_list_order(edition):
        if state in found:
            meaning = edition.lists.lists[CODELIST][state.value].definicion or ""
            count = share(found.count(state), len(found))
            rows.append((situation_chip(edition, state), count, inline(meaning)))
    return Table(("Cómo está", "Cuántos", "Qué quiere decir"), tuple(rows))


def _in_list_order(edition: Edition) -> list[InstrumentState]:
    return [InstrumentState(code.codigo) for code in edition.lists.all(CODELIST)]
