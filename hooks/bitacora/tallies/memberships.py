"""Memberships in networks: term, state, fee, the six questions, what a network gave and got."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bitacora.money import Money
from bitacora.records.networks import Red
from bitacora.records.partial_date import PartialDate
from bitacora.records.resources import Recurso
from bitacora.records.unknown import NoInformado
from bitacora.register import Register
from bitacora.tallies.instruments import InstrumentState, Term, is_idle, latest

QUESTIONS = ("mision", "coincide", "alternativa", "miembros", "implicaciones", "capacidad")
"""The fields of the six questions that are asked before joining, in their order."""
GIVES, PAYS = "cooperante", "recursos_propios"


def membership_term(network: Red, as_of: date) -> Term:
    """Until when a membership lasts. An end that was written before the last renewal says nothing
    of what came after it, and a renewal that had not come yet said nothing then."""
    renewed = network.renovada
    if renewed is None or network.vence is None:
        return Term(network.vence)
    stale = network.vence.last < renewed.first
    return Term() if stale or renewed.first > as_of else Term(network.vence)


def last_participation(
    network: Red, as_of: date, happened: Iterable[PartialDate] = ()
) -> PartialDate | None:
    """The last time the government is known to have taken part by a date."""
    return latest((network.ultima_actividad, *happened), as_of)


def membership_state(
    network: Red, as_of: date, happened: Iterable[PartialDate] = ()
) -> InstrumentState:
    """The state of a membership at a date, by the rules of the instruments."""
    declared = InstrumentState(network.estado)
    if declared in (InstrumentState.TERMINADO, InstrumentState.EN_GESTION):
        return declared
    term = membership_term(network, as_of)
    if term.is_over(as_of):
        return InstrumentState.VENCIDO
    if declared is InstrumentState.NO_INFORMADO:
        return declared
    if term.is_near(as_of):
        return InstrumentState.POR_VENCER
    idle = is_idle(last_participation(network, as_of, happened), network.adhesion, as_of)
    return InstrumentState.SIN_ACTIVIDAD if idle else declared


@dataclass(frozen=True, slots=True)
class Asked:
    """Which of the six questions have an answer, which were asked in vain, which nobody asked."""

    answered: tuple[str, ...]
    unknown: tuple[str, ...]
    silent: tuple[str, ...]

    @property
    def lacking(self) -> tuple[str, ...]:
        """The questions without an answer, in their order."""
        return tuple(name for name in QUESTIONS if name not in self.answered)


def asked(network: Red) -> Asked:
    """What became of the six questions that are asked before joining."""
    answers = {name: getattr(network, name) for name in QUESTIONS}
    return Asked(
        tuple(name for name, answer in answers.items() if isinstance(answer, str) and answer),
        tuple(name for name, answer in answers.items() if isinstance(answer, NoInformado)),
        tuple(name for name, answer in answers.items() if not answer),
    )


@dataclass(frozen=True, slots=True)
class FeeSum:
    """What belonging to some networks costs each time, in one currency and for one period; no
    period where no source says how often it is paid."""

    total: Money
    period: str | None
    networks: tuple[Red, ...]


def fee_of(network: Red) -> Money | None:
    """The fee of a network, if it is known, greater than zero and has its currency."""
    if isinstance(network.cuota, NoInformado) or not network.cuota or not network.cuota_moneda:
        return None
    return Money(network.cuota, network.cuota_moneda)


def fee_sums(networks: Iterable[Red]) -> tuple[FeeSum, ...]:
    """The known fees, added up only where currency and period are the same."""
    groups: dict[tuple[str, str], list[tuple[Red, Money]]] = {}
    for network in networks:
        fee = fee_of(network)
        if fee is not None:
            key = (fee.currency, network.cuota_periodicidad or "")
            groups.setdefault(key, []).append((network, fee))
    return tuple(
        FeeSum(
            Money(sum((fee.amount for _, fee in found), Decimal()), currency),
            period or None,
            tuple(network for network, _ in found),
        )
        for (currency, period), found in sorted(groups.items())
    )


@dataclass(frozen=True, slots=True)
class FeesUntold:
    """The networks without a fee to add up: free, stated unknown, or of which nobody says."""

    free: tuple[Red, ...]
    unknown: tuple[Red, ...]
    silent: tuple[Red, ...]


def fees_untold(networks: Sequence[Red]) -> FeesUntold:
    """The networks of which no fee is added up, by the reason."""
    return FeesUntold(
        tuple(item for item in networks if item.cuota == 0),
        tuple(item for item in networks if isinstance(item.cuota, NoInformado)),
        tuple(item for item in networks if item.cuota is None),
    )


def given_by(register: Register, network: Red) -> tuple[Recurso, ...]:
    """The contributions that came through a network."""
    return _contributions(register, network, GIVES)


def paid_to(register: Register, network: Red) -> tuple[Recurso, ...]:
    """The own money that was spent on a network: its fee, its trips."""
    return _contributions(register, network, PAYS)


def _contributions(register: Register, network: Red, role: str) -> tuple[Recurso, ...]:
    found = (item for item in register.naming(network, Recurso, "red") if item.rol == role)
    return tuple(sorted(found, key=lambda item: (item.fecha.first, item.id)))
