"""The computed state of an instrument or a membership, as pages show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bitacora.edition import Edition
from bitacora.pages.chips import chip
from bitacora.pages.count_tables import Table, share
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter, spoken_moment
from bitacora.records.networks import Red
from bitacora.records.partial_date import PartialDate
from bitacora.tallies.happened import Relation, Standing, standing_of
from bitacora.tallies.instruments import InstrumentState

CODELIST = "situaciones_instrumento"
ASKING = (InstrumentState.VENCIDO, InstrumentState.POR_VENCER, InstrumentState.SIN_ACTIVIDAD)
"""The states that ask somebody to decide, the most pressing first."""


def standing(edition: Edition, relation: Relation) -> Standing:
    """How a relation stands at the date of the edition."""
    return standing_of(edition.register, relation, edition.as_of)


def situation_name(edition: Edition, state: InstrumentState) -> str:
    """How people read a state, as plain text."""
    return edition.lists.name(CODELIST, state.value)


def situation_chip(edition: Edition, state: InstrumentState) -> str:
    """The chip of a state."""
    return chip(state.value, situation_name(edition, state))


def began(relation: Relation) -> PartialDate | None:
    """When a relation began."""
    return relation.adhesion if isinstance(relation, Red) else relation.firmado


def standing_words(edition: Edition, now: Standing, relation: Relation) -> str:
    """A state in plain words, with since when nothing is known: «Sin actividad desde septiembre de
    2023»."""
    name = situation_name(edition, now.state)
    quiet = now.last or began(relation)
    if now.state is not InstrumentState.SIN_ACTIVIDAD or quiet is None:
        return name
    return f"{name} desde {spoken_moment(PartialDate(quiet.year, quiet.month))}"


def standing_chip(edition: Edition, now: Standing, relation: Relation) -> str:
    """The chip of a state with since when nothing is known."""
    return chip(now.state.value, standing_words(edition, now, relation))


def asking(presenter: Presenter, relations: Sequence[Relation]) -> list[str]:
    """Those that ask for a decision: the link to each, with what is the matter."""
    found = [(standing(presenter.edition, item), item) for item in relations]
    return [
        f"{presenter.link(item)}: {_matter(presenter.edition, now, item)}"
        for state in ASKING
        for now, item in found
        if now.state is state
    ]


def _matter(edition: Edition, now: Standing, item: Relation) -> str:
    if now.state is InstrumentState.SIN_ACTIVIDAD:
        words = standing_words(edition, now, item)
        none = "" if now.last else "; no se conoce ninguna desde que empezó"
        return inline(f"{words[:1].lower()}{words[1:]}{none}.")
    verb = "venció" if now.state is InstrumentState.VENCIDO else "vence"
    end = spoken_moment(now.term.end) if now.term.end else ""
    return inline(f"{verb}: {end}.")


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
