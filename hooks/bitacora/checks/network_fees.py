"""Rules of what it costs to belong to a network: how much, in what, how often, who pays it."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.networks import Red
from bitacora.tallies.happened import standing_of
from bitacora.tallies.instruments import ALIVE


def _with_fee(world: World) -> Iterator[Red]:
    for item in world.register.all(Red):
        if known(item.cuota):
            yield item


@rule("red-cuota-sin-moneda", Severity.ERROR)
def fee_without_currency(world: World) -> Iterator[Finding]:
    """A fee other than zero has its currency."""
    for item in _with_fee(world):
        if not item.cuota_moneda:
            yield Finding(
                item,
                ("cuota",),
                "La cuota no dice en qué moneda está.",
                "Escriba en «cuota_moneda» su código: COP, USD, EUR…",
            )


@rule("red-cuota-negativa", Severity.ERROR)
def negative_fee(world: World) -> Iterator[Finding]:
    """A fee is never below zero."""
    for item in _with_fee(world):
        if (known(item.cuota) or 0) < 0:
            yield Finding(item, ("cuota",), "La cuota es negativa.", "Escriba la cifra sin signo.")


@rule("red-cuota-no-informada", Severity.AVISO)
def fee_untold(world: World) -> Iterator[Finding]:
    """A membership in force says what it costs to belong; «no_informado» is told by its own
    rule."""
    for item in world.register.all(Red):
        alive = standing_of(world.register, item, world.as_of).state in ALIVE
        if alive and item.cuota is None:
            yield Finding(
                item,
                ("cuota",),
                "No se sabe cuánto cuesta pertenecer a esta red.",
                "Pregúntelo y escriba la cifra con su moneda: 0 si no cuesta nada, "
                "«no_informado» si nadie lo sabe.",
            )


@rule("red-cuota-sin-periodicidad", Severity.AVISO)
def fee_without_period(world: World) -> Iterator[Finding]:
    """A fee says how often it is paid."""
    for item in _with_fee(world):
        if not item.cuota_periodicidad:
            yield Finding(
                item,
                ("cuota_periodicidad",),
                "No se dice cada cuánto se paga la cuota.",
                "Escriba «anual», «mensual», «unica»…",
            )


@rule("red-cuota-quien-paga", Severity.AVISO)
def fee_of_nobody(world: World) -> Iterator[Finding]:
    """A fee says who pays it; «no_informado» is an answer."""
    for item in _with_fee(world):
        if not item.cuota_paga:
            yield Finding(
                item,
                ("cuota_paga",),
                "No se dice quién paga la cuota.",
                "Escriba la dependencia o la entidad que la paga.",
            )


RULES = (
    fee_without_currency,
    negative_fee,
    fee_untold,
    fee_without_period,
    fee_of_nobody,
)
