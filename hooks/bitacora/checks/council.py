"""Rules of questions, answers, commitments."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.accountability import Compromiso, Pregunta
from bitacora.spanish import join_y
from bitacora.tallies.instruments import months_before

SILENT_MONTHS = 6


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
        waiting = not item.respuesta and not item.fecha_respuesta
        if waiting and item.plazo and item.plazo < world.as_of:
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
                "Escriba el oficio, el acta o «documento:ID».",
            )


@rule("compromiso-cierre-incompleto", Severity.ERROR)
def closed_without_proof(world: World) -> Iterator[Finding]:
    """A commitment is closed with its day, its outcome, its evidence."""
    for item in world.register.all(Compromiso):
        if item.cerrado:
            parts = {"desenlace": item.desenlace, "evidencia": item.evidencia}
            missing = [f"«{name}»" for name, value in parts.items() if not value]
            if missing:
                yield Finding(
                    item,
                    ("cerrado",),
                    f"El compromiso se cerró el {item.cerrado} y falta {join_y(missing)}.",
                    "Diga en qué quedó y qué lo prueba, o borre «cerrado» si sigue abierto.",
                )
        elif item.desenlace:
            yield Finding(
                item,
                ("desenlace",),
                "Se dice en qué quedó el compromiso y no cuándo se cerró.",
                "Escriba la fecha en «cerrado», o borre «desenlace» si sigue abierto.",
            )


@rule("compromiso-fechas-invertidas", Severity.ERROR)
def closed_before_made(world: World) -> Iterator[Finding]:
    """A commitment is made before it is due, before it is closed."""
    for item in world.register.all(Compromiso):
        for name, day in (("plazo", known(item.plazo)), ("cerrado", item.cerrado)):
            if day and day < item.fecha:
                yield Finding(
                    item,
                    (name,),
                    f"La fecha ({day}) es anterior al compromiso ({item.fecha}).",
                    "Revise las dos fechas; quizá quedaron cambiadas.",
                )


@rule("compromiso-vencido", Severity.AVISO)
def commitment_overdue(world: World) -> Iterator[Finding]:
    """A commitment is closed within its time."""
    for item in world.register.all(Compromiso):
        due = known(item.plazo)
        if not item.cerrado and due and due < world.as_of:
            yield Finding(
                item,
                ("plazo",),
                f"El plazo venció el {due} y el compromiso sigue abierto.",
                "Ciérrelo con su desenlace y su evidencia, o cuente en «seguimientos» qué falta.",
            )


@rule("compromiso-sin-seguimiento", Severity.AVISO)
def nothing_heard(world: World) -> Iterator[Finding]:
    """Something is told of an open commitment every six months."""
    limit = months_before(world.as_of, SILENT_MONTHS)
    for item in world.register.all(Compromiso):
        last = max([item.fecha, *(told.fecha for told in item.seguimientos)])
        if not item.cerrado and last < limit:
            yield Finding(
                item,
                ("seguimientos",),
                f"No se sabe nada del compromiso desde el {last}.",
                f"Añada qué se ha hecho; se pide al menos una vez en {SILENT_MONTHS} meses.",
            )


@rule("compromiso-seguimientos-en-desorden", Severity.AVISO)
def told_out_of_order(world: World) -> Iterator[Finding]:
    """What is told of a commitment goes by date, after it was made."""
    for item in world.register.all(Compromiso):
        days = [item.fecha, *(told.fecha for told in item.seguimientos)]
        for index, (before, after) in enumerate(pairwise(days)):
            if after < before:
                yield Finding(
                    item,
                    ("seguimientos", index, "fecha"),
                    f"Este seguimiento ({after}) es anterior a lo que va antes ({before}).",
                    "Ponga los seguimientos en orden, el más viejo primero.",
                )


@rule("compromiso-sin-origen", Severity.AVISO)
def commitment_out_of_nowhere(world: World) -> Iterator[Finding]:
    """A commitment says where it comes from, or to whom it was made."""
    for item in world.register.all(Compromiso):
        if not (item.pregunta or item.evento or item.ante):
            yield Finding(
                item,
                (),
                "No se dice ante quién se hizo el compromiso.",
                "Escriba la «pregunta» o el «evento» del que nace, o en «ante» la sesión o mesa.",
            )


RULES = (
    half_an_answer,
    answered_before_asked,
    answer_overdue,
    no_time_limit,
    answer_without_evidence,
    closed_without_proof,
    closed_before_made,
    commitment_overdue,
    nothing_heard,
    told_out_of_order,
    commitment_out_of_nowhere,
)
