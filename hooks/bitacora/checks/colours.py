"""Rules of the entity's colours: who sees little must be able to read them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal

from bitacora.checks.rule import Finding, World, rule
from bitacora.colours import ENOUGH, contrast, readable
from bitacora.problems import Severity
from bitacora.records.institution import Entidad
from bitacora.spanish import number

PAPER = "#ffffff"


@rule("color-sin-contraste", Severity.ERROR)
def faint_colours(world: World) -> Iterator[Finding]:
    """The entity's colours read as letters on white, and white on them."""
    for entity in world.register.all(Entidad):
        for field in ("color_principal", "color_acento"):
            colour = getattr(entity, field)
            if colour and contrast(colour, PAPER) < ENOUGH:
                yield Finding(
                    entity,
                    (field,),
                    f"El contraste de {colour} con el blanco es de {_told(contrast(colour, PAPER))}"
                    f" a 1, y para leerse bien hace falta {_told(ENOUGH)} a 1.",
                    f"El más parecido que sirve es {readable(colour, (PAPER,))}.",
                )


def _told(ratio: float) -> str:
    """Rounded down: what falls just short must not read as enough."""
    return number(Decimal(ratio).quantize(Decimal("0.01"), ROUND_DOWN))


RULES = (faint_colours,)
