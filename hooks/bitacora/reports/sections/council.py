"""Questions, answers, commitments as they stood at the end of a quarter."""

from __future__ import annotations

from bitacora.records.accountability import Compromiso, Pregunta
from bitacora.records.events import Evento
from bitacora.records.institution import Dependencia
from bitacora.records.unknown import NoInformado
from bitacora.reports.content import CompromisoInforme, PreguntaInforme
from bitacora.reports.view import View
from bitacora.tallies.situations import ANSWERED, commitment_situation, question_situation


def questions(view: View) -> tuple[PreguntaInforme, ...]:
    """Questions open at the start of the quarter or put in it, by date.

    An answered one is shown in the quarter of its answer, then no more; one whose answer bears no
    date, in the quarter in which it was put.
    """
    found = [item for item in view.register.all(Pregunta) if _is_shown(view, item)]
    found.sort(key=lambda item: (item.fecha, item.id))
    return tuple(_question(view, item) for item in found)


def commitments(view: View) -> tuple[CompromisoInforme, ...]:
    """Commitments open at the start of the quarter or made in it, by date; a closed one is shown
    in the quarter of its closing, then no more."""
    found = [
        item
        for item in view.register.all(Compromiso)
        if item.fecha <= view.until and (item.cerrado is None or item.cerrado >= view.quarter.start)
    ]
    found.sort(key=lambda item: (item.fecha, item.id))
    return tuple(_commitment(view, item) for item in found)


def _is_shown(view: View, item: Pregunta) -> bool:
    if item.fecha > view.until:
        return False
    if item.fecha_respuesta is not None:
        return item.fecha_respuesta >= view.quarter.start
    return item.respuesta is None or view.holds(item.fecha)


def _question(view: View, item: Pregunta) -> PreguntaInforme:
    day = item.fecha_respuesta
    situation = question_situation(item, view.until)
    answered = situation == ANSWERED
    return PreguntaInforme(
        id=item.id,
        pregunta=item.pregunta,
        origen=item.origen,
        presentada_por=item.presentada_por,
        fecha=item.fecha,
        plazo=item.plazo,
        situacion=situation,
        fecha_respuesta=day if answered else None,
        respuesta=item.respuesta if answered else None,
        dias=(day - item.fecha).days if answered and day else None,
    )


def _commitment(view: View, item: Compromiso) -> CompromisoInforme:
    deadline = None if isinstance(item.plazo, NoInformado) else item.plazo
    closed = item.cerrado is not None and item.cerrado <= view.until
    unit = view.register.get(Dependencia, item.responsable)
    known = [one for one in item.seguimientos if one.fecha <= view.until]
    last = max(known, key=lambda one: one.fecha, default=None)
    return CompromisoInforme(
        id=item.id,
        compromiso=item.compromiso,
        origen=_origin(view, item),
        responsable=unit.nombre if unit else item.responsable,
        fecha=item.fecha,
        plazo=deadline,
        situacion=commitment_situation(item, view.until),
        ultimo_seguimiento=last.avance if last else None,
        cerrado=item.cerrado if closed else None,
        evidencia=item.evidencia if closed else None,
        fecha_seguimiento=last.fecha if last else None,
    )


def _origin(view: View, item: Compromiso) -> str | None:
    """Before whom it was made; else the event or the question it comes from."""
    event = view.register.get(Evento, item.evento)
    question = view.register.get(Pregunta, item.pregunta)
    return (
        item.ante or (event.nombre if event else None) or (question.pregunta if question else None)
    )
