"""Good practices: own ones, and those of other cities that serve as reference."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from bitacora.records.actions import Actores, MomentoInformable, Textos
from bitacora.records.partial_date import PartialDate
from bitacora.records.record import Bloque, Ficha, Sources
from bitacora.records.relations import Acciones
from bitacora.records.strategy import LargoInformable, ListaOds
from bitacora.records.unknown import NO_INFORMADO, NoInformado
from bitacora.records.values import (
    CodeOf,
    LongText,
    Mail,
    Moment,
    Number,
    Pattern,
    Ref,
    Text,
    WebAddress,
    YesNo,
)


class Respuesta(Bloque):
    """The answer to one of the 48 questions of the qualitative criteria."""

    pregunta: Annotated[str, CodeOf(codelist="preguntas")] = Field(description="Código: PLA-1…")
    respuesta: Annotated[str, CodeOf(codelist="respuestas_criterio")] = Field(
        description="si, no, no_aplica o sin_evaluar."
    )
    evidencia: Annotated[str | None, Text()] = Field(
        default=None, description="Qué lo prueba; obligatoria cuando la respuesta es sí."
    )


class Medicion(Bloque):
    """A result of a practice, before and after, each with its date."""

    que: Annotated[str, Text(max_length=200)] = Field(description="Qué se midió.")
    unidad: Annotated[str, Text(max_length=60)] = Field(description="Unidad: personas, %, COP…")
    antes: Annotated[Decimal | NoInformado, Number(unknown=True)] = Field(
        description="Valor antes de la práctica; 0 se escribe."
    )
    antes_fecha: Annotated[PartialDate | None, Moment()] = Field(
        default=None, description="De cuándo es el valor de antes."
    )
    despues: Annotated[Decimal | NoInformado, Number(unknown=True)] = Field(
        description="Valor después."
    )
    despues_fecha: Annotated[PartialDate | None, Moment()] = Field(
        default=None, description="De cuándo es el valor de después."
    )
    fuente: Sources = Field(description="De dónde salen los dos valores.", min_length=1)


class Transferencia(Bloque):
    """A practice taken up elsewhere, or carried over with help of the office."""

    fecha: Annotated[PartialDate, Moment()] = Field(description="Cuándo se transfirió.")
    a_quien: Annotated[str, Text(max_length=200)] = Field(description="Gobierno que la recibió.")
    pais: Annotated[str, CodeOf(codelist="paises")] = Field(
        default="CO", description="País de quien la recibió, en código ISO."
    )
    resultado: Annotated[str | None, Text()] = Field(default=None, description="Qué dejó.")
    evidencia: Annotated[str | None, Text()] = Field(
        default=None, description="Qué lo prueba: acta, enlace o documento:ID."
    )


class BuenaPractica(Ficha):
    """A practice worth knowing: what it solves, how, with what results."""

    kind: ClassVar[str] = "buena-practica"
    title_field: ClassVar[str] = "titulo"

    titulo: Annotated[str, Text()] = Field(description="Nombre de la práctica.")
    origen: Annotated[str, CodeOf(codelist="origenes_practica")] = Field(
        description="propia, o referente si es de otro gobierno."
    )
    territorio: Annotated[str, Text()] = Field(description="Dónde ocurre.")
    pais: Annotated[str, CodeOf(codelist="paises")] = Field(description="País, en código ISO.")
    divipola: Annotated[
        str | None, Pattern(regex="[0-9]{2}|[0-9]{5}", form="dos o cinco cifras, con sus ceros")
    ] = Field(default=None, description="DIVIPOLA del territorio, si es colombiano.")
    temas: Textos = Field(description="Temas.", min_length=1)
    inicio: MomentoInformable = Field(description="Desde cuándo; vale solo el año.")
    fin: Annotated[PartialDate | None, Moment()] = Field(default=None, description="Hasta cuándo.")
    etapa: Annotated[str, CodeOf(codelist="etapas_practica")] = Field(
        default="no_informado", description="Piloto, en ejecución, consolidada o terminada."
    )
    resumen: LargoInformable = Field(description="De qué se trata, en 600 caracteres o menos.")
    problema: LargoInformable = Field(description="Qué problema atiende.")
    solucion: LargoInformable = Field(description="Qué se hizo.")
    resultados: LargoInformable = Field(description="Qué logró, con cifras y fuente.")
    mediciones: tuple[Medicion, ...] = Field(
        default=(), description="Resultados medidos, antes y después, con su fuente."
    )
    lecciones: Annotated[str | None, LongText()] = Field(
        default=None, description="Lecciones y errores."
    )
    condiciones_replica: Annotated[str | None, LongText()] = Field(
        default=None, description="Qué hace falta para repetirla."
    )
    reconocimientos: Textos = Field(default=(), description="Premios y menciones.")
    ods: ListaOds = Field(default=(), description="ODS a los que contribuye.")
    eje: Annotated[str | None, Ref(kind="eje")] = Field(
        default=None, description="Eje al que sirve."
    )
    acciones: Acciones = Field(default=(), description="Acciones de las que nace.")
    actores: Actores = Field(default=(), description="Actores que participan.")
    costo: Annotated[Decimal | None, Number()] = Field(default=None, description="Costo total.")
    moneda: Annotated[str | None, CodeOf(codelist="monedas")] = Field(
        default=None, description="Moneda del costo, en código ISO."
    )
    evaluacion: tuple[Respuesta, ...] = Field(
        default=(), description="Respuestas a las preguntas de los 16 criterios."
    )
    fecha_evaluacion: Annotated[PartialDate | None, Moment()] = Field(
        default=None, description="Cuándo se evaluó."
    )
    evaluador: Annotated[str | None, Text()] = Field(default=None, description="Quién evaluó.")
    autoevaluacion: Annotated[bool, YesNo()] = Field(
        default=True, description="Sí, si la evaluó quien la ejecuta."
    )
    disponible_para_transferir: Annotated[bool | NoInformado, YesNo(unknown=True)] = Field(
        default=NO_INFORMADO, description="Sí, si se ofrece a otros gobiernos."
    )
    contacto_institucional: Annotated[str | None, Mail()] = Field(
        default=None, description="Correo de la dependencia que la ofrece."
    )
    enlace: Annotated[str | None, WebAddress()] = Field(default=None, description="Página pública.")
    incorporada: Annotated[PartialDate | None, Moment()] = Field(
        default=None, description="Cuándo entró al catálogo."
    )
    transferencias: tuple[Transferencia, ...] = Field(
        default=(), description="Gobiernos que la han recibido."
    )

    @property
    def is_offered(self) -> bool:
        """Whether somebody says that it is offered; silence is no offer, nor a refusal."""
        return self.disponible_para_transferir is True
