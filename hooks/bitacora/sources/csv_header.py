"""The columns that the header of a CSV text declares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bitacora.problems import Problem
from bitacora.sources.csv_rows import Row
from bitacora.sources.faults import Origin
from bitacora.sources.nodes import Text
from bitacora.sources.text_faults import clean


@dataclass(frozen=True, slots=True)
class Header:
    """The named columns by position from 0, with the number of cells that every row needs."""

    columns: tuple[tuple[int, Text], ...]
    width: int
    needed: int


def read_header(header: Row, rows: Sequence[Row], origin: Origin) -> tuple[Header, list[Problem]]:
    """The columns of `header`; nameless ones are faults only where `rows` hold data in them."""
    here = origin.row(header.line)
    problems: list[Problem] = []
    columns: dict[str, tuple[int, Text]] = {}
    for index, cell in enumerate(header.cells):
        place = origin.place(header.line, index + 1)
        if not cell:
            problems += _nameless(index, header, rows, here)
            continue
        name, faults = clean(cell, place, here, cell)
        problems += faults
        if name in columns:
            problems.append(_repeated(Text(name, place), columns[name], here))
        else:
            columns[name] = (index, Text(name, place))
    needed = max((index + 1 for index, cell in enumerate(header.cells) if cell), default=0)
    return Header(tuple(columns.values()), len(header.cells), needed), problems


def _nameless(index: int, header: Row, rows: Sequence[Row], here: Origin) -> list[Problem]:
    for row in rows:
        if len(row.cells) > index and row.cells[index]:
            return [
                here.error(
                    "csv-encabezado-vacio",
                    here.place(header.line, index + 1),
                    f"La columna {index + 1} no tiene nombre y trae datos "
                    f"(por ejemplo «{row.cells[index][:40]}», en la línea {row.line}).",
                    "Póngale nombre en el encabezado o borre la columna.",
                    value=row.cells[index],
                )
            ]
    return []


def _repeated(name: Text, first: tuple[int, Text], here: Origin) -> Problem:
    return here.error(
        "csv-encabezado-repetido",
        name.place,
        f"El encabezado «{name}» está en las columnas {first[0] + 1} y {name.place.columna}.",
        "Deje una sola columna con ese nombre.",
        field=str(name),
        value=str(name),
    )
