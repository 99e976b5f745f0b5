"""What is measured: indicators, their progress by period, figures of context."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from bitacora.quarters import Period
from bitacora.records.actions import Textos
from bitacora.records.fieldtypes import ListOf
from bitacora.records.record import Bloque, Ficha
from bitacora.records.strategy import TextoInformable
from bitacora.records.unknown import NoInformado
from bitacora.records.values import (
    CodeOf,
    Day,
    LongText,
    Number,
    Ref,
    ReportingPeriod,
    Text,
    Whole,
    Year,
)

NumeroInformable = Annotated[Decimal | NoInformado, Number(unknown=True)]


class EstadoDato(StrEnum):
    """What a progress row says of its own value."""

    REPORTADO = "reportado"
    PRELIMINAR = "preliminar"
    SIN_DATO = "sin_dato"
    NO_APLICA = "no_aplica"
    CORREGIDO = "corregido"


class MetaPeriodo(Bloque):
    """The goal of one period of the term."""

    periodo: Annotated[Period, ReportingPeriod()] = Field(description="Periodo de la meta.")
    meta: Annotated[Decimal, Number()] = Field(description="Valor que se espera en ese periodo.")


class CambioMeta(Bloque):
    """A goal that changed during the term: the old one stays, with the act that allowed it."""

    desde: Annotated[date, Day()] = Field(description="Desde cuándo vale la meta nueva.")
    meta_anterior: Annotated[Decimal, Number()] = Field(
        description="Meta que valía hasta entonces."
    )
    periodo: Annotated[Period | None, ReportingPeriod()] = Field(
        default=None, description="Periodo de la meta, si cambió la de un periodo."
    )
    acto: Annotated[str, Text()] = Field(description="Acto que la cambió: acuerdo, decreto, acta.")
    motivo: Annotated[str, Text()] = Field(description="Por qué se cambió.")


class Indicador(Ficha):
    """An indicator with its card: baseline, goal, formula, means of verification."""

    kind: ClassVar[str] = "indicador"

    codigo: Annotated[str, Text(max_length=30)] = Field(description="Código del indicador.")
    nombre: Annotated[str, Text()] = Field(description="Qué mide; sin cifras ni unidad.")
    eje: Annotated[str | None, Ref(kind="eje")] = Field(default=None, description="Eje que mide.")
    objetivo: Annotated[str | None, Ref(kind="objetivo")] = Field(
        default=None, description="Objetivo que mide."
    )
    accion: Annotated[str | None, Ref(kind="accion")] = Field(
        default=None, description="Acción que mide."
    )
    tipo: Annotated[str | NoInformado, CodeOf(codelist="tipos_indicador", unknown=True)] = Field(
        description="Gestión, producto, resultado o impacto."
    )
    sentido: Annotated[str | NoInformado, CodeOf(codelist="sentidos", unknown=True)] = Field(
        description="Si se busca aumentar, disminuir o mantener."
    )
    unidad: TextoInformable = Field(description="Unidad de medida.")
    formula: TextoInformable = Field(description="Cómo se calcula.")
    linea_base: NumeroInformable = Field(
        description="Valor de partida. 0 se escribe; vacío no es 0."
    )
    linea_base_anio: Annotated[int | NoInformado, Year(unknown=True)] = Field(
        description="Año de la línea base."
    )
    linea_base_fuente: TextoInformable = Field(description="De dónde sale la línea base.")
    meta: NumeroInformable = Field(description="Meta al final de la vigencia.")
    meta_texto: Annotated[str | None, Text()] = Field(
        default=None, description="La meta tal como la escribe la fuente."
    )
    tolerancia: Annotated[Decimal | None, Number()] = Field(
        default=None, description="Para «mantenimiento»: cuánto puede alejarse de la meta."
    )
    metas_por_periodo: tuple[MetaPeriodo, ...] = Field(
        default=(), description="Metas intermedias, si las hay."
    )
    cambios_meta: tuple[CambioMeta, ...] = Field(
        default=(), description="Metas que cambiaron durante la vigencia, con el acto."
    )
    justificacion_meta: Annotated[str | None, LongText()] = Field(
        default=None, description="Por qué la meta es cero, igual a la línea base o inusual."
    )
    acumulacion: Annotated[str | NoInformado, CodeOf(codelist="acumulaciones", unknown=True)] = (
        Field(description="Cómo se suman los periodos.")
    )
    periodicidad: Annotated[str | NoInformado, CodeOf(codelist="periodicidades", unknown=True)] = (
        Field(description="Cada cuánto se reporta.")
    )
    medio_verificacion: Annotated[
        tuple[Annotated[str | NoInformado, Text(unknown=True)], ...], ListOf()
    ] = Field(description="Con qué se prueba el valor.", min_length=1)
    responsable_reporte: Annotated[str | NoInformado, Ref(kind="dependencia", unknown=True)] = (
        Field(description="Dependencia que reporta.")
    )
    numerador: Annotated[str | NoInformado | None, Text(unknown=True)] = Field(
        default=None, description="En porcentajes: de qué se cuenta."
    )
    denominador: Annotated[str | NoInformado | None, Text(unknown=True)] = Field(
        default=None, description="En porcentajes: sobre qué total."
    )
    criterio_cuantitativo: Annotated[str | None, CodeOf(codelist="criterios_cuantitativos")] = (
        Field(default=None, description="Cuál de los 64 criterios de la guía adopta.")
    )
    medidas_nivel: Annotated[
        tuple[Annotated[str, CodeOf(codelist="medidas_nivel")], ...], ListOf()
    ] = Field(
        default=(), description="Qué mide de la oficina, del gobierno local o del territorio."
    )
    desagregaciones: Textos = Field(default=(), description="Por qué se puede desglosar.")


class Avance(Ficha):
    """What an indicator was worth in a period: one row, one version; rows are only added."""

    kind: ClassVar[str] = "avance"
    title_field: ClassVar[str] = "id"

    indicador: Annotated[str, Ref(kind="indicador")] = Field(description="Indicador.")
    periodo: Annotated[Period, ReportingPeriod()] = Field(description="Periodo que se reporta.")
    estado_dato: Annotated[str, CodeOf(codelist="estados_dato")] = Field(
        description="Reportado, preliminar, sin_dato, no_aplica o corregido."
    )
    valor: Annotated[Decimal | None, Number()] = Field(
        default=None, description="Valor del periodo; vacío si es sin_dato o no_aplica."
    )
    numerador: Annotated[Decimal | None, Number()] = Field(
        default=None, description="En porcentajes: de qué cuenta."
    )
    denominador: Annotated[Decimal | None, Number()] = Field(
        default=None, description="En porcentajes: sobre qué total."
    )
    fecha_corte: Annotated[date, Day()] = Field(description="Fecha hasta la que cuenta el dato.")
    descripcion: Annotated[str | None, LongText()] = Field(
        default=None, description="Qué hay detrás de la cifra."
    )
    dificultades: Annotated[str | None, LongText()] = Field(
        default=None, description="Qué impidió avanzar."
    )
    accion_correctiva: Annotated[str | None, Text()] = Field(
        default=None, description="Qué se hará para ponerse al día."
    )
    accion_correctiva_fecha: Annotated[date | None, Day()] = Field(
        default=None, description="Hasta cuándo se compromete."
    )
    evidencias: Annotated[tuple[Annotated[str, Text(max_length=600)], ...], ListOf()] = Field(
        default=(), description="Actas, enlaces o documento:ID que lo prueban."
    )
    verificado_por: Annotated[str | None, Ref(kind="dependencia")] = Field(
        default=None, description="Dependencia que verificó; no la que reporta."
    )
    version: Annotated[int, Whole(low=1, high=99)] = Field(
        default=1, description="1, y una más por cada corrección."
    )
    motivo_correccion: Annotated[str | None, Text()] = Field(
        default=None, description="Obligatorio desde la versión 2."
    )


class Cifra(Ficha):
    """A figure of context with its period, unit and flags, as its source gives it."""

    kind: ClassVar[str] = "cifra"
    title_field: ClassVar[str] = "medida"

    territorio: Annotated[str, Text()] = Field(description="De qué territorio habla.")
    tema: Annotated[str, Text(max_length=60)] = Field(description="Tema: cooperación, inversión…")
    medida: Annotated[str, Text()] = Field(description="Qué se mide.")
    valor: Annotated[Decimal, Number()] = Field(description="Valor completo, sin separadores.")
    unidad: Annotated[str, Text(max_length=60)] = Field(description="Unidad: monto, %, personas…")
    moneda: Annotated[str | None, CodeOf(codelist="monedas")] = Field(
        default=None, description="Obligatoria cuando la unidad es monto."
    )
    periodo: TextoInformable = Field(description="Año o años; «no_informado» si no se sabe.")
    registro: Annotated[str | None, Text(max_length=40)] = Field(
        default=None, description="Registro del que habla: recursos, eventos, redes…"
    )
    total: Annotated[str | None, Ref(kind="cifra")] = Field(
        default=None, description="Cifra del total del que esta es una parte."
    )
    distribucion: Annotated[str | None, Text()] = Field(
        default=None, description="Nombre del reparto del que esta fila es una parte."
    )
    categoria: Annotated[str | None, Text()] = Field(
        default=None, description="Parte del reparto: un ODS, un país, un sector."
    )
    pais: Annotated[str | None, CodeOf(codelist="paises")] = Field(
        default=None, description="País de la categoría, si es un país."
    )
    precision: Annotated[str, CodeOf(codelist="precisiones")] = Field(
        default="exacto", description="Exacto, aproximado, más de (minimo) o hasta (maximo)."
    )
    texto_original: Annotated[str | None, Text()] = Field(
        default=None, description="La cifra tal como la escribe la fuente."
    )
