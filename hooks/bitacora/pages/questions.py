"""What the council, citizens and partners ask, with what the office commits itself to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.cells import NOTHING, short_day
from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.reports.cells import small, under, untold
from bitacora.pages.reports.words import latest_reports, report_path
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.accountability import Compromiso, Pregunta
from bitacora.records.events import Evento
from bitacora.records.unknown import NoInformado
from bitacora.reports.content import Contenido
from bitacora.reports.sections.council import LATE, OPEN, commitment_situation, question_situation
from bitacora.spanish import count_of, long_date, number

HEAD = PageHead(
    "preguntas/index.md",
    "Preguntas y compromisos",
    "Listado",
    description="Qué se le ha preguntado a la oficina, qué respondió y a qué se comprometió.",
)
QUESTIONS = ("Pregunta", "Quién la hizo", "Fecha", "Plazo", "Situación", "Compromisos")
COMMITMENTS = ("Compromiso", "Situación", "Fechas", "Responde", "Lo que se supo")


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
    values = {
        "hoy": long_date(edition.as_of),
        "cifras": [*_question_figures(edition, asked), *_commitment_figures(edition, made)],
        "encabezado": QUESTIONS,
        "preguntas": [_row(presenter, one) for one in asked],
        "encabezado_compromisos": COMMITMENTS,
        "abiertos": commitment_rows(presenter, _in_state(edition, made, (LATE, OPEN))),
        "cerrados": commitment_rows(presenter, _closed(edition, made)),
        "situaciones": [
            [chip(code.codigo, code.nombre), inline(code.definicion or "")]
            for codelist in ("situaciones_pregunta", "situaciones_compromiso")
            for code in edition.lists.all(codelist)
        ],
    }
    return writer.page(HEAD, "preguntas", values)


def _question_figures(edition: Edition, asked: Sequence[Pregunta]) -> list[tuple[str, str]]:
    states = [question_situation(one, edition.as_of) for one in asked]
    return _figures(edition, "situaciones_pregunta", states, "preguntas")


def _commitment_figures(edition: Edition, made: Sequence[Compromiso]) -> list[tuple[str, str]]:
    states = [commitment_situation(one, edition.as_of) for one in made]
    return _figures(edition, "situaciones_compromiso", states, "compromisos")


def _figures(
    edition: Edition, codelist: str, states: Sequence[str], what: str
) -> list[tuple[str, str]]:
    """For each situation that occurs: «2 de 5», its chip, of what."""
    total = number(len(states))
    return [
        (
            f"{number(states.count(code.codigo))} de {total}",
            f"{what} {chip(code.codigo, code.nombre)}",
        )
        for code in edition.lists.all(codelist)
        if code.codigo in states
    ]


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
    return chip(state, edition.lists.name("situaciones_pregunta", state))


def _in_state(
    edition: Edition, made: Iterable[Compromiso], states: Sequence[str]
) -> list[Compromiso]:
    """The commitments in these states, state by state, by their deadlines."""
    found = [(commitment_situation(one, edition.as_of), one) for one in made]
    kept = [(state, one) for state, one in found if state in states]
    kept.sort(key=lambda pair: (states.index(pair[0]), _deadline(pair[1]), pair[1].id))
    return [one for _, one in kept]


def _deadline(one: Compromiso) -> date:
    """When it is due; one without a known date goes last."""
    return date.max if isinstance(one.plazo, NoInformado) else one.plazo


def _closed(edition: Edition, made: Iterable[Compromiso]) -> list[Compromiso]:
    """The commitments that were closed, the last first."""
    found = [one for one in made if commitment_situation(one, edition.as_of) not in (OPEN, LATE)]
    return sorted(found, key=lambda one: (one.cerrado or date.max, one.id), reverse=True)


def commitment_rows(presenter: Presenter, made: Iterable[Compromiso]) -> list[list[str]]:
    """Each commitment with its state, its dates, who answers for it, all that was known of it."""
    return [_commitment(presenter, one) for one in made]


def _commitment(presenter: Presenter, one: Compromiso) -> list[str]:
    view = presenter.view(one)
    origin = _origin(presenter, one)
    known = sorted(one.seguimientos, key=lambda item: item.fecha)
    told = [f"{short_day(item.fecha)}: {inline(item.avance)}" for item in known]
    proof = f"Prueba: {view['evidencia']}" if view["evidencia"] else ""
    if one.cerrado and not proof:
        proof = untold("Sin prueba del cierre.")
    return [
        under(
            inline(one.compromiso),
            small(f"Ante: {inline(one.ante)}") if one.ante else "",
            small(f"Nace de: {origin}") if origin else "",
        ),
        under(*_state(presenter.edition, one)),
        under(*_dates(one)),
        view["responsable"],
        under(*(told or [untold("Nadie ha informado cómo va.")]), proof),
    ]


def _state(edition: Edition, one: Compromiso) -> Iterator[str]:
    state = commitment_situation(one, edition.as_of)
    yield chip(state, edition.lists.name("situaciones_compromiso", state))
    if state == LATE:
        late = (edition.as_of - _deadline(one)).days
        yield small(f"hace {count_of(late, 'día', 'días')}")


def _dates(one: Compromiso) -> Iterator[str]:
    yield short_day(one.fecha)
    known = not isinstance(one.plazo, NoInformado)
    yield f"Plazo: {short_day(_deadline(one))}" if known else untold("Sin plazo.")
    if one.cerrado:
        yield f"Cierre: {short_day(one.cerrado)}"


def _origin(presenter: Presenter, one: Compromiso) -> str:
    register = presenter.edition.register
    question, event = register.get(Pregunta, one.pregunta), register.get(Evento, one.evento)
    if question:
        return presenter.link(question)
    return presenter.link(event) if event else ""


def _page(writer: Writer, presenter: Presenter, question: Pregunta) -> Artefact:
    edition = presenter.edition
    state = question_situation(question, edition.as_of)
    word = edition.lists.name("situaciones_pregunta", state)
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
        "informes": _reports(presenter, question, made),
    }
    return record_page(writer, presenter, question, "pregunta", values, state=word)


def _reports(presenter: Presenter, question: Pregunta, made: Sequence[Compromiso]) -> list[str]:
    """The reports that tell of a question or of what was promised for it, the last first."""
    promised = {one.id for one in made}
    return [
        presenter.to(f"Informe del {report.quarter.spoken}", report_path(report.quarter))
        for report in reversed(latest_reports(presenter.edition))
        if _tells(report.content, question.id, promised)
    ]


def _tells(content: Contenido, question: str, promised: set[str]) -> bool:
    return any(one.id == question for one in content.preguntas) or any(
        one.id in promised for one in content.compromisos
    )
