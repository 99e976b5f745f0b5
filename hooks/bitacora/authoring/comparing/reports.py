"""The quarterly reports before and after: which read otherwise, and in what."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.authoring.comparing.change import CHANGED, GONE, NEW, ReportChange
from bitacora.authoring.comparing.side import Side
from bitacora.edition import Edition
from bitacora.quarters import Period
from bitacora.reports.content import Contenido
from bitacora.reports.published import Published
from bitacora.reports.sections.changes import changes

SECTIONS = {
    "resumen": "el resumen",
    "ejes": "los ejes",
    "aportes": "los aportes",
    "sumas": "las sumas de aportes",
    "vinculos": "los hermanamientos y las redes",
    "encuentros": "las misiones y los eventos",
    "misiones": "el costo de las misiones",
    "postulaciones": "las postulaciones",
    "cerradas_sin_postular": "las convocatorias que pasaron",
    "por_cerrar": "las convocatorias por cerrar",
    "practicas": "las buenas prácticas",
    "pendientes": "lo que no se hizo",
    "cumplidos": "lo que se cumplió después",
    "preguntas": "las preguntas",
    "compromisos": "los compromisos",
    "enmiendas": "las correcciones",
    "fuentes": "las fuentes",
    "metodo": "el método",
    "aportes_sin_trimestre": "los aportes sin trimestre",
    "cuotas": "las cuotas de redes",
    "participaciones": "quiénes participaron",
    "documentos": "los documentos",
    "autoevaluaciones": "las autoevaluaciones",
}
"""The sections of a report by the name of their field; those of its lines are told one by one."""
LINES = "la explicación de algunos indicadores"


def report_changes(before: Side, after: Side) -> tuple[ReportChange, ...]:
    """What happened to each report in its latest version, the earliest first; nothing where errors
    leave no edition."""
    if before.edition is None or after.edition is None:
        return ()
    was, now = _latest(before.edition), _latest(after.edition)
    return tuple(
        found
        for quarter in sorted({*was, *now})
        for found in _report(quarter, was.get(quarter), now.get(quarter))
    )


def _latest(edition: Edition) -> dict[Period, Published]:
    return {one.quarter: one for one in edition.reports if one.latest}


def _report(
    quarter: Period, was: Published | None, now: Published | None
) -> Iterator[ReportChange]:
    if was is None or now is None:
        yield ReportChange(
            quarter,
            NEW if now else GONE,
            was.state if was else "",
            now.state if now else "",
            was.version if was else 0,
            now.version if now else 0,
        )
        return
    same_state = (was.state, was.version) == (now.state, now.version)
    if same_state and was.content == now.content:
        return
    yield ReportChange(
        quarter,
        CHANGED,
        was.state,
        now.state,
        was.version,
        now.version,
        changes(was.content, now.content),
        tuple(_sections(was.content, now.content)),
    )


def _sections(was: Contenido, now: Contenido) -> Iterator[str]:
    yield from (name for key, name in SECTIONS.items() if getattr(was, key) != getattr(now, key))
    old, new = (
        {it.indicador: (it.medida, it.explicacion) for it in one.renglones} for one in (was, now)
    )
    if any(old[name] != new[name] for name in old.keys() & new.keys()):
        yield LINES
