"""Rules of the same money told in two registers: a budget, a fee, a mission's cost against the
contributions that name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.actions import Accion, Partida
from bitacora.records.codes import CodigoPeriodicidad
from bitacora.records.events import Evento
from bitacora.records.networks import Red
from bitacora.records.record import Registro
from bitacora.records.relations import Actor
from bitacora.records.resources import Recurso
from bitacora.spanish import count_of, number
from bitacora.tallies.budget import EXACT, sum_precision
from bitacora.tallies.memberships import fee_of, paid_to
from bitacora.tallies.missions import MISSION, cost_of

OWN, SPENT, MONEY, ENDED = "recursos_propios", "ejecucion", "dinero", "terminado"
ABOUT = Decimal("0.1")
"""How far from an approximate figure the other may be: a tenth of it."""
YEAR = 12

Key = tuple[str, bool, str, str, str]
"""Currency, loan or not, flow, kind of support, who gives."""


@dataclass
class Side:
    """What one register tells of a key: its total so far, how exact each part is, its first
    line."""

    first: int = 0
    total: Decimal = Decimal(0)
    precisions: list[str] = field(default_factory=list)

    def add(self, amount: Decimal, precision: str) -> None:
        """Count one more amount."""
        self.total += amount
        self.precisions.append(precision)

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """Between which amounts the true one lies."""
        precision = sum_precision(self.precisions)
        if precision == EXACT:
            return self.total, self.total
        if precision == "minimo":
            return self.total, Decimal("Infinity")
        if precision == "maximo":
            return Decimal(0), self.total
        return self.total * (1 - ABOUT), self.total * (1 + ABOUT)

    def agrees(self, other: Side) -> bool:
        """Whether both may be telling the same amount."""
        (low, high), (other_low, other_high) = self.bounds, other.bounds
        return low <= other_high and other_low <= high


@rule("presupuesto-y-recursos", Severity.AVISO)
def budget_against_contributions(world: World) -> Iterator[Finding]:
    """The budget of an action and its contributions say the same of the same money."""
    for action in world.register.all(Accion):
        planned = _planned(action)
        given = _given(world.register.naming(action, Recurso, "accion"))
        for key, side in planned.items():
            other = given.get(key)
            if other is None or side.agrees(other):
                continue
            flow = world.lists.name("tipos_flujo", key[2]).lower()
            yield Finding(
                action,
                ("presupuesto", side.first, "monto"),
                f"El presupuesto suma {number(side.total)} {key[0]} y los aportes de recursos "
                f"suman {number(other.total)} {key[0]} ({flow}, {_giver(world, key[4])}).",
                "Corrija el que esté mal o añada lo que falta; si los dos son ciertos, explique "
                "la diferencia en «nota».",
            )


def _planned(action: Accion) -> dict[Key, Side]:
    sides: dict[Key, Side] = {}
    for index, line in enumerate(action.presupuesto):
        sides.setdefault(_key(line, line.aportante), Side(index)).add(line.monto, line.precision)
    return sides


def _given(rows: Iterable[Recurso]) -> dict[Key, Side]:
    sides: dict[Key, Side] = {}
    for row in rows:
        sides.setdefault(_key(row, known(row.aportante)), Side()).add(row.monto, row.precision)
    return sides


def _key(line: Partida | Recurso, giver: str | None) -> Key:
    # A budget leaves its giver out where it is the government itself; a contribution names it.
    who = OWN if line.fuente_recursos == OWN else giver or ""
    return (line.moneda, line.reembolsable, line.tipo_flujo, line.tipo_aporte, who)


def _giver(world: World, giver: str) -> str:
    if giver == OWN:
        return "recursos propios"
    actor = world.register.get(Actor, giver)
    return actor.nombre if actor else "sin aportante conocido"


@rule("cuota-y-recursos", Severity.AVISO)
def fee_against_contributions(world: World) -> Iterator[Finding]:
    """The fee of a network is what was paid to it in the last year that was told."""
    for network in world.register.all(Red):
        yearly = _yearly_fee(world, network)
        paid = [row for row in paid_to(world.register, network) if _is_fee(row, network)]
        if yearly is None or not paid:
            continue
        year = max(row.fecha.year for row in paid)
        total = sum((row.monto for row in paid if row.fecha.year == year), Decimal(0))
        still_paying = year == world.as_of.year and total < yearly
        exact = all(row.precision == EXACT for row in paid)
        if total != yearly and exact and not still_paying:
            currency = paid[0].moneda
            cost = f"suma {number(yearly)} {currency} al año" if yearly else "figura en cero"
            told = f"La cuota {cost}"
            yield Finding(
                network,
                ("cuota",),
                f"{told} y los pagos de {year} en recursos suman {number(total)} {currency}.",
                "Corrija la cuota o los pagos; si la cuota cambió, dígalo en «nota».",
            )


def _yearly_fee(world: World, network: Red) -> Decimal | None:
    """What belonging costs in a year; None where no source lets it be computed."""
    if network.cuota == 0:
        return Decimal(0)
    fee = fee_of(network)
    period = world.lists.lists.get("periodicidades", {}).get(network.cuota_periodicidad or "")
    months = period.meses if isinstance(period, CodigoPeriodicidad) else None
    if fee is None or not months or YEAR % months:
        return None
    return fee.amount * (YEAR // months)


def _is_fee(row: Recurso, network: Red) -> bool:
    """Whether a payment is the fee: money spent, in its currency; a trip is another matter."""
    if row.evento or row.tipo_flujo != SPENT or row.tipo_aporte != MONEY:
        return False
    return network.cuota_moneda in (None, row.moneda)


@rule("costo-y-recursos", Severity.AVISO)
def cost_against_contributions(world: World) -> Iterator[Finding]:
    """What an event cost is what was spent on it."""
    for event in world.register.all(Evento):
        cost = cost_of(event)
        rows = [
            row
            for row in world.register.naming(event, Recurso, "evento")
            if row.tipo_flujo == SPENT
        ]
        money = [row for row in rows if row.tipo_aporte == MONEY]
        if cost is None or not money or any(row.moneda != cost.currency for row in money):
            continue
        total = sum((row.monto for row in money), Decimal(0))
        # A cost may count what others gave in kind; then money alone may be less.
        explained = len(rows) > len(money) and total < cost.amount
        exact = all(row.precision == EXACT for row in money)
        if total != cost.amount and exact and not explained:
            yield Finding(
                event,
                ("costo",),
                f"El costo es {number(cost.amount)} {cost.currency} y los aportes de recursos que "
                f"lo pagan suman {number(total)} {cost.currency}.",
                "Corrija el que esté mal o añada el pago que falta; si los dos son ciertos, "
                "explíquelo en «nota».",
            )


@rule("dinero-en-un-solo-registro", Severity.MEJORA)
def told_once(world: World) -> Iterator[Finding]:
    """Where an office tells in recursos who pays for some, it tells it for all: one remark for
    each register, and none where it tells nothing."""
    register = world.register
    actions = [one for one in register.all(Accion) if _has_partner(one)]
    networks = [one for one in register.all(Red) if fee_of(one) and one.estado != ENDED]
    missions = [one for one in register.all(Evento) if _is_made(world, one) and cost_of(one)]
    yield from _alone(world, actions, "accion", ("acción", "acciones"), "presupuesto")
    yield from _alone(world, networks, "red", ("red", "redes"), "cuota")
    yield from _alone(world, missions, "evento", ("misión", "misiones"), "costo")


def _is_made(world: World, event: Evento) -> bool:
    """Whether it is a mission that has begun and was not called off."""
    begun = event.fecha_inicio <= world.as_of
    return event.tipo == MISSION and begun and event.cancelado is None


def _has_partner(action: Accion) -> bool:
    return any(line.fuente_recursos != OWN for line in action.presupuesto)


def _alone(
    world: World, records: Sequence[Registro], by: str, nouns: tuple[str, str], told: str
) -> Iterator[Finding]:
    bare = [one for one in records if not world.register.naming(one, Recurso, by)]
    if bare and len(bare) < len(records):
        verb = "tiene" if len(bare) == 1 else "tienen"
        yield Finding(
            bare[0],
            (told,),
            f"{count_of(len(bare), *nouns)} de {number(len(records))} {verb} {told} y ningún "
            "aporte en recursos. Esta es la primera.",
            f"Cuando los conozca, añada a recursos.csv los aportes, con su «{by}».",
        )


RULES = (
    budget_against_contributions,
    fee_against_contributions,
    cost_against_contributions,
    told_once,
)
