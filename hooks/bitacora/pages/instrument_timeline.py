"""The life of an instrument as an ordered list: a date, a word, what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bitacora.pages.activity_cost import activity_cost
from bitacora.pages.cells import full_moment
from bitacora.pages.contribution_rows import contribution_amount, contribution_kind
from bitacora.pages.escape import inline
from bitacora.pages.event_cells import cost, event_chip
from bitacora.pages.naming import inside
from bitacora.pages.presenter import UNKNOWN, Presenter
from bitacora.pages.reports.relations import NEWS
from bitacora.pages.reports.words import latest_reports, report_path
from bitacora.records.events import Evento
from bitacora.records.relations import Actividad, Hermanamiento, Renovacion
from bitacora.records.resources import Recurso
from bitacora.spanish import long_date, sentence_case
from bitacora.tallies.timeline import Entry, Step, timeline

WORDS = {
    Step.SIGNED: "Firma",
    Step.RENEWED: "Renovación",
    Step.ACTIVITY: "Actividad",
    Step.ENDED: "Terminación",
}
REPORT_STEP = len(Step)


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry with its finished words; ``ahead`` if its date has not come."""

    when: str
    word: str
    lines: tuple[str, ...]
    ahead: bool = False


def shown_timeline(presenter: Presenter, record: Hermanamiento) -> list[Shown]:
    """The entries of an instrument, the earliest first, with the reports that gave news of it."""
    edition = presenter.edition
    entries = timeline(edition.register, record, edition.as_of)
    found = [(entry.place, _entry(presenter, record, entry)) for entry in entries]
    found += [((day, REPORT_STEP), item) for day, item in _reports(presenter, record)]
    return [item for _, item in sorted(found, key=lambda pair: pair[0])]


def _entry(presenter: Presenter, record: Hermanamiento, entry: Entry) -> Shown:
    lines = tuple(line for line in _lines(presenter, record, entry) if line)
    ahead = entry.moment.first > presenter.edition.as_of
    return Shown(full_moment(entry.moment), _word(presenter, entry, ahead), lines, ahead)


def _word(presenter: Presenter, entry: Entry, ahead: bool) -> str:
    lists = presenter.edition.lists
    if isinstance(entry.about, Evento):
        return inline(lists.name("tipos_evento", entry.about.tipo))
    if isinstance(entry.about, Recurso):
        return inline(lists.name("tipos_flujo", entry.about.tipo_flujo))
    if entry.step is Step.EXPIRES:
        return "Vence" if ahead else "Venció"
    return WORDS[entry.step]


def _lines(presenter: Presenter, record: Hermanamiento, entry: Entry) -> Iterator[str]:
    about, view = entry.about, presenter.view(record)
    if isinstance(about, Renovacion):
        yield from _renewal(presenter, about)
    elif isinstance(about, Actividad):
        yield from _activity(presenter, about, entry.event)
    elif isinstance(about, Evento):
        yield from _meeting(presenter, about)
    elif isinstance(about, Recurso):
        yield f"{presenter.link(about)}: {contribution_amount(presenter, about)}"
        yield " · ".join(contribution_kind(presenter, about)[1:])
    elif entry.step is Step.SIGNED:
        kind = presenter.edition.lists.name("tipos_instrumento", record.tipo_instrumento)
        yield f"{inline(kind)}: {view['contraparte']}"
        yield _told("Acto", view["acto"])
        yield _told("Firman", "; ".join(view["firmantes"]))
        yield _told("Vencimiento pactado", view["vence"] if record.renovaciones else None)
    elif entry.step is Step.ENDED:
        yield view["motivo_terminacion"] or f"Por qué: {UNKNOWN}"


def _renewal(presenter: Presenter, renewal: Renovacion) -> Iterator[str]:
    view = presenter.view(renewal)
    yield f"Nuevo vencimiento: {view['vence']}" if view["vence"] else "Quedó sin término."
    yield _told("Acto", view["acto"])


def _activity(presenter: Presenter, done: Actividad, event: Evento | None) -> Iterator[str]:
    view = presenter.view(done)
    yield view["descripcion"]
    yield _told("Resultado", view["resultado"])
    yield _told("Costo", activity_cost(presenter, done))
    yield _told("Evidencia", view["evidencia"])
    if event is not None:
        yield _told("Misión o evento", presenter.link(event))


def _meeting(presenter: Presenter, event: Evento) -> Iterator[str]:
    view = presenter.view(event)
    yield f"{presenter.link(event)} {event_chip(presenter.edition, event)}"
    yield _told("Resultado", view["resultado"])
    yield _told("Costo", cost(presenter.edition, event))
    yield _told("Evidencia", view["evidencia"])


def _told(name: str, value: str | None) -> str:
    return f"*{name}:* {value}" if value else ""


def _reports(presenter: Presenter, record: Hermanamiento) -> Iterator[tuple[date, Shown]]:
    for report in latest_reports(presenter.edition):
        for item in report.content.vinculos:
            if (item.tipo, item.id) == (record.kind, record.id) and item.novedades:
                told = (inside(NEWS.get(word, word)) for word in item.novedades)
                news = sentence_case("; ".join(told))
                link = presenter.to(
                    f"Informe del {report.quarter.spoken}", report_path(report.quarter)
                )
                day = report.quarter.end
                yield day, Shown(long_date(day), "Informe", (link, inline(news)))
