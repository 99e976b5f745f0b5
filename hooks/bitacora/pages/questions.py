"""What the council, citizens and partners ask, with what the office commits itself to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.catalogue import catalogue
from bitacora.pages.cells import NOTHING, short_day
from bitacora.pages.chips import chip
from bitacora.pages.commitment_rows import CODELIST as COMMITMENT_SITUATIONS
from bitacora.pages.commitment_rows import HEAD as COMMITMENTS
from bitacora.pages.commitment_rows import (
    commitment_rows,
    commitments_sentence,
    parted_count,
    situation_figures,
    situation_meanings,
)
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.reports.words import latest_reports, report_path
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.accountability import Compromiso, Pregunta
from bitacora.reports.content import Contenido
from bitacora.spanish import count_of, long_date, number
from bitacora.tallies.situations import (
    ANSWERED,
    OVERDUE,
    PENDING,
    WAITING,
    closed,
    commitment_situation,
    in_situations,
    question_situation,
)

HEAD = PageHead(
    "preguntas/index.md",
    "Preguntas y compromisos",
    "Listado",
    description="Qué se le ha preguntado a la oficina, qué respondió y a qué se comprometió.",
)
QUESTIONS = ("Pregunta", "Quién la hizo", "Fecha", "Plazo", "Situación", "Compromisos")
CODELIST = "situaciones_pregunta"
BY_UNIT = "compromisos/index.md"


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The index, then a page for each question."""
    presenter = Presenter(edition)
    asked = sorted(edition.register.all(Pregunta), key=lambda one: (one.fecha, one.id))
    yield _index(writer, presenter, asked[::-1])
    for question in asked:
        yield _page(writer, presenter, question)


def _index(writer: Writer, presenter: Presenter, asked: Sequence[Pregunta]) -> Artefact:
    edition = presenter.edition
    made = edition.register.all(Compromiso)
    answers = [question_situation(one, edition.as_of) for one in asked]
    kept = [commitment_situation(one, edition.as_of) for one in made]
    values = {
        "hoy": long_date(edition.as_of),
        "frase_preguntas": _how_they_stand(answers),
        "frase_compromisos": f"[{commitments_sentence(edition, made)}](#compromisos-abiertos)",
        "cifras": [
            *situation_figures(edition, CODELIST, answers, "preguntas"),
            *situation_figures(edition, COMMITMENT_SITUATIONS, kept, "compromisos"),
        ],
        "catalogo": catalogue(edition, "pregunta", "preguntas"),
        "encabezado": QUESTIONS,
        "preguntas": [_row(presenter, one) for one in asked],
        "encabezado_compromisos": COMMITMENTS,
        "abiertos": commitment_rows(presenter, in_situations(made, PENDING, edition.as_of)),
        "cerrados": commitment_rows(presenter, closed(made, edition.as_of)),
        "compromisos": presenter.to("Compromisos, por situación y por dependencia", BY_UNIT),
        "situaciones": situation_meanings(edition, CODELIST, COMMITMENT_SITUATIONS),
    }
    return writer.page(HEAD, "preguntas", values)


def _how_they_stand(answers: Sequence[str]) -> str:
    told = ((ANSWERED, "con respuesta"), (WAITING, "en plazo"), (OVERDUE, "sin respuesta a tiempo"))
    total = count_of(len(answers), "pregunta", "preguntas")
    return parted_count(total, [(answers.count(code), words) for code, words in told])


def _row(presenter: Presenter, question: Pregunta) -> list[str]:
    made = presenter.edition.register.naming(question, Compromiso, "pregunta")
    return [
        presenter.link(question),
        _who(presenter, question),
        short_day(question.fecha),
        short_day(question.plazo) if question.plazo else NOTHING,
        question_chip(presenter, question),
        number(len(made)) if made else NOTHING,
    ]


def _who(presenter: Presenter, question: Pregunta) -> str:
    origin = presenter.code("origenes_pregunta", question.origen)
    if not question.presentada_por:
        return origin
    return f'{origin} <br><span class="card__meta">{inline(question.presentada_por)}</span>'


def question_chip(presenter: Presenter, question: Pregunta) -> str:
    """How a question stands at the date of the edition, as a chip."""
    edition = presenter.edition
    state = question_situation(question, edition.as_of)
    return chip(state, edition.lists.name(CODELIST, state))


def _page(writer: Writer, presenter: Presenter, question: Pregunta) -> Artefact:
    edition = presenter.edition
    state = question_situation(question, edition.as_of)
    word = edition.lists.name(CODELIST, state)
    made = edition.register.naming(question, Compromiso, "pregunta")
    answer = question.fecha_respuesta
    values = {
        "chip": question_chip(presenter, question),
        "estado": state,
        "quien": _who(presenter, question).replace(" <br>", " · "),
        "dias": count_of((answer - question.fecha).days, "día", "días") if answer else "",
        "tarde": bool(answer and question.plazo and answer > question.plazo),
        "fecha": long_date(question.fecha),
        "plazo": long_date(question.plazo) if question.plazo else "",
        "respondida": long_date(answer) if answer else "",
        "encabezado_compromisos": COMMITMENTS,
        "compromisos": commitment_rows(presenter, made),
        "informes": reports_that_tell(presenter, question.id, made),
    }
    return record_page(writer, presenter, question, "pregunta", values, state=word)


def reports_that_tell(presenter: Presenter, question: str, made: Sequence[Compromiso]) -> list[str]:
    """The reports that tell of a question (by its id) or of these commitments, the last first."""
    promised = {one.id for one in made}
    return [
        presenter.to(f"Informe del {report.quarter.spoken}", report_path(report.quarter))
        for report in reversed(latest_reports(presenter.edition))
        if _tells(report.content, question, promised)
    ]


def _tells(content: Contenido, question: str, promised: set[str]) -> bool:
    return any(one.id == question for one in content.preguntas) or any(
        one.id in promised for one in content.compromisos
    )
