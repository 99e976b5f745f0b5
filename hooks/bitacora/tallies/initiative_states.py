"""How an initiative stands on a day, whatever its kind: a code list with one of its codes."""

from __future__ import annotations

from datetime import date

from bitacora.records.accountability import Compromiso
from bitacora.records.actions import Accion
from bitacora.records.events import Evento, Oportunidad
from bitacora.records.networks import Red
from bitacora.records.practices import BuenaPractica
from bitacora.records.record import Registro
from bitacora.records.relations import Hermanamiento
from bitacora.records.resources import Recurso
from bitacora.register import Register
from bitacora.tallies.calls import application, call_state
from bitacora.tallies.happened import standing_of
from bitacora.tallies.meetings import meeting_state
from bitacora.tallies.situations import commitment_situation

State = tuple[str, str]
"""A code list and one of its codes."""


def state_of_initiative(
    register: Register, record: Registro, as_of: date, zone: str
) -> State | None:
    """How a record stands on a day; ``zone`` is that of the entity. None where a kind has no
    state of its own: how an indicator goes is told by the report of each quarter."""
    if isinstance(record, Hermanamiento | Red):
        return "situaciones_instrumento", standing_of(register, record, as_of).state.value
    if isinstance(record, Evento):
        return "situaciones_evento", meeting_state(record, as_of, zone).value
    if isinstance(record, Oportunidad):
        return _call(record, as_of, zone)
    if isinstance(record, Compromiso):
        return "situaciones_compromiso", commitment_situation(record, as_of)
    return _written(record)


def _written(record: Registro) -> State | None:
    """The states that are not computed."""
    if isinstance(record, Accion):
        return "estados_accion", record.estado
    if isinstance(record, Recurso):
        return "tipos_flujo", record.tipo_flujo
    return ("etapas_practica", record.etapa) if isinstance(record, BuenaPractica) else None


def _call(record: Oportunidad, as_of: date, zone: str) -> State:
    """What came of applying, for those who did; else whether one may still apply."""
    outcome = application(record, as_of)
    if outcome:
        return "desenlaces_postulacion", outcome
    return "situaciones_oportunidad", call_state(record, as_of, zone).value
