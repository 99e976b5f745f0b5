"""The government that publishes: its identity, contact data, units."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from bitacora.records.fieldtypes import ListOf
from bitacora.records.record import Bloque, Registro
from bitacora.records.unknown import NO_INFORMADO, NoInformado
from bitacora.records.values import CodeOf, Mail, Pattern, Ref, Text, WebAddress, YesNo

TextoInformable = Annotated[str | NoInformado, Text(unknown=True)]
CorreoInformable = Annotated[str | NoInformado, Mail(unknown=True)]
COLOUR = "#[0-9A-Fa-f]{6}"
EnlaceInformable = Annotated[str | NoInformado, WebAddress(unknown=True)]


class Contacto(Bloque):
    """How to reach the town hall; Resolución 1519 wants all of it in the footer."""

    direccion: TextoInformable = Field(default=NO_INFORMADO, description="Dirección de la sede.")
    codigo_postal: TextoInformable = Field(default=NO_INFORMADO, description="Código postal.")
    horario: TextoInformable = Field(default=NO_INFORMADO, description="Horario de atención.")
    conmutador: TextoInformable = Field(default=NO_INFORMADO, description="Conmutador, con +57.")
    linea_gratuita: TextoInformable = Field(default=NO_INFORMADO, description="Línea gratuita.")
    linea_anticorrupcion: TextoInformable = Field(
        default=NO_INFORMADO, description="Línea anticorrupción."
    )
    correo: CorreoInformable = Field(default=NO_INFORMADO, description="Correo institucional.")
    correo_notificaciones: CorreoInformable = Field(
        default=NO_INFORMADO, description="Correo de notificaciones judiciales."
    )


class Politicas(Bloque):
    """Addresses of the policies that the town hall already publishes."""

    terminos: EnlaceInformable = Field(default=NO_INFORMADO, description="Términos y condiciones.")
    datos_personales: EnlaceInformable = Field(
        default=NO_INFORMADO, description="Privacidad y tratamiento de datos personales."
    )
    derechos_autor: EnlaceInformable = Field(default=NO_INFORMADO, description="Derechos de autor.")
    accesibilidad: EnlaceInformable = Field(
        default=NO_INFORMADO, description="Declaración de accesibilidad."
    )


class Formato(Bloque):
    """How the numbers of some data files are written, as the office declares it."""

    archivo: Annotated[str, Text()] = Field(description="Archivo o patrón: avances/*.csv.")
    decimal: Annotated[str, Pattern(regex="punto|coma", form="«punto» o «coma»")] = Field(
        description="Signo decimal de esos archivos: punto o coma."
    )


class Entidad(Registro):
    """The government that publishes. One for a site."""

    kind: ClassVar[str] = "entidad"

    nombre: Annotated[str, Text()] = Field(description="Nombre oficial.")
    nombre_corto: Annotated[str, Text()] = Field(description="Nombre del territorio, sin cargo.")
    tipo: Annotated[str, CodeOf(codelist="tipos_entidad")] = Field(description="Tipo de gobierno.")
    pais: Annotated[str, CodeOf(codelist="paises")] = Field(
        default="CO", description="País, en código ISO de dos letras."
    )
    divipola: Annotated[
        str | NoInformado,
        Pattern(unknown=True, regex="[0-9]{2}|[0-9]{5}", form="dos o cinco cifras, con sus ceros"),
    ] = Field(description="Código DIVIPOLA: 2 cifras (departamento) o 5 (municipio).")
    nit: Annotated[str | NoInformado | None, Text(unknown=True)] = Field(
        default=None, description="NIT de la entidad."
    )
    demostracion: Annotated[bool, YesNo()] = Field(
        default=False, description="Sí, cuando los datos son inventados; el sitio lo dirá siempre."
    )
    dependencia_internacional: Annotated[str, Ref(kind="dependencia")] = Field(
        description="Oficina que responde por la acción internacional."
    )
    acto_creacion: TextoInformable = Field(
        default=NO_INFORMADO, description="Acto que creó la oficina."
    )
    plan_desarrollo: TextoInformable = Field(
        description="Nombre y vigencia del plan de desarrollo."
    )
    sede_electronica: EnlaceInformable = Field(
        description="Sede electrónica de la que este sitio hace parte."
    )
    zona_horaria: Annotated[str, Text(max_length=60)] = Field(
        default="America/Bogota", description="Zona horaria de las horas que se publican."
    )
    direccion_sitio: Annotated[str | None, WebAddress()] = Field(
        default=None,
        description="Dirección web de este sitio; sale en los informes impresos y en sus enlaces.",
    )
    repositorio: Annotated[str | None, WebAddress()] = Field(
        default=None,
        description="Dirección web donde se ven los archivos de datos; se le añade la ruta.",
    )
    editor: Annotated[bool, YesNo()] = Field(
        default=False,
        description="Sí, para que los datos se editen también en la página /editar/ del sitio.",
    )
    guia_en_menu: Annotated[bool, YesNo()] = Field(
        default=False,
        description="Sí, para que la guía de la oficina esté en el menú y la hallen buscadores.",
    )
    color_principal: Annotated[str | None, Pattern(regex=COLOUR, form="un color #rrggbb")] = Field(
        default=None,
        description="Color del gobierno para el sitio, #rrggbb; sin él, el de la herramienta.",
    )
    color_acento: Annotated[str | None, Pattern(regex=COLOUR, form="un color #rrggbb")] = Field(
        default=None,
        description="Segundo color, para lo que pide atención, #rrggbb; va con color_principal.",
    )
    barra_govco: Annotated[bool, YesNo()] = Field(
        default=False, description="Sí, para mostrar arriba la barra con el enlace a GOV.CO."
    )
    reporte_errores: Annotated[str | None, WebAddress()] = Field(
        default=None,
        description="Formulario donde se avisa de un error; si no lo hay, se usa el correo.",
    )
    contacto: Contacto = Field(
        default=Contacto(), description="Datos de contacto del pie de página."
    )
    politicas: Politicas = Field(default=Politicas(), description="Enlaces a las políticas.")
    formatos: tuple[Formato, ...] = Field(
        default=(), description="Cómo escriben los números los archivos que no usan punto decimal."
    )
    licencia_datos: Annotated[str, CodeOf(codelist="licencias")] = Field(
        default="CC-BY-4.0", description="Licencia de los datos abiertos."
    )

    def address_of(self, path: str) -> str | None:
        """The whole address of a page or file by its path in the site; None if nobody knows it."""
        base = self.direccion_sitio
        return f"{base.rstrip('/')}/{path}" if base else None


class Dependencia(Registro):
    """A unit of the administration that answers for data or carries out actions."""

    kind: ClassVar[str] = "dependencia"

    nombre: Annotated[str, Text()] = Field(description="Nombre oficial de la dependencia.")
    sigla: Annotated[str | None, Text()] = Field(default=None, description="Sigla, si la tiene.")
    correo: Annotated[str | None, Mail()] = Field(default=None, description="Correo institucional.")
    padre: Annotated[str | None, Ref(kind="dependencia")] = Field(
        default=None, description="Dependencia de la que hace parte."
    )
    funcion: Annotated[str | None, Text()] = Field(
        default=None, description="Qué hace en la acción internacional."
    )
    areas: Annotated[tuple[Annotated[str, Text()], ...], ListOf()] = Field(
        default=(), description="Áreas de trabajo, coordinaciones o enlaces que tiene."
    )
