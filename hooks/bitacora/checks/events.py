"""Rules of missions, visits, meetings: when, at whose cost, with what result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.events import Evento
from bitacora.spanish import join_y

MISSION = "mision_saliente"
TIME_TO_TELL = timedelta(days=30)
TREATMENT = re.compile(
    r"\b(?i:se[ñn]or(?:a|es|as)?|sra?|dra?|don|do[ñn]a|ing|lic)\b\.? +[A-ZÁÉÍÓÚÑ]"
)


@rule("evento-fechas-invertidas", Severity.ERROR)
def ends_before_it_begins(world: World) -> Iterator[Finding]:
    """An event does not end before it begins."""
    for item in world.register.all(Evento):
        if item.fecha_fin and item.fecha_fin < item.fecha_inicio:
            yield Finding(
                item,
                ("fecha_fin",),
                f"Termina ({item.fecha_fin}) antes de empezar ({item.fecha_inicio}).",
                "Revise las dos fechas; quizá quedaron cambiadas.",
            )


@rule("mision-incompleta", Severity.ERROR)
def mission_untold(world: World) -> Iterator[Finding]:
    """A mission abroad says what for, what it costs, who pays; «no_informado» is an answer."""
    for item in world.register.all(Evento):
        asked = {"proposito": item.proposito, "costo": item.costo, "paga": item.paga}
        # A cost of zero is a cost; only silence is missing.
        missing = [f"«{name}»" for name, value in asked.items() if value in (None, "")]
        if item.tipo == MISSION and missing:
            yield Finding(
                item,
                (),
                f"De la misión falta {join_y(missing)}.",
                "Escriba para qué fue, cuánto costó y quién la pagó; lo que no se sepa va como "
                "«no_informado».",
            )


@rule("evento-sin-resultado", Severity.AVISO)
def nothing_came_of_it(world: World) -> Iterator[Finding]:
    """What an event left is told within 30 days of its end."""
    for item in world.register.all(Evento):
        end = item.fecha_fin or item.fecha_inicio
        if not item.resultado and end < world.as_of - TIME_TO_TELL:
            yield Finding(
                item,
                ("resultado",),
                f"Terminó el {end} y no se cuenta qué dejó.",
                "Escríbalo en una o dos frases; si no dejó nada, dígalo.",
            )


@rule("evento-con-nombres", Severity.AVISO)
def delegation_of_persons(world: World) -> Iterator[Finding]:
    """A delegation is told by its posts, never by the names of persons."""
    for item in world.register.all(Evento):
        for index, member in enumerate(item.delegacion):
            if TREATMENT.search(member):
                yield Finding(
                    item,
                    ("delegacion", index),
                    "Parece el nombre de una persona.",
                    "Escriba solo el cargo o la dependencia.",
                    private=True,
                )


RULES = (ends_before_it_begins, mission_untold, nothing_came_of_it, delegation_of_persons)
