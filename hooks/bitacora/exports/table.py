"""One table of open data: its columns, its rows, its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bitacora.canonical import Value
from bitacora.reading.code_lists import CodeLists
from bitacora.records.fields import FieldShape
from bitacora.records.fieldtypes import FieldType
from bitacora.records.unknown import NO_INFORMADO
from bitacora.records.values import CodeOf, Ref, YesNo
from bitacora.register import kind_named

FOLDER = "datos"


class Group(StrEnum):
    """What the rows of a table are; the values are words for people."""

    RECORDS = "fichas"
    PARTS = "partes de las fichas"
    COMPUTED = "tablas que el sitio arma"
    LISTS = "listas de códigos"
    DICTIONARY = "diccionario"


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``unknown`` says whether it may hold «no_informado», which is no value;
    ``many`` whether a cell holds a list; ``reference`` is a table and its column, or empty."""

    name: str
    description: str
    value_type: FieldType
    required: bool = False
    many: bool = False
    unknown: bool = False
    codelist: str = ""
    reference: tuple[str, str] | tuple[()] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table offered as CSV and as JSON.

    ``rows`` are flat, in the order of ``columns``; ``nested`` are the same rows with their blocks
    inside, for JSON. ``key`` names the columns that tell a row from any other. ``updated`` is the
    last day on which a record it comes from was brought up to date, where that is known.
    """

    name: str
    title: str
    description: str
    group: Group
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    nested: tuple[Value, ...]
    key: tuple[str, ...]
    updated: date | None = None

    @property
    def is_list(self) -> bool:
        """Whether it holds codes, which say what the words of other tables mean."""
        return self.group is Group.LISTS

    @property
    def size(self) -> int:
        """How many rows it has."""
        return len(self.rows)

    @property
    def files(self) -> tuple[str, str]:
        """The paths of its CSV and its JSON in the site's documents."""
        return f"{FOLDER}/{self.name}.csv", f"{FOLDER}/{self.name}.json"


DEMONSTRATION = Column(
    "demostracion",
    "Sí, cuando los datos son inventados y solo muestran cómo funciona el sitio.",
    YesNo(),
    required=True,
)
"""The last column of every table."""


def flat_table(
    name: str,
    words: tuple[str, str],
    group: Group,
    columns: tuple[Column, ...],
    rows: tuple[tuple[Value, ...], ...],
    key: tuple[str, ...],
    updated: date | None = None,
) -> Table:
    """A table whose rows hold no blocks; ``words`` are its title and its description."""
    names = [column.name for column in columns]
    nested: tuple[Value, ...] = tuple(dict(zip(names, row, strict=True)) for row in rows)
    return Table(name, *words, group, columns, rows, nested, key, updated)


def column_of(
    shape: FieldShape, value_type: FieldType, lists: CodeLists, prefix: str = ""
) -> Column:
    """The column of one field; ``prefix`` is the block it stands in."""
    codelist = value_type.codelist if isinstance(value_type, CodeOf) else ""
    return Column(
        name=f"{prefix}{shape.name}",
        description=shape.description,
        value_type=value_type,
        required=shape.required,
        many=shape.many,
        unknown=value_type.unknown or NO_INFORMADO.value in lists.lists.get(codelist, {}),
        codelist=codelist,
        reference=(kind_named(value_type.kind).folder, "id") if isinstance(value_type, Ref) else (),
    )
