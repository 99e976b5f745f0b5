"""The tables of a sheet: where each begins, its headings, its rows, what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bitacora.authoring.importing.asides import why_aside
from bitacora.authoring.importing.cells import Cell, Sheet
from bitacora.authoring.importing.periods import heading_period
from bitacora.authoring.importing.vocabulary import match, squeezed

LEAST = 2
"""A row is a heading when it names at least so many columns."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a table: where it is, its words (the whole, then the line nearest to the data,
    then the one above), as it is shown to people."""

    column: int
    words: tuple[str, ...]
    shown: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A row that is no record, with why it was passed over."""

    row: int
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """The headings, the numbers of the rows with data, the rows passed over, the words above;
    whether it is one of the workbook that the project hands out; the columns among its own that
    hold data and have no heading."""

    sheet: Sheet
    top: int
    headings: tuple[Heading, ...]
    rows: tuple[int, ...]
    asides: tuple[Aside, ...]
    above: tuple[str, ...]
    own: bool = False
    nameless: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Top:
    first: int
    last: int
    headings: tuple[Heading, ...]
    score: int


def find_tables(sheet: Sheet, folders: Iterable[str]) -> tuple[Table, ...]:
    """The tables of a sheet whose columns some of these kinds know, from the top down."""
    names = tuple(folders)
    tops = _tops(sheet, names)
    found: list[Table] = []
    for index, top in enumerate(tops):
        end = tops[index + 1].first if index + 1 < len(tops) else len(sheet.rows) + 1
        begin = tops[index - 1].last if index else 0
        above = tuple(_texts(sheet, begin + 1, top.first)) if not index else ()
        for headings in _side_by_side(top.headings, names):
            found.append(_table(sheet, top, headings, end, above))
    return _joined(found)


def _tops(sheet: Sheet, folders: tuple[str, ...]) -> list[_Top]:
    rows = range(1, len(sheet.rows) + 1)
    single = {row: _top(sheet, row, row, folders) for row in rows}
    best = max((top.score for top in single.values()), default=0)
    found: list[_Top] = []
    for row in rows:
        if found and row <= found[-1].last:
            continue
        top = single[row]
        both = _top(sheet, row, row + 1, folders) if row < len(sheet.rows) else top
        if both.score > max(top.score, single.get(row + 1, top).score) and _is_words(
            sheet, row + 1
        ):
            top = both
        elif row + 1 in single and single[row + 1].score > top.score:
            continue
        # The first heading found sets how much a later row must look like one.
        if top.score >= max(LEAST, (found[0].score + 1) // 2 if found else min(best, LEAST)):
            found.append(top)
    return found


def _is_words(sheet: Sheet, row: int) -> bool:
    return all(isinstance(cell.value, str | None) for cell in sheet.rows[row - 1])


def _top(sheet: Sheet, first: int, last: int, folders: tuple[str, ...]) -> _Top:
    headings = tuple(_headings(sheet, first, last))
    if first == last and not all(_may_head(cell) for cell in sheet.rows[first - 1]):
        return _Top(first, last, headings, 0)
    return _Top(first, last, headings, max((_score(headings, it) for it in folders), default=0))


def _may_head(cell: Cell) -> bool:
    if isinstance(cell.value, str):
        return len(cell.value) <= 400
    return cell.value is None or heading_period(cell) is not None


def _score(headings: tuple[Heading, ...], folder: str) -> int:
    known: set[tuple[str, ...]] = set()
    periods = 0
    for heading in headings:
        found = next(filter(None, (match(it, folder) for it in heading.words)), None)
        if found is not None and (found.exact or len(heading.shown) > 4):
            known.add(found.fields)
        elif folder == "avances" and any(heading_period(it) for it in heading.words):
            periods += 1
    return len(known - {("?",)}) + min(periods, 1)


def _headings(sheet: Sheet, first: int, last: int) -> Iterator[Heading]:
    width = max(len(row) for row in sheet.rows[first - 1 : last])
    spread = ""
    for column in range(1, width + 1):
        lower, upper = sheet.cell(last, column), sheet.cell(first, column)
        own = _heading_text(lower)
        if first == last:
            if own:
                yield Heading(column, (own,), own)
            continue
        above = _heading_text(upper)
        # The words of a merged heading are worth for every column below it.
        spread = above or (spread if own else "")
        words = tuple(dict.fromkeys(filter(None, (f"{spread} {own}".strip(), own, above))))
        if words:
            yield Heading(column, words, " / ".join(filter(None, (spread, own))))


def _heading_text(cell: Cell) -> str:
    if isinstance(cell.value, str):
        return cell.value
    return heading_period(cell) or ""


def _side_by_side(
    headings: tuple[Heading, ...], folders: tuple[str, ...]
) -> list[tuple[Heading, ...]]:
    """The headings parted at empty columns, where two parts repeat a column and both are tables."""
    parts: list[list[Heading]] = []
    for heading in headings:
        if parts and heading.column == parts[-1][-1].column + 1:
            parts[-1].append(heading)
        else:
            parts.append([heading])
    names = [{squeezed(it.shown) for it in part} for part in parts]
    apart = len(parts) > 1 and all(
        max(_score(tuple(part), it) for it in folders) >= LEAST for part in parts
    )
    shared = set.intersection(*names) if names else set()
    return [tuple(part) for part in parts] if apart and shared else [headings]


def _texts(sheet: Sheet, begin: int, end: int) -> Iterator[str]:
    for row in range(begin, end):
        yield from (cell.text for cell in sheet.rows[row - 1] if not cell.is_empty)


def _table(
    sheet: Sheet, top: _Top, headings: tuple[Heading, ...], end: int, above: tuple[str, ...]
) -> Table:
    rows: list[int] = []
    asides: list[Aside] = []
    columns = [heading.column for heading in headings]
    for row in range(top.last + 1, end):
        cells = [sheet.cell(row, column) for column in columns]
        filled = [cell for cell in cells if not cell.is_empty]
        if not filled:
            continue
        why, text = why_aside(filled, len(columns))
        if why:
            asides.append(Aside(row, why, text))
        else:
            rows.append(row)
    nameless = tuple(_nameless(sheet, columns, rows))
    return Table(sheet, top.first, headings, tuple(rows), tuple(asides), above, False, nameless)


def _nameless(sheet: Sheet, columns: list[int], rows: list[int]) -> Iterator[int]:
    """The columns between the headings, or next to the last, with something in their rows."""
    for column in range(min(columns), max(columns) + 2):
        if column not in columns and any(not sheet.cell(row, column).is_empty for row in rows):
            yield column


def _joined(tables: list[Table]) -> tuple[Table, ...]:
    """Tables whose headings are said again (a page break) are one table."""
    found: list[Table] = []
    for table in tables:
        same = found and [(it.column, it.words) for it in found[-1].headings] == [
            (it.column, it.words) for it in table.headings
        ]
        if not same:
            found.append(table)
            continue
        last = found[-1]
        again = Aside(table.top, "repite el encabezado", table.headings[0].shown)
        found[-1] = Table(
            last.sheet,
            last.top,
            last.headings,
            (*last.rows, *table.rows),
            (*last.asides, again, *table.asides),
            last.above,
            nameless=tuple(sorted({*last.nameless, *table.nameless})),
        )
    return tuple(found)
