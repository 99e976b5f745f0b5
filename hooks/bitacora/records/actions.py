"""The actions of the operating plan, with the sixteen aspects of a project."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from bitacora.records.fieldtypes import ListOf
from bitacora.records.partial_date import PartialDate
from bitacora.records.record import Bloque, Ficha
from bitacora.records.strategy import LargoInformable, ListaAgendas, ListaOds, TextoInformable
from bitacora.records.unknown import NoInformado
from bitacora.records.values import CodeOf, LongText, Moment, Number, Pattern, Ref, Text, YesNo

MomentoInformable = Annotated[PartialDate | NoInformado, Moment(unknown=True)]
Responsables = Annotated[
    tuple[Annotated[str | NoInformado, Ref(kind="dependencia", unknown=True)], ...], ListOf()
]
Actores = Annotated[tuple[Annotated[str, Ref(kind="actor")], ...], ListOf()]
Textos = Annotated[tuple[Annotated[str, Text()], ...], ListOf()]


class Partida(Bloque):
    """A line of the budget of an action; sums never mix currencies, grants with loans, or flows."""

    concepto: Annotated[str, Text()] = Field(description="En qué se usa.")
    monto: Annotated[Decimal, Number()] = Field(description="Monto completo, sin separadores.")
    moneda: Annotated[str, CodeOf(codelist="monedas")] = Field(
        description="Moneda en código ISO (COP, USD, EUR). El signo «$» solo no basta."
    )
    fuente_recursos: Annotated[str, CodeOf(codelist="fuentes_recursos")] = Field(
        description="De dónde viene la plata."
    )
    aportante: Annotated[str | None, Ref(kind="actor")] = Field(
        default=None, description="Actor que aporta, si no es la propia entidad."
    )
    tipo_aporte: Annotated[str, CodeOf(codelist="tipos_aporte")] = Field(
        default="dinero", description="Dinero, especie, asistencia…"
    )
    tipo_flujo: Annotated[str, CodeOf(codelist="tipos_flujo")] = Field(
        default="compromiso", description="Por movilizar, compromiso, desembolso o ejecución."
    )
    reembolsable: Annotated[bool, YesNo()] = Field(description="Sí, si es préstamo.")
    precision: Annotated[str, CodeOf(codelist="precisiones")] = Field(
        default="exacto", description="Exacto, aproximado, más de (minimo) o hasta (maximo)."
    )


class Participante(Bloque):
    """An actor in an action, with what it does there."""

    actor: Annotated[str, Ref(kind="actor")] = Field(description="Actor que participa.")
    rol: Annotated[str, CodeOf(codelist="roles_actor")] = Field(description="Qué papel tiene.")


class Hito(Bloque):
    """A dated milestone."""

    fecha: Annotated[PartialDate, Moment()] = Field(description="Fecha prevista.")
    descripcion: Annotated[str, Text()] = Field(description="Qué debe haber pasado.")
    cumplido: Annotated[bool | NoInformado, YesNo(unknown=True)] = Field(
        description="Sí, si ya se cumplió."
    )
    fecha_real: Annotated[PartialDate | None, Moment()] = Field(
        default=None, description="Fecha en que se cumplió."
    )
    evidencia: Annotated[str | None, Text()] = Field(
        default=None, description="Qué lo prueba: acta, enlace o documento."
    )


class Riesgo(Bloque):
    """A risk with its mitigation."""

    riesgo: Annotated[str, Text()] = Field(description="Qué puede salir mal.")
    mitigacion: TextoInformable = Field(description="Qué se hace para evitarlo.")


class Accion(Ficha):
    """An action or project of the operating plan."""

    kind: ClassVar[str] = "accion"

    codigo: Annotated[str, Text(max_length=30)] = Field(description="Código en el plan operativo.")
    nombre: Annotated[str, Text()] = Field(description="Nombre de la acción.")
    eje: Annotated[str | None, Ref(kind="eje")] = Field(
        default=None, description="Eje, cuando la acción no cuelga de un objetivo."
    )
    objetivo: Annotated[str | None, Ref(kind="objetivo")] = Field(
        default=None, description="Objetivo al que pertenece."
    )
    tipo: Annotated[str, CodeOf(codelist="tipos_accion")] = Field(
        description="Proyecto, actividad…"
    )
    estado: Annotated[str, CodeOf(codelist="estados_accion")] = Field(description="Cómo va.")
    motivo_estado: Annotated[str | None, Text()] = Field(
        default=None, description="Por qué está atrasada, suspendida o cancelada."
    )
    objeto: LargoInformable = Field(description="Aspecto 1: qué se hace y para qué.")
    resultados_esperados: Textos = Field(default=(), description="Aspecto 2: resultados esperados.")
    responsables: Responsables = Field(description="Aspecto 3: quién la ejecuta.", min_length=1)
    presupuesto: tuple[Partida, ...] = Field(default=(), description="Aspecto 4: recursos.")
    actores: tuple[Participante, ...] = Field(default=(), description="Aspecto 5: actores.")
    socios: Actores = Field(default=(), description="Aspecto 6: socios estratégicos.")
    destinatarios: TextoInformable = Field(description="Aspecto 7: a quién llega.")
    fecha_inicio: MomentoInformable = Field(description="Aspecto 8: cuándo empieza.")
    fecha_fin: MomentoInformable = Field(description="Aspecto 8: cuándo termina.")
    acciones_cooperacion: Textos = Field(
        default=(), description="Aspecto 9: acciones de cooperación."
    )
    acciones_competencia: Textos = Field(
        default=(), description="Aspecto 10: acciones de competencia."
    )
    hitos: tuple[Hito, ...] = Field(default=(), description="Aspecto 11: hitos con fecha.")
    sinergias: Annotated[tuple[Annotated[str, Ref(kind="accion")], ...], ListOf()] = Field(
        default=(), description="Aspecto 12: acciones con las que se refuerza."
    )
    riesgos: tuple[Riesgo, ...] = Field(default=(), description="Aspecto 13: riesgos.")
    comunicacion: Annotated[str | None, LongText()] = Field(
        default=None, description="Aspecto 14: plan de comunicación."
    )
    evaluacion: Annotated[str | None, LongText()] = Field(
        default=None, description="Aspecto 15: cómo se evalúa."
    )
    sostenibilidad: Annotated[str | None, LongText()] = Field(
        default=None, description="Aspecto 16: qué la mantiene viva."
    )
    comentarios: Textos = Field(default=(), description="Otros datos del plan que la fuente trae.")
    ods: ListaOds = Field(default=(), description="ODS a los que contribuye.")
    agendas: ListaAgendas = Field(default=(), description="Agendas globales a las que responde.")
    modalidad: Annotated[str | None, CodeOf(codelist="modalidades")] = Field(
        default=None, description="Modalidad de cooperación."
    )
    territorio: Annotated[
        tuple[
            Annotated[
                str, Pattern(regex="[0-9]{2}|[0-9]{5}", form="dos o cinco cifras, con ceros")
            ],
            ...,
        ],
        ListOf(),
    ] = Field(default=(), description="Códigos DIVIPOLA donde ocurre.")
    codigo_apc: Annotated[str | None, Text(max_length=40)] = Field(
        default=None, description="Código de intervención de APC-Colombia."
    )
    id_iati: Annotated[str | None, Text(max_length=80)] = Field(
        default=None, description="Identificador IATI."
    )
