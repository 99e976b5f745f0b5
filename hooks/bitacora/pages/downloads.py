"""The open data as people meet them: what to download, what each column means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.escape import address, inline
from bitacora.pages.links import UP, link
from bitacora.pages.offered import Offered, OfferedColumn
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.codes import CodigoLicencia
from bitacora.register import kind_named
from bitacora.spanish import count_of, number
from bitacora.tallies.facet_sets import FACETS

FOLDER = "datos"
DICTIONARY = f"{FOLDER}/diccionario.md"
DESCRIBED = ("fichas", "partes de las fichas", "tablas que el sitio arma")


def downloads(edition: Edition, writer: Writer, tables: Sequence[Offered]) -> Iterator[Artefact]:
    """The page of downloads, then the dictionary of their columns."""
    head = PageHead(
        f"{FOLDER}/index.md",
        "Datos abiertos",
        kind="Listado",
        description="Todas las tablas de este sitio, para descargar en CSV y en JSON.",
    )
    values = {
        "gobierno": inline(edition.entity.nombre_corto),
        "tablas": count_of(len(tables), "tabla", "tablas"),
        "filas": count_of(sum(table.size for table in tables), "fila", "filas"),
        "licencia": _licence(edition),
        "grupos": _groups(tables),
        "demostracion": edition.entity.demostracion,
        "paquete": link("datapackage.json", f"{FOLDER}/datapackage.json"),
        "facetas": [
            link(kind.plural, f"{FOLDER}/facetas/{kind.folder}.json")
            for kind in map(kind_named, FACETS)
        ],
    }
    yield writer.page(head, "datos", values)
    yield _dictionary(writer, tables)


def _groups(tables: Sequence[Offered]) -> list[dict[str, Any]]:
    names = dict.fromkeys(str(table.group) for table in tables)
    return [
        {
            "titulo": inline(name[:1].upper() + name[1:]),
            "filas": [_row(table) for table in tables if str(table.group) == name],
        }
        for name in names
    ]


def _row(table: Offered) -> tuple[str, ...]:
    kinds = zip(("CSV", "JSON"), table.files, strict=True)
    csv, json = (_file(kind, table, path) for kind, path in kinds)
    return (
        inline(table.title),
        inline(table.description),
        number(table.size),
        f"{csv} · {json}",
    )


def _file(kind: str, table: Offered, path: str) -> str:
    """A file of a table; who hears the links of the page alone hears of which table it is."""
    return f'[{kind}<span class="unseen"> de la tabla {inline(table.title)}</span>]({UP}{path})'


def _licence(edition: Edition) -> dict[str, str]:
    code = edition.entity.licencia_datos
    listed = edition.lists.lists.get("licencias", {}).get(code)
    name = inline(edition.lists.name("licencias", code))
    url = listed.url if isinstance(listed, CodigoLicencia) else None
    # Code lists are free text: only what is plainly a web address becomes a link.
    if url and re.fullmatch(r"https?://[^\s<>\"'`\\]+", url):
        name = f"[{name}]({address(url)})"
    return {"nombre": name, "permite": inline((listed and listed.definicion) or "")}


def _dictionary(writer: Writer, tables: Sequence[Offered]) -> Artefact:
    head = PageHead(
        DICTIONARY,
        "Diccionario de datos",
        kind="Listado",
        description="Qué significa cada columna de cada tabla.",
    )
    described = [table for table in tables if str(table.group) in DESCRIBED]
    values = {
        "tablas": [
            {
                "titulo": inline(table.title),
                "descripcion": inline(table.description),
                "archivo": link(table.files[0].removeprefix(f"{FOLDER}/"), table.files[0]),
                "filas": [_column_row(column, tables) for column in table.columns],
            }
            for table in described
        ],
        "columnas": count_of(sum(len(table.columns) for table in described), "columna", "columnas"),
        "cuantas": count_of(len(described), "tabla", "tablas"),
        "completo": link("diccionario.csv", f"{FOLDER}/diccionario.csv"),
    }
    return writer.page(head, "diccionario", values)


def _column_row(column: OfferedColumn, tables: Sequence[Offered]) -> tuple[str, ...]:
    return (
        inline(column.name),
        inline(column.description),
        _type(column, tables),
        "Sí" if column.required else "No",
        "Sí" if column.unknown else "No",
    )


def _type(column: OfferedColumn, tables: Sequence[Offered]) -> str:
    shown = inline(column.value_type.name)
    for table in tables:
        if column.codelist and table.name.endswith(f"/{column.codelist}"):
            shown += f": {link(table.title, table.files[0])}"
        elif column.reference and table.name == column.reference[0]:
            shown += f": {inline(table.title)}"
    return f"{shown}; puede haber varios" if column.many else shown
