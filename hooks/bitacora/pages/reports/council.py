"""The questions and commitments of a report."""

from __future__ import annotations

from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.reports.cells import day, small, told, under, untold
from bitacora.pages.reports.sheet import Sheet
from bitacora.reports.content import CompromisoInforme, PreguntaInforme
from bitacora.spanish import count_of

QUESTION_HEAD = ("Pregunta", "Situación", "Fecha y plazo", "Respuesta")
COMMITMENT_HEAD = ("Compromiso", "Situación", "Fecha y plazo", "En qué va")


def question_row(sheet: Sheet, item: PreguntaInforme) -> list[str]:
    """A question, who asked it, what was answered, in how many days."""
    lists = sheet.lists
    who = lists.name("origenes_pregunta", item.origen)
    asked = f"{who}: {item.presentada_por}" if item.presentada_por else who
    took = ""
    if item.fecha_respuesta:
        in_days = f" ({count_of(item.dias, 'día', 'días')})" if item.dias is not None else ""
        took = small(f"Respondida el {day(item.fecha_respuesta)}{in_days}")
    return [
        under(sheet.record("pregunta", item.id, item.pregunta), small(inline(asked))),
        chip(item.situacion, lists.name("situaciones_pregunta", item.situacion)),
        under(day(item.fecha), f"Plazo: {day(item.plazo)}" if item.plazo else untold("Sin plazo.")),
        under(told(item.respuesta, "No tenía respuesta."), took),
    ]


def commitment_row(sheet: Sheet, item: CompromisoInforme) -> list[str]:
    """A commitment, who answers for it, the last that is known of it."""
    lists = sheet.lists
    origin = small(inline(f"Ante: {item.origen}")) if item.origen else ""
    seen = small(day(item.fecha_seguimiento)) if item.fecha_seguimiento else ""
    closed = f"Se cerró el {day(item.cerrado)}" if item.cerrado else ""
    proof = f"Evidencia: {sheet.proof(item.evidencia)}" if item.evidencia else ""
    if closed and not proof:
        proof = untold("Sin evidencia.")
    going = told(item.ultimo_seguimiento, "Nadie había informado en qué iba.")
    return [
        under(
            sheet.record("compromiso", item.id, item.compromiso),
            small(inline(f"Responde: {item.responsable}")),
            origin,
        ),
        chip(item.situacion, lists.name("situaciones_compromiso", item.situacion)),
        under(day(item.fecha), f"Plazo: {day(item.plazo)}" if item.plazo else untold("Sin plazo.")),
        under(going, seen, closed, proof),
    ]
