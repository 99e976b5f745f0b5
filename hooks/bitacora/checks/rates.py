"""Rules of the rates of exchange."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.resources import Tasa
from bitacora.spanish import number


@rule("tasa-valor", Severity.ERROR)
def worth_nothing(world: World) -> Iterator[Finding]:
    """A rate is above zero."""
    for rate in world.register.all(Tasa):
        if rate.valor <= 0:
            yield Finding(
                rate,
                ("valor",),
                "La tasa es cero o negativa.",
                f"Escriba cuántos {rate.a} vale un {rate.de}.",
            )


@rule("tasa-misma-moneda", Severity.ERROR)
def into_itself(world: World) -> Iterator[Finding]:
    """A rate leads from one currency to another."""
    for rate in world.register.all(Tasa):
        if rate.de == rate.a:
            yield Finding(
                rate,
                ("a",),
                "La tasa pasa de una moneda a la misma.",
                "Corrija «de» o «a», o quite la fila.",
            )


@rule("tasa-contradictoria", Severity.ERROR)
def two_values(world: World) -> Iterator[Finding]:
    """A pair of currencies has one rate for one date."""
    first: dict[tuple[str, str, str], Tasa] = {}
    for rate in world.register.all(Tasa):
        other = first.setdefault((rate.de, rate.a, str(rate.fecha)), rate)
        if other.valor != rate.valor:
            yield Finding(
                rate,
                ("valor",),
                f"Para la misma fecha «{other.id}» dice {number(other.valor)} y esta fila dice "
                f"{number(rate.valor)}.",
                "Deje una sola, la que diga la fuente.",
            )


@rule("tasa-futura", Severity.ERROR)
def not_yet_known(world: World) -> Iterator[Finding]:
    """A rate is of a date that has come."""
    for rate in world.register.all(Tasa):
        if rate.fecha.first > world.as_of:
            yield Finding(
                rate,
                ("fecha",),
                f"La fecha de la tasa ({rate.fecha}) no ha llegado.",
                "Corrija la fecha, o quite la fila hasta que se conozca la tasa.",
            )


RULES = (worth_nothing, into_itself, two_values, not_yet_known)
