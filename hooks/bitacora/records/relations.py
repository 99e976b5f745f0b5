"""Relations abroad: twinnings, other instruments, actors."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from bitacora.records.actions import Actores, Textos
from bitacora.records.fieldtypes import ListOf
from bitacora.records.partial_date import PartialDate
from bitacora.records.record import Bloque, Ficha
from bitacora.records.unknown import NoInformado
from bitacora.records.values import (
    CodeOf,
    LongText,
    Moment,
    Number,
    Pattern,
    Ref,
    Text,
    WebAddress,
    Whole,
    YesNo,
)

CostoInformable = Annotated[Decimal | NoInformado | None, Number(unknown=True)]
Acciones = Annotated[tuple[Annotated[str, Ref(kind="accion")], ...], ListOf()]


class Actividad(Bloque):
    """Something done under an instrument or in a network."""

    fecha: Annotated[PartialDate, Moment()] = Field(description="Cuándo fue.")
    descripcion: Annotated[str, Text()] = Field(description="Qué se hizo.")
    resultado: Annotated[str | None, Text()] = Field(default=None, description="Qué dejó.")
    costo: CostoInformable = Field(
        default=None, description="Cuánto costó; 0 si no costó nada. Vacío no es cero."
    )
    moneda: Annotated[str | None, CodeOf(codelist="monedas")] = Field(
        default=None, description="Moneda del costo."
    )
    quien: Annotated[str | None, Text()] = Field(
        default=None, description="Cargos o dependencias que la hicieron; nunca nombres."
    )
    evidencia: Annotated[str | None, Text()] = Field(
        default=None, description="Qué lo prueba: acta, enlace o documento:ID."
    )
    evento: Annotated[str | None, Ref(kind="evento")] = Field(
        default=None, description="Misión o evento en que se hizo, si está registrado aparte."
    )


class Renovacion(Bloque):
    """A prolongation of an instrument: the new end counts instead of the former one."""

    fecha: Annotated[PartialDate, Moment()] = Field(description="Cuándo se renovó.")
    vence: Annotated[PartialDate | None, Moment()] = Field(
        default=None, description="Nueva fecha de vencimiento; vacía si quedó sin término."
    )
    acto: Annotated[str | None, Text()] = Field(
        default=None, description="Acto o acuerdo que la renovó."
    )


class Hermanamiento(Ficha):
    """A twinning or another instrument of cooperation with a partner."""

    kind: ClassVar[str] = "hermanamiento"
    title_field: ClassVar[str] = "contraparte"

    contraparte: Annotated[str, Text()] = Field(
        description="Nombre de la contraparte, ya corregido."
    )
    ciudad: Annotated[str | None, Text(max_length=120)] = Field(
        default=None, description="Una sola ciudad; vacía solo con la bandera sin_ciudad."
    )
    ciudades: Textos = Field(default=(), description="Cuando la fuente junta varias en una fila.")
    pais: Annotated[str, CodeOf(codelist="paises")] = Field(description="País, en código ISO.")
    subdivision: Annotated[
        str | None, Pattern(regex="[A-Z]{2}-[A-Z0-9]{1,3}", form="el código ISO 3166-2: GB-SCT")
    ] = Field(default=None, description="Subdivisión ISO 3166-2, si se conoce.")
    region: Annotated[str | None, Text(max_length=120)] = Field(
        default=None, description="Estado, provincia o departamento, en palabras."
    )
    texto_original: Annotated[str | None, Text()] = Field(
        default=None, description="Nombre tal como está en el documento."
    )
    pais_texto_original: Annotated[str | None, Text(max_length=120)] = Field(
        default=None, description="País tal como está en el documento, si se escribe distinto."
    )
    orden_en_fuente: Annotated[int | None, Whole()] = Field(
        default=None, description="Puesto que tiene en la lista del documento."
    )
    tipo_contraparte: Annotated[str, CodeOf(codelist="tipos_contraparte")] = Field(
        description="Ciudad, organización, varias ciudades…"
    )
    partes: Actores = Field(default=(), description="Otros actores que firman.")
    tipo_instrumento: Annotated[str, CodeOf(codelist="tipos_instrumento")] = Field(
        description="Hermanamiento, convenio marco, memorando…"
    )
    estado: Annotated[str, CodeOf(codelist="estados_instrumento")] = Field(
        description="Lo que declara la oficina; el sitio calcula si vence o está inactivo."
    )
    firmado: Annotated[PartialDate | None, Moment()] = Field(
        default=None, description="Fecha de firma; vale solo el año."
    )
    vence: Annotated[PartialDate | None, Moment()] = Field(
        default=None, description="Fecha de vencimiento; vacía si es indefinido o no se sabe."
    )
    vigencia_indefinida: Annotated[bool, YesNo()] = Field(
        default=False, description="Sí, si el instrumento no vence."
    )
    terminado: Annotated[PartialDate | None, Moment()] = Field(
        default=None, description="Fecha en que terminó."
    )
    motivo_terminacion: Annotated[str | None, Text()] = Field(
        default=None, description="Por qué terminó."
    )
    renovaciones: tuple[Renovacion, ...] = Field(
        default=(), description="Prórrogas y renovaciones, con su nueva fecha de vencimiento."
    )
    acto: Annotated[str | None, Text()] = Field(default=None, description="Acto que lo autoriza.")
    firmantes: Textos = Field(default=(), description="Cargos de quienes firmaron; nunca nombres.")
    motivo: Annotated[str | None, LongText()] = Field(
        default=None, description="Por qué se eligió a esta contraparte."
    )
    ambitos: Textos = Field(default=(), description="Temas de trabajo.")
    eje: Annotated[str | None, Ref(kind="eje")] = Field(
        default=None, description="Eje al que sirve."
    )
    acciones: Acciones = Field(default=(), description="Proyectos y acciones que ampara.")
    plan_trabajo: Annotated[str | None, LongText()] = Field(
        default=None, description="Qué se acordó hacer y cuándo."
    )
    plan_documento: Annotated[str | None, Ref(kind="documento")] = Field(
        default=None, description="Documento del plan de trabajo."
    )
    actividades: tuple[Actividad, ...] = Field(default=(), description="Lo que se ha hecho.")
    documento: Annotated[str | None, Ref(kind="documento")] = Field(
        default=None, description="Texto firmado."
    )
    enlace: Annotated[str | None, WebAddress()] = Field(default=None, description="Página pública.")


class Actor(Ficha):
    """An organisation that takes part in the international action."""

    kind: ClassVar[str] = "actor"

    nombre: Annotated[str, Text()] = Field(description="Nombre de la organización.")
    sigla: Annotated[str | None, Text(max_length=30)] = Field(default=None, description="Sigla.")
    alias: Textos = Field(default=(), description="Otros nombres con que aparece.")
    tipo: Annotated[str, CodeOf(codelist="tipos_actor")] = Field(
        description="Uno de los 28 tipos del mapa de actores."
    )
    pais: Annotated[str | None, CodeOf(codelist="paises")] = Field(
        default=None, description="País."
    )
    categoria_financiador: Annotated[str | None, CodeOf(codelist="categorias_financiador")] = Field(
        default=None, description="Si financia, de qué clase es."
    )
    sitio: Annotated[str | None, WebAddress()] = Field(default=None, description="Sitio web.")
    que_aporta: Annotated[str | NoInformado | None, Text(unknown=True)] = Field(
        default=None, description="Qué aporta a la acción internacional."
    )
