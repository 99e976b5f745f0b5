"""Twinnings, other instruments, networks as they stood at the end of a quarter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bitacora.records.networks import Red
from bitacora.records.partial_date import PartialDate
from bitacora.records.relations import Actividad, Hermanamiento
from bitacora.records.unknown import NoInformado
from bitacora.register import in_reading_order
from bitacora.reports.content import ActividadVinculo, Vinculo
from bitacora.reports.view import View
from bitacora.tallies.happened import happened_under
from bitacora.tallies.instruments import InstrumentState, Term, state_of, term_of
from bitacora.tallies.meetings import last_day
from bitacora.tallies.memberships import membership_state, membership_term
from bitacora.tallies.timeline import meetings_apart

SIGNED, ENDED, JOINED, RENEWED = "firmado", "terminado", "adhesion", "renovado"
EXPIRED, EXPIRING = "vencido", "por_vencer"
ACTIVE, IDLE = "con_actividad", "sin_actividad"
HAPPENED = frozenset({SIGNED, ENDED, JOINED, RENEWED, EXPIRED, ACTIVE})
"""The news that stay true of a longer time; the others are states of its last day."""


def relations(view: View) -> tuple[Vinculo, ...]:
    """Every twinning, then every network, each exactly once, by name.

    The state is that of the last day that counts, so what was done, ended, signed or joined later
    is not seen: one signed or joined later was still being arranged. ``sin_actividad`` means what
    it means in the whole site (24 months); ``con_actividad`` that something was done in the
    quarter, told by the record itself.
    """
    twinnings = in_reading_order(view.register.all(Hermanamiento))
    networks = in_reading_order(view.register.all(Red))
    return (
        *(_twinning(view, item) for item in twinnings),
        *(_network(view, item) for item in networks),
    )


def _twinning(view: View, item: Hermanamiento) -> Vinculo:
    then = _as_it_was(view, item)
    state = state_of(then, view.until, happened_under(view.register, item, view.until))
    term = term_of(then, view.until)
    done = tuple(_done(view, then))
    return Vinculo(
        tipo=item.kind,
        id=item.id,
        nombre=item.contraparte,
        pais=item.pais,
        estado=state.value,
        desde=str(then.firmado) if then.firmado else None,
        vence=str(term.end) if term.end else None,
        motivo=item.motivo,
        instrumento=item.tipo_instrumento,
        indefinido=term.endless,
        novedades=tuple(_news(view, then, state, term, active=bool(done))),
        actividades=tuple(sorted(done, key=lambda one: one.fecha)),
    )


def _done(view: View, item: Hermanamiento) -> Iterator[ActividadVinculo]:
    """What was done in the quarter: its activities, with the meetings that none of them tells."""
    for one in item.actividades:
        if view.holds_whole(one.fecha):
            yield _activity(one)
    for event in meetings_apart(view.register, item):
        if event.cancelado is None and view.holds(last_day(event)):
            yield ActividadVinculo(
                fecha=last_day(event).isoformat(),
                descripcion=event.nombre,
                resultado=event.resultado,
                costo=None if isinstance(event.costo, NoInformado) else event.costo,
                moneda=event.moneda,
            )


def _activity(one: Actividad) -> ActividadVinculo:
    return ActividadVinculo(
        fecha=str(one.fecha),
        descripcion=one.descripcion,
        resultado=one.resultado,
        costo=None if isinstance(one.costo, NoInformado) else one.costo,
        moneda=one.moneda,
    )


def _as_it_was(view: View, item: Hermanamiento) -> Hermanamiento:
    """The instrument without what came after the last day that counts."""
    later = {
        "actividades": tuple(one for one in item.actividades if view.has_come(one.fecha)),
        "terminado": item.terminado if view.has_come(item.terminado) else None,
        "firmado": item.firmado if view.has_come(item.firmado) else None,
    }
    state = item.estado
    if item.terminado is not None and later["terminado"] is None:
        state = InstrumentState.VIGENTE.value
    if item.firmado is not None and later["firmado"] is None:
        state = InstrumentState.EN_GESTION.value
    return item.model_copy(update={**later, "estado": state})


def _news(
    view: View, item: Hermanamiento, state: InstrumentState, term: Term, *, active: bool
) -> Iterator[str]:
    """Its news in the quarter; it expires the day after the last of its term."""
    if item.firmado is not None and view.holds_whole(item.firmado):
        yield SIGNED
    if any(view.holds_whole(renewal.fecha) for renewal in item.renovaciones):
        yield RENEWED
    if item.terminado is not None and view.holds_whole(item.terminado):
        yield ENDED
    if state is InstrumentState.VENCIDO and term.end and view.holds(_day_after(term.end)):
        yield EXPIRED
    if state is InstrumentState.POR_VENCER:
        yield EXPIRING
    if state is InstrumentState.SIN_ACTIVIDAD:
        yield IDLE
    if active:
        yield ACTIVE


def _day_after(end: PartialDate) -> date:
    return end.last + timedelta(days=1)


def _network(view: View, item: Red) -> Vinculo:
    state = _membership(view, item)
    end = membership_term(item, view.until).end
    expired = state is InstrumentState.VENCIDO and end and view.holds(_day_after(end))
    told = (
        (JOINED, _in_quarter(view, item.adhesion)),
        (RENEWED, _in_quarter(view, item.renovada)),
        (EXPIRED, expired),
        (EXPIRING, state is InstrumentState.POR_VENCER),
        (IDLE, state is InstrumentState.SIN_ACTIVIDAD),
        (ACTIVE, _took_part(view, item)),
    )
    return Vinculo(
        tipo=item.kind,
        id=item.id,
        nombre=item.nombre,
        pais=None,
        estado=state.value,
        desde=str(item.adhesion) if view.has_come(item.adhesion) else None,
        vence=str(end) if end else None,
        motivo=item.para_que,
        instrumento=item.tipo,
        novedades=tuple(word for word, holds in told if holds),
    )


def _in_quarter(view: View, moment: PartialDate | None) -> bool:
    return moment is not None and view.holds_whole(moment)


def _took_part(view: View, item: Red) -> bool:
    known = (item.ultima_actividad, *happened_under(view.register, item, view.until))
    return any(_in_quarter(view, moment) for moment in known)


def _membership(view: View, item: Red) -> InstrumentState:
    """A later activity hides those before it, so idleness is then not judged."""
    if item.adhesion is not None and not view.has_come(item.adhesion):
        return InstrumentState.EN_GESTION
    state = membership_state(item, view.until, happened_under(view.register, item, view.until))
    later = item.ultima_actividad is not None and not view.has_come(item.ultima_actividad)
    if later and state is InstrumentState.SIN_ACTIVIDAD:
        return InstrumentState(item.estado)
    return state
