"""How near the front of a list of answers a record belongs: what is alive before what is over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bitacora.records.accountability import Compromiso, Pregunta
from bitacora.records.actions import Accion
from bitacora.records.documents import Documento
from bitacora.records.events import Evento, Oportunidad
from bitacora.records.indicators import Indicador
from bitacora.records.institution import Dependencia
from bitacora.records.networks import Red
from bitacora.records.practices import BuenaPractica
from bitacora.records.record import Registro
from bitacora.records.relations import Actor, Hermanamiento
from bitacora.records.resources import Recurso
from bitacora.records.selfcheck import Autoevaluacion
from bitacora.records.strategy import Eje, Estrategia, Objetivo
from bitacora.register import Register
from bitacora.tallies.calls import CallState, call_state
from bitacora.tallies.happened import standing_of
from bitacora.tallies.instruments import InstrumentState
from bitacora.tallies.meetings import meeting_state

BY_KIND: Mapping[str, int] = {
    **dict.fromkeys((Estrategia.kind, Eje.kind, Accion.kind), 3),
    **dict.fromkeys((Hermanamiento.kind, Red.kind, BuenaPractica.kind, Dependencia.kind), 3),
    **dict.fromkeys((Objetivo.kind, Indicador.kind, Oportunidad.kind, Evento.kind), 2),
    **dict.fromkeys((Actor.kind, Pregunta.kind), 2),
    **dict.fromkeys((Compromiso.kind, Documento.kind, Autoevaluacion.kind), 1),
    Recurso.kind: 0,
}
"""The kinds that a reader looks for by name come before those that explain or pay for them."""
OVER = frozenset({InstrumentState.VENCIDO, InstrumentState.TERMINADO})
CANCELLED = frozenset({"cancelada", "cancelado"})


def prominence_of(register: Register, record: Registro, as_of: date) -> int:
    """From 0 to 3, the more the nearer the front: by its kind, one less if it is over."""
    usual = BY_KIND.get(record.kind, 1)
    return usual - 1 if usual and is_over(register, record, as_of) else usual


def is_over(register: Register, record: Registro, as_of: date) -> bool:
    """Whether a record tells of something that has ended or was called off; an action that was
    carried out is not over for whoever looks for it."""
    if isinstance(record, Hermanamiento | Red):
        return standing_of(register, record, as_of).state in OVER
    if isinstance(record, Oportunidad):
        return call_state(record, as_of) is CallState.CERRADA
    if isinstance(record, Evento):
        return meeting_state(record, as_of).value in CANCELLED
    return isinstance(record, Accion) and record.estado in CANCELLED
