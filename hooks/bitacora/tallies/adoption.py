"""Which of the quantitative criteria the office adopted, with what it knows of each one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bitacora.reading.code_lists import CodeLists
from bitacora.records.codes import CodigoAgrupado
from bitacora.records.indicators import Avance, Indicador
from bitacora.register import Register, in_reading_order
from bitacora.tallies.latest import last_value

CODELIST = "criterios_cuantitativos"


class Adoption(StrEnum):
    """How a criterion stands; the values are codes of «situaciones_criterio»."""

    MEDIDO = "medido"
    SIN_MEDIR = "sin_medir"
    NO_ADOPTADO = "no_adoptado"


@dataclass(frozen=True, slots=True)
class Adopted:
    """A criterion with the indicators that adopt it, each with its last value if it has any."""

    criterion: CodigoAgrupado
    indicators: tuple[tuple[Indicador, Avance | None], ...]

    @property
    def state(self) -> Adoption:
        """Measured as soon as one of its indicators has a value."""
        if not self.indicators:
            return Adoption.NO_ADOPTADO
        measured = any(row is not None for _, row in self.indicators)
        return Adoption.MEDIDO if measured else Adoption.SIN_MEDIR


@dataclass(frozen=True, slots=True)
class CriteriaGroup:
    """The criteria of one of the groups, in the order of their list."""

    code: str
    name: str
    criteria: tuple[Adopted, ...]

    def count(self, state: Adoption) -> int:
        """How many of its criteria stand so."""
        return sum(item.state is state for item in self.criteria)


def criteria_groups(register: Register, lists: CodeLists, as_of: date) -> tuple[CriteriaGroup, ...]:
    """Every criterion of the list in its group, each exactly once."""
    adopters: dict[str, list[Indicador]] = {}
    for indicator in register.all(Indicador):
        if indicator.criterio_cuantitativo:
            adopters.setdefault(indicator.criterio_cuantitativo, []).append(indicator)
    groups: dict[str, list[CodigoAgrupado]] = {}
    for code in lists.all(CODELIST):
        if isinstance(code, CodigoAgrupado):
            groups.setdefault(code.grupo, []).append(code)

    def adopted(code: CodigoAgrupado) -> Adopted:
        mine = in_reading_order(adopters.get(code.codigo, ()))
        return Adopted(code, tuple((it, last_value(register, it, as_of)) for it in mine))

    return tuple(
        CriteriaGroup(group, codes[0].grupo_nombre, tuple(adopted(code) for code in codes))
        for group, codes in groups.items()
    )


def count(groups: Iterable[CriteriaGroup], state: Adoption) -> int:
    """How many criteria of all the groups stand so."""
    return sum(group.count(state) for group in groups)
