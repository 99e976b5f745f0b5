"""The rows of a table read, cell by cell, as drafts of records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from bitacora.authoring.importing.cells import Cell
from bitacora.authoring.importing.columns import Column, Columns, cells_of
from bitacora.authoring.importing.date_words import DateSense, date_order
from bitacora.authoring.importing.drafts import Draft, Drafts, Text, Told
from bitacora.authoring.importing.field_values import ERASE, ColumnSense, Reader
from bitacora.authoring.importing.number_words import (
    NumberSense,
    currency_of,
    has_peso_sign,
    proven_thousands,
)
from bitacora.authoring.importing.outcomes import Bad, Refusal, refusal
from bitacora.authoring.importing.tables import Table
from bitacora.records.fields import FieldShape, shape_of
from bitacora.records.kinds import BY_FOLDER
from bitacora.records.values import Number, Whole
from bitacora.spanish import plain

MONEY = {"monto": "moneda", "costo": "moneda", "cuota": "cuota_moneda"}
"""Each field of an amount with that of its currency."""
PERCENTAGES = frozenset({"porcentaje_exterior"})
NO_PESO_SIGN = frozenset(("EUR", "GBP", "JPY", "CHF", "CNY", "INR", "SEK", "NOK", "DKK"))
"""Currencies that nobody writes with «$»."""
_SCALE = re.compile(r"\b(miles|millones|billones|mm|mill)\b")
_CURRENCIES = {
    "COP": r"\bcop\b|\bpesos\b",
    "USD": r"\busd\b|\bdolares\b|us\$",
    "EUR": r"\beur\b|\beuros\b|€",
}


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of one table of a kind."""

    table: Table
    folder: str
    columns: Columns
    reader: Reader
    first_day: date
    year: int | None = None
    senses: dict[int, ColumnSense] = field(default_factory=dict)

    def rows(self) -> Drafts:
        """The drafts of the rows of a table where each row is a record."""
        drafts: list[Draft] = []
        refusals: list[Refusal] = list(self._scaled())
        for row in self.table.rows:
            draft, faults = self.row(row)
            refusals += faults
            if not faults:
                drafts.append(draft)
        return Drafts(tuple(drafts), tuple(refusals), 0, len(self.table.rows))

    def row(self, row: int) -> tuple[Draft, list[Refusal]]:
        """What one row says, with the cells that cannot be read."""
        draft = Draft(self.folder, self.table.sheet.name, row, {}, {})
        faults: list[Refusal] = []
        for column in self.columns.columns:
            if column.field.isidentifier() and not column.period:
                found = self.cell(draft, column, self.table.sheet.cell(row, column.number))
                if isinstance(found, Refusal):
                    faults.append(found)
                else:
                    draft = found
        return self._with_currency(draft, faults)

    def cell(
        self, draft: Draft, column: Column, cell: Cell, number: NumberSense | None = None
    ) -> Draft | Refusal:
        """The draft with what a cell says of its field; ``number`` where more is known of it."""
        shape = self.shape(column.field)
        cells = {**draft.cells, column.field: cell}
        if isinstance(cell.value, str) and plain(cell.value) in ERASE:
            return replace(draft, cells=cells, erased=draft.erased | {column.field})
        sense = self.sense(column)
        if number is not None:
            sense = replace(sense, number=replace(number, thousands=sense.number.thousands))
        found = self._shared(cell, shape) or self.reader.value(cell, shape, sense)
        if isinstance(found, Bad):
            return refusal(draft.sheet, cell, column.heading.shown, found)
        told = tuple(Told(column.heading.shown, cell, change) for change in found.changes)
        draft = replace(draft, told=(*draft.told, *told))
        if found.text is None:
            return replace(draft, empty=draft.empty | {column.field}, cells=cells)
        return replace(draft.saying(column.field, found.text), cells=cells)

    def _shared(self, cell: Cell, shape: FieldShape) -> Bad | None:
        """A figure in cells merged over several records, or over several figures of one, is of
        none of them: to repeat it would count it twice."""
        merge = cell.merge
        if merge is None or cell.is_empty or not isinstance(shape.value_type, Number | Whole):
            return None
        rows = sum(merge.top <= row <= merge.bottom for row in self.table.rows)
        columns = sum(
            merge.left <= column.number <= merge.right and bool(column.field)
            for column in self.columns.columns
        )
        if max(rows, columns) < 2:
            return None
        return Bad(
            f"La cifra «{cell.text}» está en celdas unidas ({merge.shown}), y no se sabe cuánto "
            "es de cada una.",
            "Separe las celdas y escriba en cada una su cifra.",
        )

    def shape(self, name: str) -> FieldShape:
        """A field of the kind."""
        shape = shape_of(BY_FOLDER[self.folder].model, name)
        assert shape is not None, name
        return shape

    def sense(self, column: Column) -> ColumnSense:
        """What the cells of a column prove of it, looked at once."""
        if column.number not in self.senses:
            cells = cells_of(self.table, column.number)
            lone = column.field in PERCENTAGES
            numbers = NumberSense(
                proven_thousands(cells), column.field in MONEY, percent=lone, lone=lone
            )
            dates = date_order(cells, DateSense(first_day=self.first_day))
            self.senses[column.number] = ColumnSense(numbers, dates, self.year)
        return self.senses[column.number]

    def _with_currency(self, draft: Draft, faults: list[Refusal]) -> tuple[Draft, list[Refusal]]:
        """Amounts carry their currency: it is that of its column, unless the cell says another."""
        for amount, name in MONEY.items():
            column = self.columns.of(amount)
            if column is None or amount not in draft.texts or not self._has(name):
                continue
            cell = draft.cells[amount]
            said = {*filter(None, (currency_of(cell), heading_currency(column)))}
            told = draft.one(name)
            if len(said | ({told} if told else set())) > 1:
                faults.append(
                    draft.refused(
                        amount,
                        f"El monto dice {' y '.join(sorted(said))}"
                        f"{f' y la columna de la moneda, {told}' if told else ''}.",
                        "Compruebe la moneda y deje una sola.",
                    )
                )
            elif has_peso_sign(cell) and (said | {told}) & NO_PESO_SIGN:
                faults.append(
                    draft.refused(
                        amount,
                        f"El monto «{cell.text}» lleva el signo «$» y la moneda es "
                        f"{(said or {told}).pop()}.",
                        "Compruebe la moneda y quite el signo.",
                    )
                )
            elif said and not told:
                draft = draft.saying(name, said.pop(), "la que dice el monto o su encabezado")
        return draft, faults

    def _has(self, name: str) -> bool:
        return shape_of(BY_FOLDER[self.folder].model, name) is not None

    def _scaled(self) -> Iterator[Refusal]:
        """A heading that says «millones» is refused: its cells do not hold the whole figure."""
        for column in self.columns.columns:
            if not column.field.isidentifier() or column.field == "valor":
                continue
            numeric = isinstance(self.shape(column.field).value_type, Number)
            scale = heading_scale(column)
            if numeric and scale:
                first = self.table.sheet.cell(self.table.top, column.number)
                yield Refusal(
                    self.table.sheet.name,
                    first.where,
                    column.heading.shown,
                    f"El encabezado dice que las cifras están en «{scale}», y aquí van completas.",
                    "Multiplique la columna en la hoja y quite esa palabra del encabezado.",
                )


def heading_scale(column: Column) -> str:
    """The word of scale in a heading: «millones»; empty where there is none."""
    found = _SCALE.search(plain(column.heading.shown))
    return found[1] if found else ""


def heading_currency(column: Column) -> str | None:
    """The one currency that a heading names."""
    words = plain(column.heading.shown)
    found = [code for code, pattern in _CURRENCIES.items() if re.search(pattern, words)]
    return found[0] if len(found) == 1 else None


def as_text(value: Text) -> str:
    """A text, or the items of a list, for people."""
    return value if isinstance(value, str) else ", ".join(value)
