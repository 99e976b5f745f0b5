"""The results read at three levels: what is measured of the office, the government, the place."""

from __future__ import annotations

from dataclasses import dataclass

from bitacora.reading.code_lists import CodeLists
from bitacora.records.codes import Codigo, CodigoMedidaNivel
from bitacora.records.indicators import Indicador
from bitacora.register import Register, in_reading_order


@dataclass(frozen=True, slots=True)
class Measure:
    """Something to measure, with the indicators that say they measure it."""

    code: CodigoMedidaNivel
    indicators: tuple[Indicador, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """A level with what there is to measure in it, in the order of the list."""

    code: Codigo
    measures: tuple[Measure, ...]

    @property
    def measured(self) -> int:
        """How many of its measures have at least one indicator."""
        return sum(bool(measure.indicators) for measure in self.measures)


def levels(register: Register, lists: CodeLists) -> tuple[Level, ...]:
    """Every level with every measure; an indicator may serve several measures."""
    indicators = register.all(Indicador)
    measures = [code for code in lists.all("medidas_nivel") if isinstance(code, CodigoMedidaNivel)]

    def serving(code: CodigoMedidaNivel) -> Measure:
        mine = (item for item in indicators if code.codigo in item.medidas_nivel)
        return Measure(code, in_reading_order(mine))

    return tuple(
        Level(level, tuple(serving(code) for code in measures if code.nivel == level.codigo))
        for level in lists.all("niveles_resultado")
    )


def levels_of(indicator: Indicador, lists: CodeLists) -> tuple[str, ...]:
    """The codes of the levels that an indicator measures, in the order of the list; none where
    nobody says."""
    told = {
        code.nivel
        for code in lists.all("medidas_nivel")
        if isinstance(code, CodigoMedidaNivel) and code.codigo in indicator.medidas_nivel
    }
    return tuple(code.codigo for code in lists.all("niveles_resultado") if code.codigo in told)
