"""What waits to be done, unit by unit: a page for the office, which anybody may read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.cells import short_day
from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import small, under
from bitacora.pages.writing import PageHead, Writer
from bitacora.pending.all import by_unit, pending_of, unit_name
from bitacora.pending.desk import Desk, public_desk
from bitacora.pending.things import MATTERS, URGENCIES, Pending, Urgency
from bitacora.register import kind_of
from bitacora.spanish import count_of, long_date, number, sentence_case

HEAD = PageHead(
    "pendientes/index.md",
    "Pendientes",
    description="Lo que cada dependencia tiene por hacer: hasta cuándo y cómo se hace.",
    unlisted=True,
)
ROWS = ("Qué falta", "Hasta cuándo", "Qué se hace")
NOBODY = "sin-dependencia"
CALM = frozenset({Urgency.EN_PLAZO})
"""What is shown folded: nobody needs to hurry."""


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One page, the units by name, what is most late first."""
    presenter = Presenter(edition)
    desk = public_desk(
        edition.register, edition.lists, edition.as_of, edition.calendar, edition.reports
    )
    found = pending_of(desk)
    groups = by_unit(desk, found)
    values = {
        "gobierno": inline(edition.entity.nombre_corto),
        "hoy": long_date(edition.as_of),
        "total": count_of(len(found), "cosa pendiente", "cosas pendientes"),
        "hay": bool(found),
        "cifras": _figures(found, desk),
        "resumen": _summary(desk, groups),
        "encabezado": ROWS,
        "grupos": [_group(presenter, desk, unit, things) for unit, things in groups.items()],
    }
    yield writer.page(HEAD, "pendientes", values)


def _figures(found: Sequence[Pending], desk: Desk) -> list[tuple[str, str]]:
    told = [thing.urgency(desk.as_of) for thing in found]
    return [
        (number(told.count(urgency)), words[0 if told.count(urgency) == 1 else 1])
        for urgency, words in URGENCIES.items()
        if urgency in told
    ]


def _summary(desk: Desk, groups: dict[str, tuple[Pending, ...]]) -> dict[str, Any]:
    """A row for each unit, with a link to its part of the page: how much waits, how much of it is
    late."""
    rows = []
    for unit, things in groups.items():
        late = [thing for thing in things if thing.urgency(desk.as_of) is Urgency.VENCIDO]
        name = f"[{inline(unit_name(desk, unit))}](#{_anchor(unit)})"
        rows.append([name, number(len(late)), number(len(things))])
    return {"head": ["Dependencia", "Vencidos", "En total"], "rows": rows}


def _anchor(unit: str) -> str:
    return unit or NOBODY


def _group(
    presenter: Presenter, desk: Desk, unit: str, things: Sequence[Pending]
) -> dict[str, Any]:
    calm = [thing for thing in things if thing.urgency(desk.as_of) in CALM]
    pressing = [thing for thing in things if thing not in calm]
    return {
        "nombre": inline(unit_name(desk, unit)),
        "ancla": _anchor(unit),
        "urgentes": [_row(presenter, desk, thing) for thing in pressing],
        "con_plazo": [_row(presenter, desk, thing) for thing in calm],
        "cuantos_con_plazo": f"{len(calm)} con más plazo",
    }


def _row(presenter: Presenter, desk: Desk, thing: Pending) -> list[str]:
    linked = thing.record is not None and kind_of(thing.record).has_pages
    what = inline(thing.what)
    if thing.record is not None and linked:
        what = presenter.link(thing.record, thing.what)
    day = short_day(thing.until) if thing.until else ""
    late = count_of(thing.days_late(desk.as_of), "día", "días")
    is_late = thing.urgency(desk.as_of) is Urgency.VENCIDO
    words = "Vencido" if is_late else sentence_case(thing.when(desk.as_of))
    remedy = f"`{thing.remedy}`" if thing.is_command else inline(thing.remedy)
    return [
        under(what, small(inline(MATTERS[thing.matter][0]))),
        under(
            day,
            chip(thing.urgency(desk.as_of).value, words),
            small(f"hace {late}") if is_late else "",
        ),
        under(remedy, "" if thing.is_command or not thing.where else small(inline(thing.where))),
    ]
