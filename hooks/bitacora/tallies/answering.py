"""Which codes an objective answers to: by its own word, or through its actions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bitacora.records.actions import Accion
from bitacora.records.strategy import Objetivo
from bitacora.register import Register, in_reading_order


@dataclass(frozen=True, slots=True)
class Answering:
    """How an objective answers to a code: ``direct`` if it says so itself, ``actions`` those of
    its actions that say so."""

    direct: bool
    actions: tuple[Accion, ...]


def answering(register: Register, objective: Objetivo, codelist: str) -> Mapping[str, Answering]:
    """The codes of a list («ods», «agendas») to which an objective answers; no others."""
    own = _codes(objective, codelist)
    actions = in_reading_order(register.naming(objective, Accion, "objetivo"))
    through = {
        code: tuple(action for action in actions if code in _codes(action, codelist))
        for code in dict.fromkeys(code for action in actions for code in _codes(action, codelist))
    }
    return {
        code: Answering(code in own, through.get(code, ()))
        for code in {**dict.fromkeys(own), **through}
    }


def _codes(record: Objetivo | Accion, codelist: str) -> tuple[str, ...]:
    return record.ods if codelist == "ods" else record.agendas
