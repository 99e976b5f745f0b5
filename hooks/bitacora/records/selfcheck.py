"""The office checks itself against the factors that make international action last."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from bitacora.records.record import Bloque, Ficha
from bitacora.records.values import CodeOf, Day, Text


class RespuestaFactor(Bloque):
    """The answer to one factor of sustainability."""

    factor: Annotated[str, CodeOf(codelist="factores_sostenibilidad")] = Field(
        description="Código del factor: DIS-01…"
    )
    respuesta: Annotated[str, CodeOf(codelist="respuestas_criterio")] = Field(
        description="si, no, no_aplica o sin_evaluar."
    )
    evidencia: Annotated[str | None, Text()] = Field(
        default=None, description="Qué lo prueba; obligatoria cuando la respuesta es sí."
    )
    que_falta: Annotated[str | None, Text()] = Field(
        default=None, description="Qué falta para poder responder sí."
    )


class Autoevaluacion(Ficha):
    """One self-check of the office on a day, factor by factor."""

    kind: ClassVar[str] = "autoevaluacion"

    nombre: Annotated[str, Text()] = Field(description="Nombre: Autoevaluación de 2026.")
    fecha: Annotated[date, Day()] = Field(description="Cuándo se hizo.")
    quienes: Annotated[str, Text()] = Field(
        description="Quiénes la respondieron, por cargos o dependencias."
    )
    respuestas: tuple[RespuestaFactor, ...] = Field(
        description="Respuesta a cada factor.", min_length=1
    )
