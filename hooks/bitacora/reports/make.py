"""The content of a report made from the data, section by section."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bitacora.records.indicators import Avance
from bitacora.records.institution import Dependencia
from bitacora.records.strategy import Eje, Semaforo
from bitacora.records.unknown import NoInformado
from bitacora.register import in_reading_order
from bitacora.reports.content import Contenido, EjeInforme, Encuentro, Renglon
from bitacora.reports.sections.amendments import amendments
from bitacora.reports.sections.changes import changes
from bitacora.reports.sections.conservation import conserve
from bitacora.reports.sections.council import commitments, questions
from bitacora.reports.sections.highlights import highlights
from bitacora.reports.sections.lines import lines
from bitacora.reports.sections.meetings import (
    applications,
    closed_untried,
    closing_next,
    meetings,
    missions,
)
from bitacora.reports.sections.participants import participants
from bitacora.reports.sections.practices import practices
from bitacora.reports.sections.registers import checks_done, documents, fees
from bitacora.reports.sections.relations import relations
from bitacora.reports.sections.resources import contributions, sums_of, without_quarter
from bitacora.reports.sections.undone import done_since, undone
from bitacora.reports.view import View
from bitacora.tallies.belonging import current_strategy


def make_content(view: View) -> Contenido:
    """All that the report of a quarter says, seen from its cut-off; raises ValueError if any
    record were lost or told twice."""
    measured, given, kept = lines(view), contributions(view), relations(view)
    met, applied = meetings(view), applications(view)
    content = Contenido(
        **_heading(view),
        ejes=_axes(view, measured),
        destacados=highlights(view, measured, given, kept),
        renglones=measured,
        informe_anterior=view.previous.periodo if view.previous else None,
        cambios=(),
        aportes=given,
        sumas=sums_of(given, view.lists, view.previous.sumas if view.previous else ()),
        vinculos=kept,
        encuentros=met,
        postulaciones=applied,
        practicas=practices(view),
        pendientes=undone(view),
        preguntas=questions(view),
        compromisos=commitments(view),
        enmiendas=amendments(view),
        fuentes=_sources(view),
        metodo=view.record.metodo if view.record else (),
        aportes_sin_trimestre=without_quarter(view),
        cumplidos=done_since(view),
        participaciones=participants(view, measured, given, met, applied),
        **_registers(view, met),
    )
    conserve(view, content)
    return _with_changes(view, content)


def _heading(view: View) -> dict[str, Any]:
    """Whose report it is, of when, by which lights."""
    entity, lights = view.entity, _lights(view)
    office = view.register.get(Dependencia, entity.dependencia_internacional)
    mail = office.correo if office and office.correo else entity.contacto.correo
    return {
        "periodo": view.quarter.text,
        "corte": view.cutoff,
        "entidad": entity.nombre,
        "demostracion": entity.demostracion,
        "dependencia": office.nombre if office else entity.dependencia_internacional,
        "contacto": None if isinstance(mail, NoInformado) else mail,
        "resumen": view.record.resumen if view.record else None,
        "en_meta_desde": lights.en_meta,
        "en_riesgo_desde": lights.en_riesgo,
    }


def _registers(view: View, met: Sequence[Encuentro]) -> dict[str, Any]:
    """What the registers tell besides."""
    return {
        "misiones": missions(met),
        "cerradas_sin_postular": closed_untried(view),
        "por_cerrar": closing_next(view),
        "cuotas": fees(view),
        "documentos": documents(view),
        "autoevaluaciones": checks_done(view),
    }


def _with_changes(view: View, content: Contenido) -> Contenido:
    if view.previous is None:
        return content
    return content.model_copy(update={"cambios": changes(view.previous, content)})


def _lights(view: View) -> Semaforo:
    strategy = current_strategy(view.register, view.quarter.end)
    return strategy.semaforo if strategy else Semaforo()


def _axes(view: View, measured: tuple[Renglon, ...]) -> tuple[EjeInforme, ...]:
    """The axes of the strategies that the lines serve, in their order; a silent one stays."""
    served = (view.register.get(Eje, line.eje) for line in measured)
    plans = {axis.estrategia for axis in served if axis}
    axes = (axis for axis in view.register.all(Eje) if axis.estrategia in plans)
    return tuple(EjeInforme(id=axis.id, nombre=axis.nombre) for axis in in_reading_order(axes))


def _sources(view: View) -> tuple[str, ...]:
    """The sources of the rows of the quarter known at the cut-off, each once."""
    rows = (row for row in view.register.all(Avance) if row.periodo.quarter == view.quarter)
    known = (row for row in rows if row.actualizado <= view.cutoff)
    return tuple(sorted({source for row in known for source in row.fuente}))
