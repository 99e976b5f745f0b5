"""What every record shares: identity, source, responsible unit, date, state of publication."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from bitacora.records.fieldtypes import ListOf
from bitacora.records.values import CodeOf, Day, LongText, Ref, Slug, Source

Sources = Annotated[tuple[Annotated[str, Source()], ...], ListOf()]
Flags = Annotated[tuple[Annotated[str, CodeOf(codelist="banderas")], ...], ListOf()]


class Bloque(BaseModel):
    """A group of fields inside a record; frozen, and closed to fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Registro(Bloque):
    """One record. ``kind`` is its word in the data; ``title`` is how people call it."""

    kind: ClassVar[str]
    title_field: ClassVar[str] = "nombre"

    id: Annotated[str, Slug()] = Field(
        description="Identificador estable. En YAML es el nombre del archivo; no cambia nunca."
    )
    fuente: Sources = Field(
        description="De dónde sale el dato. «documento:ID, página» enlaza un documento.",
        min_length=1,
    )
    actualizado: Annotated[date, Day()] = Field(description="Última vez que se revisó el dato.")
    estado_publicacion: Annotated[str, CodeOf(codelist="estados_publicacion")] = Field(
        default="publicado", description="Un borrador no sale en el sitio ni en los datos."
    )
    banderas: Flags = Field(
        default=(), description="Advertencias sobre la calidad del dato que se muestran al público."
    )
    nota: Annotated[str | None, LongText()] = Field(
        default=None, description="Aclaración sobre el dato, para el público."
    )

    @property
    def title(self) -> str:
        """The record's name as people read it."""
        return str(getattr(self, self.title_field))

    @property
    def is_public(self) -> bool:
        """Whether the record may appear in any output."""
        return self.estado_publicacion != "borrador"


class Ficha(Registro):
    """A record for which a unit of the administration answers."""

    responsable: Annotated[str, Ref(kind="dependencia")] = Field(
        description="Dependencia que responde por el dato; nunca una persona."
    )
