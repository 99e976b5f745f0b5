"""A change as JSON, for other programs."""

from __future__ import annotations

from collections.abc import Iterable

from bitacora.authoring.comparing.change import (
    Change,
    Counts,
    FigureChange,
    ListChange,
    RecordChange,
    ReportChange,
)
from bitacora.authoring.comparing.telling import short
from bitacora.authoring.problem_formats import row
from bitacora.canonical import Value, json_text
from bitacora.problems import Problem
from bitacora.reading.code_lists import CodeLists


def as_json(change: Change, lists: CodeLists, against: str) -> str:
    """An object with stable keys; values are exact, dates and periods as in the data files."""
    told, site = short(change, lists), change.site
    return json_text(
        {
            "fecha": change.as_of.isoformat(),
            "comparado": against,
            "publicable": change.can_be_published,
            "mismos_datos": change.is_nothing,
            "resumen": [told.verdict, *(f"{head}: {words}" for head, words in told.lines)],
            "por_corregir": _problems((*change.blocking, *change.new_errors), site),
            "cierres_en_riesgo": _problems(change.at_risk, site),
            "cifras": [_figure(it) for it in change.figures],
            "informes": [_report(it) for it in change.reports],
            "registros": [_record(it) for it in change.records],
            "listas": [_list(it) for it in change.lists],
            "paginas": {
                "nuevas": list(change.pages.new),
                "mudadas": [{"antes": was, "ahora": now} for was, now in change.pages.moved],
                "retiradas": list(change.pages.withdrawn),
                "desaparecen": list(change.pages.gone),
            },
            "sin_publicar": change.hidden,
            "revision": {
                "antes": _counts(change.before),
                "ahora": _counts(change.after),
                "nuevos": _problems((*change.faults, *change.new_problems), site),
                "resueltos": _problems(change.solved, site),
            },
            "archivos": {
                "datos": list(change.touched.data),
                "palabras": list(change.touched.words),
                "programa": list(change.touched.program),
            },
        }
    )


def _problems(problems: Iterable[Problem], site: str | None) -> Value:
    return [row(problem, site) for problem in problems]


def _counts(counts: Counts) -> Value:
    return {str(severity): total for severity, total in counts.items()}


def _figure(change: FigureChange) -> Value:
    figure = change.figure
    return {
        "clave": list(figure.key),
        "de": figure.about,
        "nombre": figure.name,
        "antes": change.before.value if change.before else None,
        "ahora": change.after.value if change.after else None,
    }


def _report(change: ReportChange) -> Value:
    return {
        "periodo": change.quarter.text,
        "que": change.what,
        "antes": {"estado": change.before, "version": change.version_before},
        "ahora": {"estado": change.after, "version": change.version},
        "cambios": [
            {
                "clase": it.clase,
                "tipo": it.tipo,
                "id": it.id,
                "nombre": it.nombre,
                "periodo": it.periodo,
                "antes": it.antes,
                "ahora": it.ahora,
            }
            for it in change.changes
        ],
        "secciones": list(change.sections),
    }


def _record(change: RecordChange) -> Value:
    return {
        "tipo": change.kind.name,
        "id": change.id,
        "nombre": change.title,
        "que": change.what,
        "campos": [
            {"campo": it.field, "antes": it.before, "ahora": it.after} for it in change.fields
        ],
    }


def _list(change: ListChange) -> Value:
    return {
        "lista": change.name,
        "nuevos": list(change.new),
        "cambian": list(change.changed),
        "salen": list(change.gone),
    }
