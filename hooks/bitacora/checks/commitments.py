"""Rules of commitments: what was promised, followed, closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.accountability import Compromiso, Pregunta
from bitacora.records.events import Evento
from bitacora.spanish import count_of, join_y
from bitacora.tallies.instruments import months_before
from bitacora.tallies.situations import days_late

SILENT_MONTHS = 6
FORGOTTEN_DAYS = 180


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
    """A commitment is closed within its time; what is long overdue has a rule of its own."""
    for item in world.register.all(Compromiso):
        if 0 < days_late(item, world.as_of) <= FORGOTTEN_DAYS and not item.cerrado:
            yield Finding(
                item,
                ("plazo",),
                f"El plazo venció el {item.plazo} y el compromiso sigue abierto.",
                "Ciérrelo con su desenlace y su evidencia, o cuente en «seguimientos» qué falta.",
            )


@rule("compromiso-vencido-hace-mucho", Severity.AVISO)
def commitment_forgotten(world: World) -> Iterator[Finding]:
    """A commitment does not stay open half a year after its time."""
    for item in world.register.all(Compromiso):
        late = days_late(item, world.as_of)
        if late > FORGOTTEN_DAYS and not item.cerrado:
            yield Finding(
                item,
                ("plazo",),
                f"El plazo venció hace {count_of(late, 'día', 'días')} y el compromiso sigue "
                "abierto.",
                "Ciérrelo como no cumplido, o acuerde un plazo nuevo con quien lo pidió y cuéntelo "
                "en «seguimientos».",
            )


@rule("compromiso-anterior-a-su-origen", Severity.AVISO)
def made_before_its_origin(world: World) -> Iterator[Finding]:
    """A commitment is made when the question was put, or the event had begun."""
    for item in world.register.all(Compromiso):
        question = world.register.get(Pregunta, item.pregunta)
        event = world.register.get(Evento, item.evento)
        for what, day in (
            ("la pregunta de la que nace", question.fecha if question else None),
            ("el evento del que nace", event.fecha_inicio if event else None),
        ):
            if day and item.fecha < day:
                yield Finding(
                    item,
                    ("fecha",),
                    f"El compromiso ({item.fecha}) es anterior a {what} ({day}).",
                    "Revise las dos fechas; quizá nace de otra pregunta o de otro evento.",
                )


@rule("compromiso-fecha-futura", Severity.AVISO)
def happened_in_the_future(world: World) -> Iterator[Finding]:
    """What was promised, told or closed bears a day that has come."""
    for item in world.register.all(Compromiso):
        for path, day in _days(item):
            if day > world.as_of:
                yield Finding(
                    item,
                    path,
                    f"La fecha ({day}) no ha llegado.",
                    "Corríjala; lo que se espera va en «plazo».",
                )


def _days(item: Compromiso) -> Iterator[tuple[tuple[str | int, ...], date]]:
    yield ("fecha",), item.fecha
    for index, told in enumerate(item.seguimientos):
        yield ("seguimientos", index, "fecha"), told.fecha
    if item.cerrado:
        yield ("cerrado",), item.cerrado


@rule("compromiso-seguimiento-tras-cierre", Severity.AVISO)
def told_after_closing(world: World) -> Iterator[Finding]:
    """Nothing is told of a commitment after it was closed."""
    for item in world.register.all(Compromiso):
        for index, told in enumerate(item.seguimientos):
            if item.cerrado and item.fecha <= item.cerrado < told.fecha:
                yield Finding(
                    item,
                    ("seguimientos", index, "fecha"),
                    f"Este seguimiento ({told.fecha}) es posterior al cierre ({item.cerrado}).",
                    "Si el compromiso seguía abierto, corrija «cerrado»; si no, quite el "
                    "seguimiento o corrija su fecha.",
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
    closed_without_proof,
    closed_before_made,
    commitment_overdue,
    commitment_forgotten,
    made_before_its_origin,
    happened_in_the_future,
    nothing_heard,
    told_out_of_order,
    told_after_closing,
    commitment_out_of_nowhere,
)
