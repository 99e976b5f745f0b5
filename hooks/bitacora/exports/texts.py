"""A table as the text of a file: CSV for spreadsheets, JSON for programs."""

from __future__ import annotations

import csv
from io import StringIO

from bitacora.canonical import json_text
from bitacora.edition import Edition
from bitacora.exports.table import Table
from bitacora.exports.values import cell


def csv_text(table: Table) -> str:
    """The table as CSV: commas, LF, one header.

    Texts stay exactly as they are in the data, also those that begin with a sign that a
    spreadsheet takes for a formula: a file that other programs read must not hold marks that
    nobody wrote. What could run as a formula never gets here: the rule «texto-formula» refuses it.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([cell(value) for value in row] for row in table.rows)
    return text.getvalue()


def table_json(table: Table, edition: Edition) -> str:
    """The table as JSON, with who publishes it, under which licence, at which date."""
    entity = edition.entity
    return (
        json_text(
            {
                "entidad": entity.nombre,
                "demostracion": entity.demostracion,
                "fecha_edicion": edition.as_of.isoformat(),
                "licencia": entity.licencia_datos,
                "filas": list(table.nested),
            }
        )
        + "\n"
    )
