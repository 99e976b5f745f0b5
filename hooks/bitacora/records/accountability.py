"""What the council, citizens and partners ask, what the office commits itself to."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from bitacora.records.fieldtypes import ListOf
from bitacora.records.record import Bloque, Ficha
from bitacora.records.unknown import NoInformado
from bitacora.records.values import CodeOf, Day, LongText, Ref, Text

DiaInformable = Annotated[date | NoInformado, Day(unknown=True)]
Indicadores = Annotated[tuple[Annotated[str, Ref(kind="indicador")], ...], ListOf()]


class Pregunta(Ficha):
    """A question put to the office, with its answer."""

    kind: ClassVar[str] = "pregunta"
    title_field: ClassVar[str] = "pregunta"

    pregunta: Annotated[str, Text(max_length=600)] = Field(description="La pregunta, completa.")
    origen: Annotated[str, CodeOf(codelist="origenes_pregunta")] = Field(
        description="Concejo, ciudadanía, control…"
    )
    presentada_por: Annotated[str | None, Text(max_length=200)] = Field(
        default=None, description="Bancada, comisión u organización; nunca el nombre de alguien."
    )
    fecha: Annotated[date, Day()] = Field(description="Cuándo se hizo.")
    plazo: Annotated[date | None, Day()] = Field(
        default=None, description="Hasta cuándo hay que responder."
    )
    eje: Annotated[str | None, Ref(kind="eje")] = Field(default=None, description="Eje que toca.")
    indicadores: Indicadores = Field(default=(), description="Indicadores de los que habla.")
    accion: Annotated[str | None, Ref(kind="accion")] = Field(
        default=None, description="Acción de la que habla."
    )
    respuesta: Annotated[str | None, LongText()] = Field(
        default=None, description="La respuesta, en lenguaje claro."
    )
    fecha_respuesta: Annotated[date | None, Day()] = Field(
        default=None, description="Cuándo se respondió."
    )
    evidencia: Annotated[str | None, Text()] = Field(
        default=None, description="Oficio, acta o documento:ID de la respuesta."
    )


class Seguimiento(Bloque):
    """What was known of a commitment on a day."""

    fecha: Annotated[date, Day()] = Field(description="Cuándo.")
    avance: Annotated[str, Text(max_length=400)] = Field(description="Qué se había hecho.")


class Compromiso(Ficha):
    """Something the office promised to do, followed until it is closed with evidence."""

    kind: ClassVar[str] = "compromiso"
    title_field: ClassVar[str] = "compromiso"

    compromiso: Annotated[str, Text(max_length=400)] = Field(description="A qué se comprometió.")
    pregunta: Annotated[str | None, Ref(kind="pregunta")] = Field(
        default=None, description="Pregunta de la que nace, si nace de una."
    )
    evento: Annotated[str | None, Ref(kind="evento")] = Field(
        default=None, description="Misión o evento del que nace, si nace de uno."
    )
    ante: Annotated[str | None, Text(max_length=200)] = Field(
        default=None, description="Ante quién: la sesión, la mesa, la contraparte."
    )
    fecha: Annotated[date, Day()] = Field(description="Cuándo se hizo el compromiso.")
    plazo: DiaInformable = Field(description="Hasta cuándo.")
    seguimientos: tuple[Seguimiento, ...] = Field(
        default=(), description="Lo que se sabía en cada fecha."
    )
    cerrado: Annotated[date | None, Day()] = Field(
        default=None, description="Cuándo se cerró; vacío mientras siga abierto."
    )
    desenlace: Annotated[str | None, CodeOf(codelist="desenlaces_compromiso")] = Field(
        default=None, description="Cumplido, cumplido en parte o no cumplido, al cerrarlo."
    )
    evidencia: Annotated[str | None, Text()] = Field(
        default=None, description="Qué prueba el cierre: acta, enlace o documento:ID."
    )
