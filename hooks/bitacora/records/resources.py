"""Cooperation received: one row for each contribution, in money or in kind."""

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
