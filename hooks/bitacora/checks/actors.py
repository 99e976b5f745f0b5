"""Rules of the actors in the map of those who take part."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.relations import Actor
from bitacora.records.resources import Recurso

OF_MANY_COUNTRIES = frozenset({"organismo_multilateral", "red_de_ciudades"})
"""The categories of funder that belong to no country."""


@rule("actor-sin-pais", Severity.MEJORA)
def no_country(world: World) -> Iterator[Finding]:
    """An actor says where it is from, unless it belongs to many countries."""
    for item in world.register.all(Actor):
        if not item.pais and item.categoria_financiador not in OF_MANY_COUNTRIES:
            yield Finding(
                item,
                ("pais",),
                "No se dice de qué país es.",
                "Escriba el código de su país: CO si es de aquí.",
            )


@rule("actor-sin-participacion", Severity.MEJORA)
def never_mentioned(world: World) -> Iterator[Finding]:
    """An actor of the map takes part in something that is told, or a note says why it is there."""
    for item in world.register.all(Actor):
        if not item.nota and not world.register.incoming.get((item.kind, item.id)):
            yield Finding(
                item,
                (),
                "Está en el mapa y ninguna acción, aporte, evento ni acuerdo lo menciona.",
                "Nómbrelo en lo que haga con la entidad, o cuente en «nota» por qué está aquí.",
            )


@rule("financiador-sin-aportes", Severity.MEJORA)
def funds_nothing(world: World) -> Iterator[Finding]:
    """An actor that is said to fund has some contribution; silent where nobody keeps them."""
    if not world.register.all(Recurso):
        return
    for item in world.register.all(Actor):
        given = world.register.naming(item, Recurso, "aportante")
        if item.categoria_financiador and not given:
            yield Finding(
                item,
                ("categoria_financiador",),
                "Figura como financiador y no tiene ningún aporte registrado.",
                "Escriba sus aportes en «recursos», o quite la categoría si no ha financiado.",
            )


RULES = (no_country, never_mentioned, funds_nothing)
