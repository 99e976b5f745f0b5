"""The strategy: its term, diagnosis, challenges, axes, objectives, expected results."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from bitacora.records.fieldtypes import ListOf
from bitacora.records.partial_date import PartialDate
from bitacora.records.record import Bloque, Ficha, Sources
from bitacora.records.unknown import NoInformado
from bitacora.records.values import (
    CodeOf,
    Day,
    LongText,
    Moment,
    Number,
    Ref,
    Text,
    WebAddress,
    Whole,
    Year,
    YesNo,
)

TextoInformable = Annotated[str | NoInformado, Text(unknown=True)]
LargoInformable = Annotated[str | NoInformado, LongText(unknown=True)]
AnioInformable = Annotated[int | NoInformado, Year(unknown=True)]
ListaOds = Annotated[tuple[Annotated[str, CodeOf(codelist="ods")], ...], ListOf()]
ListaAgendas = Annotated[tuple[Annotated[str, CodeOf(codelist="agendas")], ...], ListOf()]


class Punto(Bloque):
    """One point of the diagnosis, with its own source where it differs from the record's."""

    texto: Annotated[str, LongText()] = Field(description="El hecho, en una o dos frases.")
    periodo: Annotated[str | None, Text()] = Field(
        default=None, description="Año o años a los que se refiere."
    )
    fuente: Sources = Field(default=(), description="Fuente propia del punto, si es otra.")


class Reto(Bloque):
    """A challenge that the strategy answers."""

    numero: Annotated[int, Whole(low=1, high=99)] = Field(description="Número del reto.")
    descripcion: Annotated[str, LongText()] = Field(description="El reto, en una frase.")
    fuente: Sources = Field(default=(), description="Fuente propia del reto, si es otra.")


class Norma(Bloque):
    """A rule of law that frames the international action."""

    norma: Annotated[str, Text()] = Field(description="Ley, decreto, acuerdo o resolución.")
    dispone: Annotated[str | None, LongText()] = Field(default=None, description="Qué dispone.")
    enlace: Annotated[str | None, WebAddress()] = Field(default=None, description="Texto oficial.")
    fuente: Sources = Field(default=(), description="Fuente propia, si es otra.")


class Linea(Bloque):
    """A way of working that the strategy names: what it is called, what it consists of."""

    nombre: Annotated[str, Text()] = Field(description="Nombre.")
    en_que_consiste: LargoInformable = Field(description="En qué consiste.")
    fuente: Sources = Field(default=(), description="Fuente propia, si es otra.")


class Instancia(Bloque):
    """A body that steers or coordinates the strategy."""

    nombre: Annotated[str, Text()] = Field(description="Nombre de la instancia.")
    funcion: LargoInformable = Field(description="Para qué existe.")
    integrantes: TextoInformable = Field(description="Quiénes la forman, por cargos o entidades.")
    estado: Annotated[str | None, Text()] = Field(default=None, description="Cómo está hoy.")
    periodicidad: Annotated[str | None, Text()] = Field(
        default=None, description="Cada cuánto se reúne."
    )
    fuente: Sources = Field(default=(), description="Fuente propia, si es otra.")


class Denominacion(Bloque):
    """The word the office uses for a level of its strategy."""

    singular: Annotated[str, Text(max_length=60)] = Field(
        description="Por ejemplo: Línea de acción."
    )
    plural: Annotated[str, Text(max_length=60)] = Field(
        description="Por ejemplo: Líneas de acción."
    )


class Semaforo(Bloque):
    """From which share of what was expected each light is given."""

    en_meta: Annotated[Decimal, Number()] = Field(
        default=Decimal("0.9"), description="Desde qué parte de lo esperado va en meta: 0.9."
    )
    en_riesgo: Annotated[Decimal, Number()] = Field(
        default=Decimal("0.7"), description="Desde qué parte va en riesgo; por debajo, atrasado."
    )


