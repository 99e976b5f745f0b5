"""How many actions are in each state, as figures and as a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from bitacora.pages.chips import chip
from bitacora.pages.escape import attribute, inline
from bitacora.pages.naming import counted, inside
from bitacora.pages.presenter import Presenter
from bitacora.reading.code_lists import CodeLists
from bitacora.records.actions import Accion
from bitacora.records.strategy import Denominacion
from bitacora.records.unknown import NO_INFORMADO
from bitacora.spanish import join_y, number

STATES = "estados_accion"


def action_states(
    presenter: Presenter, actions: Sequence[Accion], rows: str = ""
) -> list[tuple[str, str]]:
    """For each state that occurs: «12 de 31», and its chip; ``rows`` is the address of the list of
    actions, with what else it is to be filtered by, which the chips then lead to."""
    names = presenter.edition.lists.names()[STATES]
    return counted_chips(state_counts(presenter, actions), names, rows and f"{rows}estado=")


def counted_chips(
    counts: Sequence[tuple[str, int]], names: Mapping[str, str], rows: str = ""
) -> list[tuple[str, str]]:
    """For each code: «12 de 31», and its chip, linked to ``rows`` with the code behind it."""
    whole = sum(how_many for _, how_many in counts)
    return [
        (
            f"{number(how_many)} <small>de {number(whole)}</small>",
            _linked(chip(code, names.get(code, code)), f"{rows}{code}" if rows else ""),
        )
        for code, how_many in counts
    ]


def _linked(shown: str, address: str) -> str:
    return f'<a href="{attribute(address)}">{shown}</a>' if address else shown


def named_states(presenter: Presenter, actions: Sequence[Accion], rows: str) -> list[str]:
    """For each state that occurs a chip that tells its count: «6 en ejecución», linked to ``rows``
    with its code behind."""
    lists = presenter.edition.lists
    return [
        _linked(chip(code, f"{number(found)} {_words(lists, code, found)}"), f"{rows}estado={code}")
        for code, found in state_counts(presenter, actions)
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
