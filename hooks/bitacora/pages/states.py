"""How many actions are in each state, as figures and as a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.naming import Denominacion, counted
from bitacora.pages.presenter import Presenter
from bitacora.records.actions import Accion
from bitacora.spanish import join_y, number

STATES = "estados_accion"


def action_states(presenter: Presenter, actions: Sequence[Accion]) -> list[tuple[str, str]]:
    """For each state that occurs: «12 de 31», and its chip."""
    lists = presenter.edition.lists
    return [
        (f"{number(how_many)} de {number(len(actions))}", chip(code, lists.name(STATES, code)))
        for code, how_many in state_counts(presenter, actions)
    ]


def states_sentence(presenter: Presenter, actions: Sequence[Accion], words: Denominacion) -> str:
    """The states in a sentence: «De 31 acciones: 12 en ejecución, 3 cumplidas y 1 atrasada»."""
    if not actions:
        return ""
    lists = presenter.edition.lists
    parts = [
        f"{number(how_many)} {inline(_plural(lists.name(STATES, code), how_many))}"
        for code, how_many in state_counts(presenter, actions)
    ]
    return f"{inline(counted(len(actions), words))}: {join_y(parts)}."


def state_counts(presenter: Presenter, actions: Sequence[Accion]) -> list[tuple[str, int]]:
    """The states that occur in the order of their list, with how many actions are in each."""
    found = Counter(action.estado for action in actions)
    listed = [code.codigo for code in presenter.edition.lists.all(STATES)]
    return [(code, found[code]) for code in listed if found[code]]


def _plural(name: str, how_many: int) -> str:
    """«Cumplida» as it follows a count; a state that is no adjective («en ejecución») stays."""
    name = name[:1].lower() + name[1:]
    ends_so = name.endswith(("ada", "ida", "ado", "ido"))
    return f"{name}s" if how_many != 1 and ends_so and not name.startswith("en ") else name
