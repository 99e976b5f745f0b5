"""How questions, and the commitments that come of them, stand on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bitacora.records.accountability import Compromiso, Pregunta
from bitacora.records.unknown import NoInformado

ANSWERED, WAITING, OVERDUE = "respondida", "por_responder", "vencida"
OPEN, LATE = "abierto", "vencido"
PENDING = (LATE, OPEN)
"""The situations of a commitment that nobody has closed, the worst first."""


def question_situation(item: Pregunta, day: date) -> str:
    """How a question stands on a day: a code of «situaciones_pregunta»."""
    answer = item.fecha_respuesta
    if answer <= day if answer else item.respuesta is not None:
        return ANSWERED
    return OVERDUE if item.plazo is not None and item.plazo < day else WAITING


def commitment_situation(item: Compromiso, day: date) -> str:
    """How a commitment stands on a day: a code of «situaciones_compromiso»."""
    if item.desenlace and item.cerrado is not None and item.cerrado <= day:
        return item.desenlace
    return LATE if not isinstance(item.plazo, NoInformado) and item.plazo < day else OPEN


def deadline(item: Compromiso) -> date:
    """When a commitment is due; one without a known date is due last of all."""
    return date.max if isinstance(item.plazo, NoInformado) else item.plazo


def days_late(item: Compromiso, day: date) -> int:
    """How many days a commitment that is still open is past its deadline; 0 if it is not."""
    late = commitment_situation(item, day) == LATE
    return (day - deadline(item)).days if late else 0


def in_situations(
    found: Iterable[Compromiso], situations: Sequence[str], day: date
) -> tuple[Compromiso, ...]:
    """The commitments in these situations: in their order, then by deadline."""
    told = [(commitment_situation(one, day), one) for one in found]
    kept = [(situation, one) for situation, one in told if situation in situations]
    kept.sort(key=lambda pair: (situations.index(pair[0]), deadline(pair[1]), pair[1].id))
    return tuple(one for _, one in kept)


def closed(found: Iterable[Compromiso], day: date) -> tuple[Compromiso, ...]:
    """The commitments that were closed by a day, the last first."""
    kept = [one for one in found if commitment_situation(one, day) not in PENDING]
    kept.sort(key=lambda one: (one.cerrado or date.max, one.id), reverse=True)
    return tuple(kept)
