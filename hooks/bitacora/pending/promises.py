"""What was promised or asked and waits: questions, commitments, actions, milestones, events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bitacora.checks.actions import OPEN_STATES, past_its_end
from bitacora.checks.commitments import SILENT_MONTHS, nothing_heard
from bitacora.checks.events import TIME_TO_TELL
from bitacora.checks.known import known
from bitacora.checks.milestones import milestone_overdue
from bitacora.pending.desk import Desk
from bitacora.pending.places import place_of
from bitacora.pending.things import NEAR, Matter, Pending
from bitacora.records.accountability import Compromiso, Pregunta
from bitacora.records.actions import Accion
from bitacora.records.events import Evento
from bitacora.records.unknown import NoInformado
from bitacora.spanish import long_date
from bitacora.tallies.meetings import MeetingState, last_day, meeting_state
from bitacora.tallies.situations import ANSWERED, PENDING, in_situations, question_situation

NOTHING_HEARD = f"; no se sabe nada de él hace más de {SILENT_MONTHS} meses"


def questions(desk: Desk) -> Iterator[Pending]:
    """The questions without an answer."""
    for item in desk.register.all(Pregunta):
        if question_situation(item, desk.as_of) != ANSWERED:
            yield Pending(
                Matter.PREGUNTA,
                item.id,
                f"Responder «{_in_line(item.pregunta)}»",
                item.responsable,
                item.plazo,
                "Escriba «respuesta», «fecha_respuesta» y «evidencia».",
                place_of(desk, item),
                item,
            )


def commitments(desk: Desk) -> Iterator[Pending]:
    """The commitments that nobody has closed; of those of which nobody has told anything in
    months, that too."""
    silent = {finding.record.id for finding in nothing_heard.check(desk.world)}
    for item in in_situations(desk.register.all(Compromiso), PENDING, desk.as_of):
        untold = NOTHING_HEARD if item.id in silent else ""
        yield Pending(
            Matter.COMPROMISO,
            item.id,
            f"Cumplir «{_in_line(item.compromiso)}»{untold}",
            item.responsable,
            None if isinstance(item.plazo, NoInformado) else item.plazo,
            "Ciérrelo con «cerrado», «desenlace» y «evidencia»; o cuente en «seguimientos» cómo "
            "va.",
            place_of(desk, item),
            item,
        )


def actions(desk: Desk) -> Iterator[Pending]:
    """The actions past their end that are said to be waiting or under way."""
    for finding in past_its_end.check(desk.world):
        item = finding.record
        assert isinstance(item, Accion)
        yield Pending(
            Matter.ACCION,
            item.id,
            f"Decir cómo terminó la acción «{_in_line(item.nombre)}»",
            item.responsable,
            _last(known(item.fecha_fin)),
            "Ponga en «estado» cómo está hoy, o la nueva «fecha_fin» con su motivo.",
            place_of(desk, item, "estado"),
            item,
        )


def milestones(desk: Desk) -> Iterator[Pending]:
    """The milestones of open actions that are late, or due within a month."""
    late = {(it.record.id, int(it.path[1])) for it in milestone_overdue.check(desk.world)}
    for item in desk.register.all(Accion):
        for index, milestone in enumerate(item.hitos):
            until = milestone.fecha.last
            near = desk.as_of <= until <= desk.as_of + NEAR and item.estado in OPEN_STATES
            if (item.id, index) in late or (near and milestone.cumplido is False):
                yield Pending(
                    Matter.HITO,
                    f"{item.id}-{index + 1}",
                    f"Cumplir el hito «{_in_line(milestone.descripcion)}» de "
                    f"«{_in_line(item.nombre)}»",
                    item.responsable,
                    until,
                    "Escriba «cumplido: sí» con su evidencia, o cuente por qué no en "
                    "«motivo_estado».",
                    place_of(desk, item, "hitos", index),
                    item,
                )


def events(desk: Desk) -> Iterator[Pending]:
    """The events that are over, of which nobody tells what they left."""
    for item in desk.register.all(Evento):
        if meeting_state(item, desk.as_of, desk.zone) is MeetingState.SIN_RESULTADO:
            yield Pending(
                Matter.EVENTO,
                item.id,
                f"Contar qué dejó «{_in_line(item.nombre)}», que terminó el "
                f"{long_date(last_day(item))}",
                item.responsable,
                last_day(item) + TIME_TO_TELL,
                "Escriba «resultado» en una o dos frases; si no dejó nada, dígalo.",
                place_of(desk, item),
                item,
            )


def _last(moment: object) -> date | None:
    found = getattr(moment, "last", None)
    return found if isinstance(found, date) else None


def _in_line(text: str) -> str:
    """A text between quotes in a sentence: whole, since a cut one may say something else."""
    return " ".join(text.split()).removesuffix(".")
