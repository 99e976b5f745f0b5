"""The files of open data that an edition offers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.exports import datapackage
from bitacora.exports.table import Table
from bitacora.exports.texts import csv_text, table_json


def open_data(edition: Edition, tables: Sequence[Table]) -> Iterator[Artefact]:
    """A CSV and a JSON of each table, then the descriptor of all."""
    texts = [(table, csv_text(table)) for table in tables]
    for table, text in texts:
        csv_path, json_path = table.files
        yield Artefact(csv_path, text)
        yield Artefact(json_path, table_json(table, edition))
    yield Artefact(datapackage.PATH, datapackage.datapackage(edition, texts))
