"""The addresses of the site that hold a page."""

from __future__ import annotations

from bitacora.records.documents import Retiro
from bitacora.records.kinds import BY_NAME, KINDS
from bitacora.records.record import Registro
from bitacora.register import Register, kind_of

OWN_FOLDERS = frozenset(
    (
        *("accesibilidad", "agendas", "assets", "buscar", "calidad", "cifras", "correcciones"),
        *("datos", "glosario", "incrustar", "indicadores-de-referencia", "informes", "mapa"),
        *("guia", "matriz", "metodo", "niveles", "ods", "pagefind", "paises", "presupuesto"),
        *("privacidad", "reglas", "transparencia", "editar", "pendientes"),
    )
)
"""The folders whose pages the site makes by itself, not one for each record."""


def folder_of(address: str) -> str:
    """The first folder of an address."""
    return address.partition("/")[0]


def record_address(record: Registro) -> str:
    """The address of a record's page below that of the site."""
    return f"{kind_of(record).folder}/{record.id}/"


def living_addresses(register: Register) -> frozenset[str]:
    """Those of the lists and of every record that has a page, without the folders of the site."""
    kinds = [kind for kind in KINDS if kind.has_pages]
    lists = {f"{kind.folder}/" for kind in kinds}
    views = {f"{kind.folder}/{name}/" for kind in kinds for name in kind.reserved - {"index"}}
    records = {
        record_address(item.record)
        for item in register.located
        if kind_of(item.record).has_pages and item.record.is_public
    }
    return frozenset(lists | views | records)


def taken_addresses(register: Register) -> frozenset[str]:
    """The living ones, those that drafts will have, those of the notes of withdrawal."""
    drafts = {
        record_address(item.record)
        for item in register.located
        if kind_of(item.record).has_pages and not item.record.is_public
    }
    notes = {
        f"{kind.folder}/{note.ficha}/"
        for note in register.all(Retiro)
        if (kind := BY_NAME.get(note.tipo))
    }
    return living_addresses(register) | drafts | notes
