"""The method told with an indicator of the site: from what was promised to its light."""

from __future__ import annotations

from typing import Any

from bitacora.pages.escape import inline
from bitacora.pages.indicator_road import WAYS
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import expected, fulfilled, measured, ratio
from bitacora.pages.reports.lights import light_chip
from bitacora.pages.reports.words import last_report, report_path
from bitacora.records.accumulation import Acumulacion
from bitacora.records.indicators import Indicador
from bitacora.reports.content import Contenido, Renglon
from bitacora.reports.published import Published
from bitacora.spanish import long_date, percent
from bitacora.tallies.lights import Light

TELLING = (Light.EN_RIESGO, Light.ATRASADO, Light.EN_META)
"""The lights that an example may end in: one between two limits teaches the most."""


def example(presenter: Presenter) -> dict[str, Any] | None:
    """An indicator of the last report, step by step; None where none has all that it takes."""
    report = last_report(presenter.edition)
    if report is None:
        return None
    found = sorted(filter(_teaches, report.content.renglones), key=_order)
    for line in found:
        if indicator := presenter.edition.register.find(Indicador.kind, line.indicador):
            return _told(presenter, report, line, presenter.link(indicator))
    return None


def _teaches(line: Renglon) -> bool:
    """Whether a line has every figure of the method, of a kind whose periods simply add up."""
    return (
        line.acumulacion == Acumulacion.ACUMULADO
        and line.luz in TELLING
        and line.luz_declarada is None
        and None not in (line.meta, line.a_la_fecha, line.esperado)
        and None not in (line.avance, line.cumplimiento)
    )


def _order(line: Renglon) -> tuple[int, str]:
    return TELLING.index(Light(line.luz)), line.codigo


def _told(presenter: Presenter, report: Published, line: Renglon, link: str) -> dict[str, Any]:
    unit = line.unidad
    return {
        "indicador": link,
        "unidad": inline(unit) if unit else "",
        "informe": presenter.to(
            f"informe del {report.quarter.spoken}", report_path(report.quarter)
        ),
        "corte": long_date(report.quarter.end),
        "meta": measured(line.meta, unit),
        "valor": measured(line.a_la_fecha, unit),
        "esperado": expected(line.esperado, unit),
        "via": WAYS.get(line.via_esperado or "", ""),
        "avance": ratio(line.avance),
        "cumplimiento": "" if line.cumplimiento is None else fulfilled(line.cumplimiento),
        "luz": light_chip(presenter.edition.lists, line.luz),
        "porque": _reason(report.content, Light(line.luz)),
    }


def _reason(content: Contenido, light: Light) -> str:
    """Between which limits the light is given."""
    on_track = percent(content.en_meta_desde * 100, 1)
    at_risk = percent(content.en_riesgo_desde * 100, 1)
    return {
        Light.EN_META: f"llega al {on_track}",
        Light.EN_RIESGO: f"llega al {at_risk}, pero no al {on_track}",
        Light.ATRASADO: f"no llega al {at_risk}",
    }[light]
