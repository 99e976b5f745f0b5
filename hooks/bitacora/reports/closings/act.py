"""The closing acts of a report: what was published, from which rows, under which digests."""

from __future__ import annotations

from datetime import date
from typing import Any

from bitacora.records.record import Bloque
from bitacora.reports.content import Contenido

Fila = dict[str, Any]
"""A record as plain data, only the fields that feed the figures of a report."""
Entradas = dict[str, tuple[Fila, ...]]
"""The rows that fed a report, by folder of their kind (``avances``), sorted by id."""


class Version(Bloque):
    """One closing: version 1, or the one that an amendment made necessary.

    ``clase`` is «cierre», «correccion» or «revision». ``huella_anterior`` is the digest of the
    act before it (the version before; for version 1 the last act of the report before), so that
    no act can vanish in silence. ``huella`` is the digest of all the rest.
    """

    version: int
    clase: str
    cerrado: date
    huella_anterior: str
    huella_entradas: str
    huella_cifras: str
    huella: str
    contenido: Contenido
    entradas: Entradas


class Acta(Bloque):
    """All the versions of a closed report, the first first."""

    periodo: str
    versiones: tuple[Version, ...]

    @property
    def latest(self) -> Version:
        """The version that holds today."""
        return self.versiones[-1]
