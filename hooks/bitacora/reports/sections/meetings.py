"""Missions, visits, events, calls of a quarter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from bitacora.records.events import Evento, Oportunidad
from bitacora.records.unknown import NoInformado
from bitacora.reports.content import (
    ConvocatoriaInforme,
    CostoMisiones,
    Encuentro,
    Misiones,
    Postulacion,
)
from bitacora.reports.view import View
from bitacora.tallies.calls import WAITING, application
from bitacora.tallies.meetings import last_day
from bitacora.tallies.missions import MISSION, cost_told, costs_by_currency

T = TypeVar("T")


def meetings(view: View) -> tuple[Encuentro, ...]:
    """The missions, visits and events that end in the quarter, by date: what they left is known
    only then. Those called off stay, and say so."""
    found = [item for item in view.register.all(Evento) if view.holds(last_day(item))]
    found.sort(key=lambda item: (item.fecha_inicio, last_day(item), item.id))
    return tuple(_meeting(view, item) for item in found)


def missions(told: Iterable[Encuentro]) -> Misiones:
    """What the missions abroad among these cost, in sums of one currency each. One that cost
    nothing tells its cost, and is in no sum."""
    found = [one for one in told if one.tipo == MISSION and one.cancelado is None]
    sums = costs_by_currency((one, cost_told(one.costo, one.moneda)) for one in found)
    return Misiones(
        cuantas=len(found),
        con_costo=sum(one.costo is not None for one in found),
        costos=tuple(
            CostoMisiones(
                moneda=one.total.currency,
                total=one.total.amount,
                filas=tuple(f"evento:{mission.id}" for mission in one.missions),
            )
            for one in sums
        ),
    )


def applications(view: View) -> tuple[Postulacion, ...]:
    """The calls applied to, or whose outcome was known, in the quarter, by date."""
    found = [item for item in view.register.all(Oportunidad) if _moved(view, item)]
    found.sort(key=lambda item: (item.postulada or item.desenlace_fecha or item.cierre, item.id))
    return tuple(_application(view, item) for item in found)


def closed_untried(view: View) -> tuple[ConvocatoriaInforme, ...]:
    """The calls that closed in the quarter and were not applied to, by deadline."""
    return _by_deadline(
        item
        for item in view.register.all(Oportunidad)
        if view.holds(item.cierre) and application(item, view.until) is None
    )


def closing_next(view: View) -> tuple[ConvocatoriaInforme, ...]:
    """The calls that close in the quarter after and were not applied to yet, by deadline."""
    coming = view.quarter.next()
    return _by_deadline(
        item
        for item in view.register.all(Oportunidad)
        if coming.start <= item.cierre <= coming.end and application(item, view.until) is None
    )


def _by_deadline(calls: Iterable[Oportunidad]) -> tuple[ConvocatoriaInforme, ...]:
    return tuple(
        ConvocatoriaInforme(
            id=item.id,
            titulo=item.titulo,
            oferente=item.oferente,
            categoria=item.categoria,
            cierre=item.cierre,
        )
        for item in sorted(calls, key=lambda call: (call.cierre, call.id))
    )


def _meeting(view: View, item: Evento) -> Encuentro:
    off = item.cancelado is not None and item.cancelado <= view.until
    return Encuentro(
        id=item.id,
        nombre=item.nombre,
        tipo=item.tipo,
        ciudad=item.ciudad,
        pais=item.pais,
        desde=item.fecha_inicio,
        hasta=item.fecha_fin,
        proposito=_known(item.proposito),
        delegacion=item.delegacion,
        costo=_known(item.costo),
        moneda=item.moneda,
        paga=_known(item.paga),
        resultado=item.resultado,
        evidencia=item.evidencia,
        cancelado=item.cancelado if off else None,
        motivo_cancelacion=item.motivo_cancelacion if off else None,
    )


def _moved(view: View, item: Oportunidad) -> bool:
    days = (item.postulada, item.desenlace_fecha)
    return any(day is not None and view.holds(day) for day in days)


def _application(view: View, item: Oportunidad) -> Postulacion:
    """An outcome dated later is not known yet; one without date is taken as the office tells it."""
    later = item.desenlace_fecha is not None and item.desenlace_fecha > view.until
    return Postulacion(
        id=item.id,
        titulo=item.titulo,
        oferente=item.oferente,
        categoria=item.categoria,
        cierre=item.cierre,
        postulada=item.postulada,
        desenlace=WAITING if later else item.desenlace,
        desenlace_fecha=None if later else item.desenlace_fecha,
        motivo=None if later else item.motivo_desenlace,
        monto=_known(item.monto),
        moneda=item.moneda,
    )


def _known(value: T | NoInformado) -> T | None:
    return None if isinstance(value, NoInformado) else value
