"""Every table of open data, in one list."""

from __future__ import annotations

from bitacora.edition import Edition
from bitacora.exports.dictionary import dictionary
from bitacora.exports.list_tables import list_tables
from bitacora.exports.pending import pending_table
from bitacora.exports.record_tables import record_tables
from bitacora.exports.table import Table
from bitacora.exports.transparency import empty_tables, transparency_tables
from bitacora.exports.unit_matrix import unit_matrix_table


def tables(edition: Edition) -> tuple[Table, ...]:
    """The tables of an edition: records with their parts, those that the site makes of them, code
    lists, the dictionary of all."""
    records, lists = tuple(record_tables(edition)), tuple(list_tables(edition))
    made = (*records, unit_matrix_table(edition), pending_table(edition))
    offered = (*made, *empty_tables(edition), *lists)
    explained = dictionary(offered, edition.entity.demostracion, edition.as_of)
    # The registry tells of every table, of itself too.
    registries = transparency_tables(edition, (*offered, explained))
    return (*made, *registries, *lists, explained)
