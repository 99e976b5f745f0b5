"""The self-checks of the office: the answers first, what they amount to, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.cells import NOTHING, short_day
from bitacora.pages.count_tables import share
from bitacora.pages.escape import inline
from bitacora.pages.mentions import grouped, mentions
from bitacora.pages.practice_evaluation import answer_chip
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.reports.cells import small, under, untold
from bitacora.pages.writing import PageHead, Writer
from bitacora.spanish import long_date, number
from bitacora.tallies.evaluation import Answer
from bitacora.tallies.selfcheck import Factor, SelfCheck, Stage, Step, answer_of, self_checks

HEAD = PageHead(
    "autoevaluaciones/index.md",
    "Autoevaluación de la oficina",
    kind="Listado",
    description="Qué tiene la oficina y qué le falta para que su trabajo internacional dure.",
)
ANSWERS = (*Answer, None)
"""Every group of a count; the last one holds the factors that a check leaves out."""
MOVES = (
    ("Ahora sí", Step.GANADO),
    ("Ya no", Step.PERDIDO),
    ("Otros cambios", Step.OTRO),
)


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The list of self-checks, then the page of each one."""
    presenter = Presenter(edition)
    found = self_checks(edition.register, edition.lists)[::-1]
    yield writer.page(HEAD, "autoevaluaciones", _index(presenter, found))
    for check in found:
        yield _page(writer, presenter, check)


def _index(presenter: Presenter, found: tuple[SelfCheck, ...]) -> dict[str, Any]:
    last = found[0] if found else None
    return {
        "gobierno": inline(presenter.edition.entity.nombre_corto),
        "ultima": _summary(last) if last else None,
        "encabezado": ["Autoevaluación", "Fecha", *_names(presenter)],
        "filas": [
            (presenter.link(check.record), short_day(check.record.fecha), *_counts(check))
            for check in found
        ],
        "etapas": _by_stage(last) if last else [],
        "encabezado_etapas": ["Etapa", *_names(presenter)],
        "cambios": _moves(presenter, last) if last else [],
        "anterior": presenter.link(last.former) if last and last.former else "",
    }


def _page(writer: Writer, presenter: Presenter, check: SelfCheck) -> Artefact:
    values = {
        "resumen": _summary(check),
        "etapas": [_stage(presenter, stage, bool(check.former)) for stage in check.stages],
        "encabezado_cuentas": ["Etapa", *_names(presenter)],
        "cuentas": [*_by_stage(check), ("**Total**", *_counts(check))],
        "anterior": presenter.link(check.former) if check.former else "",
        "cambios": _moves(presenter, check),
        "menciones": grouped(presenter, mentions(presenter, check.record)),
    }
    return record_page(writer, presenter, check.record, "autoevaluacion", values)


def _summary(check: SelfCheck) -> dict[str, str]:
    return {
        "fecha": long_date(check.record.fecha),
        "si": share(check.count(Answer.SI), len(check.factors)),
        "no": number(check.count(Answer.NO)),
        "no_aplica": number(check.count(Answer.NO_APLICA)),
        "sin_evaluar": number(check.count(Answer.SIN_EVALUAR)),
        "fuera": number(check.count(None)) if check.count(None) else "",
    }


def _names(presenter: Presenter) -> list[str]:
    lists = presenter.edition.lists
    named = (inline(lists.name("respuestas_criterio", answer.value)) for answer in Answer)
    return [*named, "No están"]


def _counts(counted: SelfCheck | Stage) -> tuple[str, ...]:
    return tuple(number(counted.count(answer)) for answer in ANSWERS)


def _by_stage(check: SelfCheck) -> list[tuple[str, ...]]:
    return [(inline(stage.name), *_counts(stage)) for stage in check.stages]


def _stage(presenter: Presenter, stage: Stage, compared: bool) -> dict[str, Any]:
    head = ["Factor", "Respuesta", "Evidencia", "Qué falta"]
    return {
        "nombre": inline(stage.name),
        "si": share(stage.count(Answer.SI), len(stage.factors)),
        "encabezado": [*head, "Antes"] if compared else head,
        "filas": [_row(presenter, factor, compared) for factor in stage.factors],
    }


def _row(presenter: Presenter, factor: Factor, compared: bool) -> tuple[str, ...]:
    given = factor.given
    evidence = given.evidencia if given else None
    missing = given.que_falta if given else None
    cells = (
        _factor(factor),
        _answer(presenter, factor.answer),
        presenter.value(None, evidence) if evidence else NOTHING,
        inline(missing) if missing else NOTHING,
    )
    return (*cells, _answer(presenter, answer_of(factor.before))) if compared else cells


def _factor(factor: Factor) -> str:
    name, meaning = inline(factor.code.nombre), inline(factor.code.definicion or "")
    return under(f"**{name}**", small(meaning))


def _answer(presenter: Presenter, answer: Answer | None) -> str:
    return answer_chip(presenter, answer) if answer else untold("No está")


def _moves(presenter: Presenter, check: SelfCheck) -> list[dict[str, Any]]:
    """What changed since the check before, with both answers; nothing where nothing changed."""
    found = ((title, check.moved(step)) for title, step in MOVES)
    return [
        {"titulo": title, "filas": list(_moved(presenter, factors))}
        for title, factors in found
        if factors
    ]


def _moved(presenter: Presenter, factors: Iterable[Factor]) -> Iterator[tuple[str, ...]]:
    for factor in factors:
        given = factor.given
        told = (given.evidencia or given.que_falta) if given else None
        yield (
            inline(factor.code.nombre),
            _answer(presenter, answer_of(factor.before)),
            _answer(presenter, factor.answer),
            presenter.value(None, told) if told else NOTHING,
        )
