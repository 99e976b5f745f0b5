"""The page of a report, all its sections in order."""

from __future__ import annotations

from typing import Any

from bitacora.artefacts import Artefact
from bitacora.pages.reports.amendments import HEAD as AMENDMENT_HEAD
from bitacora.pages.reports.amendments import MENDED, REVISED, amendment_rows, of_class
from bitacora.pages.reports.amendments import NUMBERS as AMENDMENT_NUMBERS
from bitacora.pages.reports.changes import changes_section
from bitacora.pages.reports.council import (
    COMMITMENT_HEAD,
    QUESTION_HEAD,
    commitment_row,
    question_row,
)
from bitacora.pages.reports.coverage import coverage
from bitacora.pages.reports.events import (
    CALL_HEAD,
    MEETING_HEAD,
    UNDONE_HEAD,
    call_row,
    done_line,
    meeting_row,
    practice_line,
    undone_row,
)
from bitacora.pages.reports.heading import citation, heading
from bitacora.pages.reports.levels import level_section
from bitacora.pages.reports.lights import axis_section
from bitacora.pages.reports.lines import HEAD as LINE_HEAD
from bitacora.pages.reports.lines import NUMBERS as LINE_NUMBERS
from bitacora.pages.reports.lines import line_groups
from bitacora.pages.reports.measures import exceptions
from bitacora.pages.reports.registers import registers_section
from bitacora.pages.reports.relations import relations_section
from bitacora.pages.reports.resources import resources_section
from bitacora.pages.reports.sheet import Sheet
from bitacora.pages.writing import PageHead, Writer

Table = dict[str, Any]


def report_page(sheet: Sheet, writer: Writer) -> Artefact:
    """One version of a report at one address. Only the latest is searched, so that whoever looks
    for a figure finds the one that holds."""
    report = sheet.published
    title = f"Informe del {report.quarter.spoken}"
    if sheet.permanent:
        title = f"{title}, versión {report.version}"
    values = {
        "titulo": title,
        "h": heading(sheet),
        "cita": citation(sheet),
        "anterior": report.content.informe_anterior,
        "anio_anterior": report.quarter.end.year - 1,
        "hay_anio_anterior": any(line.anio_anterior for line in report.content.renglones),
        "excepciones": exceptions(sheet),
        "ejes": axis_section(sheet) if report.content.renglones else None,
        "niveles": level_section(sheet),
        "encabezado": LINE_HEAD,
        "numeros": LINE_NUMBERS,
        "grupos": line_groups(sheet),
        "cambios": changes_section(sheet),
        "recursos": resources_section(sheet),
        "relaciones": relations_section(sheet),
        "demas": registers_section(sheet),
        **_happened(sheet),
        **_amended(sheet),
        "cobertura": coverage(sheet),
    }
    kind = "" if sheet.permanent else "Informe trimestral"
    state = sheet.lists.name("estados_informe", report.state)
    head = PageHead(sheet.path, title, kind, state)
    return writer.page(head, "informe", values)


def _happened(sheet: Sheet) -> dict[str, Any]:
    content = sheet.content
    return {
        "encuentros": _table(MEETING_HEAD, [meeting_row(sheet, it) for it in content.encuentros]),
        "postulaciones": _table(
            CALL_HEAD, [call_row(sheet, it) for it in content.postulaciones], (4,)
        ),
        "practicas": [practice_line(sheet, item) for item in content.practicas],
        "pendientes": _table(UNDONE_HEAD, [undone_row(sheet, it) for it in content.pendientes]),
        "cumplidos": [done_line(sheet, item) for item in content.cumplidos],
        "preguntas": _table(QUESTION_HEAD, [question_row(sheet, it) for it in content.preguntas]),
        "compromisos": _table(
            COMMITMENT_HEAD, [commitment_row(sheet, it) for it in content.compromisos]
        ),
    }


def _amended(sheet: Sheet) -> dict[str, Table]:
    def rows(name: str) -> list[list[str]]:
        return amendment_rows(sheet.presenter, of_class(sheet.content, name))

    return {
        "correcciones": _table(AMENDMENT_HEAD, rows(MENDED), AMENDMENT_NUMBERS),
        "revisiones": _table(AMENDMENT_HEAD, rows(REVISED), AMENDMENT_NUMBERS),
    }


def _table(head: tuple[str, ...], rows: list[list[str]], numbers: tuple[int, ...] = ()) -> Table:
    return {"encabezado": head, "filas": rows, "numeros": numbers}
