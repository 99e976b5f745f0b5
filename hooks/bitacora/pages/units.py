"""Units: who answers for what, a page for each unit of the administration."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.escape import inline
from bitacora.pages.mentions import Mentions, grouped, mentions
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.institution import Dependencia
from bitacora.register import in_reading_order
from bitacora.spanish import count_of, number

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


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The list of units, then the page of each one."""
    presenter = Presenter(edition)
    found = in_reading_order(edition.register.all(Dependencia))
    values = {
        "gobierno": inline(edition.entity.nombre_corto),
        "total": count_of(len(found), "dependencia responde", "dependencias responden"),
        "filas": [_row(presenter, item) for item in found],
    }
    yield writer.page(HEAD, "dependencias", values)
    for record in found:
        yield _page(writer, presenter, record)


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


def _page(writer: Writer, presenter: Presenter, record: Dependencia) -> Artefact:
    def of(fields: tuple[str, ...]) -> list[dict[str, Any]]:
        return grouped(presenter, mentions(presenter, record, fields), parts=False)

    answers = mentions(presenter, record, ANSWERS)
    values = {
        "datos": grouped(presenter, answers, parts=False),
        "total_datos": count_of(_total(answers), "ficha o fila", "fichas y filas"),
        "ejecuta": of(CARRIES_OUT),
        "lidera": of(LEADS),
        "reporta": of(REPORTS),
        "verifica": of(VERIFIES),
        "partes_suyas": of(PARTS),
        "es_oficina": presenter.edition.entity.dependencia_internacional == record.id,
        "gobierno": inline(presenter.edition.entity.nombre_corto),
    }
    return record_page(writer, presenter, record, "dependencia", values)
