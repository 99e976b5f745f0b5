"""Every table of open data, in one list."""

from __future__ import annotations

from bitacora.edition import Edition
from bitacora.exports.dictionary import dictionary
from bitacora.exports.list_tables import list_tables
from bitacora.exports.record_tables import record_tables
from bitacora.exports.table import Table


def tables(edition: Edition) -> tuple[Table, ...]:
    """The tables of an edition: records with their parts, code lists, the dictionary of all."""
    made = (*record_tables(edition), *list_tables(edition))
    return (*made, dictionary(made, edition.entity.demostracion))
