"""The words for how an indicator stands in a quarter."""

from __future__ import annotations

from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.reading.code_lists import CodeLists
from bitacora.tallies.progress import Standing

CODELIST = "situaciones_indicador"


def standing_name(lists: CodeLists, standing: Standing) -> str:
    """The word of a standing."""
    return inline(lists.name(CODELIST, standing.value))


def standing_meaning(lists: CodeLists, standing: Standing) -> str:
    """What a standing means, in a sentence."""
    listed = lists.lists[CODELIST].get(standing.value)
    return inline(listed.definicion or "") if listed else ""


def standing_chip(lists: CodeLists, standing: Standing) -> str:
    """A standing as a chip."""
    return chip(standing.value, lists.name(CODELIST, standing.value))
