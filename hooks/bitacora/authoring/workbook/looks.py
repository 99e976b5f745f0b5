"""How the cells of a workbook look: heading, known, to fill."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]

from bitacora.authoring.workbook.sheets import CellValue, Rule

INK, QUIET = "#1F2933", "#52606D"
HEAD, HEAD_TO_FILL = "#DCE5EC", "#F6D77A"
KNOWN, TO_FILL, DONE, LINE = "#F1F4F6", "#FFFBEA", "#E7F3EA", "#B6C2CC"
FONT = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "top"}
WHOLE, DAY, HOUR, TEXT = "#,##0", "yyyy-mm-dd", "hh:mm", "@"
MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Look:
    """What the look of a cell depends on."""

    form: str = "General"
    fill: bool = False
    done: bool = False
    locked: bool = True


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[Look, Format] = {}
        self.title = self._plain(bold=True, font_size=15)
        self.words = self._plain(font_color=QUIET)
        self.bold, self.small = self._plain(bold=True), self._plain(font_size=9, font_color=QUIET)
        self.chapter = self._plain(bold=True, font_size=12, top=1, top_color=LINE)
        self.paragraph = self._plain(text_wrap=True)
        self.head = self._heading(HEAD)
        self.head_to_fill = self._heading(HEAD_TO_FILL)

    def cell(self, look: Look) -> Format:
        """The format of a cell."""
        if look not in self._made:
            ground = TO_FILL if look.fill and not look.locked else DONE if look.done else KNOWN
            inset = {"align": "left", "indent": 1} if look.form == TEXT else {}
            self._made[look] = self._plain(
                **inset,
                num_format=look.form,
                bg_color=ground,
                border=1,
                border_color=LINE,
                text_wrap=True,
                locked=look.locked,
            )
        return self._made[look]

    def _heading(self, ground: str) -> Format:
        return self._plain(
            bold=True,
            text_wrap=True,
            bg_color=ground,
            border=1,
            border_color=LINE,
            valign="vcenter",
        )

    def _plain(self, **more: Any) -> Format:
        made: Format = self._book.add_format({**FONT, **more})
        return made


def form_of_value(value: CellValue) -> str:
    """How a known value is shown: thousands apart, its own decimals, dates as ISO."""
    if isinstance(value, Decimal):
        exponent = value.normalize().as_tuple().exponent
        places = min(max(-exponent if isinstance(exponent, int) else 0, 0), MOST_DECIMALS)
        return f"{WHOLE}.{'0' * places}" if places else WHOLE
    if isinstance(value, date):
        return DAY
    return "General" if isinstance(value, int) else TEXT


def form_of_rule(rule: Rule | None) -> str:
    """How a cell to fill shows what is typed in it."""
    # What is typed in a text cell stays as it was typed: codes keep their zeros.
    shown = {
        Rule.NUMBER: "General",
        Rule.NUMBER_OR_UNKNOWN: "General",
        Rule.WHOLE: "0",
        Rule.DAY: DAY,
        Rule.HOUR: HOUR,
    }
    return shown.get(rule, TEXT) if rule else TEXT
