"""The plot of a series: its scale, its goals, its points, layer over layer."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from bitacora.charts.drawing import element, hint, label, pct
from bitacora.charts.legend import legend
from bitacora.charts.points import (
    EXPECTED_PLACES,
    adds_up,
    amount,
    drawn_base,
    drawn_goal,
    is_excused,
    is_mended,
    is_missing,
    old_goals,
    runs,
    shown_value,
)
from bitacora.charts.scale import Scale
from bitacora.charts.timeline import Timeline
from bitacora.quarters import Period
from bitacora.reports.content import Punto, Renglon

ROOF, FLOOR = 22, 222
LEFT, RIGHT = Decimal(17), Decimal(93)
CLOSE = 18
"""Two words closer than this, in pixels, would write over each other."""
LONG = 7
"""A longer figure over the last point would leave the drawing."""
CROSS = "M-4 -4L4 4M-4 4L4 -4"
Mark = tuple[str, Decimal]
"""A place: across in percent, down in pixels."""


@dataclass(frozen=True, slots=True)
class Plot:
    """An indicator's points with the places they take."""

    line: Renglon
    time: Timeline
    scale: Scale

    @classmethod
    def of(cls, line: Renglon) -> Plot:
        """The plot of a line that has two values or more."""
        found = [shown_value(line, point) for point in line.serie]
        found += [point.esperado for point in line.serie]
        found += [drawn_goal(line), drawn_base(line), *old_goals(line)]
        return cls(
            line,
            Timeline(tuple(Period.parse(point.periodo) for point in line.serie), LEFT, RIGHT),
            Scale.of([value for value in found if value is not None], FLOOR, ROOF),
        )

    def drawn(self) -> tuple[str, int]:
        """The layers as markup, with their height in pixels."""
        ticks, below = self.time.ticks(FLOOR)
        top = FLOOR + below + 10
        found = self._signs()
        signs, height = legend(found if len(found) > 1 else [], top)
        layers = [
            self._grid(),
            ticks,
            self._base(),
            self._goals(),
            self._expected(),
            self._values(),
        ]
        return "".join([*layers, self._missing(), self._last(), signs]), top + height

    @property
    def _valued(self) -> list[tuple[Punto, Decimal]]:
        pairs = ((point, shown_value(self.line, point)) for point in self.line.serie)
        return [(point, value) for point, value in pairs if value is not None]

    def _level(self, css: str, value: Decimal, left: str) -> str:
        down = self.scale.at(value)
        return element("line", css, x1=left, x2="100%", y1=down, y2=down)

    def _grid(self) -> str:
        parts = []
        for tick in self.scale.ticks:
            parts.append(self._level("ch-grid" if tick else "ch-axis", tick, "0"))
            words = amount(self.line, tick)
            parts.append(label("ch-tick", words, x="0", y=self.scale.at(tick) - 4))
        return "".join(parts)

    def _base(self) -> str:
        """The level that the indicator starts from; its words stand in the key."""
        base = drawn_base(self.line)
        return "" if base is None else self._level("ch-base", base, pct(LEFT))

    def _goals(self) -> str:
        goal = drawn_goal(self.line)
        level = None if goal is None else self.scale.at(goal)
        parts = []
        for old in old_goals(self.line):
            down = self.scale.at(old)
            below = level is not None and 0 <= down - level < CLOSE
            parts.append(self._level("ch-soft-dashes", old, pct(LEFT)))
            words = f"Meta anterior: {amount(self.line, old)}"
            low = down + 14 if below else down - 5
            parts.append(label("ch-tick", words, x=pct(LEFT), y=low))
        if goal is not None and level is not None:
            parts.append(self._level("ch-goal", goal, pct(LEFT)))
            parts.append(self._goal_words(f"Meta: {amount(self.line, goal)}", level - 5, goal))
        return "".join(parts)

    def _goal_words(self, words: str, low: Decimal, goal: Decimal) -> str:
        """The goal in words, at the end of its line from which the values are farther."""
        first, last = self._valued[0][1], self._valued[-1][1]
        if abs(last - goal) < abs(first - goal):
            return label("ch-goal-word", words, x=pct(LEFT), y=low)
        return label("ch-goal-word", words, x="100%", y=low, text_anchor="end")

    def _join(self, css: str, before: Mark, after: Mark) -> str:
        return element("line", css, x1=before[0], y1=before[1], x2=after[0], y2=after[1])

    def _mark(self, point: Punto, value: Decimal) -> Mark:
        return pct(self.time.at(Period.parse(point.periodo))), self.scale.at(value)

    def _dot(self, css: str, radius: int, point: Punto, value: Decimal, told: str) -> str:
        across, down = self._mark(point, value)
        words = f"{Period.parse(point.periodo).spoken}: {told}"
        return element("circle", css, hint(words), cx=across, cy=down, r=radius)

    def _expected(self) -> str:
        line = self.line
        points = [(point, point.esperado) for point in line.serie if point.esperado is not None]
        marks = [self._mark(point, value) for point, value in points]
        parts = [self._join("ch-expected", *pair) for pair in pairwise(marks)]
        for point, value in points:
            told = f"se esperaba {amount(line, value, EXPECTED_PLACES)}"
            parts.append(self._dot("ch-expected-point", 2, point, value, told))
        return "".join(parts)

    def _values(self) -> str:
        marks = {point.periodo: self._mark(point, value) for point, value in self._valued}
        parts = [
            self._join("ch-series", marks[before.periodo], marks[after.periodo])
            for run in runs(self.line.serie)
            for before, after in pairwise(run)
        ]
        for point, value in self._valued:
            css = "ch-mended" if is_mended(point) else "ch-point"
            parts.append(self._dot(css, 4, point, value, amount(self.line, value)))
        return "".join(parts)

    def _missing(self) -> str:
        parts = []
        for point in self.line.serie:
            across = pct(self.time.at(Period.parse(point.periodo)))
            if is_missing(point):
                parts.append(
                    element("svg", "", _cross(), x=across, y=FLOOR - 9, overflow="visible")
                )
            elif is_excused(point):
                parts.append(label("ch-soft", "…", x=across, y=FLOOR - 6, text_anchor="middle"))
        return "".join(parts)

    def _last(self) -> str:
        """The last value in figures, under its point where it would write over something else."""
        point, value = self._valued[-1]
        across, down = self._mark(point, value)
        crowded = self._is_near(drawn_goal(self.line), down - 5, CLOSE)
        # The figures themselves are 14 pixels high, their middle as far above the point.
        crowded |= self._is_near(point.esperado, down - 14, 14)
        low = down + 20 if crowded and down + 20 < FLOOR else down - 10
        words = amount(self.line, value)
        if len(words) > LONG and point is self.line.serie[-1]:
            return label("ch-value", words, x="100%", y=low, text_anchor="end")
        return label("ch-value", words, x=across, y=low, text_anchor="middle")

    def _is_near(self, value: Decimal | None, down: Decimal, reach: int) -> bool:
        return value is not None and abs(down - self.scale.at(value)) < reach

    def _signs(self) -> list[tuple[str, str]]:
        line = self.line
        dot = element("circle", "ch-point", cx=9, cy=7, r=4)
        found = [(_stroke("ch-series") + dot, "Acumulado" if adds_up(line) else "Valor")]
        if any(point.esperado is not None for point in line.serie):
            found.append((_stroke("ch-expected"), "Esperado"))
        if drawn_goal(line) is not None:
            found.append((_stroke("ch-goal"), "Meta de la vigencia"))
        if (base := drawn_base(line)) is not None:
            found.append((_stroke("ch-base"), f"Línea base: {amount(line, base)}"))
        if any(is_mended(point) for point in line.serie):
            ring = element("circle", "ch-mended", cx=9, cy=7, r=4)
            found.append((ring, "Valor corregido"))
        if any(is_missing(point) for point in line.serie):
            cross = element("g", "", _cross(), transform="translate(9 7)")
            found.append((cross, "Sin dato o sin reporte"))
        if any(is_excused(point) for point in line.serie):
            dots = label("ch-soft", "…", x=9, y=10, text_anchor="middle")
            found.append((dots, "No aplica o sigue en plazo"))
        return found


def _stroke(css: str) -> str:
    return element("line", css, x1=0, x2=18, y1=7, y2=7)


def _cross() -> str:
    return element("path", "ch-missing", d=CROSS)
