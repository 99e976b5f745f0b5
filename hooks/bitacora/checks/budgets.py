"""Rules of the money of actions and practices."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.actions import Accion, Partida
from bitacora.records.events import Evento, Oportunidad
from bitacora.records.practices import BuenaPractica
from bitacora.records.record import Registro
from bitacora.records.relations import Hermanamiento
from bitacora.spanish import number

Cost = tuple[Registro, tuple[str | int, ...], Decimal | None, str | None]


@rule("monto-no-positivo", Severity.ERROR)
def amount_not_positive(world: World) -> Iterator[Finding]:
    """An amount of money is above zero."""
    remedy = "Escriba la cifra completa y sin signo; si no se conoce, quite la partida."
    for action in world.register.all(Accion):
        for index, line in enumerate(action.presupuesto):
            if line.monto <= 0:
                yield Finding(
                    action,
                    ("presupuesto", index, "monto"),
                    "El monto es cero o negativo.",
                    remedy,
                )
    for practice in world.register.all(BuenaPractica):
        if practice.costo is not None and practice.costo <= 0:
            yield Finding(practice, ("costo",), "El costo es cero o negativo.", remedy)
    for record, path, amount, _ in _costs(world):
        if amount is not None and amount < 0 and not isinstance(record, BuenaPractica):
            yield Finding(record, path, "El costo es negativo.", "Escriba la cifra sin signo.")


@rule("costo-sin-moneda", Severity.ERROR)
def cost_without_currency(world: World) -> Iterator[Finding]:
    """A cost other than zero has its currency."""
    for record, path, amount, currency in _costs(world):
        if amount and not currency:
            yield Finding(
                record,
                path,
                f"El {path[-1]} no dice en qué moneda está.",
                "Escriba en «moneda» su código: COP, USD, EUR…",
            )


def _costs(world: World) -> Iterator[Cost]:
    """Every known cost that has a currency beside it; zero costs the same in any of them."""
    register = world.register
    for practice in register.all(BuenaPractica):
        yield practice, ("costo",), practice.costo, practice.moneda
    for event in register.all(Evento):
        yield event, ("costo",), known(event.costo), event.moneda
    for call in register.all(Oportunidad):
        yield call, ("monto",), known(call.monto), call.moneda
    for item in register.all(Hermanamiento):
        for index, activity in enumerate(item.actividades):
            path = ("actividades", index, "costo")
            yield item, path, known(activity.costo), activity.moneda


@rule("desembolso-mayor-que-compromiso", Severity.AVISO)
def paid_above_promised(world: World) -> Iterator[Finding]:
    """No contributor pays more than what was promised, currency by currency."""
    for action in world.register.all(Accion):
        promised = _sums(action, "compromiso")
        paid = _sums(action, "desembolso")
        for key, amount in paid.items():
            if key in promised and amount > promised[key]:
                yield Finding(
                    action,
                    ("presupuesto", _last(action, key), "monto"),
                    f"Se desembolsaron {number(amount)} {key[2]} y el compromiso era de "
                    f"{number(promised[key])} {key[2]}.",
                    "Corrija la cifra, o añada el compromiso que falta.",
                )


Contribution = tuple[str | None, str, str, bool, str]


def _key(line: Partida) -> Contribution:
    # Loans and grants, money and kind, like currencies, never enter one sum.
    kind = (line.reembolsable, line.tipo_aporte)
    return (line.aportante, line.fuente_recursos, line.moneda, *kind)


def _sums(action: Accion, flow: str) -> dict[Contribution, Decimal]:
    sums: dict[Contribution, Decimal] = {}
    for line in action.presupuesto:
        if line.tipo_flujo == flow:
            sums[_key(line)] = sums.get(_key(line), Decimal(0)) + line.monto
    return sums


def _last(action: Accion, key: Contribution) -> int:
    return max(
        index
        for index, line in enumerate(action.presupuesto)
        if _key(line) == key and line.tipo_flujo == "desembolso"
    )


@rule("aporte-repetido", Severity.AVISO)
def told_twice(world: World) -> Iterator[Finding]:
    """The same contribution is not told twice."""
    first: dict[tuple[str, Decimal, str, str], Accion] = {}
    for action in world.register.all(Accion):
        for index, line in enumerate(action.presupuesto):
            if line.aportante is None:
                continue
            key = (line.aportante, line.monto, line.moneda, line.tipo_flujo)
            if key in first:
                yield Finding(
                    action,
                    ("presupuesto", index, "monto"),
                    f"«{line.aportante}» ya figura con la misma cifra en «{first[key].codigo}».",
                    "Si es el mismo aporte, déjelo en una sola acción.",
                )
            first.setdefault(key, action)


RULES = (amount_not_positive, cost_without_currency, paid_above_promised, told_twice)
