"""A table in its canonical form: columns as in the model, rows by what identifies them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import TypeAlias

from pydantic import BaseModel

from bitacora.authoring.ordering.spelling import parts, spelled, takes_bars
from bitacora.quarters import read_period
from bitacora.records.field_order import in_order
from bitacora.records.fields import FieldShape, shape_of
from bitacora.records.fieldtypes import ReadingContext
from bitacora.records.kinds import Kind

Cells: TypeAlias = dict[str, str]
"""The cells of a row by column, empty ones left out."""
BAR = "|"
FIRST_VERSION = "1"
VERSION_WIDTH = 9


def csv_text(columns: Sequence[str], rows: Iterable[Cells]) -> str:
    """A table as text, with the columns in this order and the rows too."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([row.get(column, "") for column in columns])
    return text.getvalue()


def ordered_columns(columns: Iterable[str], model: type[BaseModel]) -> tuple[str, ...]:
    """The columns in the order of a model; those it does not know, at the end as they were."""
    order = {shape.name: place for place, shape in enumerate(in_order(model))}
    return tuple(sorted(columns, key=lambda name: order.get(name, len(order))))


def spelled_row(cells: Cells, model: type[BaseModel], context: ReadingContext) -> Cells:
    """The cells of a row, each in its one spelling."""
    return {name: _cell(text, shape_of(model, name), context) for name, text in cells.items()}


def _cell(text: str, shape: FieldShape | None, context: ReadingContext) -> str:
    if shape is None:
        return text
    if takes_bars(shape):
        return BAR.join(spelled(part, shape.value_type, context) for part in parts(text))
    return spelled(text, shape.value_type, context)


def sorted_rows(rows: Iterable[Cells], kind: Kind) -> list[Cells]:
    """The rows by what identifies each; those of one identity stay in their order."""
    names = kind.derived_id or ("id",)
    return sorted(rows, key=lambda row: tuple(_rank(name, row.get(name, "")) for name in names))


def _rank(name: str, text: str) -> str:
    """What a part of an identity sorts by: a period by its time, a version by its number."""
    if name == "version":
        return (text or FIRST_VERSION).zfill(VERSION_WIDTH)
    if name != "periodo":
        return text
    try:
        period, _ = read_period(text)
    except ValueError:
        return text
    return f"{period.end.isoformat()} {period.start.isoformat()}"
