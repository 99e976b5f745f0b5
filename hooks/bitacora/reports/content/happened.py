"""The sections of a report that tell what happened in its quarter."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bitacora.records.record import Bloque
from bitacora.reports.content.measured import Filas


class Cambio(Bloque):
    """Something that differs from the report before. ``clase``: luz, valor, meta, nuevo,
    terminado, situacion; ``tipo`` is the kind of record. What ``antes`` and ``ahora`` hold for
    each class is told in ``reports.changes``; ``periodo`` names the goal of a period."""

    clase: str
    tipo: str
    id: str
    nombre: str
    antes: str | None = None
    ahora: str | None = None
    unidad: str | None = None
    motivo: str | None = None
    periodo: str | None = None


class Aporte(Bloque):
    """A contribution of the quarter."""

    id: str
    concepto: str
    aportante: str | None
    rol: str
    fuente_recursos: str
    tipo_aporte: str
    tipo_flujo: str
    reembolsable: bool
    monto: Decimal
    moneda: str
    precision: str
    fecha: str


class SumaAportes(Bloque):
    """Contributions that may be added up: one currency, one flow, one kind, one role, loans apart.

    ``rol`` is empty in reports made before sums told it. ``anterior`` is the same sum in the
    quarter before (None where it had no such row).
    """

    moneda: str
    reembolsable: bool
    tipo_flujo: str
    tipo_aporte: str
    fuente_recursos: str
    total: Decimal
    precision: str
    anterior: Decimal | None = None
    filas: Filas = ()
    rol: str = ""


class ActividadVinculo(Bloque):
    """Something done under a twinning in the quarter; a cost of None is not known, never zero."""

    fecha: str
    descripcion: str
    resultado: str | None
    costo: Decimal | None = None
    moneda: str | None = None


class Vinculo(Bloque):
    """A twinning, another instrument or a network at the cut-off. ``novedades`` among: firmado,
    terminado, adhesion, renovado, vencido, por_vencer, sin_actividad, con_actividad.
    ``indefinido`` tells one that never expires from one whose end is not known."""

    tipo: str
    id: str
    nombre: str
    pais: str | None
    estado: str
    desde: str | None
    vence: str | None
    motivo: str | None
    instrumento: str
    indefinido: bool = False
    novedades: tuple[str, ...] = ()
    actividades: tuple[ActividadVinculo, ...] = ()


class Encuentro(Bloque):
    """A mission, a visit or an event of the quarter; ``cancelado`` is the day it was called off."""

    id: str
    nombre: str
    tipo: str
    ciudad: str
    pais: str
    desde: date
    hasta: date | None
    proposito: str | None
    delegacion: tuple[str, ...]
    costo: Decimal | None
    moneda: str | None
    paga: str | None
    resultado: str | None
    evidencia: str | None
    cancelado: date | None = None
    motivo_cancelacion: str | None = None


class Postulacion(Bloque):
    """A call applied to, or whose outcome was known, in the quarter; ``cierre`` is its deadline."""

    id: str
    titulo: str
    oferente: str
    categoria: str
    cierre: date
    postulada: date | None
    desenlace: str | None
    desenlace_fecha: date | None
    motivo: str | None
    monto: Decimal | None
    moneda: str | None


class NovedadPractica(Bloque):
    """A practice that entered the catalogue (nueva) or was taken elsewhere (transferida)."""

    id: str
    titulo: str
    novedad: str
    fecha: str
    a_quien: str | None = None
    resultado: str | None = None


class Pendiente(Bloque):
    """What was promised for a date that has come and is not done. ``tipo``: hito, accion,
    declarado. ``estado`` is that of the action (a code of «estados_accion») where it was stopped;
    ``sin_informar`` says that nobody tells whether it was done. Units by their names."""

    tipo: str
    accion: str | None
    nombre: str | None
    que: str
    previsto: str | None
    por_que: str | None
    dependencia: str | None
    estado: str | None = None
    sin_informar: bool = False


class PreguntaInforme(Bloque):
    """A question as it stood at the cut-off."""

    id: str
    pregunta: str
    origen: str
    presentada_por: str | None
    fecha: date
    plazo: date | None
    situacion: str
    fecha_respuesta: date | None
    respuesta: str | None
    dias: int | None


class CompromisoInforme(Bloque):
    """A commitment as it stood at the cut-off; closed ones are shown once, in their quarter."""

    id: str
    compromiso: str
    origen: str | None
    responsable: str
    fecha: date
    plazo: date | None
    situacion: str
    ultimo_seguimiento: str | None
    cerrado: date | None
    evidencia: str | None
    fecha_seguimiento: date | None = None


class EnmiendaInforme(Bloque):
    """A published figure that changed: before closing by a new version of its row, after closing
    by an amendment that the report declares."""

    clase: str
    escala: str | None
    registro: str
    nombre: str
    campo: str
    unidad: str | None
    publicado: str | None
    corregido: str | None
    causa: str
    fecha: date
