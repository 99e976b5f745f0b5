"""The first page: what quarter it is, how the strategy stands, what changed, where to go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.call_cells import closing_words, state_of_call, time_left
from bitacora.pages.cells import MONTHS
from bitacora.pages.escape import attribute, inline
from bitacora.pages.event_cells import days, place, state_of_event
from bitacora.pages.links import index_path
from bitacora.pages.naming import current_words
from bitacora.pages.presenter import Presenter
from bitacora.pages.relation_figures import relation_figures
from bitacora.pages.reports.amendments import HEAD as AMENDMENT_HEAD
from bitacora.pages.reports.amendments import all_amendments, amendment_rows
from bitacora.pages.reports.words import (
    is_silent,
    last_report,
    latest_reports,
    quarter_link,
    report_path,
    reported_share,
)
from bitacora.pages.standing import ACTIONS, by_axis, lights
from bitacora.pages.states import action_states, states_sentence
from bitacora.pages.strategies import counts, moment_words, state_chip, term
from bitacora.pages.writing import PageHead, Writer
from bitacora.quarters import Period, PeriodKind
from bitacora.records.actions import Accion
from bitacora.records.events import Evento, Oportunidad
from bitacora.records.indicators import Avance
from bitacora.records.institution import Entidad
from bitacora.records.record import Registro
from bitacora.records.resources import Tasa
from bitacora.register import in_reading_order
from bitacora.spanish import count_of, join_y, long_date, sentence_case
from bitacora.tallies.belonging import current_strategy, strategy_of
from bitacora.tallies.calls import OPEN, closing_moment
from bitacora.tallies.changes import Changed, DayOfChanges, last_changes
from bitacora.tallies.meetings import AHEAD, MeetingState

FEW = 4
"""How many records of a kind are named one by one among the changes of a day."""
DAYS = 5
NEXT = 3
"""How many open calls are named."""


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The home page."""
    presenter = Presenter(edition, base="")
    title = f"Acción internacional de {edition.entity.nombre_corto}"
    values = {
        "titulo": inline(title),
        "hoy": long_date(edition.as_of),
        "trimestre": Period.containing(edition.as_of, PeriodKind.TRIMESTRAL).spoken,
        "cifras": relation_figures(edition),
        **_strategy(presenter),
        **_report(presenter),
        **_coming(presenter),
        "cambios": [
            (long_date(day.day), _all_changed(presenter, day))
            for day in last_changes(edition.register, DAYS)
        ],
        "correo": _mail(edition),
        "oficina": presenter.view(edition.entity)["dependencia_internacional"],
    }
    head = PageHead("index.md", title, description=f"{title}: {values['frase_acciones']}")
    yield writer.page(head, "inicio", values)


def _strategy(presenter: Presenter) -> dict[str, Any]:
    edition = presenter.edition
    strategy = current_strategy(edition.register, edition.as_of)
    _, words = current_words(edition)
    actions = in_reading_order(
        action
        for action in edition.register.all(Accion)
        if strategy_of(edition.register, action) in (strategy, None)
    )
    return {
        "estrategia": presenter.link(strategy) if strategy else None,
        "estado": state_chip(presenter, strategy) if strategy else "",
        "vigencia": term(strategy) if strategy else "",
        "momento": moment_words(edition, strategy) if strategy else "",
        "conteos": counts(edition, strategy) if strategy else [],
        "frase_acciones": states_sentence(presenter, actions, words),
        "estados": action_states(presenter, actions, ACTIONS),
        "ejes": by_axis(presenter, actions),
        "luces": lights(edition),
        "nombre_acciones": inline(words.plural),
    }


def _report(presenter: Presenter) -> dict[str, Any]:
    report = last_report(presenter.edition)
    found = all_amendments(latest_reports(presenter.edition))[:3]
    return {
        "informe": presenter.to(f"informe del {report.quarter.spoken}", report_path(report.quarter))
        if report
        else None,
        "informe_de": report.quarter.spoken if report else "",
        "frase_informe": reported_share(report.content) if report else "",
        "mudo": report is None or is_silent(report.content),
        "encabezado_correcciones": AMENDMENT_HEAD,
        "correcciones": amendment_rows(presenter, found),
    }


def _coming(presenter: Presenter) -> dict[str, Any]:
    """What may still be applied to, the first to close first; the event that comes next."""
    edition = presenter.edition
    calls = [it for it in edition.register.all(Oportunidad) if state_of_call(edition, it) in OPEN]
    calls.sort(key=lambda it: (closing_moment(it, edition.entity.zona_horaria), it.id))
    events = [it for it in edition.register.all(Evento) if state_of_event(edition, it) in AHEAD]
    events.sort(key=lambda it: (it.fecha_inicio, it.id))
    return {
        "convocatorias": [
            f"{_day(it.cierre)} {presenter.link(it)} <br>"
            f"Cierra el {inline(closing_words(edition, it))}. {time_left(edition, it)}."
            for it in calls[:NEXT]
        ],
        "abiertas": count_of(len(calls), "convocatoria abierta", "convocatorias abiertas"),
        "en_curso": "Está pasando ahora:" if _happening(edition, events[:1]) else "Lo que sigue:",
        "eventos": [
            f"{_day(it.fecha_inicio)} {presenter.link(it)} <br>"
            f"{sentence_case(days(it))}. {inline(place(edition, it))}."
            for it in events[:1]
        ],
    }


def _happening(edition: Edition, events: Sequence[Evento]) -> bool:
    return any(state_of_event(edition, it) is MeetingState.EN_CURSO for it in events)


def _day(day: date) -> str:
    """A day as a leaf of a calendar."""
    month = MONTHS[day.month - 1]
    return f'<time datetime="{day}"><strong>{day.day}</strong> {month}</time>'


def _all_changed(presenter: Presenter, day: DayOfChanges) -> str:
    return sentence_case("; ".join(_changed(presenter, item) for item in day.changed))


def _changed(presenter: Presenter, changed: Changed) -> str:
    how_many = count_of(len(changed.records), changed.kind.singular, changed.kind.plural)
    if not changed.kind.has_pages:
        return _without_pages(presenter, changed.records, how_many)
    if len(changed.records) > FEW:
        return presenter.to(how_many, index_path(changed.kind.name))
    # A title that ends a sentence would end this one too.
    named = ", ".join(presenter.link(it, it.title.rstrip(".")) for it in changed.records)
    return f"{changed.kind.singular if len(changed.records) == 1 else changed.kind.plural}: {named}"


def _without_pages(presenter: Presenter, records: tuple[Registro, ...], how_many: str) -> str:
    if records[0].kind == Tasa.kind:
        return presenter.to(how_many, "recursos/tasas.md")
    rows = [record for record in records if isinstance(record, Avance)]
    if not rows:
        return "datos de la entidad" if records[0].kind == Entidad.kind else how_many
    quarters = sorted({row.periodo.quarter for row in rows})
    return f"{how_many} del {join_y([quarter_link(presenter, it) for it in quarters])}"


def _mail(edition: Edition) -> str:
    mail = edition.entity.contacto.correo
    return attribute(mail) if isinstance(mail, str) else ""
