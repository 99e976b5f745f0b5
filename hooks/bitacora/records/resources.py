"""Cooperation in money and in kind: one row a contribution, and the rates that convert it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from bitacora.records.partial_date import PartialDate
from bitacora.records.record import Ficha
from bitacora.records.strategy import ListaOds
from bitacora.records.unknown import NoInformado
from bitacora.records.values import CodeOf, Moment, Number, Ref, Text, YesNo


class Recurso(Ficha):
    """A contribution; sums never mix currencies, loans with grants, or commitments with money
    already paid."""

    kind: ClassVar[str] = "recurso"
    title_field: ClassVar[str] = "concepto"

    concepto: Annotated[str, Text()] = Field(description="Para qué es.")
    aportante: Annotated[str | NoInformado, Ref(kind="actor", unknown=True)] = Field(
        description="Actor que aporta."
    )
    rol: Annotated[str, CodeOf(codelist="roles_recurso")] = Field(
        description="Cooperante, contrapartida o recursos propios."
    )
    accion: Annotated[str | None, Ref(kind="accion")] = Field(
        default=None, description="Acción a la que se destina."
    )
    hermanamiento: Annotated[str | None, Ref(kind="hermanamiento")] = Field(
        default=None, description="Instrumento que lo ampara."
    )
    red: Annotated[str | None, Ref(kind="red")] = Field(
        default=None, description="Red que lo da, o red a la que se paga la cuota."
    )
    evento: Annotated[str | None, Ref(kind="evento")] = Field(
        default=None, description="Misión o evento que se paga con él."
    )
    oportunidad: Annotated[str | None, Ref(kind="oportunidad")] = Field(
        default=None, description="Convocatoria con que se consiguió."
    )
    contrapartida_de: Annotated[str | None, Ref(kind="recurso")] = Field(
        default=None, description="Aporte que esta contrapartida completa."
    )
    via: Annotated[str | None, CodeOf(codelist="vias_acceso")] = Field(
        default=None, description="Por qué camino se llegó a quien aporta."
    )
    pais: Annotated[str | None, CodeOf(codelist="paises")] = Field(
        default=None, description="País de donde viene, si no es el del aportante."
    )
    porcentaje_exterior: Annotated[Decimal | None, Number()] = Field(
        default=None,
        description="Qué parte es de fondos extranjeros, de 0 a 100, si el aporte los mezcla.",
    )
    fuente_recursos: Annotated[str, CodeOf(codelist="fuentes_recursos")] = Field(
        description="De dónde viene la plata."
    )
    tipo_aporte: Annotated[str, CodeOf(codelist="tipos_aporte")] = Field(
        description="Dinero, especie, asistencia…"
    )
    tipo_flujo: Annotated[str, CodeOf(codelist="tipos_flujo")] = Field(
        description="Por movilizar, compromiso, desembolso o ejecución."
    )
    reembolsable: Annotated[bool, YesNo()] = Field(description="Sí, si es préstamo.")
    monto: Annotated[Decimal, Number()] = Field(description="Monto completo, sin separadores.")
    moneda: Annotated[str, CodeOf(codelist="monedas")] = Field(
        description="Moneda en código ISO (COP, USD, EUR). El signo «$» solo no basta."
    )
    precision: Annotated[str, CodeOf(codelist="precisiones")] = Field(
        default="exacto", description="Exacto, aproximado, más de (minimo) o hasta (maximo)."
    )
    fecha: Annotated[PartialDate, Moment()] = Field(
        description="Cuándo se comprometió, se giró o se ejecutó."
    )
    modalidad: Annotated[str | None, CodeOf(codelist="modalidades")] = Field(
        default=None, description="Modalidad de cooperación."
    )
    ods: ListaOds = Field(default=(), description="ODS a los que contribuye.")


class Tasa(Ficha):
    """What one unit of a currency was worth in another at a moment; nothing is converted
    without one."""

    kind: ClassVar[str] = "tasa"
    title_field: ClassVar[str] = "id"

    de: Annotated[str, CodeOf(codelist="monedas")] = Field(description="Moneda que se convierte.")
    a: Annotated[str, CodeOf(codelist="monedas")] = Field(description="Moneda a la que se pasa.")
    fecha: Annotated[PartialDate, Moment()] = Field(
        description="Día de la tasa; mes o año, si es un promedio."
    )
    valor: Annotated[Decimal, Number()] = Field(
        description="Cuánto vale una unidad de «de», en unidades de «a»."
    )
