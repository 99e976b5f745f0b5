"""What a sheet shows beside a figure, its code or its unit, must be that of the indicator."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.authoring.importing.cells import Cell
from bitacora.authoring.importing.drafts import Draft
from bitacora.authoring.importing.missing import missing
from bitacora.authoring.importing.outcomes import Refusal
from bitacora.authoring.importing.row_reading import RowReader
from bitacora.authoring.importing.vocabulary import SECOND_NAME, UNIT
from bitacora.checks.units import is_percent
from bitacora.records.indicators import Indicador
from bitacora.spanish import plain


def disagreements(draft: Draft, indicator: Indicador | None, rows: RowReader) -> Iterator[Refusal]:
    """The refusals of a row whose code or unit is not that of its indicator."""
    if indicator is None:
        return
    code, unit = (_beside(draft, rows, name) for name in (SECOND_NAME, UNIT))
    if code is not None and indicator.id not in rows.reader.names.of("indicador", code.text):
        yield Refusal(
            draft.sheet,
            code.where,
            "indicador",
            f"El código «{code.text}» no es el de «{indicator.nombre}» ({indicator.codigo}).",
            "Corrija el código o el nombre.",
            draft.row,
        )
    known = indicator.unidad
    if unit is not None and isinstance(known, str) and not _same_unit(unit.text, known):
        yield Refusal(
            draft.sheet,
            unit.where,
            "unidad",
            f"La hoja mide en «{unit.text}» y el indicador se mide en «{known}».",
            "Compruebe la cifra: si es la del indicador, corrija la unidad en la hoja.",
            draft.row,
        )


def _beside(draft: Draft, rows: RowReader, name: str) -> Cell | None:
    column = rows.columns.of(name)
    cell = rows.table.sheet.cell(draft.row, column.number) if column else None
    return None if cell is None or cell.is_empty or missing(cell.text) else cell


def _same_unit(first: str, second: str) -> bool:
    def bare(text: str) -> str:
        words = plain(text).replace("numero de", "").replace("#", " ")
        return " ".join(word.rstrip("s") for word in words.split())

    return bare(first) == bare(second) or (is_percent(first) and is_percent(second))
