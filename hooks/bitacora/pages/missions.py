"""What the missions abroad cost each year, who pays them, what they left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.amounts import money
from bitacora.pages.cells import NOTHING, short_day
from bitacora.pages.count_tables import share
from bitacora.pages.escape import inline
from bitacora.pages.event_cells import (
    cost,
    event_chip,
    event_name,
    in_states,
    payer,
    when_short,
)
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import told, untold
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.events import Evento
from bitacora.spanish import count_of, join_y, long_date, number
from bitacora.tallies.meetings import AHEAD, MeetingState
from bitacora.tallies.missions import (
    MISSION,
    CurrencyCost,
    MissionYear,
    cancelled_missions,
    mission_years,
)

HEAD = PageHead(
    "eventos/misiones.md",
    "Cuánto cuestan las misiones al exterior",
    kind="Listado",
    description="Cada misión con su costo, quién la paga y qué dejó, año por año.",
)
YEARS = ("Año", "Misiones", "Dicen su costo", "Suma de las que lo dicen", "Con resultado")
ROWS = ("Misión", "Cuándo", "Costo", "Quién paga", "Qué dejó")
COMING = ("Misión", "Cuándo", "Costo previsto", "Quién paga", "Cómo está")
CANCELLED = ("Misión", "Cuándo era", "Se canceló", "Por qué", "Costo")


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One page."""
    presenter = Presenter(edition)
    zone = edition.entity.zona_horaria
    events = edition.register.all(Evento)
    years = mission_years(events, edition.as_of, zone)
    missions = [event for event in events if event.tipo == MISSION]
    off = cancelled_missions(events, edition.as_of, zone)
    untold_result = [event for year in years for event in year.missions if not event.resultado]
    values = {
        "gobierno": inline(edition.entity.nombre_corto),
        "hoy": long_date(edition.as_of),
        "hechas": count_of(sum(len(year.missions) for year in years), "misión", "misiones"),
        "dicen": share(sum(y.told for y in years), sum(len(y.missions) for y in years)),
        "encabezado_anios": YEARS,
        "resumen": [_summary(edition, year) for year in years],
        "sin_resultado": join_y([presenter.link(event) for event in untold_result]),
        "encabezado": ROWS,
        "anios": [_year(presenter, year) for year in years],
        "titulo_viene": _coming_title(edition, missions),
        "encabezado_viene": COMING,
        "viene": [_coming(presenter, event) for event in in_states(edition, missions, AHEAD)],
        "encabezado_canceladas": CANCELLED,
        "canceladas": [_off(presenter, event) for event in off],
    }
    yield writer.page(HEAD, "misiones", values)


def _summary(edition: Edition, year: MissionYear) -> list[str]:
    results = sum(bool(event.resultado) for event in year.missions)
    sums = " <br>".join(_sum(edition, one) for one in year.costs)
    return [
        str(year.year),
        number(len(year.missions)),
        share(year.told, len(year.missions)),
        sums or NOTHING,
        share(results, len(year.missions)),
    ]


def _sum(edition: Edition, one: CurrencyCost[Evento]) -> str:
    return f"{_amount(edition, one)} ({count_of(len(one.missions), 'misión', 'misiones')})"


def _amount(edition: Edition, one: CurrencyCost[Evento]) -> str:
    return inline(money(edition.lists, one.total.amount, one.total.currency))


def _year(presenter: Presenter, year: MissionYear) -> dict[str, Any]:
    edition = presenter.edition
    return {
        "anio": str(year.year),
        "sumas": [_sum(edition, one) for one in year.costs],
        "montos": join_y([_amount(edition, one) for one in year.costs]),
        "dicen": share(year.told, len(year.missions)),
        "gratis": _some(year.free),
        "callan": _some(year.untold),
        "filas": [_row(presenter, event) for event in year.missions],
    }


def _coming_title(edition: Edition, missions: Sequence[Evento]) -> str:
    going_on = in_states(edition, missions, frozenset({MeetingState.EN_CURSO}))
    return "Las que están en curso y las que vienen" if going_on else "Las que vienen"


def _some(events: Sequence[Evento]) -> str:
    return count_of(len(events), "misión", "misiones") if events else ""


def _row(presenter: Presenter, event: Evento) -> list[str]:
    return [
        event_name(presenter, event, kind=False),
        when_short(event),
        cost(presenter.edition, event),
        payer(event),
        told(event.resultado, "Nadie ha contado qué dejó."),
    ]


def _coming(presenter: Presenter, event: Evento) -> list[str]:
    return [
        event_name(presenter, event, kind=False),
        when_short(event),
        cost(presenter.edition, event),
        payer(event),
        event_chip(presenter.edition, event),
    ]


def _off(presenter: Presenter, event: Evento) -> list[str]:
    return [
        event_name(presenter, event, kind=False),
        when_short(event),
        short_day(event.cancelado) if event.cancelado else untold("Sin fecha"),
        told(event.motivo_cancelacion, "Nadie ha dicho por qué."),
        cost(presenter.edition, event),
    ]
