"""A row of a table read as what it says of one record, before it is matched with the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from bitacora.authoring.importing.cells import Cell
from bitacora.authoring.importing.outcomes import Change, Refusal

Text = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A change of a cell, to be told by column."""

    column: str
    cell: Cell
    change: Change


@dataclass(frozen=True, slots=True)
class Draft:
    """What a row says: each field with its text as the model reads it, the cell that gave it, the
    fields to empty, what was normalised, what was taken for granted (field, why)."""

    folder: str
    sheet: str
    row: int
    texts: Mapping[str, Text]
    cells: Mapping[str, Cell]
    erased: frozenset[str] = frozenset()
    told: tuple[Told, ...] = ()
    assumed: Mapping[str, str] = field(default_factory=dict)
    empty: frozenset[str] = frozenset()

    def one(self, name: str) -> str:
        """The text of a field of one value; empty where the row does not say it."""
        found = self.texts.get(name, "")
        return found if isinstance(found, str) else ""

    def saying(self, name: str, text: Text, why: str = "") -> Draft:
        """The same row with one more field; ``why`` where it is taken for granted."""
        assumed = {**self.assumed, name: why} if why else self.assumed
        return replace(self, texts={**self.texts, name: text}, assumed=assumed)

    def where(self, name: str) -> str:
        """The place of a field in the sheet, or of its row."""
        cell = self.cells.get(name)
        return cell.where if cell is not None else f"fila {self.row}"

    def refused(self, name: str, message: str, remedy: str) -> Refusal:
        """A refusal of this row, at a field."""
        return Refusal(self.sheet, self.where(name), name, message, remedy, self.row)

    def lacking(self, name: str, description: str) -> Refusal:
        """A refusal of every row of a table without a column that it needs."""
        return Refusal(
            self.sheet,
            "en toda la tabla",
            name,
            f"Falta la columna «{name}». {description}",
            "Añádala a la hoja, con su valor en cada fila.",
            self.row,
        )


@dataclass(frozen=True, slots=True)
class Drafts:
    """The rows of a table: those that say something, those refused, how many are yet to fill."""

    drafts: tuple[Draft, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    unfilled: int = 0
    rows: int = 0

    def __iter__(self) -> Iterator[Draft]:
        return iter(self.drafts)
