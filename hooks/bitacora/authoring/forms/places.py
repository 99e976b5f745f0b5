"""The way to each form of the editor."""

from __future__ import annotations

from pathlib import PurePosixPath

from bitacora.authoring.forms.collections import ALONE, TABLES
from bitacora.authoring.forms.repository import repository_at
from bitacora.authoring.forms.tables import has_table
from bitacora.reading.records import kind_of_file
from bitacora.records.institution import Entidad

EDITOR = "editar/"
"""Where the editor stands in a site that has it."""


def has_editor(entity: Entidad) -> bool:
    """Whether the editor is part of the site that an entity publishes."""
    return entity.editor and repository_at(entity.repositorio) is not None


def form_of(path: str) -> str:
    """The address, from the root of the site, of the form that holds a file of data, which is
    named from its folder; empty where none does."""
    kind = kind_of_file(path)
    if kind is None:
        return ""
    name = PurePosixPath(path).stem
    ways = {
        f"{ALONE}.yml": f"_singletons/entries/{ALONE}",
        f"{kind.folder}/{name}.yml": f"{kind.folder}/entries/{name}",
    }
    if has_table(kind):
        ways[f"{kind.folder}.csv"] = f"{TABLES}/entries/{kind.folder}"
    return f"{EDITOR}#/collections/{ways[path]}" if path in ways else ""
