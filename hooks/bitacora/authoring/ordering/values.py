"""New or changed records as the text of their files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bitacora.authoring.ordering.arranging import Arranger
from bitacora.authoring.ordering.attribution import commented_tree
from bitacora.authoring.ordering.merging import branch_of, changed, fields_of
from bitacora.authoring.ordering.record_files import events_of
from bitacora.authoring.ordering.tables import (
    BAR,
    Cells,
    csv_text,
    ordered_columns,
    sorted_rows,
    spelled_row,
)
from bitacora.authoring.ordering.tree import Group, Leaf, Nothing, Tree
from bitacora.authoring.ordering.yaml_writing import yaml_text
from bitacora.authoring.skeleton import table_columns
from bitacora.canonical import Value
from bitacora.records.field_order import in_order
from bitacora.records.fieldtypes import ReadingContext
from bitacora.records.kinds import Kind
from bitacora.sources import parse_text

NO_CONTEXT = ReadingContext()
"""Without code lists: codes stay as they are given."""


def canonical_yaml(kind: Kind, values: Mapping[str, Value], *, schema: str | None = None) -> str:
    """The text of a new record; ``schema``, the path to its JSON Schema, goes in the first line."""
    top: tuple[Group, ...] = ((f"# yaml-language-server: $schema={schema}",),) if schema else ()
    return _text(Tree(fields_of(values), top, tight=True), kind)


def updated_yaml(kind: Kind, text: str, changes: Mapping[str, Value]) -> str:
    """The text of a record with some of its fields changed, added or (None) taken out, and all its
    comments; ValueError, in Spanish, where the text cannot be read."""
    source, problems = parse_text(text.encode("utf-8"), f"{kind.folder}/{kind.name}.yml", "")
    if source is None:
        raise ValueError(" ".join(problem.mensaje for problem in problems))
    tree = commented_tree(text, source.entries[0], events_of(text))
    return _text(changed(tree, changes), kind)


def canonical_csv(
    kind: Kind, rows: Iterable[Mapping[str, Value]], columns: Sequence[str] | None = None
) -> str:
    """The text of a table. Without ``columns`` it has those that some row fills and those that
    every row must. ValueError, in Spanish, where a value fits in no cell."""
    found = [_cells(row) for row in rows]
    filled = {name for row in found for name in row}
    named = columns if columns is not None else _columns(kind, filled)
    spelled = [spelled_row(row, kind.model, NO_CONTEXT) for row in found]
    return csv_text(ordered_columns(named, kind.model), sorted_rows(spelled, kind))


def _text(tree: Tree, kind: Kind) -> str:
    return yaml_text(Arranger(NO_CONTEXT).tree(tree, kind.model, ""))


def _columns(kind: Kind, filled: set[str]) -> list[str]:
    required = {shape.name for shape in in_order(kind.model) if shape.required}
    return [name for name in table_columns(kind) if name in filled | required]


def _cells(row: Mapping[str, Value]) -> Cells:
    cells = {name: _cell(name, value) for name, value in row.items()}
    return {name: text for name, text in cells.items() if text}


def _cell(name: str, value: Value) -> str:
    if isinstance(value, list):
        parts = [_cell(name, item) for item in value]
        barred = next((part for part in parts if BAR in part), None)
        if barred is not None:
            raise ValueError(
                f"«{barred}» lleva el signo «{BAR}», que en una tabla separa los valores de "
                f"«{name}». Quítelo."
            )
        return BAR.join(part for part in parts if part)
    branch = branch_of(value)
    if isinstance(branch, Leaf | Nothing):
        return branch.text.strip() if isinstance(branch, Leaf) else ""
    raise ValueError(f"«{name}» tiene varios campos por dentro y no cabe en la celda de una tabla.")
