"""Commitments as rows: what was promised, how it stands, its dates, what was known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bitacora.edition import Edition
from bitacora.pages.cells import short_day
from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import small, under, untold
from bitacora.records.accountability import Compromiso, Pregunta
from bitacora.records.events import Evento
from bitacora.records.unknown import NoInformado
from bitacora.spanish import count_of, join_y, number
from bitacora.tallies.situations import LATE, OPEN, commitment_situation, days_late, deadline

CODELIST = "situaciones_compromiso"
HEAD = ("Compromiso", "Situación", "Fechas", "Responde", "Lo que se supo")


def commitment_rows(presenter: Presenter, made: Iterable[Compromiso]) -> list[list[str]]:
    """Each commitment with its state, its dates, who answers for it, all that was known of it."""
    return [_row(presenter, one) for one in made]


def _row(presenter: Presenter, one: Compromiso) -> list[str]:
    origin = origin_of(presenter, one)
    told = [f"{short_day(day)}: {text}" for day, text in follow_ups(one)]
    return [
        under(
            presenter.link(one),
            small(f"Ante: {inline(one.ante)}") if one.ante else "",
            small(f"Nace de: {origin}") if origin else "",
        ),
        under(*_state(presenter.edition, one)),
        under(*_dates(one)),
        presenter.view(one)["responsable"],
        under(*(told or [untold("Nadie ha informado cómo va.")]), _proof(presenter, one)),
    ]


def follow_ups(one: Compromiso) -> list[tuple[date, str]]:
    """What was known of a commitment on each day, in their order, as finished text."""
    known = sorted(one.seguimientos, key=lambda item: item.fecha)
    return [(item.fecha, inline(item.avance)) for item in known]


def _proof(presenter: Presenter, one: Compromiso) -> str:
    if one.evidencia:
        return f"Prueba: {presenter.view(one)['evidencia']}"
    return untold("Sin prueba del cierre.") if one.cerrado else ""


def commitment_chip(edition: Edition, one: Compromiso) -> str:
    """How a commitment stands at the date of the edition, as a chip."""
    state = commitment_situation(one, edition.as_of)
    return chip(state, edition.lists.name(CODELIST, state))


def _state(edition: Edition, one: Compromiso) -> Iterator[str]:
    yield commitment_chip(edition, one)
    late = days_late(one, edition.as_of)
    if late:
        yield small(f"hace {count_of(late, 'día', 'días')}")


def _dates(one: Compromiso) -> Iterator[str]:
    yield short_day(one.fecha)
    known = not isinstance(one.plazo, NoInformado)
    yield f"Plazo: {short_day(deadline(one))}" if known else untold("Sin plazo.")
    if one.cerrado:
        yield f"Cierre: {short_day(one.cerrado)}"


def origin_of(presenter: Presenter, one: Compromiso) -> str:
    """A link to the question or the event that a commitment comes from; empty if it is neither."""
    register = presenter.edition.register
    question, event = register.get(Pregunta, one.pregunta), register.get(Evento, one.evento)
    if question:
        return presenter.link(question)
    return presenter.link(event) if event else ""


def situation_figures(
    edition: Edition, codelist: str, states: Sequence[str], what: str
) -> list[tuple[str, str]]:
    """For each situation that occurs: «2 de 5», of what, its chip."""
    total = number(len(states))
    return [
        (
            f"{number(states.count(code.codigo))} de {total}",
            f"{what} {chip(code.codigo, code.nombre)}".strip(),
        )
        for code in edition.lists.all(codelist)
        if code.codigo in states
    ]


def commitments_sentence(edition: Edition, made: Sequence[Compromiso]) -> str:
    """How many commitments there are and how they stand: «17 compromisos: 4 vencidos…»."""
    states = [commitment_situation(one, edition.as_of) for one in made]
    late, waiting = states.count(LATE), states.count(OPEN)
    over = len(states) - late - waiting
    parts = [
        (late, "vencido" if late == 1 else "vencidos"),
        (waiting, "abierto y en plazo" if waiting == 1 else "abiertos y en plazo"),
        (over, "cerrado" if over == 1 else "cerrados"),
    ]
    return parted_count(count_of(len(states), "compromiso", "compromisos"), parts)


def parted_count(total: str, parts: Iterable[tuple[int, str]]) -> str:
    """A count with its parts: «15 preguntas: 12 con respuesta y 3 en plazo»; of a single thing
    only how it stands: «1 pregunta, en plazo»."""
    told = [(how_many, words) for how_many, words in parts if how_many]
    if sum(how_many for how_many, _ in told) == 1:
        return f"{total}, {told[0][1]}"
    counts = join_y([f"{number(how_many)} {words}" for how_many, words in told])
    return f"{total}: {counts}" if counts else total


def situation_meanings(edition: Edition, *codelists: str) -> list[list[str]]:
    """Every situation of these lists as a chip, with what it means."""
    return [
        [chip(code.codigo, code.nombre), inline(code.definicion or "")]
        for codelist in codelists
        for code in edition.lists.all(codelist)
    ]
