"""The global agendas: who answers to each one, a page for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages import serving
from bitacora.pages.escape import inline
from bitacora.pages.links import code_path
from bitacora.pages.presenter import UNKNOWN, Presenter, web_link
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.codes import Codigo, CodigoAgenda
from bitacora.records.strategy import Objetivo
from bitacora.spanish import long_date, number, plain
from bitacora.tallies.served import Served, served

CODELIST = "agendas"
HEAD = PageHead(
    "agendas/index.md",
    "Agendas globales",
    kind="Listado",
    description="A qué acuerdos mundiales responde cada objetivo.",
)


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The list of agendas with the matrix of objectives, then the page of each agenda."""
    presenter = Presenter(edition)
    found = served(edition.register, CODELIST)
    codes = edition.lists.all(CODELIST)
    objectives = edition.register.all(Objetivo)
    answering = [item for item in objectives if item.agendas]
    values = {
        "gobierno": inline(edition.entity.nombre_corto),
        "cubiertas": number(sum(code.codigo in found for code in codes)),
        "total": number(len(codes)),
        "objetivos": number(len(objectives)),
        "responden": number(len(answering)),
        "filas": [_row(presenter, code, found) for code in codes],
    }
    yield writer.page(HEAD, "agendas", values)
    for code in codes:
        yield _page(writer, presenter, code, found)


def _row(presenter: Presenter, code: Codigo, found: Served) -> tuple[str, ...]:
    mine = found.get(code.codigo, {})
    return (
        presenter.code(CODELIST, code.codigo),
        number(serving.count(mine, "objetivo")),
        number(serving.count(mine, "accion")),
    )


def _page(writer: Writer, presenter: Presenter, code: Codigo, found: Served) -> Artefact:
    mine = found.get(code.codigo, {})
    values = {
        "nombre": inline(code.nombre),
        "definicion": inline(code.definicion or ""),
        "resumen": inline(serving.summary(mine)),
        "grupos": serving.groups(presenter, mine),
        "gobierno": inline(presenter.edition.entity.nombre_corto),
        **_facts(code),
    }
    head = PageHead(
        code_path(CODELIST, code.codigo) or "",
        code.nombre,
        kind="Agenda global",
        description=code.definicion or "",
    )
    return writer.page(head, "agenda", values)


def _facts(code: Codigo) -> dict[str, str]:
    if not isinstance(code, CodigoAgenda):
        return dict.fromkeys(("fecha", "origen", "vinculante", "direccion", "nota", "fuente"), "")
    return {
        "fecha": _day(code.fecha),
        "origen": _said(code.origen),
        "vinculante": _yes_or_no(code.vinculante),
        "direccion": _address(code.url),
        "nota": inline(code.nota or ""),
        "fuente": inline(code.fuente or ""),
    }


def _said(value: object) -> str:
    return inline(value) if isinstance(value, str) else UNKNOWN


def _day(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])", value):
        return long_date(date.fromisoformat(value))
    return _said(value)


def _yes_or_no(value: object) -> str:
    known = {"si": "Sí", "no": "No"}
    return known.get(plain(value), inline(value)) if isinstance(value, str) else UNKNOWN


def _address(value: object) -> str:
    # Code lists are free text: only what is plainly a web address becomes a link.
    if isinstance(value, str) and re.fullmatch(r"https?://[^\s<>\"'`\\]+", value):
        return web_link(value)
    return _said(value)
