"""The information that the government publishes: its documents, its reports, its tables.

It is what Ley 1712 de 2014 asks every public entity to list, as a registry of information assets
and as a publication scheme.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.records.documents import Documento
from bitacora.records.institution import Entidad
from bitacora.records.reports import Informe
from bitacora.records.unknown import NoInformado
from bitacora.register import Register
from bitacora.spanish import sort_key

PUBLIC = "publica"
DIGITAL = "Digital"
WITH_THE_DATA = "Cada vez que cambian los datos"
QUARTERLY = "trimestral"
SPANISH = "es-CO"
TABLE_FORMATS = ("text/csv", "application/json")
REPORT_FORMATS = ("text/html", "application/pdf", "application/json", "text/csv")


class AssetGroup(StrEnum):
    """The kinds of asset; the values are words for people."""

    DOCUMENT = "documento"
    REPORT = "informe"
    TABLE = "tabla de datos"
    LIST = "lista de códigos"


@dataclass(frozen=True, slots=True)
class Asset:
    """A piece of information. None is «not told».

    ``formats`` are media types; ``dated`` a date as precise as it is known, in ISO form;
    ``place`` a web address or a path of this site; ``keeper`` the id of a unit.
    """

    id: str
    group: AssetGroup
    name: str
    description: str
    formats: tuple[str, ...]
    dated: str | None
    frequency: str | None
    place: str | None
    producer: str
    keeper: str
    language: str = SPANISH
    medium: str | None = DIGITAL
    classification: str = PUBLIC
    licence: str | None = None

    @property
    def is_published(self) -> bool:
        """Whether anybody can open it without asking for it."""
        return self.place is not None


class PublishedTable(Protocol):
    """A table of open data."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def files(self) -> tuple[str, str]: ...
    @property
    def updated(self) -> date | None: ...
    @property
    def is_list(self) -> bool: ...


class PublishedReport(Protocol):
    """A report that is out, in one of its versions."""

    @property
    def quarter(self) -> Period: ...
    @property
    def record(self) -> Informe | None: ...
    @property
    def latest(self) -> bool: ...


def assets(
    register: Register,
    lists: CodeLists,
    reports: Iterable[PublishedReport],
    tables: Iterable[PublishedTable],
) -> tuple[Asset, ...]:
    """Every asset: documents by title, reports from the last one, tables in their order."""
    entity = register.all(Entidad)[0]
    documents = sorted(register.all(Documento), key=lambda item: sort_key(item.titulo))
    latest = [report for report in reports if report.latest]
    return (
        *(_document(item, lists, entity) for item in documents),
        *(_report(one, lists, entity) for one in reversed(latest)),
        *_tables(tables, entity),
    )


def published(found: Sequence[Asset]) -> tuple[Asset, ...]:
    """The assets that anybody can open."""
    return tuple(asset for asset in found if asset.is_published)


def _document(item: Documento, lists: CodeLists, entity: Entidad) -> Asset:
    kind = lists.lists.get("tipos_documento", {}).get(item.tipo)
    return Asset(
        id=f"documento:{item.id}",
        group=AssetGroup.DOCUMENT,
        name=item.titulo,
        description=f"{kind.nombre}. {kind.definicion or ''}".strip() if kind else item.tipo,
        formats=(item.formato,),
        dated=None if isinstance(item.fecha, NoInformado) else str(item.fecha),
        frequency=lists.name("periodicidades", item.frecuencia) if item.frecuencia else None,
        place=None if isinstance(item.enlace, NoInformado) else item.enlace,
        producer=item.autor or entity.nombre,
        keeper=item.custodia or item.responsable,
        language=item.idioma,
        medium=item.conservacion,
        classification=item.clasificacion,
    )


def _report(report: PublishedReport, lists: CodeLists, entity: Entidad) -> Asset:
    record, quarter = report.record, report.quarter
    return Asset(
        id=f"informe:{quarter.text}",
        group=AssetGroup.REPORT,
        name=f"Informe del {quarter.spoken}",
        description="Rendición de cuentas de la acción internacional en el trimestre.",
        formats=REPORT_FORMATS,
        dated=record.publicacion.isoformat() if record else None,
        frequency=lists.name("periodicidades", QUARTERLY),
        place=f"informes/{quarter.text.lower()}.md",
        producer=entity.nombre,
        keeper=record.responsable if record else entity.dependencia_internacional,
        licence=entity.licencia_datos,
    )


def _tables(tables: Iterable[PublishedTable], entity: Entidad) -> Iterator[Asset]:
    for table in tables:
        yield Asset(
            id=f"tabla:{table.name}",
            group=AssetGroup.LIST if table.is_list else AssetGroup.TABLE,
            name=table.title,
            description=table.description,
            formats=TABLE_FORMATS,
            dated=table.updated.isoformat() if table.updated else None,
            frequency=WITH_THE_DATA,
            place=table.files[0],
            producer=entity.nombre,
            keeper=entity.dependencia_internacional,
            licence=entity.licencia_datos,
        )
