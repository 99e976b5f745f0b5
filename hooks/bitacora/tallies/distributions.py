"""The figures that are parts of a whole, with what their source leaves without detail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bitacora.records.indicators import Cifra
from bitacora.tallies.budget import ABOUT, EXACT

WHOLE = Decimal(100)
ROUNDING = Decimal(1)
"""Parts that add to 100 give or take this are whole: sources round."""
PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Distribution:
    """The parts of one whole, the greatest first; ``whole`` is the figure of the total, where the
    source gives it."""

    name: str
    parts: tuple[Cifra, ...]
    whole: Cifra | None = None

    @property
    def in_percent(self) -> bool:
        """Whether every part is a percentage, so that the whole is known to be 100."""
        return all(part.unidad == PERCENT for part in self.parts)

    @property
    def measured(self) -> bool:
        """Whether every part is measured like the total that the source gives, which is above
        zero: only then can one be set against the other."""
        whole = self.whole
        return (
            whole is not None
            and whole.valor > 0
            and all(
                (part.unidad, part.moneda) == (whole.unidad, whole.moneda) for part in self.parts
            )
        )

    @property
    def total(self) -> Decimal:
        """What the parts add to."""
        return sum((part.valor for part in self.parts), Decimal(0))

    @property
    def remainder(self) -> Decimal | None:
        """What lacks detail, in the unit of the parts; None where nothing lacks or the whole is
        not known."""
        lacking = self._lacking
        return lacking if lacking is not None and lacking > self._margin else None

    @property
    def excess(self) -> Decimal | None:
        """What the parts add beyond the whole, in their unit; None where they do not."""
        lacking = self._lacking
        return -lacking if lacking is not None and -lacking > self._margin else None

    @property
    def covered(self) -> Decimal | None:
        """Which percentage of the whole the parts make; None where the whole is not known."""
        whole = self._size
        return self.total * WHOLE / whole if whole is not None else None

    @property
    def precision(self) -> str:
        """How exact the remainder is: as exact as the total, if the parts are exact."""
        if any(part.precision != EXACT for part in self.parts):
            return ABOUT
        return self.whole.precision if self.measured and self.whole else EXACT

    @property
    def _size(self) -> Decimal | None:
        if self.in_percent:
            return WHOLE
        return self.whole.valor if self.measured and self.whole else None

    @property
    def _lacking(self) -> Decimal | None:
        return self._size - self.total if self._size is not None else None

    @property
    def _margin(self) -> Decimal:
        # Percentages come rounded from their source; amounts of one unit are set against another.
        return ROUNDING if self.in_percent else Decimal(0)


def distributions(
    figures: Iterable[Cifra], totals: Iterable[Cifra] = ()
) -> tuple[Distribution, ...]:
    """The distributions that figures name, in the order of their first row.

    ``totals`` are the figures among which the parts find the total that they name.
    """
    known = {figure.id: figure for figure in totals}
    groups: dict[str, list[Cifra]] = {}
    for figure in figures:
        if figure.distribucion:
            groups.setdefault(figure.distribucion, []).append(figure)
    return tuple(
        Distribution(
            name,
            tuple(sorted(parts, key=lambda part: (-part.valor, part.id))),
            _whole(parts, known),
        )
        for name, parts in groups.items()
    )


def _whole(parts: Iterable[Cifra], known: Mapping[str, Cifra]) -> Cifra | None:
    """The one total that every part names; None where they name none, or different ones."""
    named = {part.total for part in parts}
    return known.get(named.pop() or "") if len(named) == 1 else None
