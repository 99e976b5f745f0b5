"""Rules of good practices: their evaluation, their offer to others."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.practices import BuenaPractica
from bitacora.spanish import count_of
from bitacora.tallies.evaluation import ENOUGH_CRITERIA, evaluate


@rule("practica-si-sin-evidencia", Severity.ERROR)
def yes_without_evidence(world: World) -> Iterator[Finding]:
    """An answer «sí» has evidence."""
    for item in world.register.all(BuenaPractica):
        for index, answer in enumerate(item.evaluacion):
            if answer.respuesta == "si" and not answer.evidencia:
                yield Finding(
                    item,
                    ("evaluacion", index, "respuesta"),
                    f"La pregunta {answer.pregunta} se responde que sí y nada lo prueba.",
                    "Escriba la evidencia, o cambie la respuesta a «sin_evaluar».",
                )


@rule("practica-pregunta-repetida", Severity.ERROR)
def question_twice(world: World) -> Iterator[Finding]:
    """Each question is answered once."""
    for item in world.register.all(BuenaPractica):
        seen: set[str] = set()
        for index, answer in enumerate(item.evaluacion):
            if answer.pregunta in seen:
                yield Finding(
                    item,
                    ("evaluacion", index, "pregunta"),
                    f"La pregunta {answer.pregunta} ya tiene otra respuesta.",
                    "Deje una sola.",
                )
            seen.add(answer.pregunta)


@rule("practica-evaluacion-sin-firma", Severity.ERROR)
def evaluation_unsigned(world: World) -> Iterator[Finding]:
    """An evaluated practice says who evaluated it, with the date."""
    for item in world.register.all(BuenaPractica):
        for name in ("fecha_evaluacion", "evaluador"):
            if item.evaluacion and not getattr(item, name):
                what = "cuándo" if name == "fecha_evaluacion" else "quién"
                yield Finding(
                    item,
                    (name,),
                    f"La práctica está evaluada y no se dice {what} la evaluó.",
                    f"Complete «{name}».",
                )


@rule("practica-autoevaluada", Severity.AVISO)
def self_evaluated(world: World) -> Iterator[Finding]:
    """A practice evaluated by those who carry it out is told as such."""
    for item in world.register.all(BuenaPractica):
        if item.evaluacion and item.autoevaluacion:
            yield Finding(
                item,
                ("evaluador",),
                "La práctica la evaluó quien la ejecuta; el sitio lo dice junto al puntaje.",
                "Si la evaluó alguien más, escriba «no» en «autoevaluacion».",
            )


@rule("practica-pocos-criterios", Severity.AVISO)
def few_criteria(world: World) -> Iterator[Finding]:
    """An evaluation covers at least 12 of the 16 criteria; below that no score is shown."""
    for item in world.register.all(BuenaPractica):
        found = evaluate(item.evaluacion, world.lists)
        if item.evaluacion and found.covered < ENOUGH_CRITERIA:
            covered = count_of(found.covered, "criterio", "criterios")
            yield Finding(
                item,
                ("evaluacion",),
                f"La evaluación responde sí o no en {covered} de {len(found.criteria)}; con menos "
                f"de {ENOUGH_CRITERIA} no se muestra puntaje.",
                "Responda las preguntas de los criterios que faltan.",
            )


@rule("practica-sin-contacto", Severity.AVISO)
def offered_without_contact(world: World) -> Iterator[Finding]:
    """A practice offered for transfer says whom to write to."""
    for item in world.register.all(BuenaPractica):
        if item.is_offered and not item.contacto_institucional:
            yield Finding(
                item,
                ("contacto_institucional",),
                "La práctica se ofrece a otros gobiernos y no dice a quién escribir.",
                "Escriba el correo de la dependencia, no el de una persona.",
            )


@rule("practica-ajena-ofrecida", Severity.AVISO)
def foreign_practice_offered(world: World) -> Iterator[Finding]:
    """Only one's own practice is offered for transfer."""
    for item in world.register.all(BuenaPractica):
        if item.is_offered and item.origen != "propia":
            yield Finding(
                item,
                ("disponible_para_transferir",),
                "La práctica es de otro gobierno y aquí figura como oferta propia.",
                "Escriba «no», o corrija «origen».",
            )


@rule("practica-fechas-invertidas", Severity.ERROR)
def dates_backwards(world: World) -> Iterator[Finding]:
    """A practice does not end before it starts."""
    for item in world.register.all(BuenaPractica):
        start = known(item.inicio)
        if start and item.fin and item.fin.last < start.first:
            yield Finding(
                item,
                ("fin",),
                f"La práctica termina ({item.fin}) antes de empezar ({start}).",
                "Revise las dos fechas; quizá quedaron cambiadas.",
            )


RULES = (
    yes_without_evidence,
    question_twice,
    evaluation_unsigned,
    self_evaluated,
    few_criteria,
    offered_without_contact,
    foreign_practice_offered,
    dates_backwards,
)
