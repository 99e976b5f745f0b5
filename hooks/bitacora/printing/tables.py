"""Tables with columns as wide as their words need."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isqrt

from bitacora.printing.drawings import width_of
from bitacora.printing.inline import is_hidden
from bitacora.printing.tree import Element
from bitacora.printing.typst_code import array, block, string

LONG_ROW = 900
"""A row with a cell of more letters than these may go on in the next page."""
WORD = re.compile(r"\S+")
LONGEST_WORD = 13
"""Longer words are divided, so no column has to be wider than this for one of them."""
FLOOR = 4
LETTER_PIXELS = 5
MUCH = 50
"""Cells with more letters than these do not make their column any wider."""
FULL = 420
"""The share that fills the width of the page; a small table does not stretch to fill it."""
FEW, WIDE = 5, 1150
"""With more columns than these, that have more than this to say, an upright page is too narrow."""
MODEST = 50
"""The least of the width that a table takes, in percent."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table read: its rows of headings, its rows of cells."""

    head: tuple[tuple[Element, ...], ...]
    body: tuple[tuple[Element, ...], ...]

    @property
    def key(self) -> str:
        """Its headings, which tables alike share; how many columns, where it has none."""
        heads = [cell.text() for row in self.head for cell in row]
        return " | ".join([str(self.columns), *heads])

    @property
    def columns(self) -> int:
        """How many columns its widest row has."""
        return max((sum(map(_span, row)) for row in (*self.head, *self.body)), default=0)


def read(table: Element) -> Grid:
    """The rows of a table; those made of headings alone at its top are its head."""
    rows = [
        tuple(cell for cell in row.elements if cell.tag in {"th", "td"})
        for row in table.walk()
        if row.tag == "tr"
    ]
    rows = [row for row in rows if row]
    tops = 0
    while tops < len(rows) and all(cell.tag == "th" for cell in rows[tops]):
        tops += 1
    return Grid(tuple(rows[:tops]), tuple(rows[tops:]))


def is_wide(table: Element) -> bool:
    """Whether a table needs the long side of the page."""
    if "wide" in table.classes:
        return True
    grid = read(table)
    return grid.columns > FEW and sum(shares(grid)) > WIDE


def alike(tables: Iterable[Element]) -> dict[str, list[int]]:
    """How wide the columns of each table are, by its headings: those with the same headings get
    the same columns, so that the eye finds each figure in its place from one to the next."""
    found: dict[str, list[Grid]] = {}
    for table in tables:
        grid = read(table)
        found.setdefault(grid.key, []).append(grid)
    return {
        key: shares(Grid(grids[0].head, tuple(row for grid in grids for row in grid.body)))
        for key, grids in found.items()
    }


def typeset(
    table: Element, inside: Callable[[Element], str], widths: Mapping[str, Sequence[int]]
) -> str:
    """A table as Typst; ``inside`` sets what a cell holds, ``widths`` are those of ``alike``."""
    grid = read(table)
    if not grid.columns:
        return ""
    columns = widths[grid.key]
    parts = [
        f"titulo: {string(_caption(table))}",
        f"ancho: {min(100, max(MODEST, sum(columns) * 100 // FULL))}%",
        f"columns: {array(f'{share}fr' for share in columns)}",
        f"align: {array(_alignments(grid))}",
    ]
    if grid.head:
        cells = ", ".join(_cell(cell, inside) for row in grid.head for cell in row)
        parts.append(f"table.header({cells})")
    for row in grid.body:
        long = any(len(cell.text()) > LONG_ROW for cell in row)
        parts += [_cell(cell, inside, long) for cell in row]
    return "#cuadro(\n  " + ",\n  ".join(parts) + ",\n)"


def _caption(table: Element) -> str:
    told = (item for item in table.elements if item.tag == "caption" and not is_hidden(item))
    return next((item.text() for item in told), "")


def _cell(cell: Element, inside: Callable[[Element], str], breakable: bool = False) -> str:
    spans = "".join(
        f"{name}: {value}, "
        for name, value in (("colspan", _span(cell)), ("rowspan", _span(cell, "rowspan")))
        if value > 1
    )
    if breakable:
        spans += "breakable: true, "
    content = block(inside(cell))
    return f"table.cell({spans}{content})" if spans else content


def _span(cell: Element, name: str = "colspan") -> int:
    given = cell.attributes.get(name, "1")
    return int(given) if given.isdigit() and int(given) else 1


def _alignments(grid: Grid) -> Iterator[str]:
    for column in range(grid.columns):
        cells = list(_of_column(grid.body or grid.head, column))
        right = [cell for cell in cells if "right" in cell.attributes.get("style", "")]
        yield "right" if cells and len(right) * 2 > len(cells) else "left"


def _of_column(rows: Sequence[Sequence[Element]], column: int) -> Iterator[Element]:
    """The cells of a column; cells that cover several columns tell nothing of one."""
    for row in rows:
        place = 0
        for cell in row:
            if place == column and _span(cell) == 1:
                yield cell
            place += _span(cell)


def shares(grid: Grid) -> list[int]:
    """How much of the width each column gets: room for its longest word first, then more for
    those with more to say. Whole numbers, so that every machine gets the same."""
    return [
        _share(
            [text for cell in _of_column(grid.head, column) for text in cell.lines()],
            [max(cell.lines(), key=len) for cell in _of_column(grid.body, column)],
            max((_drawn(cell) for cell in _of_column(grid.body, column)), default=0),
        )
        for column in range(grid.columns)
    ]


def _share(heads: Sequence[str], texts: Sequence[str], drawn: int) -> int:
    longest = max(map(_longest, (*heads, *texts)), default=0)
    # The root of the mean square: long cells count more, a single one does not rule.
    usual = isqrt(sum(len(text) ** 2 for text in texts) // max(len(texts), 1))
    least = max(FLOOR, min(longest, LONGEST_WORD), drawn)
    return 10 * least + 3 * min(usual, MUCH) + 14


def _drawn(cell: Element) -> int:
    """How many letters the small drawings of a cell are as wide as."""
    return sum(width_of(one) for one in cell.walk() if one.tag == "svg") // LETTER_PIXELS


def _longest(text: str) -> int:
    return max((len(word) for word in WORD.findall(text.replace("\u00a0", "_"))), default=0)
