"""The rows of the code lists: a code, its name, what it means, and what some lists add."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bitacora.records.fieldtypes import ListOf
from bitacora.records.record import Bloque
from bitacora.records.values import CodeWord, Label, LongText, Number, Pattern, Text, Whole, YesNo

Texto = Annotated[str, LongText(unknown=False)]
Opcional = Annotated[str | None, LongText()]
Libre = Annotated[object, Text(unknown=True)]


class Codigo(Bloque):
    """One code of a list."""

    codigo: Annotated[str, CodeWord()]
    nombre: Annotated[str, Label()]
    definicion: Opcional = None


class CodigoCitado(Codigo):
    """A code that comes from a publication."""

    fuente: Opcional = None


class CodigoOds(Codigo):
    """A Sustainable Development Goal with its colour and the text colour that reads on it."""

    nombre_largo: Texto
    color: Annotated[str, Pattern(regex="#[0-9A-Fa-f]{6}", form="un color #RRGGBB")]
    texto_sobre_color: Annotated[str, Pattern(regex="blanco|negro", form="blanco o negro")]
    contraste_blanco: Annotated[object, Number()]
    contraste_negro: Annotated[object, Number()]


class CodigoAgenda(CodigoCitado):
    """A global agenda: date, origin, whether it binds; what the guide does not say is unknown."""

    fecha: Libre = None
    origen: Libre = None
    url: Libre = None
    vinculante: Libre = None
    nota: Opcional = None


class CodigoCriterio(CodigoCitado):
    """A qualitative criterion."""

    numero: Annotated[int, Whole(low=1, high=99)]


class CodigoPregunta(CodigoCitado):
    """A question of a criterion."""

    criterio: Annotated[str, Text(max_length=40)]


class CodigoAgrupado(CodigoCitado):
    """A quantitative criterion of one of the seven groups."""

    grupo: Annotated[str, Text(max_length=40)]
    grupo_nombre: Annotated[str, Text()]
    tipo_medida: Opcional = None
    unidad_sugerida: Opcional = None


class CodigoActor(CodigoCitado):
    """A type of actor in its sector."""

    sector: Annotated[str, Text(max_length=40)]
    sector_nombre: Annotated[str, Text()]


class CodigoAspecto(CodigoCitado):
    """One of the sixteen aspects of a project, with the field of the action that answers it."""

    campo: Annotated[str, Text(max_length=40)]


class CodigoPeriodicidad(Codigo):
    """How often something is reported; without months, once in the term."""

    meses: Annotated[int | None, Whole(low=1, high=120)] = None


class CodigoMoneda(Codigo):
    """A currency with the sign it is shown with."""

    simbolo: Annotated[str, Text(max_length=10)]
    decimales: Annotated[int, Whole(low=0, high=4)] = 2


class CodigoPais(Codigo):
    """A country whose name or spellings differ from the standard table."""

    alias: Annotated[tuple[Annotated[str, Text()], ...], ListOf()] = Field(default=())
    nota: Opcional = None


class CodigoRecurrencia(Codigo):
    """How often an expected result comes back."""

    anios: Annotated[int | None, Whole(low=1, high=50)] = None


class CodigoLicencia(Codigo):
    """A licence with the address of its text."""

    url: Opcional = None


class CodigoGlosario(Codigo):
    """A term that readers meet, with its acronym, with the words by which pages explain it."""

    sigla: Opcional = None
    formas: Annotated[tuple[Annotated[str, Text()], ...], ListOf()] = Field(default=())


class CodigoSinonimo(Codigo):
    """Words that readers use for the same thing."""

    palabras: Annotated[tuple[Annotated[str, Text()], ...], ListOf()] = Field(default=())


class CodigoFactor(CodigoCitado):
    """A factor of sustainability in its stage."""

    etapa: Annotated[str, Text(max_length=40)]
    etapa_nombre: Annotated[str, Text()]


class CodigoMedidaNivel(CodigoCitado):
    """Something to measure at one of the three levels."""

    nivel: Annotated[str, Text(max_length=40)]


class CodigoVia(CodigoCitado):
    """A way to reach those who cooperate, official or decentralised."""

    cauce: Annotated[str, Text(max_length=40)]


class CodigoLista(Codigo):
    """A list of codes; a closed one has its meaning in the program, so it may only be renamed."""

    cerrada: Annotated[bool, YesNo()]


SPECIAL_MODELS: dict[str, type[Codigo]] = {
    "ods": CodigoOds,
    "agendas": CodigoAgenda,
    "criterios": CodigoCriterio,
    "preguntas": CodigoPregunta,
    "criterios_cuantitativos": CodigoAgrupado,
    "tipos_actor": CodigoActor,
    "aspectos_proyecto": CodigoAspecto,
    "periodicidades": CodigoPeriodicidad,
    "monedas": CodigoMoneda,
    "paises": CodigoPais,
    "recurrencias": CodigoRecurrencia,
    "licencias": CodigoLicencia,
    "glosario": CodigoGlosario,
    "sinonimos": CodigoSinonimo,
    "factores_sostenibilidad": CodigoFactor,
    "niveles_resultado": CodigoCitado,
    "medidas_nivel": CodigoMedidaNivel,
    "vias_acceso": CodigoVia,
    "listas": CodigoLista,
}
