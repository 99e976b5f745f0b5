"""Networks, boards, campaigns and bodies: what they ask, what they give."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from bitacora.records.actions import Textos
from bitacora.records.partial_date import PartialDate
from bitacora.records.record import Ficha
from bitacora.records.relations import Acciones, CostoInformable
from bitacora.records.unknown import NoInformado
from bitacora.records.values import CodeOf, LongText, Moment, Ref, Text, WebAddress, Whole

PreguntaAdhesion = Annotated[str | NoInformado | None, Text(unknown=True)]
"""One of the six questions that the guide asks before joining; absent means that nobody asked."""


class Red(Ficha):
    """A network, board, campaign or body to which the government belongs."""

    kind: ClassVar[str] = "red"

    nombre: Annotated[str, Text()] = Field(description="Nombre canónico.")
    sigla: Annotated[str | None, Text(max_length=30)] = Field(default=None, description="Sigla.")
    alias: Textos = Field(default=(), description="Otros nombres con que aparece.")
    tipo: Annotated[str, CodeOf(codelist="tipos_red")] = Field(description="Qué clase de red es.")
    rol: Annotated[str, CodeOf(codelist="roles_red")] = Field(description="Papel en la red.")
    estado: Annotated[str, CodeOf(codelist="estados_instrumento")] = Field(description="Estado.")
    adhesion: Annotated[PartialDate | None, Moment()] = Field(
        default=None, description="Fecha de adhesión; vale solo el año."
    )
    sitio: Annotated[str | None, WebAddress()] = Field(default=None, description="Sitio de la red.")
    eje: Annotated[str | None, Ref(kind="eje")] = Field(
        default=None, description="Eje al que sirve."
    )
    acciones: Acciones = Field(default=(), description="Acciones que se hacen con la red.")
    para_que: Annotated[str | None, LongText()] = Field(
        default=None, description="Qué busca el gobierno en esta red."
    )
    ultima_actividad: Annotated[PartialDate | None, Moment()] = Field(
        default=None, description="Última vez que se participó."
    )
    vence: Annotated[PartialDate | None, Moment()] = Field(
        default=None, description="Hasta cuándo dura la adhesión, si hay que renovarla."
    )
    renovada: Annotated[PartialDate | None, Moment()] = Field(
        default=None, description="Última vez que se renovó la adhesión."
    )
    cuota: CostoInformable = Field(
        default=None, description="Cuánto cuesta pertenecer cada vez; 0 si no cuesta."
    )
    cuota_moneda: Annotated[str | None, CodeOf(codelist="monedas")] = Field(
        default=None, description="Moneda de la cuota."
    )
    cuota_periodicidad: Annotated[str | None, CodeOf(codelist="periodicidades")] = Field(
        default=None, description="Cada cuánto se paga."
    )
    cuota_paga: Annotated[str | NoInformado | None, Text(unknown=True)] = Field(
        default=None, description="Quién la paga."
    )
    mision: PreguntaAdhesion = Field(
        default=None, description="Antes de adherir 1: misión, visión y objetivo de la red."
    )
    coincide: PreguntaAdhesion = Field(
        default=None, description="Antes de adherir 2: en qué coincide con el plan de acción."
    )
    alternativa: PreguntaAdhesion = Field(
        default=None, description="Antes de adherir 3: si hay otra red más específica."
    )
    miembros: PreguntaAdhesion = Field(
        default=None, description="Antes de adherir 4: cómo son las ciudades que hacen parte."
    )
    implicaciones: PreguntaAdhesion = Field(
        default=None, description="Antes de adherir 5: a qué obliga en la práctica."
    )
    capacidad: PreguntaAdhesion = Field(
        default=None,
        description="Antes de adherir 6: con qué dinero, apoyo político y personas se sostiene.",
    )
    texto_original: Annotated[str | None, Text()] = Field(
        default=None, description="Nombre tal como está en el documento."
    )
    orden_en_fuente: Annotated[int | None, Whole()] = Field(
        default=None, description="Puesto que tiene en la lista del documento."
    )
