"""What the formats of a workbook's cells say of their values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bitacora.authoring.importing.cells import Mark

Merge = tuple[int, int, int, int]
"""Top, left, bottom, right, from 1."""
EPOCH_1900, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_SIGNS = {"€": "EUR", "£": "GBP", "¥": "JPY", "US$": "USD"}


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """The marks of one sheet by row and column from 1, its merged cells, what is hidden."""

    cells: Mapping[tuple[int, int], tuple[Mark, str | None]] = field(default_factory=dict)
    merged: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden: bool = False

    def of(self, row: int, column: int) -> tuple[Mark, str | None]:
        """The mark of a cell with the currency that its format names."""
        return self.cells.get((row, column), (Mark.PLAIN, None))


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a workbook, by sheet, with day 0 of its serial dates."""

    sheets: Mapping[str, SheetMarks] = field(default_factory=dict)
    first_day: date = EPOCH_1900


def format_mark(code: str) -> tuple[Mark, str | None]:
    """What a number format says: «0,0 %», «mmm-yy», «[$USD] #,##0»."""
    currency = _currency(code)
    bare = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]|_.', "", code).lower()
    if "%" in bare:
        return Mark.PERCENT, None
    if re.search(r"[ymd]", bare) and "h" not in bare and "#" not in bare:
        if "d" not in bare and "m" in bare and "y" in bare:
            return Mark.MONTH, None
        if "d" not in bare and "m" not in bare:
            return Mark.YEAR, None
    return Mark.PLAIN, currency


def _currency(code: str) -> str | None:
    found = re.search(r"\[\$([^\]-]*)|\b(COP|USD|EUR|GBP)\b|(US\$|[€£¥])", code)
    if found is None:
        return None
    sign = next(filter(None, found.groups()), "").strip()
    return _SIGNS.get(sign) or (sign if re.fullmatch(r"[A-Z]{3}", sign) else None)
