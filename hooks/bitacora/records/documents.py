"""Documents, declared totals, withdrawals: what backs a figure or explains an absence."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from bitacora.records.actions import MomentoInformable
from bitacora.records.record import Ficha
from bitacora.records.unknown import NO_INFORMADO, NoInformado
from bitacora.records.values import CodeOf, Day, Pattern, Ref, Slug, Text, WebAddress, Whole

EnElSitio = Annotated[
    str,
    Pattern(
        regex=r"([a-z0-9]+(-[a-z0-9]+)*/)+",
        form="lo que sigue al nombre del sitio, sin barra al comienzo y con barra al final: "
        "acciones/feria/",
    ),
]
"""The address of a page as readers see it after that of the site."""


class Documento(Ficha):
    """A document with its date, format, accessibility and classification."""

    kind: ClassVar[str] = "documento"
    title_field: ClassVar[str] = "titulo"

    titulo: Annotated[str, Text()] = Field(description="Título.")
    tipo: Annotated[str, CodeOf(codelist="tipos_documento")] = Field(
        description="Clase de documento."
    )
    autor: Annotated[str | None, Text()] = Field(default=None, description="Entidad o autor.")
    fecha: MomentoInformable = Field(description="Fecha del documento.")
    enlace: Annotated[str | NoInformado, WebAddress(unknown=True)] = Field(
        default=NO_INFORMADO, description="Dirección donde se lee."
    )
    formato: Annotated[str, Text(max_length=60)] = Field(
        description="Formato: application/pdf, text/html…"
    )
    idioma: Annotated[str, Text(max_length=12)] = Field(default="es-CO", description="Idioma.")
    frecuencia: Annotated[str | None, CodeOf(codelist="periodicidades")] = Field(
        default=None, description="Cada cuánto se actualiza, si se actualiza."
    )
    conservacion: Annotated[str | None, Text(max_length=120)] = Field(
        default=None, description="Dónde se conserva: digital, físico, los dos."
    )
    custodia: Annotated[str | None, Ref(kind="dependencia")] = Field(
        default=None, description="Dependencia que lo guarda, si no es la responsable."
    )
    accesible: Annotated[str, CodeOf(codelist="accesibilidades_documento")] = Field(
        default="no_informado", description="Cómo se lee con lector de pantalla."
    )
    clasificacion: Annotated[str, CodeOf(codelist="clasificaciones_informacion")] = Field(
        description="Pública; la clasificada o reservada no se publica."
    )


class Conteo(Ficha):
    """A total that a source declares, to be shown beside the one computed from the rows."""

    kind: ClassVar[str] = "conteo"
    title_field: ClassVar[str] = "descripcion"

    tabla: Annotated[str, Text(max_length=40)] = Field(
        description="Qué se cuenta: hermanamientos, redes, indicadores…"
    )
    tipo_instrumento: Annotated[str | None, CodeOf(codelist="tipos_instrumento")] = Field(
        default=None, description="En hermanamientos: si la fuente solo cuenta los de este tipo."
    )
    estado: Annotated[str | None, CodeOf(codelist="estados_instrumento")] = Field(
        default=None, description="En instrumentos y redes: si solo cuenta los que están así."
    )
    declarado: Annotated[int, Whole()] = Field(description="Total que declara la fuente.")
    descripcion: Annotated[str, Text()] = Field(description="Qué dice la fuente y de cuándo.")


class Retiro(Ficha):
    """The note that stays at the address of a record that was withdrawn."""

    kind: ClassVar[str] = "retiro"

    tipo: Annotated[str, Text(max_length=40)] = Field(description="Clase de ficha: hermanamiento…")
    ficha: Annotated[str, Slug()] = Field(description="Identificador de la ficha retirada.")
    nombre: Annotated[str, Text()] = Field(description="Nombre que tenía.")
    fecha: Annotated[date, Day()] = Field(description="Fecha del retiro.")
    motivo: Annotated[str, Text()] = Field(description="Por qué se retiró.")
    reemplazo: Annotated[str | None, Slug()] = Field(
        default=None, description="Ficha de la misma clase que la reemplaza."
    )


class Direccion(Ficha):
    """An address that the site used to have, and the one where its page lives now."""

    kind: ClassVar[str] = "direccion"
    title_field: ClassVar[str] = "antes"

    antes: EnElSitio = Field(description="Dirección que tenía la página: acciones/feria-vieja/.")
    ahora: EnElSitio = Field(description="Dirección donde está hoy: acciones/feria/.")
    fecha: Annotated[date, Day()] = Field(description="Cuándo se mudó.")
