"""Rules of questions with their answers."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.accountability import Pregunta
from bitacora.tallies.situations import OVERDUE, question_situation


@rule("pregunta-respuesta-a-medias", Severity.ERROR)
def half_an_answer(world: World) -> Iterator[Finding]:
    """An answer has its date, a date of answer has its answer."""
    for item in world.register.all(Pregunta):
        if item.respuesta and not item.fecha_respuesta:
            yield Finding(
                item,
                ("fecha_respuesta",),
                "Hay respuesta y no se dice cuándo se dio.",
                "Escriba la fecha en «fecha_respuesta».",
            )
        elif item.fecha_respuesta and not item.respuesta:
            yield Finding(
                item,
                ("respuesta",),
                f"Figura respondida el {item.fecha_respuesta} y no está la respuesta.",
                "Escríbala en «respuesta», o borre la fecha.",
            )


@rule("pregunta-fechas-invertidas", Severity.ERROR)
def answered_before_asked(world: World) -> Iterator[Finding]:
    """A question is asked before it is due, before it is answered."""
    for item in world.register.all(Pregunta):
        for name, day in (("plazo", item.plazo), ("fecha_respuesta", item.fecha_respuesta)):
            if day and day < item.fecha:
                yield Finding(
                    item,
                    (name,),
                    f"La fecha ({day}) es anterior a la pregunta ({item.fecha}).",
                    "Revise las dos fechas; quizá quedaron cambiadas.",
                )


@rule("pregunta-vencida", Severity.AVISO)
def answer_overdue(world: World) -> Iterator[Finding]:
    """A question is answered within its time."""
    for item in world.register.all(Pregunta):
        late = question_situation(item, world.as_of) == OVERDUE
        if late and not item.fecha_respuesta:
            yield Finding(
                item,
                ("plazo",),
                f"El plazo venció el {item.plazo} y no hay respuesta.",
                "Responda, o cuente en «nota» por qué no se ha podido.",
            )


@rule("pregunta-sin-plazo", Severity.MEJORA)
def no_time_limit(world: World) -> Iterator[Finding]:
    """A question has a day by which it must be answered."""
    for item in world.register.all(Pregunta):
        if not item.plazo:
            yield Finding(
                item,
                ("plazo",),
                "No se dice hasta cuándo hay que responder.",
                "Escriba en «plazo» la fecha de la ley o del reglamento.",
            )


@rule("pregunta-sin-evidencia", Severity.AVISO)
def answer_without_evidence(world: World) -> Iterator[Finding]:
    """An answer can be looked up."""
    for item in world.register.all(Pregunta):
        if item.respuesta and not item.evidencia:
            yield Finding(
                item,
                ("evidencia",),
                "No se dice dónde consta la respuesta.",
                "Escriba el oficio, el acta o «documento:» y su nombre.",
            )


@rule("pregunta-futura", Severity.AVISO)
def asked_in_the_future(world: World) -> Iterator[Finding]:
    """A question is put, and answered, on days that have come."""
    for item in world.register.all(Pregunta):
        for name, day in (("fecha", item.fecha), ("fecha_respuesta", item.fecha_respuesta)):
            if day and day > world.as_of:
                yield Finding(
                    item, (name,), f"La fecha ({day}) no ha llegado.", "Corrija la fecha."
                )


RULES = (
    half_an_answer,
    answered_before_asked,
    answer_overdue,
    no_time_limit,
    answer_without_evidence,
    asked_in_the_future,
)
