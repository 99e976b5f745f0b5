"""The facets of each register, declared: what people may look for it by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bitacora.records.accountability import Compromiso, Pregunta
from bitacora.records.actions import Accion
from bitacora.records.documents import Documento
from bitacora.records.events import Evento, Oportunidad
from bitacora.records.indicators import Indicador
from bitacora.records.institution import Dependencia
from bitacora.records.networks import Red
from bitacora.records.practices import BuenaPractica
from bitacora.records.relations import Actor, Hermanamiento
from bitacora.records.resources import Recurso
from bitacora.records.strategy import Eje
from bitacora.tallies.calls import application, call_state
from bitacora.tallies.contributions import MANY_COUNTRIES, by_axis, by_country
from bitacora.tallies.facet_values import (
    answer,
    axis_facet,
    coded,
    countries,
    country_facet,
    field_of,
    formats,
    languages,
    listed,
    sdg_facet,
    titled,
    year_facet,
    yes_or_no,
)
from bitacora.tallies.facets import Facet, Scene
from bitacora.tallies.happened import Relation, standing_of
from bitacora.tallies.levels import levels_of
from bitacora.tallies.meetings import meeting_state
from bitacora.tallies.sectors import sector_names, sector_of
from bitacora.tallies.situations import commitment_situation, question_situation

Facets = tuple[Facet[Any], ...]
NO_LIGHT = ("sin_informe", "No está en ese informe")
NOT_APPLIED = "sin_postular"
ODS = sdg_facet()


def _light(scene: Scene, record: Indicador) -> Iterable[object]:
    return (scene.lights.get(record.id),)


def _standing(scene: Scene, record: Relation) -> Iterable[object]:
    return (standing_of(scene.register, record, scene.as_of).state.value,)


def _meeting(scene: Scene, record: Evento) -> Iterable[object]:
    return (meeting_state(record, scene.as_of, scene.zone).value,)


def _call(scene: Scene, record: Oportunidad) -> Iterable[object]:
    return (call_state(record, scene.as_of, scene.zone).value,)


def _applied(scene: Scene, record: Oportunidad) -> Iterable[object]:
    return (application(record, scene.as_of) or NOT_APPLIED,)


def _outcomes(scene: Scene) -> Iterable[tuple[str, str]]:
    return (*listed("desenlaces_postulacion")(scene), (NOT_APPLIED, "Sin postular"))


def _commitment(scene: Scene, record: Compromiso) -> Iterable[object]:
    return (commitment_situation(record, scene.as_of),)


def _origin(_: Scene, record: Compromiso) -> Iterable[object]:
    """What a commitment comes from: a question, an event, or both."""
    return (name for name in ("pregunta", "evento") if getattr(record, name))


def _origins(_: Scene) -> Iterable[tuple[str, str]]:
    return (("pregunta", "Una pregunta"), ("evento", "Un evento"))


def _question(scene: Scene, record: Pregunta) -> Iterable[object]:
    return (question_situation(record, scene.as_of),)


def _country(scene: Scene, record: Recurso) -> Iterable[object]:
    return by_country(scene.register, record)


def _givers(scene: Scene) -> Iterable[tuple[str, str]]:
    return (*countries(scene), (MANY_COUNTRIES, "Varios países"))


def _axis_paid(scene: Scene, record: Recurso) -> Iterable[object]:
    return by_axis(scene.register, record)


def _answers(name: str, code: str, title: str) -> Facet[Any]:
    """A field of yes or no."""
    return Facet(code, title, lambda _, one: (answer(getattr(one, name)),), yes_or_no)


def _sector(scene: Scene, record: Actor) -> Iterable[object]:
    return (sector_of(record, scene.lists),)


def _sectors(scene: Scene) -> Iterable[tuple[str, str]]:
    return sector_names(scene.lists).items()


def _level(scene: Scene, record: Indicador) -> Iterable[object]:
    return levels_of(record, scene.lists)


def _units(name: str) -> Facet[Any]:
    return Facet("dependencia", "Dependencia", field_of(name), titled(Dependencia), many=True)


ACTIONS: Facets = (
    coded("estado", "Estado", "estados_accion"),
    axis_facet(),
    coded("tipo", "Tipo", "tipos_accion"),
    _units("responsables"),
    ODS,
    coded("agenda", "Agenda global", "agendas", "agendas", many=True),
    coded("modalidad", "Modalidad", "modalidades"),
    year_facet("fecha_inicio"),
)
INDICATORS: Facets = (
    Facet("luz", "Luz en el último informe", _light, listed("luces"), missing=NO_LIGHT),
    axis_facet(),
    coded("tipo", "Tipo", "tipos_indicador"),
    coded("periodicidad", "Cada cuánto se reporta", "periodicidades"),
    Facet("nivel", "Nivel", _level, listed("niveles_resultado"), many=True),
    _units("responsable_reporte"),
)
PRACTICES: Facets = (
    coded("origen", "Origen", "origenes_practica"),
    _answers("disponible_para_transferir", "ofrecida", "Se ofrece"),
    coded("etapa", "Etapa", "etapas_practica"),
    Facet("tema", "Tema", field_of("temas"), many=True),
    country_facet(),
    ODS,
    axis_facet(),
    year_facet("inicio"),
)
INSTRUMENTS: Facets = (
    Facet("situacion", "Situación", _standing, listed("situaciones_instrumento")),
    coded("tipo", "Tipo", "tipos_instrumento", "tipo_instrumento"),
    country_facet(),
    coded("contraparte", "Con quién se firma", "tipos_contraparte", "tipo_contraparte"),
    Facet("ambito", "Tema", field_of("ambitos"), many=True),
    axis_facet(),
    year_facet("firmado"),
)
NETWORKS: Facets = (
    Facet("situacion", "Situación", _standing, listed("situaciones_instrumento")),
    coded("tipo", "Tipo", "tipos_red"),
    coded("rol", "Papel", "roles_red"),
    axis_facet(),
    year_facet("adhesion"),
)
CONTRIBUTIONS: Facets = (
    year_facet("fecha"),
    coded("fuente", "De dónde viene", "fuentes_recursos", "fuente_recursos"),
    coded("rol", "Papel", "roles_recurso"),
    coded("flujo", "Momento", "tipos_flujo", "tipo_flujo"),
    coded("aporte", "Clase", "tipos_aporte", "tipo_aporte"),
    _answers("reembolsable", "prestamo", "Se devuelve"),
    coded("moneda", "Moneda", "monedas"),
    coded("modalidad", "Modalidad", "modalidades"),
    Facet("pais", "País", _country, _givers),
    ODS,
    Facet("eje", "Eje", _axis_paid, titled(Eje)),
)
CALLS: Facets = (
    Facet("situacion", "Situación", _call, listed("situaciones_oportunidad")),
    coded("categoria", "Categoría", "categorias_oportunidad"),
    coded("dirigida", "Para quién", "tipos_actor", "dirigida_a", many=True),
    Facet("postulacion", "Postulación", _applied, _outcomes),
    _answers("requiere_contrapartida", "contrapartida", "Pide contrapartida"),
    ODS,
    year_facet("cierre"),
)
MEETINGS: Facets = (
    Facet("situacion", "Situación", _meeting, listed("situaciones_evento")),
    coded("tipo", "Tipo", "tipos_evento"),
    country_facet(),
    coded("presencialidad", "Presencialidad", "presencialidades"),
    axis_facet(),
    year_facet("fecha_inicio"),
)
DOCUMENTS: Facets = (
    coded("tipo", "Tipo", "tipos_documento"),
    year_facet("fecha"),
    Facet("idioma", "Idioma", field_of("idioma"), languages),
    Facet("formato", "Formato", field_of("formato"), formats),
    coded("accesible", "Accesibilidad", "accesibilidades_documento"),
    coded("clasificacion", "Clasificación", "clasificaciones_informacion"),
)
ACTORS: Facets = (
    Facet("sector", "Sector", _sector, _sectors),
    coded("tipo", "Tipo", "tipos_actor"),
    country_facet(),
    coded("financiador", "Si financia", "categorias_financiador", "categoria_financiador"),
)
COMMITMENTS: Facets = (
    Facet("situacion", "Situación", _commitment, listed("situaciones_compromiso")),
    Facet("origen", "De qué nace", _origin, _origins, many=True),
    _units("responsable"),
    year_facet("fecha"),
)
QUESTIONS: Facets = (
    Facet("situacion", "Situación", _question, listed("situaciones_pregunta")),
    coded("origen", "Quién pregunta", "origenes_pregunta"),
    axis_facet(),
    year_facet("fecha"),
)
FACETS: Mapping[str, Facets] = {
    Accion.kind: ACTIONS,
    Indicador.kind: INDICATORS,
    BuenaPractica.kind: PRACTICES,
    Hermanamiento.kind: INSTRUMENTS,
    Red.kind: NETWORKS,
    Recurso.kind: CONTRIBUTIONS,
    Oportunidad.kind: CALLS,
    Evento.kind: MEETINGS,
    Documento.kind: DOCUMENTS,
    Actor.kind: ACTORS,
    Compromiso.kind: COMMITMENTS,
    Pregunta.kind: QUESTIONS,
}
"""The facets of each register that has an index, the most asked for first."""
