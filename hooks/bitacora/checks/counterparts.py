"""Rules of what a contribution says of others: its counterpart, its origin, its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.resources import Recurso
from bitacora.spanish import plain
from bitacora.tallies.contributions import country_of, own_country

COUNTERPART, OWN = "contrapartida", "recursos_propios"
FROM_ABROAD = {"oficial_bilateral", "descentralizada"}
FEE = re.compile(r"\b(cuotas?|membresias?)\b")
Promise = tuple[str, str, str, bool, str]


@rule("recurso-parte-extranjera", Severity.ERROR)
def impossible_part(world: World) -> Iterator[Finding]:
    """The foreign part of a contribution lies between 0 % and 100 %."""
    for item in world.register.all(Recurso):
        part = item.porcentaje_exterior
        if part is not None and not 0 <= part <= Decimal(100):
            yield Finding(
                item,
                ("porcentaje_exterior",),
                "La parte extranjera no está entre 0 y 100.",
                "Escriba el porcentaje sin el signo: 60 es 60 %.",
            )


@rule("recurso-contrapartida-suelta", Severity.MEJORA)
def counterpart_of_nothing(world: World) -> Iterator[Finding]:
    """A counterpart says what it completes."""
    for item in world.register.all(Recurso):
        if item.rol == COUNTERPART and not (item.contrapartida_de or item.accion):
            yield Finding(
                item,
                ("rol",),
                "Es una contrapartida y no dice qué completa.",
                "Escriba en «contrapartida_de» el aporte que completa, o en «accion» la acción.",
            )


@rule("recurso-contrapartida-de", Severity.ERROR)
def completes_no_gift(world: World) -> Iterator[Finding]:
    """Only a counterpart completes another contribution, which is not one more counterpart."""
    for item in world.register.all(Recurso):
        if item.contrapartida_de is None:
            continue
        if item.contrapartida_de == item.id:
            continue  # Another rule tells of whatever names itself.
        other = world.register.get(Recurso, item.contrapartida_de)
        if other is not None and other.rol == COUNTERPART:
            message = f"«{other.id}» también es una contrapartida."
        elif item.rol != COUNTERPART:
            message = f"Completa otro aporte, pero su rol no es «{COUNTERPART}»."
        else:
            continue
        remedy = "Escriba en «contrapartida_de» el aporte de quien coopera, o corrija «rol»."
        yield Finding(item, ("contrapartida_de",), message, remedy)


@rule("recurso-contrapartida-otra-accion", Severity.AVISO)
def completes_another_action(world: World) -> Iterator[Finding]:
    """A counterpart serves the same action as what it completes."""
    for item in world.register.all(Recurso):
        other = world.register.get(Recurso, item.contrapartida_de)
        if other and item.accion and other.accion and item.accion != other.accion:
            yield Finding(
                item,
                ("accion",),
                f"Completa «{other.id}», que es de otra acción: «{other.accion}».",
                "Corrija «accion» o «contrapartida_de».",
            )


@rule("recurso-giro-antes", Severity.AVISO)
def paid_before_promised(world: World) -> Iterator[Finding]:
    """Nobody pays before promising."""
    promised: dict[Promise, Recurso] = {}
    for item in world.register.all(Recurso):
        key = _promise(item)
        if key and item.tipo_flujo == "compromiso":
            first = promised.setdefault(key, item)
            if item.fecha.first < first.fecha.first:
                promised[key] = item
    for item in world.register.all(Recurso):
        key = _promise(item)
        first_promise = promised.get(key) if key else None
        if item.tipo_flujo != "desembolso" or first_promise is None:
            continue
        if item.fecha.last < first_promise.fecha.first:
            yield Finding(
                item,
                ("fecha",),
                f"El desembolso es de {item.fecha} y el compromiso, «{first_promise.id}», de "
                f"{first_promise.fecha}.",
                "Corrija la fecha que esté mal, o añada el compromiso que falta.",
            )


def _promise(item: Recurso) -> Promise | None:
    giver = known(item.aportante)
    if not item.accion or not giver:
        return None
    return (item.accion, giver, item.moneda, item.reembolsable, item.tipo_aporte)


@rule("recurso-socio-nacional", Severity.AVISO)
def domestic_partner(world: World) -> Iterator[Finding]:
    """What comes from another country is not given by somebody of the own."""
    home = own_country(world.register)
    for item in world.register.all(Recurso):
        if item.fuente_recursos not in FROM_ABROAD or home is None:
            continue
        if country_of(world.register, item) == home:
            source = world.lists.name("fuentes_recursos", item.fuente_recursos).lower()
            yield Finding(
                item,
                ("fuente_recursos",),
                f"Cuenta como ayuda de otro país ({source}) y quien aporta es de aquí.",
                "Si la plata es del país, escriba «nacional»; si viene de afuera, diga en «pais» "
                "de dónde.",
            )


@rule("recurso-cuota-sin-red", Severity.MEJORA)
def fee_without_network(world: World) -> Iterator[Finding]:
    """The fee of a network says of which one."""
    for item in world.register.all(Recurso):
        if item.rol == OWN and not item.red and FEE.search(plain(item.concepto)):
            yield Finding(
                item,
                ("concepto",),
                "Parece la cuota de una red y no dice de cuál.",
                "Escriba la red en «red»; si se pagaron varias, una fila por red.",
            )


RULES = (
    impossible_part,
    counterpart_of_nothing,
    completes_no_gift,
    completes_another_action,
    paid_before_promised,
    domestic_partner,
    fee_without_network,
)
