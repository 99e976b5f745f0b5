"""Closing acts read from their text, with whatever shows that one was edited or is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from bitacora.problems import Place, Problem, Severity
from bitacora.quarters import Period
from bitacora.reports.closings.act import Acta
from bitacora.reports.closings.act_text import plain
from bitacora.reports.verifying.digest import broken_digests, exact_json
from bitacora.sources.closings import ClosingText

ALTERED = "cierre-alterado"
UNREADABLE = "El acta de cierre no se puede leer: alguien la cambió a mano o quedó cortada."
UNSEALED = "no coincide con sus huellas: alguien la cambió después de cerrar el informe."
RESTORE = "Recupere del repositorio el archivo tal como se publicó; un acta nunca se edita."
KINDS = ("cierre", "correccion", "revision")


def read_acts(texts: Iterable[ClosingText]) -> tuple[Mapping[str, Acta], tuple[Problem, ...]]:
    """The acts by quarter, with a problem for each that cannot be read, does not match its own
    digests, or does not follow from the act before."""
    acts: dict[str, Acta] = {}
    names: dict[str, str] = {}
    problems: list[Problem] = []
    for text in texts:
        raw = parsed(text.raw)
        act = _act(text.quarter, raw)
        if act is None or raw is None:
            message = (
                "El acta de cierre no se puede leer: alguien la cambió a mano o quedó cortada."
            )
            problems.append(_problem(text.shown, text.quarter, "cierre-ilegible", message))
            continue
        acts[text.quarter], names[text.quarter] = act, text.shown
        for version in raw["versiones"]:
            if broken_digests(text.quarter, version):
                message = f"La versión {version['version']} del acta {UNSEALED}"
                problems.append(_problem(text.shown, text.quarter, ALTERED, message))
    for quarter, message in broken_chain(acts):
        problems.append(_problem(names[quarter], quarter, ALTERED, message))
    return acts, tuple(problems)


def parsed(raw: bytes | None) -> dict[str, Any] | None:
    """The JSON object of these bytes with exact numbers; None where they are no such thing, or
    where a name is repeated in an object."""
    if raw is None:
        return None
    try:
        found = exact_json(raw)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def is_intact(quarter: str, act: Acta) -> bool:
    """Whether every version of an act still matches its digests."""
    return not any(broken_digests(quarter, plain(version)) for version in act.versiones)


def broken_chain(acts: Mapping[str, Acta]) -> Iterator[tuple[str, str]]:
    """Each quarter whose act does not follow from the one before, with what is wrong, in words."""
    before: Acta | None = None
    for quarter in sorted(acts, key=Period.parse):
        act = acts[quarter]
        known = {it.huella for it in before.versiones} if before else {""}
        for number, version in enumerate(act.versiones, start=1):
            if version.version != number or (version.clase == KINDS[0]) != (number == 1):
                yield quarter, f"Las versiones del acta no van en orden: falta la {number}."
                break
            if version.huella_anterior not in known:
                yield quarter, _unchained(number, before)
                break
            known = {version.huella}
        before = act


def _unchained(number: int, before: Acta | None) -> str:
    if number > 1:
        return (
            f"La versión {number} del acta no sigue a la {number - 1}: alguien cambió una de ellas."
        )
    if before is None:
        return "El acta sigue a otra que ya no está: falta el acta del informe anterior."
    return (
        f"El acta no sigue a la de {before.periodo}: falta el acta de un informe intermedio, o "
        "alguien la cambió."
    )


def _act(quarter: str, raw: dict[str, Any] | None) -> Acta | None:
    if raw is None:
        return None
    try:
        period = Period.parse(quarter)
        act = Acta.model_validate(raw)
    except (ValueError, ValidationError):
        return None
    same = act.periodo == quarter and all(it.contenido.periodo == quarter for it in act.versiones)
    return act if same and act.versiones and period == period.quarter else None


def _problem(shown: str, quarter: str, rule: str, message: str) -> Problem:
    return Problem(Place(shown, 1), quarter, "", "", rule, Severity.ERROR, message, RESTORE)
