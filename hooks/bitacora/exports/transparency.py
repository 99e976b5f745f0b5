"""The registry of information assets, with the publication scheme, as tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bitacora.canonical import Value
from bitacora.edition import Edition
from bitacora.exports.table import DEMONSTRATION, Column, Group, Table, flat_table
from bitacora.records.institution import Dependencia
from bitacora.records.unknown import NO_INFORMADO
from bitacora.records.values import CodeOf, Label, Text
from bitacora.spanish import language_name
from bitacora.tallies.assets import Asset, assets, published

ASSETS, SCHEME = "registro-activos", "esquema-publicacion"
ASSETS_WORDS = (
    "Registro de activos de información",
    "Toda la información que se publica o se puede pedir: documentos, informes y tablas de datos.",
)
SCHEME_WORDS = (
    "Esquema de publicación",
    "La información que ya está publicada: en qué formato, dónde se consulta y quién responde.",
)
ID = Column("id", "Clase y nombre de la información.", Label(), required=True)
KIND = Column("tipo", "Documento, informe, tabla de datos o lista de códigos.", Label(), True)
TITLE = Column("nombre", "Nombre o título de la información.", Text(max_length=1000), True)
ABOUT = Column("descripcion", "De qué trata.", Text(max_length=1000), required=True)
LANGUAGE = Column("idioma", "En qué idioma está.", Label(), required=True)
MEDIUM = Column("medio_conservacion", "Dónde se conserva.", Text(), True, unknown=True)
FORMAT = Column("formato", "En qué formatos está.", Text(), required=True, many=True)
DATED = Column(
    "fecha_generacion",
    "De cuándo es; en las tablas, el último día en que se actualizó una de sus fichas.",
    Label(),
    True,
    unknown=True,
)
FREQUENCY = Column("frecuencia", "Cada cuánto se actualiza.", Text(), True, unknown=True)
PLACE = Column(
    "lugar_consulta",
    "Dónde se consulta: dirección web o archivo de este sitio.",
    Text(max_length=1000),
    True,
    unknown=True,
)
PRODUCER = Column("responsable_produccion", "Quién la produjo.", Text(max_length=1000), True)
KEEPER = Column("responsable_informacion", "Dependencia que la tiene y responde por ella.", Text())
CLASS = Column(
    "clasificacion",
    "Pública; la clasificada o reservada no sale de la entidad.",
    CodeOf(codelist="clasificaciones_informacion"),
    required=True,
    codelist="clasificaciones_informacion",
)
AVAILABLE = Column("disponible", "Si está publicada o se entrega a quien la pida.", Label(), True)
LICENCE = Column(
    "licencia",
    "Licencia con que se puede usar, si se dice.",
    CodeOf(codelist="licencias"),
    codelist="licencias",
)
Maker = Callable[[Edition, Asset], Value]
MAKERS: dict[str, Maker] = {
    ID.name: lambda _, asset: asset.id,
    KIND.name: lambda _, asset: asset.group.value,
    TITLE.name: lambda _, asset: asset.name,
    ABOUT.name: lambda _, asset: asset.description,
    LANGUAGE.name: lambda _, asset: language_name(asset.language) or asset.language,
    MEDIUM.name: lambda _, asset: asset.medium or NO_INFORMADO.value,
    FORMAT.name: lambda _, asset: list(asset.formats),
    DATED.name: lambda _, asset: asset.dated or NO_INFORMADO.value,
    FREQUENCY.name: lambda _, asset: asset.frequency or NO_INFORMADO.value,
    PLACE.name: lambda edition, asset: place_of(edition, asset) or NO_INFORMADO.value,
    PRODUCER.name: lambda _, asset: asset.producer,
    KEEPER.name: lambda edition, asset: _unit(edition, asset.keeper),
    CLASS.name: lambda _, asset: asset.classification,
    AVAILABLE.name: lambda _, asset: "publicada" if asset.is_published else "a solicitud",
    LICENCE.name: lambda _, asset: asset.licence,
    DEMONSTRATION.name: lambda edition, _: edition.entity.demostracion,
}
"""What each column holds of an asset."""
SCHEME_COLUMNS = (ID, TITLE, LANGUAGE, MEDIUM, FORMAT, DATED, FREQUENCY, PLACE, PRODUCER, KEEPER)
COLUMNS = {
    ASSETS: (
        *(ID, KIND, TITLE, ABOUT, LANGUAGE, MEDIUM, FORMAT, DATED, FREQUENCY, AVAILABLE, PLACE),
        *(PRODUCER, KEEPER, CLASS, LICENCE, DEMONSTRATION),
    ),
    SCHEME: (*SCHEME_COLUMNS, DEMONSTRATION),
}
TABLE_WORDS = {ASSETS: ASSETS_WORDS, SCHEME: SCHEME_WORDS}


def empty_tables(edition: Edition) -> tuple[Table, ...]:
    """Both tables without rows, to be told of in the dictionary and in themselves."""
    return tuple(_table(edition, name, ()) for name in (ASSETS, SCHEME))


def transparency_tables(edition: Edition, offered: Sequence[Table]) -> tuple[Table, ...]:
    """The registry, then the scheme, of all that an edition publishes; ``offered`` are all its
    tables, these two among them."""
    found = assets(edition.register, edition.lists, edition.reports, offered)
    rows = {ASSETS: found, SCHEME: published(found)}
    return tuple(_table(edition, name, rows[name]) for name in (ASSETS, SCHEME))


def _table(edition: Edition, name: str, found: Iterable[Asset]) -> Table:
    columns = COLUMNS[name]
    rows = tuple(
        tuple(MAKERS[column.name](edition, asset) for column in columns) for asset in found
    )
    words, key = TABLE_WORDS[name], (ID.name,)
    return flat_table(name, words, Group.COMPUTED, columns, rows, key, edition.as_of)


def place_of(edition: Edition, asset: Asset) -> str | None:
    """Where an asset is read; whole where the entity says the address of its site."""
    if asset.place is None or "://" in asset.place:
        return asset.place
    is_page = asset.place.endswith(".md")
    path = f"{asset.place.removesuffix('.md')}/" if is_page else asset.place
    root = edition.entity.direccion_sitio
    return f"{root.rstrip('/')}/{path}" if root else path


def _unit(edition: Edition, unit: str) -> str:
    found = edition.register.get(Dependencia, unit)
    return found.nombre if found else unit
