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
from bitacora.tallies.instruments import InstrumentState, membership_state, state_of

SIGNED, ENDED, JOINED = "firmado", "terminado", "adhesion"
EXPIRED, EXPIRING = "vencido", "por_vencer"
ACTIVE, IDLE = "con_actividad", "sin_actividad"
HAPPENED = frozenset({SIGNED, ENDED, JOINED, EXPIRED, ACTIVE})
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
    state = state_of(then, view.until)
    done = tuple(one for one in then.actividades if view.holds_whole(one.fecha))
    return Vinculo(
        tipo=item.kind,
        id=item.id,
        nombre=item.contraparte,
        pais=item.pais,
        estado=state.value,
        desde=str(then.firmado) if then.firmado else None,
        vence=str(item.vence) if item.vence else None,
        motivo=item.motivo,
        instrumento=item.tipo_instrumento,
        indefinido=item.vigencia_indefinida,
        novedades=tuple(_news(view, then, state, active=bool(done))),
        actividades=tuple(_activity(one) for one in sorted(done, key=lambda one: str(one.fecha))),
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
    view: View, item: Hermanamiento, state: InstrumentState, *, active: bool
) -> Iterator[str]:
    """Its news in the quarter; it expires the day after the last of its term."""
    if item.firmado is not None and view.holds_whole(item.firmado):
        yield SIGNED
    if item.terminado is not None and view.holds_whole(item.terminado):
        yield ENDED
    if state is InstrumentState.VENCIDO and item.vence and view.holds(_day_after(item.vence)):
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
    joined = item.adhesion is not None and view.holds_whole(item.adhesion)
    active = item.ultima_actividad is not None and view.holds_whole(item.ultima_actividad)
    told = ((JOINED, joined), (IDLE, state is InstrumentState.SIN_ACTIVIDAD), (ACTIVE, active))
    return Vinculo(
        tipo=item.kind,
        id=item.id,
        nombre=item.nombre,
        pais=None,
        estado=state.value,
        desde=str(item.adhesion) if view.has_come(item.adhesion) else None,
        vence=None,
        motivo=item.para_que,
        instrumento=item.tipo,
        novedades=tuple(word for word, holds in told if holds),
    )


def _membership(view: View, item: Red) -> InstrumentState:
    """A later activity hides those before it, so idleness is then not judged."""
    if item.adhesion is not None and not view.has_come(item.adhesion):
        return InstrumentState.EN_GESTION
    if item.ultima_actividad is not None and not view.has_come(item.ultima_actividad):
        return InstrumentState(item.estado)
    return membership_state(item, view.until)