class Estrategia(Ficha):
    """A policy, plan or strategy of international action with its term."""

    kind: ClassVar[str] = "estrategia"

    nombre: Annotated[str, Text()] = Field(description="Nombre oficial.")
    tipo: Annotated[str, CodeOf(codelist="tipos_estrategia")] = Field(
        description="Qué clase de plan es."
    )
    vigencia_inicio: AnioInformable = Field(description="Primer año de la vigencia.")
    vigencia_fin: AnioInformable = Field(description="Último año de la vigencia.")
    fecha_inicio: Annotated[date | None, Day()] = Field(
        default=None, description="Primer día de la vigencia, si no es el 1 de enero."
    )
    semaforo: Semaforo = Field(
        default=Semaforo(), description="Desde qué parte de lo esperado se da cada luz."
    )
    acto_adopcion: Annotated[str | None, Text()] = Field(
        default=None, description="Acuerdo, decreto o resolución que la adoptó."
    )
    fecha_adopcion: Annotated[PartialDate | None, Moment()] = Field(
        default=None, description="Fecha del acto de adopción."
    )
    objetivo_general: LargoInformable = Field(description="Para qué existe la estrategia.")
    resumen: Annotated[str | None, LongText()] = Field(
        default=None, description="La estrategia contada a la ciudadanía, en un párrafo."
    )
    documento: Annotated[str | None, Ref(kind="documento")] = Field(
        default=None, description="Documento oficial de la estrategia."
    )
    participacion: Annotated[str | None, LongText()] = Field(
        default=None, description="Quiénes participaron en su construcción."
    )
    denominacion_eje: Denominacion = Field(
        default=Denominacion(singular="Eje", plural="Ejes"),
        description="Cómo llama esta estrategia a sus ejes.",
    )
    denominacion_objetivo: Denominacion = Field(
        default=Denominacion(singular="Objetivo", plural="Objetivos"),
        description="Cómo llama esta estrategia a sus objetivos.",
    )
    denominacion_accion: Denominacion = Field(
        default=Denominacion(singular="Acción", plural="Acciones"),
        description="Cómo llama esta estrategia a sus acciones.",
    )
    retos: tuple[Reto, ...] = Field(default=(), description="Retos a los que responde.")
    antecedentes: tuple[Punto, ...] = Field(default=(), description="Perfil: lo que ya se hizo.")
    capacidades: tuple[Punto, ...] = Field(default=(), description="Perfil: con qué se cuenta.")
    oportunidades: tuple[Punto, ...] = Field(
        default=(), description="Perfil: qué ofrece el entorno."
    )
    necesidades: tuple[Punto, ...] = Field(default=(), description="Perfil: qué hace falta.")
    foda_fortalezas: tuple[Punto, ...] = Field(default=(), description="FODA: fortalezas.")
    foda_oportunidades: tuple[Punto, ...] = Field(default=(), description="FODA: oportunidades.")
    foda_debilidades: tuple[Punto, ...] = Field(default=(), description="FODA: debilidades.")
    foda_amenazas: tuple[Punto, ...] = Field(default=(), description="FODA: amenazas.")
    marco_legal: tuple[Norma, ...] = Field(default=(), description="Normas que la enmarcan.")
    materializacion: tuple[Linea, ...] = Field(
        default=(), description="Cómo se pone en práctica: estrategias de materialización."
    )
    gobernanza: tuple[Instancia, ...] = Field(default=(), description="Instancias que la dirigen.")

    @property
    def first_year(self) -> int | None:
        """The first year of the term; None where no source gives it."""
        return None if isinstance(self.vigencia_inicio, NoInformado) else self.vigencia_inicio

    @property
    def last_year(self) -> int | None:
        """The last year of the term; None where no source gives it."""
        return None if isinstance(self.vigencia_fin, NoInformado) else self.vigencia_fin

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year of the term; None unless both are known."""
        return (self.first_year, self.last_year) if self.first_year and self.last_year else None


class Eje(Ficha):
    """An axis (or line of action) of a strategy; between three and six are advised."""

    kind: ClassVar[str] = "eje"

    estrategia: Annotated[str, Ref(kind="estrategia")] = Field(
        description="Estrategia a la que pertenece."
    )
    numero: Annotated[int, Whole(low=1, high=99)] = Field(
        description="Número, único en la estrategia."
    )
    nombre: Annotated[str, Text()] = Field(description="Nombre del eje.")
    descripcion: LargoInformable = Field(description="Qué busca, en palabras sencillas.")
    dimension: Annotated[str | None, CodeOf(codelist="dimensiones")] = Field(
        default=None, description="Competencia o cooperación."
    )
    ods: ListaOds = Field(default=(), description="ODS a los que contribuye.")
    dependencia_lider: Annotated[str | None, Ref(kind="dependencia")] = Field(
        default=None, description="Dependencia que lo lidera."
    )
    hitos: tuple[Punto, ...] = Field(default=(), description="Lo que ya se logró, con su año.")
    servicios: Annotated[tuple[Annotated[str, Text()], ...], ListOf()] = Field(
        default=(), description="Servicios que se ofrecen en este eje."
    )


class Objetivo(Ficha):
    """An objective of an axis, tied to the goal of the development plan it serves."""

    kind: ClassVar[str] = "objetivo"
    title_field: ClassVar[str] = "descripcion"

    eje: Annotated[str, Ref(kind="eje")] = Field(description="Eje al que pertenece.")
    numero: Annotated[str, Text(max_length=12)] = Field(description="Número: 1, 1.1…")
    descripcion: Annotated[str, Text()] = Field(description="El objetivo, en una frase.")
    meta_plan_desarrollo: TextoInformable = Field(
        description="Meta del plan de desarrollo a la que contribuye."
    )
    ods: ListaOds = Field(default=(), description="ODS a los que responde.")
    agendas: ListaAgendas = Field(default=(), description="Agendas globales a las que responde.")


class Resultado(Ficha):
    """A result that a strategy expects, with the years in which it is due."""

    kind: ClassVar[str] = "resultado"
    title_field: ClassVar[str] = "descripcion"

    eje: Annotated[str, Ref(kind="eje")] = Field(description="Eje al que pertenece.")
    objetivo: Annotated[str | None, Ref(kind="objetivo")] = Field(
        default=None, description="Objetivo al que pertenece, si se sabe."
    )
    descripcion: Annotated[str, Text()] = Field(description="El resultado esperado.")
    anios: Annotated[tuple[Annotated[int, Year()], ...], ListOf()] = Field(
        default=(), description="Años sueltos en que se espera: 2012|2014|2016."
    )
    anio_inicio: Annotated[int | None, Year()] = Field(default=None, description="Año inicial.")
    anio_fin: Annotated[int | None, Year()] = Field(default=None, description="Año final.")
    recurrencia: Annotated[str | None, CodeOf(codelist="recurrencias")] = Field(
        default=None, description="Cada cuánto se repite."
    )
    y_siguientes: Annotated[bool, YesNo()] = Field(
        default=False, description="Sí, si continúa después del último año escrito."
    )
    texto_original: Annotated[str | None, Text()] = Field(
        default=None, description="Los años tal como los escribe la fuente."
    )
