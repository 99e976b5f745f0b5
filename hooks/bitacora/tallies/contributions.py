"""The contributions in sums that mix nothing, and in groups that lose none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bitacora.money import Money
from bitacora.reading.code_lists import CodeLists
from bitacora.records.actions import Accion
from bitacora.records.events import Evento, Oportunidad
from bitacora.records.institution import Entidad
from bitacora.records.networks import Red
from bitacora.records.record import Registro
from bitacora.records.relations import Hermanamiento
from bitacora.records.resources import Recurso
from bitacora.records.strategy import Eje
from bitacora.records.unknown import NoInformado
from bitacora.register import Register
from bitacora.tallies.belonging import axis_of
from bitacora.tallies.budget import BudgetKey, contribution_key, sum_precision, sum_rank
from bitacora.tallies.countries import OFFICIAL_MANY, contribution_country

UNTOLD = ""
"""The group of the contributions that do not say it."""
MANY_COUNTRIES = "varios"
"""The group of what comes from a body of many countries: the country of its seat gives nothing."""
DOMESTIC_SOURCES = frozenset({"nacional", "recursos_propios"})

Classify = Callable[[Register, Recurso], Sequence[str]]
"""The groups of a view in which a contribution stands: one, or several in the view of ODS."""
Groups = Mapping[str, tuple[Recurso, ...]]


@dataclass(frozen=True, slots=True)
class ContributionSum:
    """Contributions that may be added up, with their total and how exact it is."""

    key: BudgetKey
    rows: tuple[Recurso, ...]
    total: Money
    precision: str


def contribution_sums(rows: Iterable[Recurso], lists: CodeLists) -> tuple[ContributionSum, ...]:
    """The contributions in sums of one currency, role, kind, flow and condition; each
    contribution in exactly one, in the order of the code lists."""
    groups: dict[BudgetKey, list[Recurso]] = {}
    for row in rows:
        groups.setdefault(contribution_key(row, by_source=False), []).append(row)
    ordered = sorted(groups, key=lambda key: (sum_rank(key, lists), str(key)))
    return tuple(_sum(key, groups[key]) for key in ordered)


def _sum(key: BudgetKey, rows: Sequence[Recurso]) -> ContributionSum:
    total = sum((row.monto for row in rows), Decimal(0))
    precision = sum_precision(row.precision for row in rows)
    return ContributionSum(key, newest_first(rows), Money(total, key.currency), precision)


def newest_first(rows: Iterable[Recurso]) -> tuple[Recurso, ...]:
    """The contributions by their date, the last first."""
    return tuple(sorted(rows, key=lambda row: (-row.fecha.first.toordinal(), row.id)))


def grouped(register: Register, rows: Iterable[Recurso], classify: Classify) -> Groups:
    """The contributions of each group, by its code; what does not say it is under ``UNTOLD``."""
    groups: dict[str, list[Recurso]] = {}
    for row in rows:
        for code in dict.fromkeys(classify(register, row) or (UNTOLD,)):
            groups.setdefault(code, []).append(row)
    return {code: newest_first(found) for code, found in groups.items()}


def by_year(_: Register, row: Recurso) -> Sequence[str]:
    """The year of a contribution."""
    return (str(row.fecha.year),)


def by_source(_: Register, row: Recurso) -> Sequence[str]:
    """Where its money comes from."""
    return (row.fuente_recursos,)


def by_giver(_: Register, row: Recurso) -> Sequence[str]:
    """The actor that gives it."""
    return () if isinstance(row.aportante, NoInformado) else (row.aportante,)


def by_country(register: Register, row: Recurso) -> Sequence[str]:
    """The country it comes from; a body of many countries has none of its own."""
    if row.pais is None and row.fuente_recursos == OFFICIAL_MANY:
        return (MANY_COUNTRIES,)
    country = country_of(register, row)
    return (country,) if country else ()


def by_modality(_: Register, row: Recurso) -> Sequence[str]:
    """Its modality of cooperation."""
    return (row.modalidad,) if row.modalidad else ()


def by_access(_: Register, row: Recurso) -> Sequence[str]:
    """The way by which its giver was reached."""
    return (row.via,) if row.via else ()


def by_sdg(_: Register, row: Recurso) -> Sequence[str]:
    """Every ODS it contributes to: it stands whole in each."""
    return row.ods


def by_axis(register: Register, row: Recurso) -> Sequence[str]:
    """The axis it serves."""
    axis = axis_served(register, row)
    return (axis.id,) if axis else ()


def country_of(register: Register, row: Recurso) -> str | None:
    """The country of a contribution: its own, else that of who gives it; domestic money is of the
    country of the government. None where nothing says it."""
    country = contribution_country(register, row)
    if country is None and row.fuente_recursos in DOMESTIC_SOURCES:
        return own_country(register)
    return country


def own_country(register: Register) -> str | None:
    """The country of the government that publishes."""
    return next((entity.pais for entity in register.all(Entidad)), None)


def axis_served(register: Register, row: Recurso) -> Eje | None:
    """The axis of the first of its action, instrument, network, event or call that has one."""
    named: tuple[Registro | None, ...] = (
        register.get(Accion, row.accion),
        register.get(Hermanamiento, row.hermanamiento),
        register.get(Red, row.red),
        register.get(Evento, row.evento),
    )
    call = register.get(Oportunidad, row.oportunidad)
    for record in (*named, register.get(Accion, call.accion) if call else None):
        axis = axis_of(register, record) if record else None
        if axis is not None:
            return axis
    return None
