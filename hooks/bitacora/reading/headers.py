"""The header of a table: its faults are told once, at the top, never once a row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from bitacora.problems import Place, Problem, Severity
from bitacora.records.field_order import in_order
from bitacora.records.fields import FieldShape
from bitacora.records.kinds import Kind
from bitacora.sources import Mapping, Text
from bitacora.spanish import nearest


@dataclass(frozen=True, slots=True)
class TableHeader:
    """What is wrong with a header: the columns nobody knows, those that are not there."""

    unknown: tuple[Text, ...] = ()
    missing: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def known(self, row: Mapping) -> Mapping:
        """The row without the columns that nobody knows."""
        kept = tuple((key, value) for key, value in row.items if key not in self.unknown)
        return Mapping(row.place, kept)


def check_header(rows: Iterable[Mapping], kind: Kind) -> TableHeader:
    """The faults of the header that these rows of a table share; none where there are no rows."""
    first = next(iter(rows), None)
    if first is None or not first.items:
        return TableHeader()
    keys = first.keys()
    columns = [it for it in in_order(kind.model) if it.name != "id" or not kind.derived_id]
    names = [column.name for column in columns]
    # A column «id» is borne, and not heeded, where ids are derived.
    unknown = tuple(key for key in keys if key not in (*names, "id"))
    absent = [column for column in columns if column.name not in keys]
    missing = [column for column in absent if column.required]
    top = Place(keys[0].place.archivo, keys[0].place.linea)
    problems = [_unknown(key, _meant(key, absent, names), names) for key in unknown]
    problems += [_missing(column, top) for column in missing]
    return TableHeader(unknown, tuple(column.name for column in missing), tuple(problems))


def _meant(key: Text, absent: list[FieldShape], names: list[str]) -> str | None:
    """The column that people meant: one not there before one that is."""
    missing = [column.name for column in absent if column.required]
    near = nearest(key, [column.name for column in absent])
    return near or (missing[0] if len(missing) == 1 else nearest(key, names))


def _unknown(key: Text, meant: str | None, names: list[str]) -> Problem:
    return _problem(
        key.place,
        str(key),
        "campo-desconocido",
        f"La columna «{key}» no existe aquí.",
        f"¿Quiso decir «{meant}»?" if meant else f"Las columnas son: {', '.join(names)}.",
    )


def _missing(column: FieldShape, top: Place) -> Problem:
    return _problem(
        top,
        column.name,
        "campo-falta",
        f"Falta la columna «{column.name}». {column.description}".strip(),
        f"Añada «{column.name}» al encabezado, con su valor en cada fila{_if_unknown(column)}.",
    )


def _if_unknown(column: FieldShape) -> str:
    admits = column.value_type is not None and column.value_type.unknown
    return "; si la fuente no lo dice, «no_informado»" if admits else ""


def _problem(place: Place, column: str, rule: str, message: str, remedy: str) -> Problem:
    table = PurePosixPath(place.archivo).stem
    return Problem(place, table, column, "", rule, Severity.ERROR, message, remedy)
