"""The sector of an actor, from its type."""

from __future__ import annotations

from bitacora.reading.code_lists import CodeLists
from bitacora.records.codes import CodigoActor
from bitacora.records.relations import Actor

TYPES = "tipos_actor"


def sector_of(actor: Actor, lists: CodeLists) -> str:
    """The code of the sector of an actor; that of its type where the list does not say."""
    code = lists.lists.get(TYPES, {}).get(actor.tipo)
    return code.sector if isinstance(code, CodigoActor) else actor.tipo


def sector_names(lists: CodeLists) -> dict[str, str]:
    """The name of each sector by its code, in the order of the map."""
    return {
        code.sector: code.sector_nombre
        for code in lists.all(TYPES)
        if isinstance(code, CodigoActor)
    }
