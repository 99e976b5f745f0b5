"""Transparency: the registry of information assets with the publication scheme."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.cells import NOTHING, short_moment
from bitacora.pages.escape import inline
from bitacora.pages.offered import Offered
from bitacora.pages.presenter import UNKNOWN, Presenter, web_link
from bitacora.pages.publication_groups import COLUMNS, group_rows
from bitacora.pages.reports.cells import small, under
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.institution import Dependencia
from bitacora.records.media_types import media_name
from bitacora.records.partial_date import parse_partial_date
from bitacora.spanish import count_of, language_name, number, sentence_case
from bitacora.tallies.assets import Asset, AssetGroup, assets, published

Row = Callable[[Asset], list[str]]
FOLDER = "transparencia"
HEAD = PageHead(
    f"{FOLDER}/index.md",
    "Transparencia",
    "Listado",
    description="Qué información se publica, cómo se pide la demás y con qué condiciones se usa.",
)
ASSETS = PageHead(
    f"{FOLDER}/activos.md",
    "Registro de activos de información",
    "Listado",
    description="Toda la información de la acción internacional: documentos, informes y tablas.",
)
SCHEME = PageHead(
    f"{FOLDER}/esquema.md",
    "Esquema de publicación",
    "Listado",
    description="Qué está publicado, en qué formato, cada cuánto cambia y dónde se consulta.",
)
ASSET_ROWS = ("Información", "Idioma y conservación", "Formato", "Clasificación", "Responsables")
SCHEME_ROWS = ("Información", "Formato", "Fecha", "Se actualiza", "Dónde se consulta", "Responde")
TITLES = {
    AssetGroup.DOCUMENT: "Documentos",
    AssetGroup.REPORT: "Informes",
    AssetGroup.TABLE: "Tablas de datos",
}
"""The groups that pages list one by one; code lists are only counted there."""
COUNTED = {
    AssetGroup.DOCUMENT: ("documento", "documentos"),
    AssetGroup.REPORT: ("informe", "informes"),
    AssetGroup.TABLE: ("tabla de datos", "tablas de datos"),
    AssetGroup.LIST: ("lista de códigos", "listas de códigos"),
}


def transparency(
    edition: Edition, writer: Writer, offered: Sequence[Offered]
) -> Iterator[Artefact]:
    """The page that presents both, the registry, the scheme."""
    presenter = Presenter(edition)
    found = assets(edition.register, edition.lists, edition.reports, offered)
    open_to_all = published(found)
    yield writer.page(HEAD, "transparencia", _index(presenter, found, open_to_all))
    yield writer.page(ASSETS, "activos", _registry(presenter, found))
    yield writer.page(SCHEME, "esquema", _scheme(presenter, open_to_all))


def _index(
    presenter: Presenter, found: Sequence[Asset], open_to_all: Sequence[Asset]
) -> dict[str, Any]:
    entity = presenter.edition.entity
    lists = presenter.edition.lists
    licence = lists.lists.get("licencias", {}).get(entity.licencia_datos)
    view = presenter.view(entity)
    return {
        "gobierno": inline(entity.nombre_corto),
        "cifras": [
            (number(len(found)), presenter.to("en el registro de activos", ASSETS.path)),
            (number(len(open_to_all)), presenter.to("publicados, en el esquema", SCHEME.path)),
        ],
        "grupos": [
            (number(count), one if count == 1 else many)
            for group, (one, many) in COUNTED.items()
            for count in [sum(asset.group is group for asset in found)]
        ],
        "licencia": inline(lists.name("licencias", entity.licencia_datos)),
        "permite": inline((licence and licence.definicion) or ""),
        "contacto": view["contacto"],
        "politicas": view["politicas"],
        "sede": view["sede_electronica"],
        "oficina": view["dependencia_internacional"],
        "archivos": _files(presenter),
        "encabezado_anexo": COLUMNS,
        "anexo": group_rows(presenter),
    }


def _files(presenter: Presenter) -> dict[str, str]:
    names = {
        "activos": ("registro-activos", "el registro"),
        "esquema": ("esquema-publicacion", "el esquema"),
    }
    return {
        key: " · ".join(
            presenter.to(f"{words} en {kind.upper()}", f"datos/{name}.{kind}")
            for kind in ("csv", "json")
        )
        for key, (name, words) in names.items()
    }


def _registry(presenter: Presenter, found: Sequence[Asset]) -> dict[str, Any]:
    return {
        "gobierno": inline(presenter.edition.entity.nombre_corto),
        "total": count_of(len(found), "activo de información", "activos de información"),
        "encabezado": ASSET_ROWS,
        "grupos": _groups(found, lambda asset: _asset_row(presenter, asset)),
        **_lists(found),
        "archivos": _files(presenter)["activos"],
    }


def _scheme(presenter: Presenter, found: Sequence[Asset]) -> dict[str, Any]:
    return {
        "gobierno": inline(presenter.edition.entity.nombre_corto),
        "total": count_of(len(found), "publicación", "publicaciones"),
        "encabezado": SCHEME_ROWS,
        "grupos": _groups(found, lambda asset: _scheme_row(presenter, asset)),
        **_lists(found),
        "archivos": _files(presenter)["esquema"],
    }


def _groups(found: Sequence[Asset], row: Row) -> list[dict[str, Any]]:
    return [
        {
            "titulo": title,
            "filas": [row(asset) for asset in found if asset.group is group],
        }
        for group, title in TITLES.items()
        if any(asset.group is group for asset in found)
    ]


def _lists(found: Sequence[Asset]) -> dict[str, Any]:
    """The code lists are many and alike: they are counted here and listed in the files."""
    lists = sum(asset.group is AssetGroup.LIST for asset in found)
    return {"listas": count_of(lists, "lista de códigos", "listas de códigos")}


def _asset_row(presenter: Presenter, asset: Asset) -> list[str]:
    lists = presenter.edition.lists
    language = language_name(asset.language) or asset.language
    licence = lists.name("licencias", asset.licence) if asset.licence else ""
    return [
        _name(presenter, asset),
        under(inline(sentence_case(language)), inline(asset.medium) if asset.medium else UNKNOWN),
        _formats(asset),
        under(
            inline(lists.name("clasificaciones_informacion", asset.classification)),
            small("Publicada" if asset.is_published else "Se entrega a quien la pida"),
            small(inline(licence)),
        ),
        under(inline(asset.producer), small(f"La tiene: {_keeper(presenter, asset)}")),
    ]


def _scheme_row(presenter: Presenter, asset: Asset) -> list[str]:
    dated = short_moment(parse_partial_date(asset.dated)) if asset.dated else UNKNOWN
    return [
        _name(presenter, asset),
        _formats(asset),
        dated,
        inline(asset.frequency) if asset.frequency else UNKNOWN,
        _place(presenter, asset),
        _keeper(presenter, asset),
    ]


def _name(presenter: Presenter, asset: Asset) -> str:
    """The name of an asset, linked to its page where it has one, with what it is."""
    kind, _, record_id = asset.id.partition(":")
    record = presenter.edition.register.find(kind, record_id) if kind == "documento" else None
    return under(
        presenter.link(record) if record else inline(asset.name), small(inline(asset.description))
    )


def _formats(asset: Asset) -> str:
    return under(*(inline(media_name(written)) for written in asset.formats))


def _place(presenter: Presenter, asset: Asset) -> str:
    place = asset.place or ""
    if not place or "://" in place:
        return web_link(place) if place else NOTHING
    return presenter.to("En este sitio", place)


def _keeper(presenter: Presenter, asset: Asset) -> str:
    unit = presenter.edition.register.get(Dependencia, asset.keeper)
    return presenter.link(unit) if unit else inline(asset.keeper)
