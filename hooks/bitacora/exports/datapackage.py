"""The descriptor of all tables, as a Frictionless Data Package, version 1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from bitacora.canonical import Value, json_text
from bitacora.edition import Edition
from bitacora.exports.field_schema import table_schema
from bitacora.exports.table import FOLDER, Table
from bitacora.records.codes import CodigoLicencia
from bitacora.records.documents import Documento
from bitacora.spanish import plain

PATH = f"{FOLDER}/datapackage.json"
NOTE = (
    "estrategia, acciones, indicadores, avances y relaciones. Los textos van tal como están en los "
    "datos: al abrir un CSV en una hoja de cálculo, impórtelo como texto en UTF-8. «no_informado» "
    "quiere decir que la fuente no trae el dato; una celda vacía, que no corresponde o no se "
    "escribió; ninguno de los dos es cero. En las celdas con varios valores la barra «|» los "
    "separa, y la que sea parte de un texto va como «\\|». Quien lea con pandas use dtype=str y "
    "keep_default_na=False, o Namibia (NA) quedará vacía."
)


def datapackage(edition: Edition, texts: Iterable[tuple[Table, str]]) -> str:
    """The descriptor of the CSV files whose texts are given."""
    entity = edition.entity
    warning = "Datos de demostración, inventados. " if entity.demostracion else ""
    descriptor: dict[str, Value] = {
        "profile": "tabular-data-package",
        "name": f"accion-internacional-{_slug(entity.nombre_corto)}",
        "title": f"Acción internacional de {entity.nombre_corto}",
        "description": f"{warning}Datos abiertos que publica {entity.nombre}: {NOTE}",
        "version": edition.as_of.isoformat(),
        "demostracion": entity.demostracion,
        "keywords": ["acción internacional", "rendición de cuentas", "cooperación"],
        "contributors": [_publisher(edition)],
        "licenses": [_licence(edition)],
        "sources": list(_sources(edition)),
        "resources": [_resource(table, text) for table, text in texts],
    }
    return json_text(descriptor) + "\n"


def _resource(table: Table, text: str) -> Value:
    raw = text.encode("utf-8")
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.files[0].removeprefix(f"{FOLDER}/"),
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "doubleQuote": True},
        "bytes": len(raw),
        "hash": f"sha256:{sha256(raw).hexdigest()}",
        "schema": table_schema(table),
    }


def _publisher(edition: Edition) -> Value:
    seat = edition.entity.sede_electronica
    found: dict[str, Value] = {"title": edition.entity.nombre, "role": "publisher"}
    return {**found, "path": seat} if isinstance(seat, str) else found


def _licence(edition: Edition) -> Value:
    code = edition.entity.licencia_datos
    listed = edition.lists.lists.get("licencias", {}).get(code)
    found: dict[str, Value] = {"name": code, "title": edition.lists.name("licencias", code)}
    known = isinstance(listed, CodigoLicencia) and listed.url
    return {**found, "path": listed.url} if isinstance(listed, CodigoLicencia) and known else found


def _sources(edition: Edition) -> Iterator[Value]:
    """The documents that the facts come from, each with its address where it has one."""
    documents = edition.register.all(Documento)
    for document in documents:
        found: dict[str, Value] = {"title": document.titulo}
        yield {**found, "path": document.enlace} if isinstance(document.enlace, str) else found
    if not documents:
        yield {"title": edition.entity.nombre}


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", plain(text).replace("ñ", "n")).strip("-")
