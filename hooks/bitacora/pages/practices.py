"""Good practices: own ones apart from those of other governments, a page for each one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.amounts import money
from bitacora.pages.catalogue import catalogue
from bitacora.pages.cells import NOTHING, short_moment
from bitacora.pages.chips import sdg_chip
from bitacora.pages.count_tables import share
from bitacora.pages.escape import inline
from bitacora.pages.links import code_path
from bitacora.pages.mentions import grouped, mentions
from bitacora.pages.practice_evaluation import brief, evaluation_view
from bitacora.pages.practice_results import HEAD as RESULTS
from bitacora.pages.practice_results import brief_results, result_rows
from bitacora.pages.presenter import UNKNOWN, Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.reports.cells import small, under
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.codes import Codigo
from bitacora.records.practices import BuenaPractica, Transferencia
from bitacora.records.unknown import NO_INFORMADO
from bitacora.spanish import count_of, number, plain, sort_key
from bitacora.tallies.practice_results import is_measured

OWN = "propia"
STAGES = "etapas_practica"
OFFERS = (
    ("Se ofrecen a otros gobiernos", True),
    ("No se ofrecen", False),
    ("No se sabe si se ofrecen", NO_INFORMADO),
)
OWN_HEAD = ("Práctica", "Qué cambió", "Etapa", "ODS", "Evaluación")
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
    return {
        "gobierno": inline(edition.entity.nombre_corto),
        "catalogo": catalogue(edition, "buena-practica", "buenas prácticas"),
        "propias": count_of(len(own), "práctica propia", "prácticas propias"),
        "referentes": count_of(len(others), "práctica", "prácticas"),
        "ofrecidas": share(sum(item.is_offered for item in own), len(own)),
        "medidas": share(sum(is_measured(item) for item in own), len(own)),
        "evaluadas": share(sum(bool(item.evaluacion) for item in own), len(own)),
        "encabezado": OWN_HEAD,
        "ofertas": list(_by_offer(presenter, own)),
        "filas_referentes": [_other_row(presenter, item) for item in others],
        "por_etapa": _by_stage(presenter, own),
        "por_tema": _by_theme(presenter, every),
        "por_ods": _by_sdg(presenter, every),
        "por_pais": _by_country(edition, every),
    }


def _by_offer(presenter: Presenter, own: Practices) -> Iterator[tuple[str, str, list[Row]]]:
    """The own practices apart by what is said of their offer: title, how many, rows."""
    for title, said in OFFERS:
        found = [item for item in own if item.disponible_para_transferir is said]
        yield title, share(len(found), len(own)), [_own_row(presenter, item) for item in found]


def _own_row(presenter: Presenter, item: BuenaPractica) -> Row:
    return (
        under(presenter.link(item), small(inline(", ".join(item.temas)))),
        brief_results(presenter, item),
        presenter.code(STAGES, item.etapa),
        sdg_links(presenter, item.ods),
        brief(presenter, item),
    )


def _by_stage(presenter: Presenter, own: Practices) -> list[Row]:
    found = ((code, [it for it in own if it.etapa == code.codigo]) for code in _stages(presenter))
    return [
        (presenter.code(STAGES, code.codigo), share(len(items), len(own)), _links(presenter, items))
        for code, items in found
        if items
    ]


def _stages(presenter: Presenter) -> tuple[Codigo, ...]:
    return presenter.edition.lists.all(STAGES)


def _links(presenter: Presenter, items: Iterable[BuenaPractica]) -> str:
    return " · ".join(presenter.links(items)) or NOTHING


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
    """Name, own ones, those of others; names that differ in accents or case alone are one theme."""
    found: dict[str, tuple[str, list[BuenaPractica]]] = {}
    for item in every:
        for theme in dict.fromkeys(item.temas):
            found.setdefault(plain(theme), (theme, []))[1].append(item)
    return [
        (
            inline(name),
            _links(presenter, (item for item in items if item.origen == OWN)),
            _links(presenter, (item for item in items if item.origen != OWN)),
        )
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
    steps = sorted(record.transferencias, key=lambda step: step.fecha.first, reverse=True)
    values = {
        "evaluacion": evaluation_view(presenter, record),
        "propia": record.origen == OWN,
        "ofrecida": record.is_offered,
        "costo": _cost(presenter, record),
        "encabezado_mediciones": RESULTS,
        "mediciones": result_rows(presenter, record),
        "transferencias": [_transfer(presenter, step) for step in steps],
        "menciones": grouped(presenter, mentions(presenter, record)),
    }
    return record_page(writer, presenter, record, "buena_practica", values)


def _transfer(presenter: Presenter, step: Transferencia) -> Row:
    view = presenter.view(step)
    return (
        under(inline(step.a_quien), small(presenter.code("paises", step.pais))),
        short_moment(step.fecha),
        view["resultado"] or UNKNOWN,
        view["evidencia"] or UNKNOWN,
    )


def _cost(presenter: Presenter, record: BuenaPractica) -> str:
    if record.costo is None:
        return UNKNOWN
    if record.moneda is None:
        return inline(number(record.costo))
    return inline(money(presenter.edition.lists, record.costo, record.moneda))
