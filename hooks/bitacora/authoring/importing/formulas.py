"""Formulas whose saved result is not theirs: a book that another program filled, and that nobody
calculated again, keeps zeros and figures of before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation, Overflow

from bitacora.authoring.importing.cells import Cell, Mark
from bitacora.authoring.importing.marks import Place

MOST = 5_000
"""Beyond so many formulas, nothing is worked out."""
LARGEST_RANGE = 20_000
ALIKE = Decimal("1e-9")
"""Spreadsheets work with fifteen figures: results nearer than this are the same."""
_PARTS = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<range>\$?[A-Z]{1,3}\$?[0-9]+"
    r"(?::\$?[A-Z]{1,3}\$?[0-9]+)?)(?![\w!(.])|(?P<sum>SUM)\(|(?P<sign>[-+*/(),%]))"
)
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]+)")
Values = Callable[[int, int], Cell]


class _NotPlain(Exception):
    """A formula that is more than sums, differences, products and quotients of figures."""


def stale(formulas: Mapping[Place, str], cell: Values) -> frozenset[Place]:
    """The places of the formulas whose saved result is not what they give, and of those that use
    them. Formulas that are not plain arithmetic of the same sheet are taken at their word."""
    if len(formulas) > MOST:
        return frozenset()
    plain = {place: parts for place, text in formulas.items() if (parts := _parts(text))}
    found = {place for place, parts in plain.items() if _differs(cell(*place), parts, cell)}
    uses = {place: frozenset(_used(parts)) for place, parts in plain.items()} if found else {}
    grown = True
    while grown:
        more = {place for place, used in uses.items() if place not in found and used & found}
        found |= more
        grown = bool(more)
    return frozenset(found)


def place_of(reference: str) -> Place:
    """The row and the column of «AB12», from 1; zeros where it names no cell."""
    found = _CELL.fullmatch(reference)
    if found is None:
        return 0, 0
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def places_in(shown: str) -> Iterator[Place]:
    """The places of a range such as «A1:B9»; none of one too large to be looked at."""
    first, _, last = shown.partition(":")
    (top, left), (bottom, right) = place_of(first), place_of(last or first)
    if top and bottom and (bottom - top + 1) * (right - left + 1) <= LARGEST_RANGE:
        for row in range(top, bottom + 1):
            yield from ((row, column) for column in range(left, right + 1))


def _parts(text: str) -> tuple[tuple[str, str], ...]:
    """The parts of a formula, each with its kind; none where it is not plain."""
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(text.rstrip()):
        part = _PARTS.match(text, at)
        if part is None:
            return ()
        found.append((str(part.lastgroup), part[str(part.lastgroup)]))
        at = part.end()
    return tuple(found)


def _used(parts: Sequence[tuple[str, str]]) -> Iterator[Place]:
    for kind, text in parts:
        if kind == "range":
            yield from places_in(text)


def _differs(cell: Cell, parts: Sequence[tuple[str, str]], values: Values) -> bool:
    if not isinstance(cell.value, Decimal):
        return False
    reading = _Arithmetic(list(parts), values)
    try:
        result = reading.sum()
    except (_NotPlain, InvalidOperation, DivisionByZero, Overflow, IndexError, RecursionError):
        return False
    if reading.left:
        return False
    return abs(result - cell.value) > ALIKE * max(Decimal(1), abs(result), abs(cell.value))


@dataclass(slots=True)
class _Arithmetic:
    """What is left to read of a formula, from its beginning."""

    left: list[tuple[str, str]]
    values: Values

    def sum(self) -> Decimal:
        """Terms with their signs."""
        total = self.product()
        while self.left and self.left[0] in (("sign", "+"), ("sign", "-")):
            adds = self.left.pop(0)[1] == "+"
            term = self.product()
            total = total + term if adds else total - term
        return total

    def product(self) -> Decimal:
        """Factors."""
        total = self.factor()
        while self.left and self.left[0] in (("sign", "*"), ("sign", "/")):
            times = self.left.pop(0)[1] == "*"
            factor = self.factor()
            total = total * factor if times else total / factor
        return total

    def factor(self) -> Decimal:
        """A figure, a cell, a sum of cells, or something in brackets."""
        kind, text = self.left.pop(0)
        if kind == "number":
            found = Decimal(text)
        elif kind == "range" and ":" not in text:
            found = self._figure(*place_of(text), strict=True)
        elif kind == "sum":
            found = self._total()
        elif (kind, text) == ("sign", "("):
            found = self.sum()
            self._expect(")")
        elif (kind, text) == ("sign", "-"):
            return -self.factor()
        else:
            raise _NotPlain
        while self.left and self.left[0] == ("sign", "%"):
            self.left.pop(0)
            found /= 100
        return found

    def _total(self) -> Decimal:
        total = Decimal(0)
        while True:
            if self.left and self.left[0][0] == "range" and self.left[1][1] in (",", ")"):
                shown = self.left.pop(0)[1]
                total += sum((self._figure(*place) for place in places_in(shown)), Decimal(0))
            else:
                total += self.sum()
            if self.left and self.left[0] == ("sign", ","):
                self.left.pop(0)
                continue
            self._expect(")")
            return total

    def _expect(self, sign: str) -> None:
        if self.left.pop(0) != ("sign", sign):
            raise _NotPlain

    def _figure(self, row: int, column: int, strict: bool = False) -> Decimal:
        """The figure of a cell: an empty one is zero; in a sum, so is a text."""
        cell = self.values(row, column)
        if cell.mark in (Mark.ERROR, Mark.UNCOMPUTED) or isinstance(cell.value, bool):
            raise _NotPlain
        if isinstance(cell.value, Decimal):
            return cell.value
        if cell.value is None or (isinstance(cell.value, str) and not strict):
            return Decimal(0)
        raise _NotPlain
