"""The tables of codes: what each code that stands in the records means."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.edition import Edition
from bitacora.exports.table import DEMONSTRATION, Column, Group, Table, column_of, flat_table
from bitacora.exports.values import Value, value_of
from bitacora.reading.code_lists import LISTS_FOLDER, CodeLists
from bitacora.records.codes import SPECIAL_MODELS, Codigo
from bitacora.records.fields import shapes
from bitacora.records.values import Label


def list_name(codelist: str) -> str:
    """The name of the table of a list."""
    return f"{LISTS_FOLDER}/{codelist}"


def list_tables(edition: Edition) -> Iterator[Table]:
    """Every list in the order of its name, with what the office added to it."""
    described = edition.lists.lists.get("listas", {})
    for name in sorted(edition.lists.lists):
        words = described.get(name)
        yield flat_table(
            list_name(name),
            (words.nombre, words.definicion or words.nombre) if words else (name, name),
            Group.LISTS,
            (*_columns(name, edition.lists), DEMONSTRATION),
            tuple(_rows(edition, name)),
            ("codigo",),
        )


def _columns(name: str, lists: CodeLists) -> Iterator[Column]:
    for shape in shapes(SPECIAL_MODELS.get(name, Codigo)):
        # Here «no_informado» may itself be a code, with its own name.
        yield column_of(shape, shape.value_type or Label(), lists)


def _rows(edition: Edition, name: str) -> Iterator[tuple[Value, ...]]:
    fields = [shape.name for shape in shapes(SPECIAL_MODELS.get(name, Codigo))]
    for code in edition.lists.all(name):
        values = (value_of(getattr(code, field)) for field in fields)
        yield (*values, edition.entity.demostracion)
