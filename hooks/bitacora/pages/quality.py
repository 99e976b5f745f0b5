"""The quality of the data: every remark by rule, how much is not known, the declared totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.count_tables import share
from bitacora.pages.declared_totals import declared_totals
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.writing import PageHead, Writer
from bitacora.problems import Problem, Severity
from bitacora.records.record import Registro
from bitacora.rulebook.book import lessons, page_of
from bitacora.spanish import count_of, number, sort_key
from bitacora.tallies.unknowns import unknowns

HEAD = PageHead(
    "calidad/index.md",
    "Calidad de los datos",
    kind="Listado",
    description="Lo que falta, lo que no cuadra y lo que se puede mejorar en los datos.",
)
ACCENTS = str.maketrans("áéíóú", "aeiou")
ACCENTED_WORDS = (
    "acción acumulación adhesión autoevaluación código cédula dirección evaluación explicación "
    "grafía línea mayúsculas medición número país práctica prácticas precisión propósito título "
    "versión única"
)
ACCENTED = {word.translate(ACCENTS): word for word in ACCENTED_WORDS.split(" ")}
"""Rule ids are written without accents; people read words."""
Records = Mapping[tuple[str, str], Registro]


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One page with every remark that did not stop the edition."""
    presenter = Presenter(edition)
    avisos = [item for item in edition.problems if item.severidad is Severity.AVISO]
    mejoras = [item for item in edition.problems if item.severidad is Severity.MEJORA]
    found = unknowns(edition.register)
    values = {
        "avisos": count_of(len(avisos), "aviso", "avisos"),
        "mejoras": count_of(len(mejoras), "mejora", "mejoras"),
        "fichas": count_of(sum(item.records for item in found), "ficha o fila", "fichas y filas"),
        "desconocidos": share(
            sum(item.unknown for item in found), sum(item.values for item in found)
        ),
        "por_clase": [
            (
                inline(item.kind.plural.capitalize()),
                number(item.records),
                share(item.unknown, item.values),
            )
            for item in found
        ],
        "grupos_avisos": _groups(presenter, avisos),
        "grupos_mejoras": _groups(presenter, mejoras),
        "conteos": declared_totals(presenter),
    }
    yield writer.page(HEAD, "calidad", values)


def _groups(presenter: Presenter, problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Rule by rule, the most frequent first."""
    records: Records = {
        (item.place().archivo, item.record.id): item.record
        for item in presenter.edition.register.located
    }
    rules: dict[str, list[Problem]] = {}
    for problem in problems:
        rules.setdefault(problem.regla, []).append(problem)
    ordered = sorted(rules.items(), key=lambda pair: (-len(pair[1]), sort_key(pair[0])))
    return [
        {
            "titulo": inline(_in_words(rule)),
            "pide": inline(lessons()[rule].asks.rstrip(".")),
            "ayuda": page_of(rule),
            "total": number(len(mine)),
            "filas": [_row(presenter, problem, records) for problem in mine],
        }
        for rule, mine in ordered
    ]


def _in_words(rule: str) -> str:
    words = " ".join(ACCENTED.get(word, word) for word in rule.split("-"))
    return words[:1].upper() + words[1:]


def _row(presenter: Presenter, problem: Problem, records: Records) -> tuple[str, ...]:
    record = records.get((problem.place.archivo, problem.registro))
    return (
        presenter.link(record) if record else inline(problem.registro or "—"),
        inline(problem.campo) or "—",
        inline(problem.mensaje),
        inline(problem.remedio),
        inline(f"{problem.place.archivo}, línea {problem.place.linea}"),
    )
