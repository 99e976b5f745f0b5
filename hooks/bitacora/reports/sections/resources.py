"""The contributions of a quarter, with the sums that may be made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from bitacora.reading.code_lists import CodeLists
from bitacora.records.relations import Actor
from bitacora.records.resources import Recurso
from bitacora.records.unknown import NoInformado
from bitacora.register import Register
from bitacora.reports.content import Aporte, SumaAportes
from bitacora.reports.view import View
from bitacora.tallies.budget import BudgetKey, contribution_key, sum_precision, sum_rank


def contributions(view: View) -> tuple[Aporte, ...]:
    """The contributions surely dated in the quarter, by date."""
    found = (item for item in view.register.all(Recurso) if view.holds_whole(item.fecha))
    return _by_date(_told(view.register, item) for item in found)


def without_quarter(view: View) -> tuple[Aporte, ...]:
    """The contributions of the year dated with the year alone: no quarter can have them."""
    found = (item for item in view.register.all(Recurso) if item.fecha.month is None)
    here = (item for item in found if item.fecha.year == view.quarter.end.year)
    return _by_date(_told(view.register, item) for item in here)


def sums_of(
    given: Sequence[Aporte], lists: CodeLists, before: Sequence[SumaAportes] = ()
) -> tuple[SumaAportes, ...]:
    """The contributions in sums that never mix currencies, loans with grants, flows, kinds of
    support, sources or roles; each contribution in exactly one, in the order of the code lists.

    ``before`` holds the sums of the period before; one that has no row there gets None.
    """
    groups: dict[BudgetKey, list[Aporte]] = {}
    for item in given:
        groups.setdefault(contribution_key(item, by_source=True), []).append(item)
    earlier = {sum_key_of(item): item.total for item in before}
    ordered = sorted(groups, key=lambda key: (sum_rank(key, lists), str(key)))
    return tuple(_sum(key, groups[key], earlier.get(key)) for key in ordered)


def sum_key_of(done: SumaAportes) -> BudgetKey:
    """What the contributions of a sum have in common."""
    return BudgetKey(
        done.moneda,
        done.reembolsable,
        done.tipo_flujo,
        done.tipo_aporte,
        done.fuente_recursos,
        done.rol,
    )


def _sum(key: BudgetKey, items: Sequence[Aporte], before: Decimal | None) -> SumaAportes:
    return SumaAportes(
        moneda=key.currency,
        reembolsable=key.repayable,
        tipo_flujo=key.flow,
        tipo_aporte=key.support,
        fuente_recursos=key.source,
        rol=key.role,
        total=sum((item.monto for item in items), Decimal(0)),
        precision=sum_precision(item.precision for item in items),
        anterior=before,
        filas=tuple(f"recurso:{item.id}" for item in items),
    )


def _told(register: Register, item: Recurso) -> Aporte:
    known = None if isinstance(item.aportante, NoInformado) else item.aportante
    giver = register.get(Actor, known)
    return Aporte(
        id=item.id,
        concepto=item.concepto,
        aportante=giver.nombre if giver else None,
        rol=item.rol,
        fuente_recursos=item.fuente_recursos,
        tipo_aporte=item.tipo_aporte,
        tipo_flujo=item.tipo_flujo,
        reembolsable=item.reembolsable,
        monto=item.monto,
        moneda=item.moneda,
        precision=item.precision,
        fecha=str(item.fecha),
    )


def _by_date(given: Iterable[Aporte]) -> tuple[Aporte, ...]:
    return tuple(sorted(given, key=lambda item: (item.fecha, item.id)))
