"""Closing acts read from their text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal

from pydantic import ValidationError

from bitacora.problems import Place, Problem, Severity
from bitacora.reports.act import Acta
from bitacora.sources.closings import ClosingText


def read_acts(texts: Iterable[ClosingText]) -> tuple[Mapping[str, Acta], tuple[Problem, ...]]:
    """The acts by quarter, with a problem for each that cannot be read."""
    acts: dict[str, Acta] = {}
    problems: list[Problem] = []
    for text in texts:
        act = _parsed(text)
        if act is None:
            problems.append(_unreadable(text))
        else:
            acts[text.quarter] = act
    return acts, tuple(problems)


def _parsed(text: ClosingText) -> Acta | None:
    if text.raw is None:
        return None
    try:
        found = json.loads(text.raw, parse_float=Decimal)
        act = Acta.model_validate(found)
    except (ValueError, ValidationError):
        return None
    return act if act.periodo == text.quarter and act.versiones else None


def _unreadable(text: ClosingText) -> Problem:
    return Problem(
        Place(text.shown, 1),
        text.quarter,
        "",
        "",
        "cierre-ilegible",
        Severity.ERROR,
        "El acta de cierre no se puede leer: alguien la cambió a mano o quedó cortada.",
        "Recupere la versión publicada del archivo; un acta nunca se edita.",
    )
