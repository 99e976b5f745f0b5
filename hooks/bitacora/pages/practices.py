"""Good practices: own ones apart from those of other governments, a page for each one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.amounts import money
from bitacora.pages.chips import sdg_chip
from bitacora.pages.count_tables import share
from bitacora.pages.escape import inline
from bitacora.pages.links import code_path
from bitacora.pages.mentions import grouped, mentions
from bitacora.pages.practice_evaluation import brief, evaluation_view
from bitacora.pages.presenter import UNKNOWN, Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.practices import BuenaPractica
from bitacora.records.unknown import NoInformado
from bitacora.spanish import count_of, number, plain, sort_key

OWN = "propia"
HEAD = PageHead(
    "buenas-practicas/index.md",
    "Buenas prácticas",
    kind="Listado",
    description="Lo que este gobierno ofrece y lo que aprende de otros.",
)
Practices = Sequence[BuenaPractica]
Row = tuple[str, ...]


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The list of practices, then the page of each one."""
    presenter = Presenter(edition)
    yield writer.page(HEAD, "buenas_practicas", _index(edition, presenter))
    for record in edition.register.all(BuenaPractica):
        yield _page(writer, presenter, record)


def _index(edition: Edition, presenter: Presenter) -> dict[str, Any]:
    every = sorted(edition.register.all(BuenaPractica), key=lambda item: sort_key(item.title))
    own = [item for item in every if item.origen == OWN]
    others = [item for item in every if item.origen != OWN]
    offered = [item for item in own if item.is_offered]
    return {
        "gobierno": inline(edition.entity.nombre_corto),
        "propias": count_of(len(own), "práctica propia", "prácticas propias"),
        "referentes": count_of(len(others), "práctica", "prácticas"),
        "ofrecidas": share(len(offered), len(own)),
        "evaluadas": share(sum(bool(item.evaluacion) for item in own), len(own)),
        "filas_propias": [_own_row(presenter, item) for item in own],
        "filas_referentes": [_other_row(presenter, item) for item in others],
        "por_tema": _by_theme(presenter, every),
        "por_ods": _by_sdg(presenter, every),
        "por_pais": _by_country(edition, every),
    }


def _own_row(presenter: Presenter, item: BuenaPractica) -> tuple[str, ...]:
    return (
        presenter.link(item),
        inline(", ".join(item.temas)),
        sdg_links(presenter, item.ods),
        presenter.code("etapas_practica", item.etapa),
        _offer(item),
        brief(presenter, item),
    )


def _offer(item: BuenaPractica) -> str:
    if isinstance(item.disponible_para_transferir, NoInformado):
        return UNKNOWN
    return "Se ofrece" if item.is_offered else "No se ofrece"


def _other_row(presenter: Presenter, item: BuenaPractica) -> tuple[str, ...]:
    return (
        presenter.link(item),
        inline(item.territorio),
        presenter.code("paises", item.pais),
        inline(", ".join(item.temas)),
    )


def sdg_links(presenter: Presenter, codes: Iterable[str]) -> str:
    """The chips of some ODS, each leading to its page; a dash where there is none."""
    links = (f"[{sdg_chip(code)}]({presenter.base}{code_path('ods', code)})" for code in codes)
    return " ".join(links) or "—"


def _by_theme(presenter: Presenter, every: Practices) -> list[Row]:
    """Name, how many, links; names that differ in accents or case alone are one theme."""
    found: dict[str, tuple[str, list[BuenaPractica]]] = {}
    for item in every:
        for theme in dict.fromkeys(item.temas):
            found.setdefault(plain(theme), (theme, []))[1].append(item)
    return [
        (inline(name), number(len(items)), " · ".join(presenter.links(items)))
        for name, items in sorted(found.values(), key=lambda group: sort_key(group[0]))
    ]


def _by_sdg(presenter: Presenter, every: Practices) -> list[Row]:
    rows = [
        _split(presenter.code("ods", code.codigo), [it for it in every if code.codigo in it.ods])
        for code in presenter.edition.lists.all("ods")
        if any(code.codigo in item.ods for item in every)
    ]
    without = [item for item in every if not item.ods]
    return [*rows, _split("Sin ODS declarado", without)] if without else rows


def _by_country(edition: Edition, every: Practices) -> list[Row]:
    names = {item.pais: edition.lists.name("paises", item.pais) for item in every}
    return [
        _split(inline(name), [item for item in every if item.pais == code])
        for code, name in sorted(names.items(), key=lambda pair: sort_key(pair[1]))
    ]


def _split(name: str, found: Practices) -> Row:
    own = sum(item.origen == OWN for item in found)
    return (name, number(own), number(len(found) - own))


def _page(writer: Writer, presenter: Presenter, record: BuenaPractica) -> Artefact:
    values = {
        "evaluacion": evaluation_view(presenter, record),
        "propia": record.origen == OWN,
        "costo": _cost(presenter, record),
        "transferencias": [presenter.view(item) for item in record.transferencias],
        "menciones": grouped(presenter, mentions(presenter, record)),
    }
    return record_page(writer, presenter, record, "buena_practica", values)


def _cost(presenter: Presenter, record: BuenaPractica) -> str:
    if record.costo is None:
        return UNKNOWN
    if record.moneda is None:
        return inline(number(record.costo))
    return inline(money(presenter.edition.lists, record.costo, record.moneda))
