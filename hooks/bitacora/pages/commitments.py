"""What the office committed itself to: what is overdue first, a page for each commitment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.catalogue import catalogue
from bitacora.pages.commitment_rows import (
    CODELIST,
    commitment_chip,
    commitment_rows,
    commitments_sentence,
    follow_ups,
    origin_of,
    situation_figures,
    situation_meanings,
)
from bitacora.pages.commitment_rows import HEAD as ROWS
from bitacora.pages.count_tables import Table, crossed
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.questions import BY_UNIT, reports_that_tell
from bitacora.pages.record_page import record_page
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.accountability import Compromiso
from bitacora.records.institution import Dependencia
from bitacora.records.unknown import NoInformado
from bitacora.spanish import count_of, long_date
from bitacora.tallies.breakdown import breakdown
from bitacora.tallies.situations import (
    LATE,
    OPEN,
    closed,
    commitment_situation,
    days_late,
    deadline,
    in_situations,
)
from bitacora.tallies.unit_matrix import units_in_order

HEAD = PageHead(
    BY_UNIT,
    "Compromisos",
    "Listado",
    description="A qué se comprometió la oficina, ante quién, hasta cuándo y cómo va.",
)


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The list by situation and by unit, then a page for each commitment."""
    presenter = Presenter(edition)
    made = edition.register.all(Compromiso)
    yield writer.page(HEAD, "compromisos", _index(presenter, made))
    for one in made:
        yield _page(writer, presenter, one)


def _index(presenter: Presenter, made: Sequence[Compromiso]) -> dict[str, Any]:
    edition = presenter.edition
    states = [commitment_situation(one, edition.as_of) for one in made]
    late, waiting = (in_situations(made, (state,), edition.as_of) for state in (LATE, OPEN))
    return {
        "gobierno": inline(edition.entity.nombre_corto),
        "hay": bool(made),
        "catalogo": catalogue(edition, "compromiso", "compromisos"),
        "frase": commitments_sentence(edition, made),
        "hoy": long_date(edition.as_of),
        "cifras": situation_figures(edition, CODELIST, states, ""),
        "encabezado": ROWS,
        "vencidos": commitment_rows(presenter, late),
        "abiertos": commitment_rows(presenter, waiting),
        "cerrados": commitment_rows(presenter, closed(made, edition.as_of)),
        "por_dependencia": _by_unit(presenter, made, states),
        "situaciones": situation_meanings(edition, CODELIST),
    }


def _by_unit(presenter: Presenter, made: Sequence[Compromiso], states: Sequence[str]) -> Table:
    edition = presenter.edition
    named = {one.responsable for one in made}
    units = {unit.id: unit for unit, _ in units_in_order(edition.register) if unit.id in named}
    return crossed(
        breakdown(
            [(one.responsable, state) for one, state in zip(made, states, strict=True)],
            list(units),
            [code.codigo for code in edition.lists.all(CODELIST)],
        ),
        "Dependencia",
        lambda key: presenter.link(units[key]),
        lambda code: inline(edition.lists.name(CODELIST, code)),
    )


def _page(writer: Writer, presenter: Presenter, one: Compromiso) -> Artefact:
    edition = presenter.edition
    state = commitment_situation(one, edition.as_of)
    unit = edition.register.get(Dependencia, one.responsable)
    values = {
        "chip": commitment_chip(edition, one),
        "resumen": _summary(edition, one, state),
        "nace_de": origin_of(presenter, one),
        "fecha": long_date(one.fecha),
        "plazo": "" if isinstance(one.plazo, NoInformado) else long_date(deadline(one)),
        "responde": presenter.link(unit) if unit else inline(one.responsable),
        "seguimientos": [f"{long_date(day)}: {text}" for day, text in follow_ups(one)],
        "cerrado": long_date(one.cerrado) if state not in (LATE, OPEN) and one.cerrado else "",
        "desenlace": _outcome(edition, one),
        "informes": reports_that_tell(presenter, "", [one]),
    }
    word = edition.lists.name(CODELIST, state)
    return record_page(writer, presenter, one, "compromiso", values, state=word)


def _outcome(edition: Edition, one: Compromiso) -> str:
    if not one.desenlace:
        return ""
    listed = edition.lists.lists["desenlaces_compromiso"].get(one.desenlace)
    return inline(listed.definicion or listed.nombre) if listed else inline(one.desenlace)


def _summary(edition: Edition, one: Compromiso, state: str) -> str:
    """How a commitment stands, in a sentence."""
    if state == LATE:
        late = count_of(days_late(one, edition.as_of), "día", "días")
        return f"El plazo venció el {long_date(deadline(one))}, hace {late}, y sigue abierto."
    if state == OPEN:
        if isinstance(one.plazo, NoInformado):
            return "Sigue abierto y no se sabe hasta cuándo es."
        return f"Hay plazo hasta el {long_date(deadline(one))}: {_time_left(edition, one)}."
    assert one.cerrado is not None
    return f"Se cerró el {long_date(one.cerrado)}{_against_deadline(one)}."


def _time_left(edition: Edition, one: Compromiso) -> str:
    left = (deadline(one) - edition.as_of).days
    if left == 0:
        return "vence hoy"
    return f"{'falta' if left == 1 else 'faltan'} {count_of(left, 'día', 'días')}"


def _against_deadline(one: Compromiso) -> str:
    if isinstance(one.plazo, NoInformado) or one.cerrado is None:
        return ""
    late = (one.cerrado - one.plazo).days
    if late > 0:
        return f", {count_of(late, 'día', 'días')} después del plazo"
    return ", dentro del plazo"
