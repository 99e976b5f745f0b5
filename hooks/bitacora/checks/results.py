"""Rules of the results that a strategy expects."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.strategy import Objetivo, Resultado
from bitacora.tallies.belonging import strategy_of

LATER = "vigencia_posterior_a_la_estrategia"


@rule("resultado-rango-invertido", Severity.ERROR)
def range_backwards(world: World) -> Iterator[Finding]:
    """The range of years of a result does not end before it starts."""
    for item in world.register.all(Resultado):
        if item.anio_inicio and item.anio_fin and item.anio_fin < item.anio_inicio:
            yield Finding(
                item,
                ("anio_fin",),
                f"El resultado termina en {item.anio_fin}, antes de empezar en {item.anio_inicio}.",
                "Revise los dos años; quizá quedaron cambiados.",
            )


@rule("resultado-anios-contradictorios", Severity.AVISO)
def years_outside_range(world: World) -> Iterator[Finding]:
    """The single years of a result fall within its range, where it has both."""
    for item in world.register.all(Resultado):
        for index, year in enumerate(item.anios):
            if not (item.anio_inicio or year) <= year <= (item.anio_fin or year):
                yield Finding(
                    item,
                    ("anios", index),
                    f"El año {year} está por fuera del rango que dice la misma ficha.",
                    "Corrija «anios», o el rango de «anio_inicio» y «anio_fin».",
                )


@rule("resultado-sin-plazo", Severity.AVISO)
def no_years(world: World) -> Iterator[Finding]:
    """A result says for when it is expected."""
    for item in world.register.all(Resultado):
        if not item.anios and not item.anio_inicio and not item.anio_fin:
            yield Finding(
                item,
                (),
                "El resultado no dice para qué año se espera.",
                "Escriba los años sueltos en «anios», o el rango en «anio_inicio» y «anio_fin».",
            )


@rule("resultado-fuera-de-vigencia", Severity.AVISO)
def outside_term(world: World) -> Iterator[Finding]:
    """The years of a result fall within the term of its strategy, unless a flag says otherwise."""
    for item in world.register.all(Resultado):
        strategy = strategy_of(world.register, item)
        if strategy is None or strategy.years is None or LATER in item.banderas:
            continue
        first, last = strategy.years
        years = [*item.anios, *(year for year in (item.anio_inicio, item.anio_fin) if year)]
        outside = sorted({year for year in years if not first <= year <= last})
        if outside:
            shown = ", ".join(str(year) for year in outside)
            yield Finding(
                item,
                ("anios",) if item.anios else ("anio_fin",),
                f"El resultado se espera en {shown}, por fuera de la estrategia "
                f"({first} a {last}).",
                f"Revise los años; si el documento dice eso, añada la bandera «{LATER}».",
            )


@rule("resultado-de-otro-eje", Severity.ERROR)
def objective_of_other_axis(world: World) -> Iterator[Finding]:
    """A result and its objective belong to the same axis."""
    for item in world.register.all(Resultado):
        objective = world.register.get(Objetivo, item.objetivo)
        if objective is not None and objective.eje != item.eje:
            yield Finding(
                item,
                ("objetivo",),
                f"El objetivo es del eje «{objective.eje}», y el resultado del eje «{item.eje}».",
                "Corrija uno de los dos para que sean del mismo eje.",
            )


RULES = (range_backwards, years_outside_range, no_years, outside_term, objective_of_other_axis)
