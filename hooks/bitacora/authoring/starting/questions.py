"""What a new site asks of its office, each answer read by the field it will fill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from bitacora.checks.text import TO_FILL
from bitacora.records.fields import shape_of
from bitacora.records.fieldtypes import FieldType, ReadingContext
from bitacora.records.institution import Contacto, Dependencia, Entidad
from bitacora.records.record import Registro
from bitacora.records.strategy import Eje, Estrategia

UNKNOWN = "no_informado"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked: ``key`` names it (and its flag), ``words`` ask it, ``model`` and
    ``field`` say what it fills; ``unanswered`` is what stands there meanwhile, and where it is
    empty the field is left out. ``path`` is the field as problems tell it."""

    key: str
    words: str
    model: type[BaseModel]
    field: str
    unanswered: str = ""
    path: str = ""

    @property
    def kind(self) -> str:
        """The kind of the record that the answer goes to."""
        return self.model.kind if issubclass(self.model, Registro) else Entidad.kind

    @property
    def told(self) -> str:
        """The field as problems tell it."""
        return self.path or self.field


OF_THE_ENTITY = (
    Question("nombre", "Nombre oficial del gobierno", Entidad, "nombre", f"Gobierno {TO_FILL}"),
    Question(
        "nombre-corto",
        "Nombre del territorio, como lo dice la gente",
        Entidad,
        "nombre_corto",
        f"Territorio {TO_FILL}",
    ),
    Question("tipo", "Tipo de gobierno", Entidad, "tipo", "municipio"),
    Question(
        "codigo",
        "Código DIVIPOLA (5 cifras; 2 si es departamento)",
        Entidad,
        "divipola",
        UNKNOWN,
    ),
    Question(
        "oficina",
        "Oficina que responde por la acción internacional",
        Dependencia,
        "nombre",
        f"Oficina {TO_FILL}",
    ),
    Question(
        "correo",
        "Correo institucional de la oficina, no de una persona",
        Contacto,
        "correo",
        UNKNOWN,
        path="contacto.correo",
    ),
    Question(
        "plan",
        "Plan de desarrollo, con sus años",
        Entidad,
        "plan_desarrollo",
        UNKNOWN,
    ),
    Question(
        "sede",
        "Dirección de la página oficial del gobierno",
        Entidad,
        "sede_electronica",
        UNKNOWN,
    ),
    Question("sitio", "Dirección que tendrá este sitio", Entidad, "direccion_sitio"),
    Question(
        "repositorio",
        "Dirección del repositorio en GitHub o GitLab",
        Entidad,
        "repositorio",
    ),
    Question("licencia", "Licencia de los datos", Entidad, "licencia_datos", "CC-BY-4.0"),
    Question("color", "Color del gobierno, como #1d3f72", Entidad, "color_principal"),
)
OF_THE_STRATEGY = (
    Question(
        "estrategia",
        "Nombre oficial de la estrategia",
        Estrategia,
        "nombre",
        f"Estrategia {TO_FILL}",
    ),
    Question("inicio", "Primer año de la estrategia", Estrategia, "vigencia_inicio", UNKNOWN),
    Question("fin", "Último año de la estrategia", Estrategia, "vigencia_fin", UNKNOWN),
    Question(
        "fuente",
        "Documento o acto de donde sale la estrategia",
        Estrategia,
        "fuente",
        f"Documento {TO_FILL}",
    ),
)
SINGLE = (*OF_THE_ENTITY, *OF_THE_STRATEGY)
"""What has one answer, in the order in which it is asked."""
AXIS = Question("eje", "Nombre del eje", Eje, "nombre")
PROGRAM = Question(
    "programa",
    "Dirección de donde se clona el programa con git",
    Entidad,
    "repositorio",
)
"""Asked only where git does not know: what publishes the site fetches the program from there."""
UNIT = Question("dependencia", "Otra dependencia que reporta datos", Dependencia, "nombre")


def answered(question: Question, text: str, context: ReadingContext) -> str:
    """The answer as the data will say it. ValueError, in the words of the field itself, where the
    field refuses it."""
    shape = shape_of(question.model, question.field)
    assert shape is not None
    kind = shape.value_type or FieldType()
    adapter: TypeAdapter[Any] = TypeAdapter(Annotated[Any, kind])
    try:
        return str(adapter.validate_python(" ".join(text.split()), context=context))
    except ValidationError as error:
        told = error.errors()[0].get("ctx", {})
        raise ValueError(f"{told['message']} {told['remedy']}") from None


def asked_of(kind: str, campo: str) -> Question | None:
    """The question whose answer stands in a field, by the kind of its record and the field as
    problems tell it; None where nobody was asked for it."""
    return next((one for one in SINGLE if (one.kind, one.told) == (kind, campo)), None)
