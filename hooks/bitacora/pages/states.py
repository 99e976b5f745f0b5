"""How many actions are in each state, as figures and as a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.naming import counted, inside
from bitacora.pages.presenter import Presenter
from bitacora.reading.code_lists import CodeLists
from bitacora.records.actions import Accion
from bitacora.records.strategy import Denominacion
from bitacora.records.unknown import NO_INFORMADO
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
    parts = [
        f"{number(how_many)} {inline(_words(presenter.edition.lists, code, how_many))}"
        for code, how_many in state_counts(presenter, actions)
    ]
    return f"{inline(counted(len(actions), words))}: {join_y(parts)}."


def state_counts(presenter: Presenter, actions: Sequence[Accion]) -> list[tuple[str, int]]:
    """The states that occur in the order of their list, with how many actions are in each."""
    found = Counter(action.estado for action in actions)
    listed = [code.codigo for code in presenter.edition.lists.all(STATES)]
    return [(code, found[code]) for code in listed if found[code]]


def _words(lists: CodeLists, code: str, how_many: int) -> str:
    """A state as it follows a count: «cumplidas»; one that is no adjective stays as it is."""
    if code == NO_INFORMADO.value:
        return "sin estado conocido"
    name = inside(lists.name(STATES, code))
    ends_so = name.endswith(("ada", "ida")) and not name.startswith("en ")
    return f"{name}s" if how_many != 1 and ends_so else name
