"""The figures that are parts of a whole, with what their source leaves without detail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bitacora.records.indicators import Cifra

WHOLE = Decimal(100)
ROUNDING = Decimal(1)
"""Parts that add to 100 give or take this are whole: sources round."""
PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Distribution:
    """The parts of one whole, the greatest first."""

    name: str
    parts: tuple[Cifra, ...]

    @property
    def in_percent(self) -> bool:
        """Whether every part is a percentage, so that the whole is known to be 100."""
        return all(part.unidad == PERCENT for part in self.parts)

    @property
    def total(self) -> Decimal:
        """What the parts add to."""
        return sum((part.valor for part in self.parts), Decimal(0))

    @property
    def remainder(self) -> Decimal | None:
        """What lacks detail, in percent; None where nothing lacks or the whole is not known."""
        lacking = WHOLE - self.total
        return lacking if self.in_percent and lacking > ROUNDING else None

    @property
    def excess(self) -> Decimal | None:
        """What the parts add beyond the whole, in percent; None where they do not."""
        beyond = self.total - WHOLE
        return beyond if self.in_percent and beyond > ROUNDING else None


def distributions(figures: Iterable[Cifra]) -> tuple[Distribution, ...]:
    """The distributions that figures name, in the order of their first row."""
    groups: dict[str, list[Cifra]] = {}
    for figure in figures:
        if figure.distribucion:
            groups.setdefault(figure.distribucion, []).append(figure)
    return tuple(
        Distribution(name, tuple(sorted(parts, key=lambda part: (-part.valor, part.id))))
        for name, parts in groups.items()
    )
