"""Units: who answers for what, a page for each unit of the administration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.escape import inline
from bitacora.pages.initiatives import initiative_line, section_of
from bitacora.pages.mentions import Mentions, grouped, mentions
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.institution import Dependencia
from bitacora.spanish import count_of, number
from bitacora.tallies.unit_matrix import ANSWERS as ANSWERS_FOR
from bitacora.tallies.unit_matrix import KINDS, UnitRow, role_in, unit_matrix

HEAD = PageHead(
    "dependencias/index.md",
    "Dependencias",
    kind="Listado",
    description="Qué dependencia responde por cada dato y por cada acción.",
)
ANSWERS = ("responsable",)
CARRIES_OUT = ("responsables",)
LEADS = ("dependencia_lider",)
REPORTS = ("responsable_reporte",)
VERIFIES = ("verificado_por",)
PARTS = ("padre",)
TITLES = {
    "accion": "Acciones que ejecuta",
    "indicador": "Indicadores que reporta",
    "hermanamiento": "Hermanamientos y otros instrumentos a su cargo",
    "red": "Redes a su cargo",
    "evento": "Misiones y eventos a su cargo",
    "recurso": "Aportes por los que responde",
    "oportunidad": "Convocatorias a su cargo",
    "buena-practica": "Buenas prácticas propias",
    "compromiso": "Compromisos por los que responde",
}


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The list of units, then the page of each one."""
    presenter = Presenter(edition)
    rows = unit_matrix(edition.register)
    values = {
        "gobierno": inline(edition.entity.nombre_corto),
        "total": count_of(len(rows), "dependencia responde", "dependencias responden"),
        "filas": [_row(presenter, row.unit) for row in rows],
    }
    yield writer.page(HEAD, "dependencias", values)
    for row in rows:
        yield _page(writer, presenter, row)


def _row(presenter: Presenter, unit: Dependencia) -> tuple[str, ...]:
    view = presenter.view(unit)
    return (
        presenter.link(unit),
        view["padre"] or "—",
        number(_total(mentions(presenter, unit, CARRIES_OUT))),
        number(_total(mentions(presenter, unit, REPORTS))),
        number(_total(mentions(presenter, unit, ANSWERS))),
    )


def _total(found: tuple[Mentions, ...]) -> int:
    return sum(len(group.found) for group in found)


def _page(writer: Writer, presenter: Presenter, row: UnitRow) -> Artefact:
    unit = row.unit

    def of(fields: tuple[str, ...]) -> list[dict[str, Any]]:
        return grouped(presenter, mentions(presenter, unit, fields), parts=False)

    answers = mentions(presenter, unit, ANSWERS)
    values = {
        "iniciativas": [_section(presenter, row, place) for place in range(len(KINDS))],
        "total_iniciativas": row.total,
        "datos": grouped(presenter, _not_listed(answers, row), parts=False),
        "total_datos_hay": bool(answers),
        "total_datos": count_of(_total(answers), "ficha o fila", "fichas y filas"),
        "lidera": of(LEADS),
        "verifica": of(VERIFIES),
        "partes_suyas": of(PARTS),
        "es_oficina": presenter.edition.entity.dependencia_internacional == unit.id,
        "gobierno": inline(presenter.edition.entity.nombre_corto),
    }
    return record_page(writer, presenter, unit, "dependencia", values)


def _section(presenter: Presenter, row: UnitRow, place: int) -> dict[str, Any]:
    kind = KINDS[place]
    found = row.found.get(kind.name, ())
    return {
        "titulo": TITLES[kind.name],
        "ancla": section_of(kind),
        "total": len(found),
        "lineas": [initiative_line(presenter, record) for record in found],
    }


def _not_listed(answers: tuple[Mentions, ...], row: UnitRow) -> tuple[Mentions, ...]:
    """What a unit answers for besides the initiatives that its page has already listed."""
    shown = {
        (kind.name, record.id)
        for kind in KINDS
        if role_in(kind) == ANSWERS_FOR
        for record in row.found.get(kind.name, ())
    }
    left = (
        replace(
            group,
            found=tuple(
                one for one in group.found if (group.kind.name, one.origin.id) not in shown
            ),
        )
        for group in answers
    )
    return tuple(group for group in left if group.found)
