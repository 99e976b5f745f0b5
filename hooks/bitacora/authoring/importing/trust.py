"""Whether what a cell holds can be believed: cells that say one thing and look like another."""

from __future__ import annotations

from bitacora.authoring.importing.cells import Cell, Mark, Trait
from bitacora.authoring.importing.missing import is_failed_formula
from bitacora.authoring.importing.outcomes import Bad
from bitacora.records.fieldtypes import FieldType
from bitacora.records.values import Day, Hour, Moment, Number, Whole

CALCULATE = (
    "Abra el libro en Excel, guárdelo y vuelva a importarlo. En LibreOffice, antes de guardarlo, "
    "recalcule todo con Ctrl+Mayús+F9."
)


def doubt(cell: Cell, kind: FieldType) -> Bad | None:
    """Why a cell is not to be read as a value of a type, with what to do; None where it is."""
    return _failed(cell) or _struck(cell) or (_figure(cell) if _is_figure(kind) else None)


def _failed(cell: Cell) -> Bad | None:
    failed = isinstance(cell.value, str) and is_failed_formula(cell.value)
    if cell.mark is Mark.ERROR or failed:
        shown = f" «{cell.text}»" if cell.text else ""
        return Bad(f"La fórmula de esta celda dio error{shown}.", "Corríjala o escriba el dato.")
    if cell.mark is Mark.UNCOMPUTED:
        return Bad(
            "La celda tiene una fórmula sin calcular: su resultado no está guardado, o es de antes "
            "del último cambio.",
            CALCULATE,
        )
    if isinstance(cell.value, str) and len(cell.value) > 1 and not cell.value.strip("#"):
        return Bad(
            f"La celda tiene «{cell.text}»: la columna era angosta y se guardó lo que se veía, no "
            "el dato.",
            "Ensanche la columna en la hoja de cálculo y guarde de nuevo el archivo.",
        )
    return None


def _struck(cell: Cell) -> Bad | None:
    if cell.value is None or not cell.has(Trait.STRUCK):
        return None
    return Bad(
        f"«{_short(cell)}» está tachado, y no se sabe si el dato vale.",
        "Si vale, quítele el tachado. Si no, bórrelo, o quite la fila entera.",
    )


def _is_figure(kind: FieldType) -> bool:
    return isinstance(kind, Number | Whole | Day | Moment | Hour)


def _figure(cell: Cell) -> Bad | None:
    if isinstance(cell.value, str) and cell.has(Trait.RAISED):
        return Bad(
            f"«{cell.text}» es un texto con superíndices o subíndices, como la llamada de una "
            "nota, y no se sabe qué cifras son del dato.",
            "Escriba solo la cifra; la nota va en su propia columna.",
        )
    if cell.value == 0 and not isinstance(cell.value, bool) and cell.has(Trait.ZERO_UNSEEN):
        return Bad(
            "La celda guarda un 0 que la hoja no muestra: se ve vacía, y no se sabe si es cero o "
            "si no hay dato.",
            "Si es cero, dele un formato que lo muestre, o escriba 0 como texto ('0). Si no hay "
            "dato, borre la celda.",
        )
    return None


def _short(cell: Cell) -> str:
    line = " ".join(cell.text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
