"""Rules of the contributions received: how much, from whom, when."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.resources import Recurso
from bitacora.spanish import number

OWN = "recursos_propios"
DONE = {"desembolso": "desembolso", "ejecucion": "ejecución"}
Promise = tuple[str, str, str, bool, str]


@rule("recurso-monto", Severity.ERROR)
def nothing_given(world: World) -> Iterator[Finding]:
    """A contribution is above zero."""
    for item in world.register.all(Recurso):
        if item.monto <= 0:
            yield Finding(
                item,
                ("monto",),
                "El monto es cero o negativo.",
                "Escriba la cifra completa y sin signo; si no se conoce, quite la fila.",
            )


@rule("recurso-desembolso-mayor", Severity.AVISO)
def paid_above_promised(world: World) -> Iterator[Finding]:
    """No contributor pays for an action more than what was promised, currency by currency."""
    promised, paid = _sums(world, "compromiso"), _sums(world, "desembolso")
    for key, (amount, last) in paid.items():
        if key in promised and amount > promised[key][0]:
            yield Finding(
                last,
                ("monto",),
                f"Los desembolsos suman {number(amount)} {last.moneda} y el compromiso era de "
                f"{number(promised[key][0])} {last.moneda}.",
                "Corrija la cifra, o añada el compromiso que falta.",
            )


def _sums(world: World, flow: str) -> dict[Promise, tuple[Decimal, Recurso]]:
    """The total of each promise, with the last of its rows. Loans and grants never mix, nor do
    money and kind."""
    sums: dict[Promise, tuple[Decimal, Recurso]] = {}
    items = (item for item in world.register.all(Recurso) if item.tipo_flujo == flow)
    for item in sorted(items, key=lambda item: (item.fecha.first, item.id)):
        giver = known(item.aportante)
        if item.accion and giver:
            key = (item.accion, giver, item.moneda, item.reembolsable, item.tipo_aporte)
            total, _ = sums.get(key, (Decimal(0), item))
            sums[key] = (total + item.monto, item)
    return sums


@rule("recurso-repetido", Severity.AVISO)
def told_twice(world: World) -> Iterator[Finding]:
    """The same contribution is not told twice."""
    first: dict[tuple[str, Decimal, str, str, str], Recurso] = {}
    for item in world.register.all(Recurso):
        key = (str(item.aportante), item.monto, item.moneda, str(item.fecha), item.tipo_flujo)
        other = first.setdefault(key, item)
        if other is not item:
            yield Finding(
                item,
                ("monto",),
                f"«{other.id}» trae el mismo aportante, monto, fecha y tipo de flujo.",
                "Si es el mismo aporte, deje una sola fila.",
            )


@rule("recurso-de-quien", Severity.AVISO)
def role_against_source(world: World) -> Iterator[Finding]:
    """Own resources come from the government's own budget, what a partner gives does not."""
    for item in world.register.all(Recurso):
        own = item.fuente_recursos == OWN
        source = world.lists.name("fuentes_recursos", item.fuente_recursos).lower()
        if item.rol == OWN and not own:
            yield Finding(
                item,
                ("fuente_recursos",),
                f"Figura como recursos propios y la fuente es «{source}».",
                f"Escriba «{OWN}» en «fuente_recursos», o corrija «rol».",
            )
        elif item.rol == "cooperante" and own:
            yield Finding(
                item,
                ("fuente_recursos",),
                f"Lo aporta un cooperante y la fuente es «{source}».",
                "Escriba de dónde viene la plata, o corrija «rol».",
            )


@rule("recurso-futuro", Severity.ERROR)
def paid_in_the_future(world: World) -> Iterator[Finding]:
    """What was paid or spent has a date that has come."""
    for item in world.register.all(Recurso):
        if item.tipo_flujo in DONE and item.fecha.first > world.as_of:
            yield Finding(
                item,
                ("fecha",),
                f"Figura como {DONE[item.tipo_flujo]} y la fecha ({item.fecha}) no ha llegado.",
                "Corrija la fecha; lo que está por girarse va como «compromiso».",
            )


RULES = (
    nothing_given,
    paid_above_promised,
    told_twice,
    role_against_source,
    paid_in_the_future,
)
