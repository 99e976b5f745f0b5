"""The calls to apply to: what closes first, what was applied to, a page for each one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.call_cells import (
    CODELIST,
    OUTCOMES,
    amount,
    applied_on,
    call_chip,
    call_name,
    closing_words,
    counterpart,
    for_whom,
    outcome_chip,
    state_of_call,
    time_left,
    why,
)
from bitacora.pages.catalogue import catalogue
from bitacora.pages.cells import short_day
from bitacora.pages.commitment_rows import situation_figures, situation_meanings
from bitacora.pages.contribution_rows import HEAD as GIVEN
from bitacora.pages.contribution_rows import contribution_rows
from bitacora.pages.count_tables import Table, crossed, share
from bitacora.pages.escape import inline
from bitacora.pages.mentions import grouped, mentions
from bitacora.pages.presenter import UNKNOWN, Presenter, web_link
from bitacora.pages.record_page import record_page
from bitacora.pages.reports.cells import small, under
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.events import Oportunidad
from bitacora.records.resources import Recurso
from bitacora.spanish import count_of, long_date
from bitacora.tallies.breakdown import breakdown
from bitacora.tallies.calls import (
    OPEN,
    CallState,
    application,
    applied_to,
    closing_moment,
    let_pass,
)

HEAD = PageHead(
    "oportunidades/index.md",
    "Oportunidades",
    kind="Listado",
    description="Convocatorias, subvenciones, premios y becas: cuáles cierran pronto y cómo fue.",
)
ORDER = (CallState.POR_CERRAR, CallState.ABIERTA, CallState.POR_ABRIR)
"""What may still be applied to, in the order in which it is urgent."""
CALLS = ("Convocatoria", "Cierra", "Para quién", "Ofrece y pide", "Página oficial")
APPLIED = ("Convocatoria", "Se postuló", "Qué pasó", "Por qué", "Monto")
MISSED = ("Convocatoria", "Cerró", "Por qué no se postuló", "Monto")
CLOSED = ("Convocatoria", "Cerró", "Para quién", "Ofrecía", "Postulación")


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The list of calls, then the page of each one."""
    presenter = Presenter(edition)
    yield writer.page(HEAD, "oportunidades", _index(presenter))
    for call in edition.register.all(Oportunidad):
        yield _page(writer, presenter, call)


def _index(presenter: Presenter) -> dict[str, object]:
    edition = presenter.edition
    found = edition.register.all(Oportunidad)
    states = [state_of_call(edition, call).value for call in found]
    usable = sum(states.count(state) for state in OPEN)
    return {
        "gobierno": inline(edition.entity.nombre_corto),
        "hay": bool(found),
        "catalogo": catalogue(edition, "oportunidad", "convocatorias"),
        "hoy": long_date(edition.as_of),
        "abiertas": count_of(usable, "convocatoria", "convocatorias") if usable else "",
        "cifras": situation_figures(edition, CODELIST, states, ""),
        "encabezado": CALLS,
        "grupos": [_group(presenter, found, state) for state in ORDER],
        "encabezado_cerradas": CLOSED,
        "filas_cerradas": _closed(presenter, found),
        "por_categoria": _by_category(edition, found),
        "para_quien": _by_code(presenter, found, "tipos_actor", "dirigida_a", "Para quién"),
        "por_ods": _by_code(presenter, found, "ods", "ods", "ODS"),
        "situaciones": situation_meanings(edition, CODELIST),
        **_applications(presenter, found),
    }


def _group(presenter: Presenter, found: Sequence[Oportunidad], state: CallState) -> dict[str, Any]:
    edition = presenter.edition
    inside = [call for call in found if state_of_call(edition, call) is state]
    zone = edition.entity.zona_horaria
    inside.sort(key=lambda call: (closing_moment(call, zone), call.id))
    return {
        "codigo": state.value,
        "titulo": inline(edition.lists.name(CODELIST, state.value)),
        "filas": [_row(presenter, call) for call in inside],
    }


def _row(presenter: Presenter, call: Oportunidad) -> list[str]:
    edition = presenter.edition
    return [
        call_name(presenter, call),
        under(closing_words(edition, call), time_left(edition, call), _already(edition, call)),
        for_whom(edition, call),
        under(amount(edition, call), small(counterpart(call))),
        web_link(call.enlace),
    ]


