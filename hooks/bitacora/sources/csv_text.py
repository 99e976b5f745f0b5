"""A CSV text read into one entry for each row."""

from __future__ import annotations

from bitacora.problems import Problem
from bitacora.sources.csv_header import Header, read_header
from bitacora.sources.csv_rows import Row, choose_separator, split_rows
from bitacora.sources.faults import Origin, shorten
from bitacora.sources.nodes import Empty, Mapping, Node, Text
from bitacora.sources.text_faults import clean
from bitacora.spanish import count_of

_SEPARATOR_NAMES = {";": "punto y coma («;»)", "\t": "tabulaciones"}


def read_csv(text: str, origin: Origin) -> tuple[tuple[Mapping, ...] | None, list[Problem]]:
    """The rows of a CSV text with a header, with their problems; None when there is no header.

    A row with too many or too few cells is told and kept with the cells that have a column.
    """
    separator = choose_separator(text)
    found = split_rows(text, separator)
    problems: list[Problem] = []
    if found.broken_line is not None:
        problems.append(_quotes(text, found.broken_line, origin))
    if not found.rows:
        return None, problems or [_no_header(origin)]
    first, rows = found.rows[0], found.rows[1:]
    if separator != ",":
        problems.append(_separator(separator, first, origin))
    header, faults = read_header(first, rows, origin)
    problems += faults
    entries = []
    for row in rows:
        entry, faults = _entry(row, header, origin.row(row.line))
        entries.append(entry)
        problems += faults
    return tuple(entries), problems


def _entry(row: Row, header: Header, here: Origin) -> tuple[Mapping, list[Problem]]:
    problems = _miscounted(row, header, here)
    items: list[tuple[Text, Node]] = []
    for index, name in header.columns:
        place = here.place(row.line, index + 1)
        cell = row.cells[index] if index < len(row.cells) else ""
        if not cell:
            items.append((name, Empty(place)))
            continue
        value, faults = clean(cell, place, here, str(name))
        problems += faults
        items.append((name, Text(value, place) if value else Empty(place)))
    return Mapping(here.place(row.line), tuple(items)), problems


def _miscounted(row: Row, header: Header, here: Origin) -> list[Problem]:
    surplus = [cell for cell in row.cells[header.width :] if cell]
    if surplus:
        return [
            here.error(
                "csv-celdas-de-mas",
                here.place(row.line, header.width + 1),
                f"La fila tiene más celdas que las {header.width} del encabezado: "
                f"sobra «{shorten(surplus[0])}».",
                "Si un texto o un número lleva el signo que separa las columnas, "
                "enciérrelo entre comillas dobles.",
                value=surplus[0],
            )
        ]
    if len(row.cells) < header.needed:
        return [
            here.error(
                "csv-celdas-de-menos",
                here.place(row.line, len(row.cells)),
                f"La fila tiene {count_of(len(row.cells), 'celda', 'celdas')} y el encabezado, "
                f"{header.needed}.",
                "Complete la fila; una celda sin dato se deja vacía, con su separador.",
                value=row.cells[-1],
            )
        ]
    return []


def _quotes(text: str, line: int, origin: Origin) -> Problem:
    return origin.row(line).error(
        "csv-comillas",
        origin.place(line),
        "En la fila que empieza aquí hay una comilla doble sin pareja, texto pegado después "
        "de la que cierra o una celda desmedida; no se leyó desde ahí.",
        'Revise las comillas de la fila; una comilla dentro de un texto se escribe doble («""»).',
        value=text.split("\n", line)[line - 1],
    )


def _separator(separator: str, header: Row, origin: Origin) -> Problem:
    return origin.remark(
        "csv-separador",
        origin.place(header.line),
        f"Las columnas están separadas por {_SEPARATOR_NAMES[separator]} y no por comas; "
        "se leyó así.",
        "Compruebe que las columnas quedaron bien; si puede, guárdelo separado por comas.",
        value=separator.replace("\t", "tabulación"),
    )


def _no_header(origin: Origin) -> Problem:
    return origin.error(
        "archivo-vacio",
        origin.place(1),
        "El archivo está vacío: no tiene ni la fila de encabezado.",
        "Escriba en la primera fila los nombres de las columnas, o borre el archivo.",
    )
