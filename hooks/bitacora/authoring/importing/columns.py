"""Which field each column of a table fills."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from bitacora.authoring.importing.cells import Cell
from bitacora.authoring.importing.field_values import ColumnSense, Reader
from bitacora.authoring.importing.missing import missing
from bitacora.authoring.importing.outcomes import Good, Refusal
from bitacora.authoring.importing.periods import heading_period
from bitacora.authoring.importing.tables import Heading, Table
from bitacora.authoring.importing.vocabulary import PASSED_OVER, SECOND_NAME, Match, match
from bitacora.records.fields import FieldShape, shape_of
from bitacora.records.kinds import BY_FOLDER
from bitacora.records.values import LongText, Text
from bitacora.spanish import join_y

BY_NAME, BY_LIKENESS, BY_CONTENT = "por su nombre", "por parecido", "por su contenido"
UNKNOWN = "no se reconoce"
KNOWN = "es de consulta y no se importa"
ENOUGH = Decimal("0.6")
CERTAIN = Decimal("0.8")


@dataclass(frozen=True, slots=True)
class Column:
    """A column with the field that it fills (empty where none does), how that is known, or why it
    is passed over; ``period`` is that of a column with the values of one period."""

    heading: Heading
    field: str = ""
    how: str = ""
    period: str = ""

    @property
    def number(self) -> int:
        """Its number from 1."""
        return self.heading.column


@dataclass(frozen=True, slots=True)
class Columns:
    """All the columns of a table, with what cannot be decided."""

    columns: tuple[Column, ...]
    refusals: tuple[Refusal, ...] = ()

    def of(self, field: str) -> Column | None:
        """The column that fills a field."""
        return next((column for column in self.columns if column.field == field), None)


def columns_of(table: Table, folder: str, reader: Reader) -> Columns:
    """The columns of a table, for a kind."""
    cells = {it.column: cells_of(table, it.column) for it in table.headings}
    found = [_found(heading, folder) for heading in table.headings]
    plain_ones = {column.field for column, it in found if it and it.exact and len(it.fields) == 1}
    decided: list[Column] = []
    refusals: list[Refusal] = []
    for column, it in found:
        if it is None:
            decided.append(column)
            continue
        fields = tuple(name for name in it.fields if len(it.fields) == 1 or name not in plain_ones)
        fitting = [one for one in fields if _fits(one, folder, cells[column.number], reader)]
        if not fitting and len(fields) == 1 and not _is_wordy_field(fields[0], folder):
            # It can be nothing else: what does not fit is told cell by cell.
            fitting = list(fields)
        if len(it.fields) == 1:
            decided.append(column)
        elif len(fitting) == 1:
            decided.append(replace(column, field=fitting[0], how=BY_CONTENT))
        else:
            refusals.append(_undecided(table, column, it.fields))
            decided.append(replace(column, field="", how="puede ser más de una cosa"))
    kept, clashes = _once_each(table, decided, cells)
    columns = Columns(tuple(_second_names(kept)), (*refusals, *clashes))
    return replace(columns, columns=tuple(_by_content(columns, folder, cells, reader)))


def cells_of(table: Table, column: int) -> list[Cell]:
    """The cells of a column in the rows with data that hold something."""
    cells = (table.sheet.cell(row, column) for row in table.rows)
    return [cell for cell in cells if not cell.is_empty]


def _found(heading: Heading, folder: str) -> tuple[Column, Match | None]:
    matches = [it for it in (match(words, folder) for words in heading.words) if it is not None]
    period = next(filter(None, (heading_period(words) for words in heading.words)), None)
    best = next((it for it in matches if it.exact), matches[0] if matches else None)
    if folder == "avances" and period and (best is None or not best.exact):
        return Column(heading, "valor", f"valores de «{period}»", period), None
    if best is None:
        return Column(heading, "", UNKNOWN), None
    if best.fields == (PASSED_OVER,):
        return Column(heading, "", KNOWN), None
    name = best.fields[0] if len(best.fields) == 1 else ""
    return Column(heading, name, BY_NAME if best.exact else BY_LIKENESS), best


def _fits(field: str, folder: str, cells: list[Cell], reader: Reader) -> bool:
    """Whether most of what a column holds is a value of the field."""
    shape = shape_of(BY_FOLDER[folder].model, field)
    told = [cell for cell in cells if not (isinstance(cell.value, str) and missing(cell.value))]
    if shape is None or not told:
        return shape is not None
    return _share(told, shape, reader) >= ENOUGH


def _is_wordy_field(field: str, folder: str) -> bool:
    shape = shape_of(BY_FOLDER[folder].model, field)
    return shape is None or isinstance(shape.value_type, Text | LongText)


def _share(cells: list[Cell], shape: FieldShape, reader: Reader) -> Decimal:
    if isinstance(shape.value_type, Text | LongText):
        return Decimal(sum(_is_wordy(cell) for cell in cells)) / len(cells)
    read = (reader.value(cell, shape, ColumnSense()) for cell in cells)
    return Decimal(sum(isinstance(one, Good) for one in read)) / len(cells)


def _is_wordy(cell: Cell) -> bool:
    return isinstance(cell.value, str) and sum(char.isalpha() for char in cell.value) > 2


def _undecided(table: Table, column: Column, fields: tuple[str, ...]) -> Refusal:
    choices = join_y([f"«{field}»" for field in fields if field != PASSED_OVER])
    return Refusal(
        table.sheet.name,
        f"fila {table.top}, columna {_letters(column)}",
        column.heading.shown,
        f"La columna «{column.heading.shown}» puede ser {choices.replace(' y ', ' o ')}, y no se "
        "sabe cuál.",
        "Cambie el encabezado por uno de esos nombres.",
    )


def _letters(column: Column) -> str:
    return Cell(1, column.number, None).where.rpartition(" ")[2]


def _once_each(
    table: Table, columns: list[Column], cells: dict[int, list[Cell]]
) -> tuple[list[Column], list[Refusal]]:
    """No two columns fill one field: the plainer wins; two that say the same are one."""
    kept = list(columns)
    refusals: list[Refusal] = []
    for field in sorted({it.field for it in columns if it.field and not it.period}):
        rivals = [it for it in kept if it.field == field and not it.period]
        best = min(_rank(it) for it in rivals)
        first, *others = [it for it in rivals if _rank(it) == best]
        for other in others:
            if [it.text for it in cells[first.number]] != [it.text for it in cells[other.number]]:
                refusals.append(_twice(table, first, other))
        for loser in (it for it in rivals if it is not first):
            shown = f"repite «{first.heading.shown}» (columna {_letters(first)})"
            kept[kept.index(loser)] = replace(loser, field="", how=shown)
    return kept, refusals


def _rank(column: Column) -> int:
    return (BY_NAME, BY_CONTENT, BY_LIKENESS).index(column.how)


def _twice(table: Table, first: Column, other: Column) -> Refusal:
    return Refusal(
        table.sheet.name,
        f"fila {table.top}, columnas {_letters(first)} y {_letters(other)}",
        first.field,
        f"Las columnas «{first.heading.shown}» y «{other.heading.shown}» dan las dos el dato "
        f"«{first.field}», y no dicen lo mismo.",
        "Deje una, o cambie el encabezado de la que no sea.",
    )


def _second_names(columns: Iterable[Column]) -> Iterator[Column]:
    """A code names the indicator where nothing else does; else it must agree with the name."""
    found = list(columns)
    named = any(column.field == "indicador" for column in found)
    for column in found:
        if column.field == SECOND_NAME and not named:
            yield replace(column, field="indicador")
        else:
            yield column


def _by_content(
    columns: Columns, folder: str, cells: dict[int, list[Cell]], reader: Reader
) -> Iterator[Column]:
    """The indicator and the period are also known by what the column holds."""
    wanted = [name for name in ("indicador", "periodo") if folder == "avances"]
    missing_ones = [name for name in wanted if columns.of(name) is None]
    taken: dict[int, str] = {}
    for name in missing_ones:
        shape = shape_of(BY_FOLDER[folder].model, name)
        free = [it.number for it in columns.columns if it.how == UNKNOWN and cells[it.number]]
        fitting = [it for it in free if shape and _share(cells[it], shape, reader) >= CERTAIN]
        if len(fitting) == 1:
            taken[fitting[0]] = name
    for column in columns.columns:
        name = taken.get(column.number, "")
        yield replace(column, field=name, how=BY_CONTENT) if name else column
