"""The report of a period: when it is published, what it explains, what it mends."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, ClassVar

from pydantic import Field

from bitacora.quarters import Period
from bitacora.records.actions import Textos
from bitacora.records.record import Bloque, Ficha
from bitacora.records.values import CodeOf, Day, Hour, Label, LongText, Ref, ReportingPeriod, Text

RefIndicador = Annotated[str, Ref(kind="indicador")]


class CambioFecha(Bloque):
    """A change of the announced date, which stays visible."""

    antes: Annotated[date, Day()] = Field(description="Fecha que se había anunciado.")
    despues: Annotated[date, Day()] = Field(description="Fecha nueva.")
    avisado: Annotated[date, Day()] = Field(description="Cuándo se avisó el cambio.")
    motivo: Annotated[str, Text()] = Field(description="Por qué se cambió.")


class Explicacion(Bloque):
    """What is said of an indicator that lags: why, what will be done, by whom, until when."""

    indicador: RefIndicador = Field(description="Indicador atrasado o sin reporte.")
    causa: Annotated[str | None, Text(max_length=400)] = Field(
        default=None, description="Por qué va así, en una o dos frases."
    )
    accion_correctiva: Annotated[str | None, Text(max_length=400)] = Field(
        default=None, description="Qué se va a hacer."
    )
    dependencia: Annotated[str | None, Ref(kind="dependencia")] = Field(
        default=None, description="Dependencia que lo hará."
    )
    fecha: Annotated[date | None, Day()] = Field(
        default=None, description="Hasta cuándo se compromete."
    )
    resultado_anterior: Annotated[str | None, CodeOf(codelist="resultados_medida")] = Field(
        default=None, description="Si la medida del informe anterior funcionó: sí, no, en parte."
    )
    balance_anterior: Annotated[str | None, Text(max_length=400)] = Field(
        default=None, description="Qué pasó con la medida del informe anterior."
    )


class LuzDeclarada(Bloque):
    """A light that the office sets by hand; the computed one is shown beside it."""

    indicador: RefIndicador = Field(description="Indicador.")
    luz: Annotated[str, CodeOf(codelist="luces")] = Field(description="Luz que declara la oficina.")
    motivo: Annotated[str, Text(max_length=400)] = Field(
        description="Por qué la luz calculada no dice lo que pasa."
    )


class NoHecho(Bloque):
    """Something promised for the period that was not done."""

    que: Annotated[str, Text(max_length=300)] = Field(description="Qué no se hizo.")
    por_que: Annotated[str, Text(max_length=400)] = Field(description="Por qué.")
    accion: Annotated[str | None, Ref(kind="accion")] = Field(
        default=None, description="Acción de la que hacía parte."
    )


class Enmienda(Bloque):
    """A published value that changed after the closing, declared by the office."""

    clase: Annotated[str, CodeOf(codelist="clases_enmienda")] = Field(
        description="correccion (había un error) o revision (llegó un dato mejor)."
    )
    escala: Annotated[str, CodeOf(codelist="escalas_enmienda")] = Field(
        description="menor o sustantiva."
    )
    registro: Annotated[str, Label()] = Field(
        description="Ficha o fila que cambió, con su clase: indicador:ID, avance:ID."
    )
    campo: Annotated[str, Text(max_length=160)] = Field(description="Cifra que cambió.")
    valor_publicado: Annotated[str, Label(max_length=1000)] = Field(
        description="Valor del informe publicado."
    )
    valor_corregido: Annotated[str, Label(max_length=1000)] = Field(
        description="Valor que vale hoy."
    )
    causa: Annotated[str, Text(max_length=400)] = Field(description="Por qué cambió.")
    fecha: Annotated[date, Day()] = Field(description="Cuándo se advirtió.")


class Informe(Ficha):
    """The report of a quarter."""

    kind: ClassVar[str] = "informe"
    title_field: ClassVar[str] = "titulo"

    periodo: Annotated[Period, ReportingPeriod()] = Field(description="Trimestre: 2026-T3.")
    estado: Annotated[str, CodeOf(codelist="estados_informe")] = Field(
        description="borrador, preliminar o definitivo."
    )
    anunciado: Annotated[date, Day()] = Field(
        description="Cuándo se anunció la fecha; al menos cuatro semanas antes de publicar."
    )
    publicacion: Annotated[date, Day()] = Field(
        description="Día en que se publica; antes no sale nada de este trimestre."
    )
    publicacion_hora: Annotated[time, Hour()] = Field(
        default=time(0), description="Hora en que se publica, en hora de Colombia."
    )
    cambios_fecha: tuple[CambioFecha, ...] = Field(
        default=(), description="Cambios de la fecha anunciada, con su motivo."
    )
    resumen: Annotated[str | None, LongText()] = Field(
        default=None, description="Lo esencial del trimestre, en 600 caracteres o menos."
    )
    explicaciones: tuple[Explicacion, ...] = Field(
        default=(), description="Causa y remedio de cada indicador atrasado o sin reporte."
    )
    luces_declaradas: tuple[LuzDeclarada, ...] = Field(
        default=(), description="Luces que la oficina pone a mano, con su motivo."
    )
    no_realizado: tuple[NoHecho, ...] = Field(
        default=(), description="Lo que se prometió y no se hizo, con su motivo."
    )
    correcciones: tuple[Enmienda, ...] = Field(
        default=(), description="Cifras publicadas que cambiaron después del cierre."
    )
    metodo: Textos = Field(
        default=(), description="Aclaraciones de método que solo valen para este informe."
    )

    @property
    def titulo(self) -> str:
        """How people call it."""
        return f"Informe del {self.periodo.spoken}"
