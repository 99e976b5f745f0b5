"""The text of a table put in its canonical form."""

from __future__ import annotations

from collections.abc import Sequence

from bitacora.authoring.ordering.tables import (
    Cells,
    csv_text,
    ordered_columns,
    sorted_rows,
    spelled_row,
)
from bitacora.authoring.ordering.told import table_changes
from bitacora.reading.records import Located
from bitacora.records.codes import SPECIAL_MODELS, Codigo
from bitacora.records.fieldtypes import ReadingContext
from bitacora.records.kinds import Kind
from bitacora.sources import Mapping, SourceFile, Text
from bitacora.sources.csv_rows import choose_separator, split_rows

Result = tuple[str, tuple[str, ...]]


def ordered_table(
    text: str,
    source: SourceFile,
    kind: Kind,
    located: Sequence[Located],
    context: ReadingContext,
) -> Result:
    """The canonical text of a table, with what changes in it; the values of a row that could not be
    read stay as they were written."""
    read = {id(item.entry) for item in located}
    columns = columns_of(text)
    rows = [_cells(entry) for entry in source.entries]
    spelled = [
        spelled_row(cells, kind.model, context) if id(entry) in read else cells
        for entry, cells in zip(source.entries, rows, strict=True)
    ]
    order, sorted_ = ordered_columns(columns, kind.model), sorted_rows(spelled, kind)
    return csv_text(order, sorted_), tuple(table_changes(columns, order, rows, sorted_))


def ordered_list(text: str, source: SourceFile, name: str) -> Result:
    """The same for a list of codes, whose rows and words stay as they are."""
    columns = columns_of(text)
    order = ordered_columns(columns, SPECIAL_MODELS.get(name, Codigo))
    rows = [_cells(entry) for entry in source.entries]
    return csv_text(order, rows), tuple(table_changes(columns, order, rows, rows))


def columns_of(text: str) -> tuple[str, ...]:
    """The names of the columns of a readable table."""
    rows = split_rows(text, choose_separator(text)).rows
    return tuple(cell for cell in rows[0].cells if cell)


def _cells(entry: Mapping) -> Cells:
    return {str(key): str(value) for key, value in entry.items if isinstance(value, Text)}
