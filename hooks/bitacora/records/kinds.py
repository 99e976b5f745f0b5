"""The kinds of record: one line each, with its model, its place in data, its words for people."""

from __future__ import annotations

from dataclasses import dataclass

from bitacora.records.accountability import Compromiso, Pregunta
from bitacora.records.actions import Accion
from bitacora.records.documents import Conteo, Direccion, Documento, Retiro
from bitacora.records.events import Evento, Oportunidad
from bitacora.records.indicators import Avance, Cifra, Indicador
from bitacora.records.institution import Dependencia, Entidad
from bitacora.records.networks import Red
from bitacora.records.practices import BuenaPractica
from bitacora.records.record import Registro
from bitacora.records.relations import Actor, Hermanamiento
from bitacora.records.reports import Informe
from bitacora.records.resources import Recurso, Tasa
from bitacora.records.selfcheck import Autoevaluacion
from bitacora.records.strategy import Eje, Estrategia, Objetivo, Resultado


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record.

    ``folder`` names its place in data: ``folder/*.yml`` (a record a file), ``folder.csv`` or
    ``folder/*.csv`` (a record a row); it is also its address in the site. ``has_pages`` says
    whether each record has a page of its own; ``reserved`` are the ids none may have, since the
    site has a page of its own at that address.
    """

    model: type[Registro]
    folder: str
    singular: str
    plural: str
    has_pages: bool = True
    derived_id: tuple[str, ...] = ()
    reserved: frozenset[str] = frozenset({"index"})

    @property
    def name(self) -> str:
        """The word of the kind in references and messages."""
        return self.model.kind


VIEWS_OF_RESOURCES = frozenset(
    (
        *("index", "sumas", "tasas", "fondos-extranjeros", "por-anio", "por-aportante"),
        *("por-eje", "por-fuente", "por-modalidad", "por-ods", "por-pais", "por-via"),
    )
)
KINDS: tuple[Kind, ...] = (
    Kind(Entidad, "entidad", "entidad", "entidades", has_pages=False),
    Kind(Dependencia, "dependencias", "dependencia", "dependencias"),
    Kind(Estrategia, "estrategia", "estrategia", "estrategias"),
    Kind(Eje, "ejes", "eje", "ejes"),
    Kind(Objetivo, "objetivos", "objetivo", "objetivos"),
    Kind(Resultado, "resultados", "resultado", "resultados", has_pages=False),
    Kind(Accion, "acciones", "acción", "acciones"),
    Kind(Indicador, "indicadores", "indicador", "indicadores"),
    Kind(
        Avance,
        "avances",
        "avance",
        "avances",
        has_pages=False,
        derived_id=("indicador", "periodo", "version"),
    ),
    Kind(Informe, "informes", "informe", "informes", has_pages=False),
    Kind(Pregunta, "preguntas", "pregunta", "preguntas"),
    Kind(Compromiso, "compromisos", "compromiso", "compromisos"),
    Kind(Recurso, "recursos", "recurso", "recursos", reserved=VIEWS_OF_RESOURCES),
    Kind(Tasa, "tasas", "tasa de cambio", "tasas de cambio", has_pages=False),
    Kind(Evento, "eventos", "evento", "eventos", reserved=frozenset({"index", "misiones"})),
    Kind(Oportunidad, "oportunidades", "oportunidad", "oportunidades"),
    Kind(Cifra, "cifras", "cifra", "cifras", has_pages=False),
    Kind(Hermanamiento, "hermanamientos", "hermanamiento", "hermanamientos"),
    Kind(Red, "redes", "red", "redes"),
    Kind(BuenaPractica, "buenas-practicas", "buena práctica", "buenas prácticas"),
    Kind(Autoevaluacion, "autoevaluaciones", "autoevaluación", "autoevaluaciones"),
    Kind(Actor, "actores", "actor", "actores", reserved=frozenset({"index", "financiadores"})),
    Kind(Documento, "documentos", "documento", "documentos"),
    Kind(Conteo, "conteos", "conteo declarado", "conteos declarados", has_pages=False),
    Kind(Retiro, "retiros", "retiro", "retiros", has_pages=False),
    Kind(Direccion, "direcciones", "dirección", "direcciones", has_pages=False),
)

BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
BY_FOLDER: dict[str, Kind] = {kind.folder: kind for kind in KINDS}
BY_MODEL: dict[type[Registro], Kind] = {kind.model: kind for kind in KINDS}
