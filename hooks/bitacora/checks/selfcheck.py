"""Rules of the self-checks of the office."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.selfcheck import Autoevaluacion
from bitacora.spanish import count_of, join_y, long_date
from bitacora.tallies.evaluation import Answer
from bitacora.tallies.instruments import months_before
from bitacora.tallies.selfcheck import CODELIST, in_time

OLD_MONTHS = 24


@rule("autoevaluacion-si-sin-evidencia", Severity.ERROR)
def yes_without_evidence(world: World) -> Iterator[Finding]:
    """A factor answered yes has evidence."""
    for item in world.register.all(Autoevaluacion):
        for index, answer in enumerate(item.respuestas):
            if answer.respuesta == Answer.SI and not answer.evidencia:
                yield Finding(
                    item,
                    ("respuestas", index, "respuesta"),
                    f"El factor {answer.factor} se responde que sí y nada lo prueba.",
                    "Escriba la evidencia, o cambie la respuesta a «sin_evaluar».",
                )


@rule("autoevaluacion-factor-repetido", Severity.ERROR)
def factor_twice(world: World) -> Iterator[Finding]:
    """Each factor is answered once."""
    for item in world.register.all(Autoevaluacion):
        seen: set[str] = set()
        for index, answer in enumerate(item.respuestas):
            if answer.factor in seen:
                yield Finding(
                    item,
                    ("respuestas", index, "factor"),
                    f"El factor {answer.factor} ya tiene otra respuesta.",
                    "Deje una sola.",
                )
            seen.add(answer.factor)


@rule("autoevaluacion-fecha-futura", Severity.ERROR)
def in_the_future(world: World) -> Iterator[Finding]:
    """A self-check was made by the date of the edition."""
    for item in world.register.all(Autoevaluacion):
        if item.fecha > world.as_of:
            yield Finding(
                item,
                ("fecha",),
                f"La autoevaluación tiene una fecha que no ha llegado ({item.fecha}).",
                "Corrija la fecha, o déjela en borrador hasta que se haga.",
            )


@rule("autoevaluacion-incompleta", Severity.MEJORA)
def factors_left_out(world: World) -> Iterator[Finding]:
    """A self-check goes through every factor, if only to say that it was not evaluated."""
    for item in world.register.all(Autoevaluacion):
        told = {answer.factor for answer in item.respuestas}
        missing = [code.codigo for code in world.lists.all(CODELIST) if code.codigo not in told]
        if missing:
            count = count_of(len(missing), "factor", "factores")
            verb = "Falta" if len(missing) == 1 else "Faltan"
            yield Finding(
                item,
                ("respuestas",),
                f"{verb} {count}: {join_y(missing)}.",
                "Añádalos; si nadie los ha mirado, la respuesta es «sin_evaluar».",
            )


@rule("autoevaluacion-no-sin-que-falta", Severity.MEJORA)
def no_without_what_is_missing(world: World) -> Iterator[Finding]:
    """A factor answered no says what is missing."""
    for item in world.register.all(Autoevaluacion):
        for index, answer in enumerate(item.respuestas):
            if answer.respuesta == Answer.NO and not answer.que_falta:
                yield Finding(
                    item,
                    ("respuestas", index, "respuesta"),
                    f"El factor {answer.factor} se responde que no y no se dice qué falta.",
                    "Escriba en «que_falta» lo que hace falta para responder que sí.",
                )


@rule("autoevaluacion-vieja", Severity.MEJORA)
def last_one_is_old(world: World) -> Iterator[Finding]:
    """Who has checked itself once does it again within two years."""
    made = [item for item in in_time(world.register) if item.fecha <= world.as_of]
    if made and made[-1].fecha < months_before(world.as_of, OLD_MONTHS):
        yield Finding(
            made[-1],
            ("fecha",),
            f"La última autoevaluación es del {long_date(made[-1].fecha)}: pasaron más de "
            f"{OLD_MONTHS} meses.",
            "Repítala, para saber qué cambió.",
        )


RULES = (
    yes_without_evidence,
    factor_twice,
    in_the_future,
    factors_left_out,
    no_without_what_is_missing,
    last_one_is_old,
)
