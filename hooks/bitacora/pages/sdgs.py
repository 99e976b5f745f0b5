"""The ODS: what serves each one, a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages import serving
from bitacora.pages.chart_sdgs import sdg_chart
from bitacora.pages.chips import sdg_chip
from bitacora.pages.escape import inline
from bitacora.pages.links import code_path
from bitacora.pages.presenter import Presenter
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.codes import Codigo, CodigoOds
from bitacora.records.kinds import KINDS, Kind
from bitacora.spanish import number
from bitacora.tallies.served import Served, served

CODELIST = "ods"
HEAD = PageHead(
    "ods/index.md",
    "Objetivos de Desarrollo Sostenible",
    kind="Listado",
    description="Qué hace la acción internacional por cada uno de los ODS.",
)


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The list of ODS, then the page of each one."""
    presenter = Presenter(edition)
    found = served(edition.register, CODELIST)
    codes = edition.lists.all(CODELIST)
    kinds = [kind for kind in KINDS if any(kind.name in kinds for kinds in found.values())]
    values = {
        "gobierno": inline(edition.entity.nombre_corto),
        "cubiertos": number(sum(code.codigo in found for code in codes)),
        "total": number(len(codes)),
        "cabeza": ["ODS", *(kind.plural.capitalize() for kind in kinds)],
        "filas": [_row(presenter, code, found, kinds) for code in codes],
        "dibujo": sdg_chart(presenter, codes, found),
    }
    yield writer.page(HEAD, "ods", values)
    for code in codes:
        yield _page(writer, presenter, code, found)


def _row(presenter: Presenter, code: Codigo, found: Served, kinds: list[Kind]) -> tuple[str, ...]:
    mine = found.get(code.codigo, {})
    counts = (number(serving.count(mine, kind.name)) for kind in kinds)
    return (presenter.code(CODELIST, code.codigo), *counts)


def _page(writer: Writer, presenter: Presenter, code: Codigo, found: Served) -> Artefact:
    mine = found.get(code.codigo, {})
    values = {
        "chip": sdg_chip(code.codigo),
        "nombre": inline(code.nombre),
        "definicion": inline(code.definicion or ""),
        "nombre_largo": inline(code.nombre_largo if isinstance(code, CodigoOds) else ""),
        "resumen": inline(serving.summary(mine)),
        "grupos": serving.groups(presenter, mine),
        "gobierno": inline(presenter.edition.entity.nombre_corto),
    }
    head = PageHead(
        code_path(CODELIST, code.codigo) or "",
        f"ODS {code.codigo}. {code.nombre}",
        kind="ODS",
        description=code.definicion or "",
    )
    return writer.page(head, "ods_uno", values)