def _closed(presenter: Presenter, found: Sequence[Oportunidad]) -> list[list[str]]:
    """The calls that may no longer be applied to, the last that closed first."""
    edition = presenter.edition
    zone = edition.entity.zona_horaria
    closed = [call for call in found if state_of_call(edition, call) is CallState.CERRADA]
    closed.sort(key=lambda call: call.id)
    closed.sort(key=lambda call: closing_moment(call, zone), reverse=True)
    return [
        [
            call_name(presenter, call),
            short_day(call.cierre),
            for_whom(edition, call),
            amount(edition, call),
            outcome_chip(edition, call),
        ]
        for call in closed
    ]


def _already(edition: Edition, call: Oportunidad) -> str:
    outcome = outcome_chip(edition, call)
    return f"Ya se postuló {outcome}" if outcome else ""


def _applications(presenter: Presenter, found: Sequence[Oportunidad]) -> dict[str, Any]:
    """What the entity applied to, what it let pass: each count over those it is a part of."""
    edition = presenter.edition
    applied = applied_to(found, edition.as_of)
    missed = let_pass(found, edition.as_of, edition.entity.zona_horaria)
    outcomes = [str(application(call, edition.as_of)) for call in applied]
    return {
        "postuladas": share(len(applied), len(found)),
        "desenlaces": situation_figures(edition, OUTCOMES, outcomes, ""),
        "encabezado_postuladas": APPLIED,
        "filas_postuladas": [_applied(presenter, call) for call in applied],
        "encabezado_pasadas": MISSED,
        "filas_pasadas": [_missed(presenter, call) for call in missed],
    }


def _applied(presenter: Presenter, call: Oportunidad) -> list[str]:
    edition = presenter.edition
    return [
        call_name(presenter, call),
        applied_on(edition, call),
        outcome_chip(edition, call),
        why(edition, call),
        amount(edition, call),
    ]


def _missed(presenter: Presenter, call: Oportunidad) -> list[str]:
    edition = presenter.edition
    return [
        call_name(presenter, call),
        short_day(call.cierre),
        why(edition, call),
        amount(edition, call),
    ]


def _by_category(edition: Edition, found: Sequence[Oportunidad]) -> Table:
    """The four categories, also those without any call: their silence is news."""
    return crossed(
        breakdown(
            [(call.categoria, state_of_call(edition, call).value) for call in found],
            [code.codigo for code in edition.lists.all("categorias_oportunidad")],
            [code.codigo for code in edition.lists.all(CODELIST)],
        ),
        "Categoría",
        lambda code: inline(edition.lists.name("categorias_oportunidad", code)),
        lambda code: inline(edition.lists.name(CODELIST, code)),
    )


def _by_code(
    presenter: Presenter, found: Sequence[Oportunidad], codelist: str, field: str, corner: str
) -> Table:
    """How many calls name each code, how many of them may be applied to. One call may name
    several, so that the counts do not add up."""
    edition = presenter.edition
    rows = []
    for code in edition.lists.all(codelist):
        naming = [call for call in found if code.codigo in getattr(call, field)]
        usable = sum(state_of_call(edition, call) in OPEN for call in naming)
        if naming:
            name = presenter.code(codelist, code.codigo)
            rows.append((name, share(len(naming), len(found)), str(usable)))
    return Table((corner, "Convocatorias", "Abiertas hoy"), tuple(rows))


def _page(writer: Writer, presenter: Presenter, call: Oportunidad) -> Artefact:
    edition = presenter.edition
    state = state_of_call(edition, call)
    given = edition.register.naming(call, Recurso, "oportunidad")
    others = [group for group in mentions(presenter, call) if group.kind.name != Recurso.kind]
    values = {
        "estado": state.value,
        "chip": call_chip(edition, call),
        "cierre": closing_words(edition, call),
        "falta": time_left(edition, call),
        "monto": UNKNOWN if call.monto is None else amount(edition, call),
        "pide": counterpart(call),
        "desenlace": outcome_chip(edition, call),
        "postulada": application(call, edition.as_of) is not None,
        "por_que": why(edition, call),
        "encabezado_aportes": GIVEN,
        "aportes": contribution_rows(presenter, given),
        "menciones": grouped(presenter, others),
    }
    word = edition.lists.name(CODELIST, state.value)
    return record_page(writer, presenter, call, "oportunidad", values, state=word)
