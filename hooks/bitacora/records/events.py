"""What happens on a date: missions, visits, meetings, calls to apply to."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, ClassVar

from pydantic import Field

from bitacora.records.actions import Actores, Textos
from bitacora.records.fieldtypes import ListOf
from bitacora.records.record import Ficha
from bitacora.records.relations import Acciones, CostoInformable
from bitacora.records.strategy import ListaOds, TextoInformable
from bitacora.records.unknown import NoInformado
from bitacora.records.values import (
    CodeOf,
    Day,
    Hour,
    LongText,
    Ref,
    Text,
    WebAddress,
    YesNo,
)


class Evento(Ficha):
    """A mission abroad, a visit received, a meeting hosted or attended."""

    kind: ClassVar[str] = "evento"

    nombre: Annotated[str, Text()] = Field(description="Nombre del evento o de la misión.")
    tipo: Annotated[str, CodeOf(codelist="tipos_evento")] = Field(
        description="Misión al exterior, visita recibida, evento organizado o participación."
    )
    ciudad: Annotated[str, Text(max_length=120)] = Field(description="Ciudad donde ocurre.")
    pais: Annotated[str, CodeOf(codelist="paises")] = Field(description="País, en código ISO.")
    fecha_inicio: Annotated[date, Day()] = Field(description="Primer día.")
    fecha_fin: Annotated[date | None, Day()] = Field(
        default=None, description="Último día, si dura más de uno."
    )
    hora_inicio: Annotated[time | None, Hour()] = Field(
        default=None, description="Hora en que empieza el primer día, en la zona de la entidad."
    )
    hora_fin: Annotated[time | None, Hour()] = Field(
        default=None, description="Hora en que termina el último día, en la zona de la entidad."
    )
    lugar: Annotated[str | None, Text(max_length=200)] = Field(
        default=None, description="Sitio donde ocurre: sede, sala, dirección."
    )
    cancelado: Annotated[date | None, Day()] = Field(
        default=None, description="Cuándo se canceló; vacío si no se canceló."
    )
    motivo_cancelacion: Annotated[str | None, Text()] = Field(
        default=None, description="Por qué se canceló."
    )
    presencialidad: Annotated[str, CodeOf(codelist="presencialidades")] = Field(
        default="presencial", description="Presencial, virtual o mixta."
    )
    proposito: TextoInformable = Field(description="Para qué se hace.")
    delegacion: Textos = Field(default=(), description="Cargos que asisten; nunca nombres.")
    contraparte: Annotated[str | None, Text(max_length=200)] = Field(
        default=None, description="Quién visita, invita u organiza."
    )
    actores: Actores = Field(default=(), description="Actores que participan.")
    costo: CostoInformable = Field(
        default=None, description="Costo total; obligatorio en las misiones."
    )
    moneda: Annotated[str | None, CodeOf(codelist="monedas")] = Field(
        default=None, description="Moneda del costo."
    )
    paga: Annotated[str | NoInformado | None, Text(unknown=True)] = Field(
        default=None, description="Quién paga: la entidad, quien invita, cada quien su parte."
    )
    resultado: Annotated[str | None, LongText()] = Field(
        default=None, description="Qué dejó, cuando ya terminó."
    )
    sin_compromisos: Annotated[bool, YesNo()] = Field(
        default=False, description="Sí, si terminó y no dejó ningún compromiso por cumplir."
    )
    eje: Annotated[str | None, Ref(kind="eje")] = Field(
        default=None, description="Eje al que sirve."
    )
    acciones: Acciones = Field(default=(), description="Acciones a las que sirve.")
    hermanamiento: Annotated[str | None, Ref(kind="hermanamiento")] = Field(
        default=None, description="Instrumento al que sirve."
    )
    red: Annotated[str | None, Ref(kind="red")] = Field(
        default=None, description="Red a la que sirve o que lo convoca."
    )
    enlace: Annotated[str | None, WebAddress()] = Field(default=None, description="Página pública.")
    evidencia: Annotated[str | None, Text()] = Field(
        default=None, description="Informe de comisión, acta, enlace o documento:ID."
    )


class Oportunidad(Ficha):
    """A call, a prize, a grant or a scholarship that may be applied to."""

    kind: ClassVar[str] = "oportunidad"
    title_field: ClassVar[str] = "titulo"

    titulo: Annotated[str, Text()] = Field(description="Nombre de la convocatoria.")
    oferente: Annotated[str, Text(max_length=200)] = Field(description="Quién la ofrece.")
    actor: Annotated[str | None, Ref(kind="actor")] = Field(
        default=None, description="Actor del mapa que la ofrece, si está en él."
    )
    red: Annotated[str | None, Ref(kind="red")] = Field(
        default=None, description="Red que la ofrece o por la que se supo."
    )
    categoria: Annotated[str, CodeOf(codelist="categorias_oportunidad")] = Field(
        description="Subvención, convocatoria, premio o educación."
    )
    dirigida_a: Annotated[tuple[Annotated[str, CodeOf(codelist="tipos_actor")], ...], ListOf()] = (
        Field(default=(), description="A quién se dirige.")
    )
    apertura: Annotated[date | None, Day()] = Field(default=None, description="Cuándo abre.")
    cierre: Annotated[date, Day()] = Field(description="Cuándo cierra.")
    cierre_hora: Annotated[time | None, Hour()] = Field(
        default=None, description="Hora de cierre, en la zona que dice «zona»."
    )
    zona: Annotated[str | None, Text(max_length=60)] = Field(
        default=None,
        description="Zona horaria del cierre: Europe/Madrid. Vacía, la de la entidad.",
    )
    monto: CostoInformable = Field(default=None, description="Cuánto ofrece, si lo dice.")
    moneda: Annotated[str | None, CodeOf(codelist="monedas")] = Field(
        default=None, description="Moneda del monto."
    )
    requiere_contrapartida: Annotated[bool | NoInformado, YesNo(unknown=True)] = Field(
        description="Sí, si pide poner una parte."
    )
    contrapartida: Annotated[str | None, Text(max_length=200)] = Field(
        default=None, description="Qué parte pide poner: 20 % del total, en dinero o en especie."
    )
    requisitos: Textos = Field(default=(), description="Qué pide.")
    ods: ListaOds = Field(default=(), description="ODS a los que responde.")
    enlace: Annotated[str, WebAddress()] = Field(description="Página oficial.")
    accion: Annotated[str | None, Ref(kind="accion")] = Field(
        default=None, description="Acción para la que sirve."
    )
    postulada: Annotated[date | None, Day()] = Field(
        default=None, description="Cuándo se postuló la entidad; vacío si no se postuló."
    )
    desenlace: Annotated[str | None, CodeOf(codelist="desenlaces_postulacion")] = Field(
        default=None, description="Qué pasó con la postulación."
    )
    desenlace_fecha: Annotated[date | None, Day()] = Field(
        default=None, description="Cuándo se supo."
    )
    motivo_desenlace: Annotated[str | None, Text()] = Field(
        default=None, description="Por qué se negó, se desistió o no se postuló."
    )
