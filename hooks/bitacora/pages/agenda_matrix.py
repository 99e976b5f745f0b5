"""The objectives set against the global agendas and the ODS."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.chips import sdg_chip
from bitacora.pages.count_tables import share
from bitacora.pages.escape import attribute, inline
from bitacora.pages.links import code_path
from bitacora.pages.presenter import Presenter
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.codes import Codigo
from bitacora.records.strategy import Objetivo
from bitacora.register import in_reading_order
from bitacora.spanish import number
from bitacora.tallies.answering import Answering, answering

HEAD = PageHead(
    "agendas/matriz.md",
    "Objetivos, agendas y ODS",
    kind="Listado",
    description="A qué agendas y a qué ODS responde cada objetivo, él mismo o por sus acciones.",
)
AGENDAS, SDGS = "agendas", "ods"
DIRECT = '<span aria-hidden="true">●</span><span class="unseen">Lo dice el objetivo</span>'
THROUGH = '<span aria-hidden="true">○</span><span class="unseen">Por sus acciones</span>'


@dataclass(frozen=True, slots=True)
class Matrix:
    """The objectives in their order against the codes of a list."""

    codelist: str
    codes: tuple[Codigo, ...]
    rows: tuple[tuple[Objetivo, Mapping[str, Answering]], ...]


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One page with both matrices, then objective by objective."""
    presenter = Presenter(edition)
    objectives = in_reading_order(edition.register.all(Objetivo))
    agendas, sdgs = (_matrix(edition, objectives, codelist) for codelist in (AGENDAS, SDGS))
    values = {
        "gobierno": inline(edition.entity.nombre_corto),
        "objetivos": number(len(objectives)),
        "con_agenda": share(_declaring(agendas), len(objectives)),
        "con_ods": share(_declaring(sdgs), len(objectives)),
        "solo_por_acciones": _silent(presenter, agendas, through=True),
        "sin_agenda": _silent(presenter, agendas, through=False),
        "sin_ods": _silent(presenter, sdgs, through=False),
        "directo": DIRECT,
        "indirecto": THROUGH,
        "cuadros_de_objetivos": [
            {"titulo": "Agendas globales", "nombre": "Agenda", **_table(presenter, agendas)},
            {
                "titulo": "Objetivos de Desarrollo Sostenible",
                "nombre": "ODS",
                **_table(presenter, sdgs),
            },
        ],
        "fichas": [
            _sheet(presenter, objective, found, sdgs.rows[place][1])
            for place, (objective, found) in enumerate(agendas.rows)
        ],
    }
    yield writer.page(HEAD, "agendas_matriz", values)


def _matrix(edition: Edition, objectives: Sequence[Objetivo], codelist: str) -> Matrix:
    rows = tuple((item, answering(edition.register, item, codelist)) for item in objectives)
    return Matrix(codelist, edition.lists.all(codelist), rows)


def _declaring(matrix: Matrix) -> int:
    """How many objectives name a code themselves."""
    return sum(any(it.direct for it in found.values()) for _, found in matrix.rows)


def _silent(presenter: Presenter, matrix: Matrix, *, through: bool) -> list[str]:
    """The objectives that name no code themselves, those with actions that do or the others."""
    return [
        presenter.link(objective)
        for objective, found in matrix.rows
        if not any(it.direct for it in found.values()) and bool(found) is through
    ]


def _table(presenter: Presenter, matrix: Matrix) -> dict[str, Any]:
    return {
        "cabeza": ["Objetivo", *(_head(matrix, code) for code in matrix.codes)],
        "filas": [_row(presenter, matrix, *row) for row in matrix.rows],
        "resumen": [
            (presenter.code(matrix.codelist, code.codigo), direct, through)
            for code, direct, through in zip(
                matrix.codes, _sums(matrix, direct=True), _sums(matrix, direct=False), strict=True
            )
        ],
    }


def _head(matrix: Matrix, code: Codigo) -> str:
    """The head of a column: a sign, its name for who points at it, its page."""
    path, name = code_path(matrix.codelist, code.codigo), inline(code.nombre)
    sign = inline(code.codigo)
    if matrix.codelist == SDGS:
        css = attribute(code.codigo)
        sign = f'<span class="ods ods--{css}"><span class="unseen">ODS </span>{sign}</span>'
    return f'[{sign}](../{path} "{name}")'


def _row(
    presenter: Presenter, matrix: Matrix, objective: Objetivo, found: Mapping[str, Answering]
) -> list[str]:
    marks = (_mark(found.get(code.codigo)) for code in matrix.codes)
    return [f"**{inline(objective.numero)}** {presenter.link(objective)}", *marks]


def _mark(found: Answering | None) -> str:
    if found is None:
        return ""
    return DIRECT if found.direct else THROUGH


def _sums(matrix: Matrix, *, direct: bool) -> list[str]:
    """For each code, how many objectives name it themselves, or through their actions alone."""
    found = ([one.get(code.codigo) for _, one in matrix.rows] for code in matrix.codes)
    return [
        number(sum(it is not None and it.direct is direct for it in column)) for column in found
    ]


def _sheet(
    presenter: Presenter,
    objective: Objetivo,
    agendas: Mapping[str, Answering],
    sdgs: Mapping[str, Answering],
) -> dict[str, Any]:
    return {
        "numero": inline(objective.numero),
        "objetivo": presenter.link(objective),
        "agendas": _lines(presenter, AGENDAS, agendas),
        "ods": _lines(presenter, SDGS, sdgs),
    }


def _lines(presenter: Presenter, codelist: str, found: Mapping[str, Answering]) -> list[str]:
    """Each code the objective answers to, with the actions it answers through."""
    lines = []
    for code in presenter.edition.lists.all(codelist):
        answer = found.get(code.codigo)
        if answer:
            path = code_path(codelist, code.codigo) or ""
            name = presenter.to(code.nombre, path)
            name = f"{sdg_chip(code.codigo)} {name}" if codelist == SDGS else name
            actions = ", ".join(presenter.links(answer.actions))
            by = f" (por {actions})" if actions and not answer.direct else ""
            lines.append(f"{DIRECT if answer.direct else THROUGH} {name}{by}")
    return lines
