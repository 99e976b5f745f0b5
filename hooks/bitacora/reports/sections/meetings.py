"""Missions, visits, events, calls of a quarter."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from bitacora.records.events import Evento, Oportunidad
from bitacora.records.unknown import NoInformado
from bitacora.reports.content import Encuentro, Postulacion
from bitacora.reports.view import View

T = TypeVar("T")
WAITING = "en_espera"


def meetings(view: View) -> tuple[Encuentro, ...]:
    """The missions, visits and events that end in the quarter, by date: what they left is known
    only then."""
    found = [item for item in view.register.all(Evento) if view.holds(_last_day(item))]
    found.sort(key=lambda item: (item.fecha_inicio, _last_day(item), item.id))
    return tuple(_meeting(item) for item in found)


def applications(view: View) -> tuple[Postulacion, ...]:
    """The calls applied to, or whose outcome was known, in the quarter, by date."""
    found = [item for item in view.register.all(Oportunidad) if _moved(view, item)]
    found.sort(key=lambda item: (item.postulada or item.desenlace_fecha or item.cierre, item.id))
    return tuple(_application(view, item) for item in found)


def _last_day(event: Evento) -> date:
    return event.fecha_fin or event.fecha_inicio


def _meeting(item: Evento) -> Encuentro:
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
